// What was packed comes back, whichever program packed it; what is damaged is nothing.
#include "base/Dice.h"
#include "storage/Packing.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

class TestPacking : public QObject
{
    Q_OBJECT

private slots:
    void whatIsPackedComesBack_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a sign") << QByteArray("x");
        QTest::newRow("a title") << u"Ủy ban nhân dân xã tổ chức hội nghị tiếp xúc cử tri"_s.toUtf8();
        QTest::newRow("a content") << QByteArray(R"({"body":{"content":[{"content":[{"text":"a","type":"text"}]}]}})");
        QTest::newRow("what repeats") << QByteArray(20'000'000, 'a');
        SeededDice dice(7);
        QByteArray noise;
        for (int i = 0; i < 300'000; ++i)
            noise.append(char(dice.below(256)));
        QTest::newRow("what does not pack") << noise;
    }
    void whatIsPackedComesBack()
    {
        QFETCH(const QByteArray, bytes);
        for (const PackedKind kind : {PackedKind::Content, PackedKind::SearchWords})
            for (const Effort effort : {Effort::Smallest, Effort::Quick})
                QCOMPARE(unpacked(packed(bytes, kind, effort)), bytes);
        QCOMPARE(unpacked(qCompress(bytes, 9)), bytes); // as programs before this packed
    }

    void aShortTextIsPackedWell()
    {
        const QByteArray words = u"Ủy ban nhân dân xã tổ chức hội nghị tiếp xúc cử tri"_s.toUtf8();
        QVERIFY2(packed(words, PackedKind::Content).size() * 3 < qCompress(words, 9).size() * 2,
                 qPrintable(QString::number(packed(words, PackedKind::Content).size())));
    }

    // Rows that were packed with one need it for ever.
    void dictionariesAreAsTheyWere()
    {
        const auto checksum = [](const QString &name) {
            QFile file(u":/packing/"_s + name);
            return file.open(QIODevice::ReadOnly)
                ? QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256).toHex()
                : QByteArray();
        };
        QCOMPARE(checksum(u"content.1.txt"_s), "388dc68caedf267a3bb1661f5dd16a8415b31d9e04cbee923ab9003d80a31905");
        QCOMPARE(checksum(u"words.1.txt"_s), "910e87749d15432536864520346956e6e3f1f9d473e61188ed397c9ad41db978");
        // Packed by the first program that had them.
        QCOMPARE(unpacked(QByteArray::fromHex("78f9a340c9e743ee6f20f76c00a2720ce3")), u"tổ chức hội nghị"_s.toUtf8());
        QCOMPARE(unpacked(QByteArray::fromHex("78f9eae1e651cb78b87b26a8277878551e00244405e1")), u"hội viên"_s.toUtf8());
    }

    void whatIsDamagedIsNothing()
    {
        const QByteArray whole = packed(u"Tin về hội nghị của xã. "_s.repeated(50).toUtf8(), PackedKind::Content);
        for (qsizetype length = 0; length < whole.size(); ++length)
            QVERIFY2(unpacked(whole.first(length)).isEmpty(), qPrintable(QString::number(length)));
        for (qsizetype place = 0; place < whole.size(); ++place) {
            QByteArray damaged = whole;
            damaged[place] = char(damaged[place] ^ 0x55);
            QVERIFY2(unpacked(damaged).isEmpty(), qPrintable(QString::number(place)));
        }
        QVERIFY(unpacked(QByteArray(8, 'x')).isEmpty());
        QVERIFY(unpacked(QByteArray(8, '\0')).isEmpty());
    }

    // A few hundred kilobytes that say they are gigabytes.
    void whatUnpacksWithoutEndIsNothing()
    {
        const QByteArray tooLarge = packed(QByteArray(270 * 1024 * 1024, 'a'), PackedKind::Content);
        QVERIFY(tooLarge.size() < 2'000'000);
        QVERIFY(unpacked(tooLarge).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPacking)
#include "tst_packing.moc"
