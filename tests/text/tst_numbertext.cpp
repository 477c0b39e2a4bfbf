#include "text/NumberText.h"

#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

/// The pieces that stand at the places, in order.
QStringList pieces(const QString &text, const std::vector<NumberPlace> &places)
{
    QStringList found;
    for (const NumberPlace &place : places)
        found.append(text.mid(place.from, place.length));
    return found;
}

} // namespace

class TestNumberText : public QObject
{
    Q_OBJECT

private slots:
    void findsNumbersOfDocuments_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("numbers");
        QTest::newRow("decision") << u"Quyết định số 959/QĐ-UBND, ngày 28/9/2023"_s << QStringList{u"959/QĐ-UBND"_s};
        QTest::newRow("of the Party") << u"(05-NQ/ĐU)"_s << QStringList{u"05-NQ/ĐU"_s};
        QTest::newRow("with its year") << u"Nghị định 123/2024/NĐ-CP và Thông tư 01/2025/TT-BNV."_s
                                       << QStringList{u"123/2024/NĐ-CP"_s, u"01/2025/TT-BNV."_s};
        QTest::newRow("tờ trình") << u"12/TTr-UBND"_s << QStringList{u"12/TTr-UBND"_s};
        for (const QString &number : {u"1719/QĐ-TTg"_s, u"05/CT-TTg"_s, u"22-QĐi/TW"_s, u"78/CĐ-TTg"_s,
                                      u"168/2024/NĐ\u2011CP"_s, u"127-KL/TW"_s})
            QTest::newRow(qPrintable(number)) << u"theo số "_s + number + u" của"_s << QStringList{number};
        QTest::newRow("a place and a name are none") << u"24/Hà Nội, 3-Triệu, 5/TTgia"_s << QStringList();
        QTest::newRow("eth for Đ") << u"959/Q\u00D0-UBND"_s << QStringList{u"959/Q\u00D0-UBND"_s};
        QTest::newRow("dates, shares, scores are none") << u"28/9/2023, 2-1, 3/4, 10.000/năm"_s << QStringList();
        QTest::newRow("inside an address") << u"https://a.vn/x/12/AB-CD"_s << QStringList();
        QTest::newRow("longer than a line of a phone") << u"1234/2025/QĐ-UBND-VPCP-TTCNTT-KSTTHC"_s << QStringList();
        QTest::newRow("no digit") << u"QĐ-UBND"_s << QStringList();
        QTest::newRow("empty") << QString() << QStringList();
    }
    void findsNumbersOfDocuments()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, numbers);
        QCOMPARE(pieces(text, documentNumbers(text)), numbers);
    }

    void findsTelephoneNumbers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("digits");
        QTest::newRow("fixed line") << u"ĐT: 0233 3828 345."_s << u"2333828345"_s;
        QTest::newRow("area code in brackets") << u"(0233) 3.828.345"_s << u"2333828345"_s;
        QTest::newRow("from abroad") << u"+84 (0) 233 3828345"_s << u"2333828345"_s;
        QTest::newRow("mobile") << u"0912-345-678"_s << u"912345678"_s;
        QTest::newRow("two") << u"0912345678 - 0987 654 321"_s << u"912345678 987654321"_s;
        QTest::newRow("service") << u"1900 1234 và 18001091"_s << u"19001234 18001091"_s;
        QTest::newRow("service, like two years")
            << u"1900 1909, 1900.1900, 1900 20 26; 18001900"_s << u"19001909 19001900 19002026 18001900"_s;
        QTest::newRow("years in a row") << u"1800 1900 2000"_s << QString();
        QTest::newRow("years, blanks beside the dash") << u"1900 - 1954, 1900 – 1909"_s << QString();
        QTest::newRow("a date with an hour") << u"02-10-2023 09:30"_s << QString();
        QTest::newRow("years") << u"1900-1954"_s << QString();
        QTest::newRow("counting") << u"19000 19001"_s << QString();
        QTest::newRow("amounts") << u"1.250.000.000 đồng, 0,5%"_s << QString();
        QTest::newRow("a longer number") << u"0912345678901234"_s << QString();
    }
    void findsTelephoneNumbers()
    {
        QFETCH(QString, text);
        QFETCH(QString, digits);
        QStringList found;
        for (const NumberPlace &place : telephoneNumbers(text))
            found.append(place.digits);
        QCOMPARE(found.join(u' '), digits);
    }

    void findsNumbersThatAreDialledWithoutAreaCode_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("digits");
        for (const char *written :
             {"3822 123", "3822.123", "3822-123", "382 2123", "38 22 123", "3 822 123", "382.21.23"})
            QTest::newRow(written) << QString::fromLatin1(written) << u"3822123"_s;
        QTest::newRow("in a sentence") << u"Điện thoại: 3822 123, gặp ông An."_s << u"3822123"_s;
        QTest::newRow("of Hà Nội") << u"3822 1234"_s << u"38221234"_s;
        QTest::newRow("two") << u"3822 123 hoặc 3822 124"_s << u"3822123 3822124"_s;
        for (const char *none : {"2023-2024", "2023 2024", "28-9-2023", "28 09 2023", "22.12.1944", "123 4567", "25 30",
                                 "3822 123 456", "0233 3822 123", "3822 12 34 56 78", "33/3822 123", "7:30 12345"})
            QTest::newRow(none) << QString::fromLatin1(none) << QString();
    }
    void findsNumbersThatAreDialledWithoutAreaCode()
    {
        QFETCH(QString, text);
        QFETCH(QString, digits);
        QStringList found;
        for (const NumberPlace &place : localNumbers(text))
            found.append(place.digits);
        QCOMPARE(found.join(u' '), digits);
    }

    void whatIsGroupedIsReadOnce_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("digits");
        QTest::newRow("a telephone, an amount, a local number")
            << u"3822 123, 1.500.000 đồng, 0233 3828 345, 3822 124"_s << u"3822123 1500000 2333828345 3822124"_s;
        QTest::newRow("blanks and apostrophes")
            << u"10 000 người, 12 500 m², 1 234 567,89, 6’800’000, thôn 5 200 hộ"_s << u"10000 12500 1234567 6800000"_s;
        QTest::newRow("of persons and accounts") << u"045 123 456 789, 1903 4567 8901 23, 9704-3600-1234-5678"_s
                                                 << u"45123456789 19034567890123 9704360012345678"_s;
        QTest::newRow("days, years and codes are none")
            << u"2023 2024 2025 2026; 22.12.2025.10.30; H50.25.12-251101-0001; 12 34 56"_s << QString();
        QTest::newRow("an amount that looks like a local number") << u"3.822.123"_s << u"3822123"_s;
    }
    void whatIsGroupedIsReadOnce()
    {
        QFETCH(QString, text);
        QFETCH(QString, digits);
        QStringList found;
        for (const NumberPlace &place : groupedNumbers(text))
            found.append(place.digits);
        QCOMPARE(found.join(u' '), digits);
    }
};

QTEST_GUILESS_MAIN(TestNumberText)
#include "tst_numbertext.moc"
