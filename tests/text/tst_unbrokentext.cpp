#include "support/ProcessorTime.h"
#include "text/UnbrokenText.h"

#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

class TestUnbrokenText : public QObject
{
    Q_OBJECT

private slots:
    // At each rendering of a page, of a text as long as an article may be.
    void whatLooksLikeNumbersCostsNoMoreThanOtherText_data()
    {
        QTest::addColumn<QString>("piece");
        QTest::newRow("words") << u"xã họp 9 tháng "_s;
        QTest::newRow("marks between amounts") << u"1"_s + u"'234"_s.repeated(20'000) + u"5 "_s;
        QTest::newRow("blanks between amounts") << u"1"_s + u" 234"_s.repeated(20'000) + u"5 "_s;
        QTest::newRow("numbers in a row") << u"12 34 56 78 90 "_s;
        QTest::newRow("capitals") << u"1/"_s + u"AB-"_s.repeated(20'000) + u"x "_s;
        QTest::newRow("capitals and small letters") << u"1/"_s + u"AbcAb"_s.repeated(20'000) + u" "_s;
        QTest::newRow("days") << u"1-1-"_s.repeated(20'000) + u" "_s;
        QTest::newRow("digits") << u"1"_s.repeated(100'000) + u" "_s;
    }
    void whatLooksLikeNumbersCostsNoMoreThanOtherText()
    {
        QFETCH(QString, piece);
        constexpr qsizetype longest = 450'000;
        const QString text = piece.repeated(longest / piece.size() + 1).left(longest);
        const ProcessorTime taken;
        (void)unbrokenPlaces(text);
        QVERIFY2(taken.milliseconds() < 5'000, qPrintable(QString::number(taken.milliseconds()))); // quadratic: minutes
    }

    void noLineEndsInsideANumber_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("pieces");
        for (const char16_t *number :
             {u"1719/QĐ-TTg", u"05/CT-TTg", u"78/CĐ-TTg", u"22-QĐi/TW", u"34/Gm-UBND", u"100/BC-Tp",
              u"12/2022/TTLT-TANDTC-VKSNDTC", u"959/QĐ-UBND", u"05-NQ/ĐU", u"123/2024/NĐ-CP", u"12/TTr-UBND",
              u"07-QyĐ/TU", u"15-CTr/TU", u"45/2019/QH14", u"12a/KH-UBND", u"05\u2011NQ/TW", u"168/2024/NĐ-CP",
              u"05/2021/TTLT-VKSNDTC-TANDTC-BCA"})
            QTest::newRow(qPrintable(QString::fromUtf16(number)))
                << QString::fromUtf16(number) << QStringList{QString::fromUtf16(number)};
        for (const char16_t *number :
             {u"0905 123 456", u"0233 3828 345", u"+84 905 123 456", u"1900 1234", u"3828 345", u"045 123 456 789",
              u"1903 4567 8901 23", u"1 500 000", u"25-9-2026", u"02-10-2023"})
            QTest::newRow(qPrintable(QString::fromUtf16(number)))
                << QString::fromUtf16(number) << QStringList{QString::fromUtf16(number)};
        QTest::newRow("in a sentence") << u"Theo (1719/QĐ-TTg), ngày 14-10-2021; gọi 0905 123 456."_s
                                       << QStringList{u"1719/QĐ-TTg"_s, u"14-10-2021"_s, u"0905 123 456"_s};
        QTest::newRow("where no line could end") << u"28/9/2023, 1.500.000 đồng, 0905123456, 12,5%"_s << QStringList();
        QTest::newRow("a number and a place") << u"phường 2-Đông Hà, tổ 3-Giếng"_s << QStringList();
        QTest::newRow("years and persons") << u"năm 2025 12 hộ, 2020-2025"_s << QStringList();
        QTest::newRow("inside an address") << u"https://a.vn/x/12/AB-CD"_s << QStringList();
        QTest::newRow("longer than a line of a phone")
            << u"1234/2025/QĐ-UBND-VPCP-TTCNTT-KSTTHC-PCCCCNCH"_s << QStringList();
        QTest::newRow("no digit") << u"QĐ-TTg"_s << QStringList();
        QTest::newRow("empty") << QString() << QStringList();
    }
    void noLineEndsInsideANumber()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, pieces);
        QStringList found;
        for (const UnbrokenPlace &place : unbrokenPlaces(text))
            found.append(text.mid(place.from, place.length));
        QCOMPARE(found, pieces);
    }
};

QTEST_GUILESS_MAIN(TestUnbrokenText)
#include "tst_unbrokentext.moc"
