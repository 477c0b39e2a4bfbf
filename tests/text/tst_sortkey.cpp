#include "base/Dice.h"
#include "text/Collation.h"
#include "text/SortKey.h"

#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

class TestSortKey : public QObject
{
    Q_OBJECT

private slots:
    // Bytes of the keys in the order in which a dictionary, or a list of places and numbers, has the texts.
    void bytesSortAsPeopleDo_data()
    {
        QTest::addColumn<QStringList>("sorted");
        QTest::newRow("tones") << u"da dà dả dã dá dạ đa"_s.split(u' ');
        QTest::newRow("letters") << u"an ăn ân bo cô cơ dân đảng em êm gà"_s.split(u' ');
        QTest::newRow("tones after letters") << QStringList{u"hòa an"_s, u"hoa binh"_s, u"hòa bình"_s, u"hoa cúc"_s};
        QTest::newRow("shorter first") << QStringList{u"An"_s, u"An Bình"_s, u"Anh"_s, u"Anh Dũng"_s};
        QTest::newRow("numbers") << QStringList{u"Thôn 2"_s, u"Thôn 10"_s, u"Thôn 100"_s, u"Thôn Đông"_s};
        QTest::newRow("zeros") << QStringList{u"007"_s, u"8"_s, u"009a"_s, u"10"_s};
        QTest::newRow("signs and capitals") << QStringList{u"“ĐẤT”"_s, u"đất đai"_s, u"ĐẤT-NƯỚC"_s};
        QTest::newRow("the other đ") << QStringList{u"dân"_s, u"\u00D0ảng"_s, u"em"_s};
        QTest::newRow("other scripts") << QStringList{u"zebra"_s, u"Ωmega"_s, u"Я"_s};
        QTest::newRow("nothing") << QStringList{u""_s, u"a"_s};
    }
    void bytesSortAsPeopleDo()
    {
        QFETCH(QStringList, sorted);
        for (qsizetype i = 0; i + 1 < sorted.size(); ++i) {
            const QByteArray one = sortKey(sorted[i]).toUtf8();
            const QByteArray next = sortKey(sorted[i + 1]).toUtf8();
            QVERIFY2(one < next,
                     qPrintable(sorted[i] + u" | "_s + sorted[i + 1] + u" | "_s + QString::fromUtf8(one) + u" | "_s
                                + QString::fromUtf8(next)));
        }
    }

    // Both ways of order that the program has agree, on words as they are written.
    void agreesWithTheCollator()
    {
        const QStringList syllables =
            u"an ăn ân bà bả bã bá bạ cô cơ cờ dân đảng đông em êm giang hòa khóa lý mỹ ngãi ơn phú quý sơn tư ưu xã y 1 2 10 25"_s
                .split(u' ');
        SeededDice dice(7);
        const auto words = [&] {
            QStringList made;
            const int count = 1 + int(dice.below(4));
            for (int i = 0; i < count; ++i)
                made += syllables[qsizetype(dice.below(quint64(syllables.size())))];
            return made.join(u' ');
        };
        const VietnameseOrder order;
        int differ = 0;
        for (int i = 0; i < 2000; ++i) {
            const QString one = words();
            const QString other = words();
            differ += order(one, other) == (sortKey(one).toUtf8() < sortKey(other).toUtf8()) ? 0 : 1;
        }
        QCOMPARE(differ, 0);
    }

    void isPlainAndShort()
    {
        const QString key = sortKey(QString(5000, u'Ế'));
        QVERIFY(key.size() < 500);
        for (const QChar each : sortKey(u"Ủy ban nhân dân xã Triệu Phong – số 25/2023/QĐ-UBND 🎉 日本"_s))
            QVERIFY(each.unicode() >= 0x20 && each.unicode() < 0x7F);
    }
};

QTEST_GUILESS_MAIN(TestSortKey)
#include "tst_sortkey.moc"
