#include "support/ProcessorTime.h"
#include "text/Normalized.h"

#include <QRandomGenerator>
#include <QTest>

#include <array>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array forms{QString::NormalizationForm_C, QString::NormalizationForm_D, QString::NormalizationForm_KC,
                           QString::NormalizationForm_KD};

} // namespace

class TestNormalized : public QObject
{
    Q_OBJECT

private slots:
    void itIsWhatQtMakes()
    {
        // Letters with and without decomposition, marks of several classes, marks that are two or three of others,
        // letters that are decomposed into marks, a pair of surrogates and half of one.
        const std::array<QString, 24> pieces{
            u"a"_s,      u"ế"_s,      u"đ"_s,      u"\u0301"_s, u"\u0323"_s,     u"\u0334"_s,
            u"\u0344"_s, u"\u0345"_s, u"\u0360"_s, u"\u0F73"_s, u"\u0F75"_s,     u"\u0F81"_s,
            u"\u0F77"_s, u"\u0FB2"_s, u"\uFF9E"_s, u"\u3099"_s, u"\u1E69"_s,     u"\uAC01"_s,
            u"\u11A8"_s, u"\u00B4"_s, u"\uFB01"_s, u"\u2126"_s, u"\U0001D160"_s, QString(QChar(0xD834))};
        QRandomGenerator random(20'261'129);
        for (int i = 0; i < 100; ++i) {
            QString text;
            const auto first = random.bounded(quint32(pieces.size()));
            const auto count = 1 + random.bounded(quint32(pieces.size()) - first);
            for (int piece = 0; piece < (i % 2 == 0 ? 200 : 2000); ++piece)
                text += pieces[first + random.bounded(count)];
            for (const auto form : forms)
                QCOMPARE(normalized(text, form), text.normalized(form));
        }
    }

    // What is left as it is without a look at Qt, sign by sign.
    void everySignAloneAndBesideAnotherIsWhatQtMakes()
    {
        for (char16_t code = 1; code < 0xD800; ++code) {
            const QString sign(QChar{code});
            QCOMPARE(normalized(sign, QString::NormalizationForm_C), sign.normalized(QString::NormalizationForm_C));
            for (const QString &pair : {u'e' + sign, sign + u'e', sign + u'\u1EBF', u'\u1EC7' + sign, sign + sign})
                QCOMPARE(normalized(pair, QString::NormalizationForm_C), pair.normalized(QString::NormalizationForm_C));
        }
    }

    void aLongTextCostsInProportion_data()
    {
        QTest::addColumn<QString>("piece");
        QTest::newRow("letters that become several") << u"ệ\u2026"_s;
        QTest::newRow("below and above") << u"\u0301\u0323"_s;
        QTest::newRow("marks that are two") << u"\u0F73"_s;
        QTest::newRow("letters that are marks") << u"\uFF9E\u0334"_s;
    }
    void aLongTextCostsInProportion()
    {
        QFETCH(QString, piece);
        // All that a body may have. Of marks Qt alone makes a quarter of an hour.
        const QString text = u'a' + piece.repeated(500'000 / piece.size());
        for (const auto form : forms) {
            const ProcessorTime taken;
            QVERIFY(!normalized(text, form).isEmpty());
            QVERIFY2(taken.milliseconds() < 5'000, qPrintable(QString::number(taken.milliseconds())));
        }
    }

    void aLetterHasNoMoreMarksThanALanguageWrites()
    {
        const QString word = u"Tiê\u0301ng Viê\u0323t, के"_s;
        QCOMPARE(withoutHeapsOfMarks(word), word);
        QCOMPARE(withoutHeapsOfMarks(u"a"_s + QString(30, QChar(0x301)) + u"b"_s),
                 u"a"_s + QString(30, QChar(0x301)) + u"b"_s);
        QCOMPARE(withoutHeapsOfMarks(u"a"_s + QString(400'000, QChar(0x301)) + u"b\u0301"_s),
                 u"a"_s + QString(30, QChar(0x301)) + u"b\u0301"_s);
    }
};

QTEST_GUILESS_MAIN(TestNormalized)
#include "tst_normalized.moc"
