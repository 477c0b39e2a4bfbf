#include "support/ProcessorTime.h"
#include "text/SearchText.h"
#include "text/Vietnamese.h"

#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

/// The terms as a person would write them: "a (b c)".
QString shown(const SearchQuery &query)
{
    QStringList terms;
    for (const SearchTerm &term : query.terms)
        terms.append(term.plain.size() > 1 ? u'(' + term.plain.join(u' ') + u')' : term.plain.join(u' '));
    return terms.join(u' ');
}

/// Whether the words of each term stand side by side in the text.
bool isFoundIn(const QString &text, const QString &asked)
{
    const SearchText words = searchText(text);
    const SearchQuery query = searchQuery(asked);
    return !query.terms.empty() && std::ranges::all_of(query.terms, [&words](const SearchTerm &term) {
        const auto stands = [text = QString(u' ' + words.plain + u' ')](const QStringList &side) {
            return text.contains(u' ' + side.join(u' ') + u' ');
        };
        return stands(term.plain) || (!term.written.isEmpty() && stands(term.written));
    });
}

} // namespace

class TestSearchText : public QObject
{
    Q_OBJECT

private slots:
    void bothTonePlacementsAreOneWordAndOtherAccentsAreNot_data()
    {
        QTest::addColumn<QString>("left");
        QTest::addColumn<QString>("right");
        QTest::addColumn<bool>("same");
        QTest::newRow("hòa") << u"hòa"_s << u"hoà"_s << true;
        QTest::newRow("ủy") << u"Ủy ban"_s << u"uỷ BAN"_s << true;
        QTest::newRow("quý") << u"quý"_s << u"qúy"_s << true;
        QTest::newRow("decomposed") << u"tiếng Việt"_s << u"tiếng Việt"_s.normalized(QString::NormalizationForm_D)
                                    << true;
        QTest::newRow("signs") << u"959/QĐ-UBND"_s << u"959 qđ ubnd"_s << true;
        QTest::newRow("signs between words") << u"họp/bàn (tháng) – xã"_s << u"HỌP bàn; tháng xã."_s << true;
        QTest::newRow("another tone") << u"hòa"_s << u"hóa"_s << false;
        QTest::newRow("no tone") << u"hòa"_s << u"hoa"_s << false;
        QTest::newRow("another vowel") << u"tô"_s << u"tơ"_s << false;
        QTest::newRow("đ") << u"đa"_s << u"da"_s << false;
        QTest::newRow("eth for Đ") << u"\u00D0ảng"_s << u"đảng"_s << true;
        QTest::newRow("African d for Đ") << u"\u0189ảng"_s << u"Đảng"_s << true;
        QTest::newRow("y and i behind qu") << u"quý Quỳnh quyết"_s << u"quí Quình quiết"_s << true;
        QTest::newRow("y and i at the end")
            << u"kỹ sư, lý do, mỹ, tỷ, sỹ, hy, Vy, thư ký"_s << u"kĩ sư, lí do, mĩ, tỉ, sĩ, hi, Vi, thư kí"_s << true;
        QTest::newRow("y and i alone") << u"y tế, ý"_s << u"i tế, í"_s << true;
        QTest::newRow("ay is not ai") << u"tay"_s << u"tai"_s << false;
        QTest::newRow("uy is not ui") << u"thúy"_s << u"thúi"_s << false;
        QTest::newRow("ây is not âi") << u"cây"_s << u"câi"_s << false;
        QTest::newRow("zeros before a number") << u"05-NQ/ĐU"_s << u"5-NQ/ĐU"_s << true;
        QTest::newRow("another number") << u"50-NQ/ĐU"_s << u"5-NQ/ĐU"_s << false;
        QTest::newRow("zero before an hour") << u"lúc 07h30"_s << u"lúc 7h30"_s << true;
        QTest::newRow("another hour") << u"17h30"_s << u"7h30"_s << false;
        QTest::newRow("zero") << u"000"_s << u"0"_s << true;
        QTest::newRow("the tone of another word") << u"hòa hoa"_s << u"hoa hòa"_s << false;
    }
    void bothTonePlacementsAreOneWordAndOtherAccentsAreNot()
    {
        QFETCH(QString, left);
        QFETCH(QString, right);
        QFETCH(bool, same);
        QCOMPARE(searchText(left).accented == searchText(right).accented, same);
    }

    void bothFormsHaveTheSameWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << u"Đường Triệu Phong đổi mới"_s;
        QTest::newRow("marks alone") << u"\u0301 a \u0323\u0302 b\u0301"_s;
        QTest::newRow("soft hyphens") << u"nhân\u00ADdân \u00AD x"_s;
        QTest::newRow("what is made of letters") << u"a⑴b ½ ™ ㎏"_s;
        QTest::newRow("pairs") << u"a😀b 𝒳 𠀀"_s;
        QTest::newRow("half a pair") << QString(u"a "_s + QChar(0xD83D) + u" b"_s + QChar(0xDE00));
        QTest::newRow("signs") << u"?!,.;"_s;
    }
    void bothFormsHaveTheSameWords()
    {
        QFETCH(QString, text);
        const SearchText forms = searchText(text);
        QCOMPARE(forms.plain, fold(text));
        QCOMPARE(forms.plain.count(u' '), forms.accented.count(u' '));
        QCOMPARE(forms.plain.isEmpty(), forms.accented.isEmpty());
        QCOMPARE(fold(forms.accented), forms.plain);
        for (const QChar character : forms.plain + forms.accented)
            QVERIFY(character == u' ' || (character != u'"' && character != u'\'' && character.unicode() > u' '));
    }

    void aTelephoneNumberIsOneWordInAnyGrouping_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("asked");
        QTest::addColumn<bool>("found");
        for (const QString &text : {u"Gọi 0233 3828 345 nhé"_s, u"ĐT: (0233) 3.828.345."_s, u"0233.3828.345"_s,
                                    u"02333828345"_s, u"+84 233 3828345"_s, u"0084-233-3828-345"_s}) {
            for (const QString &asked : {u"02333828345"_s, u"0233 3828 345"_s, u"(0233) 3828-345"_s, u"+842333828345"_s,
                                         u"đt 0233.3828345"_s.mid(3)})
                QTest::addRow("%s by %s", qPrintable(text), qPrintable(asked)) << text << asked << true;
        }
        QTest::newRow("mobile") << u"0912.345.678"_s << u"0912345678"_s << true;
        QTest::newRow("mobile with its country's code and nothing before it")
            << u"0912.345.678"_s << u"84912345678"_s << true;
        QTest::newRow("fixed with its country's code and nothing before it")
            << u"(0236) 3 822 123"_s << u"84 236 3822123"_s << true;
        QTest::newRow("written so") << u"ĐT 84912345678"_s << u"0912 345 678"_s << true;
        QTest::newRow("without the area code") << u"(0236) 3 822 123"_s << u"3822123"_s << true;
        QTest::newRow("without the area code, grouped") << u"(0236) 3 822 123"_s << u"3.822.123"_s << true;
        QTest::newRow("without the area code, Hà Nội") << u"024.3825.1234"_s << u"38251234"_s << true;
        for (const QString &text :
             {u"02033822123"_s, u"(0203) 3.822.123"_s, u"ĐT 3822 123, gặp ông An"_s, u"3822123"_s}) {
            for (const QString &asked : {u"3822 123"_s, u"38 22 123"_s, u"3822.123"_s, u"3822123"_s})
                QTest::addRow("%s by %s", qPrintable(text), qPrintable(asked)) << text << asked << true;
        }
        QTest::newRow("another in groups of its own") << u"02033822123"_s << u"3822 124"_s << false;
        QTest::newRow("years apart") << u"từ 2023 đến 2024"_s << u"2023 2024"_s << true;
        QTest::newRow("another without the area code") << u"(0236) 3 822 123"_s << u"3822124"_s << false;
        QTest::newRow("amount by its digits") << u"hỗ trợ 1.500.000 đồng"_s << u"1500000"_s << true;
        QTest::newRow("amount by its groups") << u"hỗ trợ 1500000 đồng"_s << u"1.500.000"_s << true;
        QTest::newRow("amount as in English") << u"1,500,000 VND"_s << u"1500000"_s << true;
        QTest::newRow("amount with a fraction") << u"1.234,56 tỷ"_s << u"1234"_s << true;
        QTest::newRow("two numbers are no telephone") << u"842000 842001"_s << u"02000842001"_s << false;
        QTest::newRow("another amount") << u"1.500.000"_s << u"150000"_s << false;
        QTest::newRow("a date is no amount") << u"02.10.2023"_s << u"2102023"_s << false;
        QTest::newRow("mobile in pairs") << u"09 12 34 56 78"_s << u"0912 345 678"_s << true;
        QTest::newRow("service number") << u"Tổng đài 1900 1234"_s << u"19001234"_s << true;
        QTest::newRow("by a group as it is written") << u"0233 3828 345"_s << u"3828"_s << true;
        QTest::newRow("another number") << u"0233 3828 345"_s << u"0233 3828 346"_s << false;
        QTest::newRow("two years are none") << u"từ 1900 đến 1954"_s << u"1900-1954"_s << true;
        QTest::newRow("amount in blanks") << u"số tiền 2 500 000 đ"_s << u"2500000"_s << true;
        QTest::newRow("amount in blanks by points") << u"số tiền 2 500 000 đồng"_s << u"2.500.000"_s << true;
        QTest::newRow("amount asked in blanks") << u"hỗ trợ 1.250.000.000 đồng"_s << u"1 250 000 000"_s << true;
        QTest::newRow("one group of money in blanks") << u"500 000 đồng/hộ"_s << u"500.000"_s << true;
        QTest::newRow("one group is two numbers") << u"thôn 5 200 hộ"_s << u"5200"_s << false;
        QTest::newRow("the end of another number") << u"045 123 456 789"_s << u"123456789"_s << false;
        QTest::newRow("letters of a number in one word") << u"Nghị định 168/2024/NĐ-CP"_s << u"168/2024/nđcp"_s << true;
        QTest::newRow("letters of a number, accents left out")
            << u"Quyết định số 1234/QĐ-UBND"_s << u"1234/QDUBND"_s << true;
        QTest::newRow("letters of a number as they are written") << u"168/2024/NĐ-CP"_s << u"NĐ-CP 168"_s << true;
        QTest::newRow("a name with a number") << u"dịch Covid-19"_s << u"COVID19"_s << true;
        QTest::newRow("a name with a number in one word") << u"dịch COVID19"_s << u"Covid-19"_s << true;
        QTest::newRow("another number of the name") << u"dịch Covid-19"_s << u"covid20"_s << false;
        for (const QString &said : {u"7h30"_s, u"7 h 30"_s, u"07 giờ 30"_s, u"07:30"_s, u"7g30"_s}) {
            for (const QString &asked : {u"7h30"_s, u"7 h 30"_s, u"07h30"_s, u"7 giờ 30"_s})
                QTest::addRow("hour %s by %s", qPrintable(said), qPrintable(asked))
                    << u"lúc "_s + said << asked << true;
        }
        QTest::newRow("another hour") << u"lúc 7 giờ 30"_s << u"7h45"_s << false;
        for (const QString &said :
             {u"07:30"_s, u"sáng 7:30"_s, u"Sáng: 7:30 – 11:30"_s, u"7:30 sáng"_s, u"từ 7:30 đến 11:30"_s,
              u"mở cửa 7:30-11:30"_s, u"lúc 7:30."_s, u"07:30, thứ Hai"_s, u"07:30-11:30"_s, u"7:30 AM"_s}) {
            for (const QString &asked : {u"7h30"_s, u"7 giờ 30"_s, u"7:30"_s, u"07:30"_s})
                QTest::addRow("hour in \"%s\" by %s", qPrintable(said), qPrintable(asked)) << said << asked << true;
        }
        for (const QString &said : {u"tỷ lệ 1:50"_s, u"bản đồ 1:50"_s, u"Tỉ lệ bản đồ: 1:50."_s, u"1:50"_s,
                                    u"bản đồ 1:50.000"_s, u"bản đồ 1:50 000"_s, u"từ 1:50 đến 1:20"_s}) {
            for (const QString &asked : {u"1:50"_s, u"1 : 50"_s, u"\"1:50\""_s})
                QTest::addRow("ratio in \"%s\" by %s", qPrintable(said), qPrintable(asked)) << said << asked << true;
            for (const QString &asked : {u"1h50"_s, u"1 giờ 50"_s})
                QTest::addRow("ratio in \"%s\" by %s", qPrintable(said), qPrintable(asked)) << said << asked << false;
        }
        for (const QString &ratio : {u"1:500"_s, u"1:2000"_s, u"1:2.000"_s, u"1:10.000"_s, u"1:25000"_s}) {
            QTest::addRow("scale %s", qPrintable(ratio)) << u"bản đồ tỷ lệ "_s + ratio << ratio << true;
            QTest::addRow("scale %s is no hour", qPrintable(ratio)) << u"bản đồ tỷ lệ "_s + ratio << u"giờ"_s << false;
        }
        QTest::newRow("a scale by its groups") << u"bản đồ 1:2.000"_s << u"1:2000"_s << true;
        QTest::newRow("a ratio of large numbers") << u"pha tỷ lệ 10:20"_s << u"10h20"_s << false;
        QTest::newRow("no hour of the day") << u"45:30"_s << u"45h30"_s << false;
        QTest::newRow("no minute") << u"07:75"_s << u"7h75"_s << false;
        QTest::newRow("minutes and seconds of a race") << u"01:07:30"_s << u"7h30"_s << false;
        QTest::newRow("a notation in small letters") << u"quyết định 959/qđ-ubnd"_s << u"959/qđubnd"_s << true;
        QTest::newRow("a notation in blanks") << u"Nghị định 168/2024 NĐ CP"_s << u"168/2024/nđcp"_s << true;
        QTest::newRow("words behind a number are no notation") << u"1234 tb cho dân"_s << u"tbcho"_s << false;
        QTest::newRow("a pasted address")
            << u"trang www.binhminh.gov.vn"_s << u"https://www.binhminh.gov.vn/"_s << true;
        QTest::newRow("a date is none") << u"ngày 2 tháng 10 năm 2023"_s << u"02-10-2023"_s << true;
        QTest::newRow("not over lines") << u"0233\n3828345"_s << u"02333828345"_s << false;
    }
    void aTelephoneNumberIsOneWordInAnyGrouping()
    {
        QFETCH(QString, text);
        QFETCH(QString, asked);
        QFETCH(bool, found);
        const QStringList words = searchText(text).plain.split(u' ');
        const SearchQuery query = searchQuery(asked);
        QCOMPARE(std::ranges::all_of(query.terms,
                                     [&](const SearchTerm &term) {
                                         return std::ranges::all_of(
                                             term.plain, [&](const QString &word) { return words.contains(word); });
                                     }),
                 found);
    }

    // Each text by each spelling: the words of a term side by side, as an index finds them.
    void whatIsWrittenInTwoWaysIsFoundByBoth_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("asked");
        const auto row = [](const char *text, std::initializer_list<const char *> asked) {
            QStringList all;
            for (const char *each : asked)
                all.append(QString::fromUtf8(each));
            QTest::newRow(text) << QString::fromUtf8(text) << all;
        };
        // Numbers of documents whose letters are not all capitals, in one word or set apart.
        row("Quyết định số 1719/QĐ-TTg",
            {"1719/QĐ-TTg", "1719/QĐTTg", "1719/qdttg", "1719 qđttg", "1719QĐ-TTg", "1719QĐTTg", "1719/QÐ-TTg",
             "QĐ-TTg 1719"});
        row("Chỉ thị số 05/CT-TTg", {"05/CTTTg", "5/CT-TTg", "5/ctttg", "05CT-TTg"});
        row("Quyết định 22-QĐi/TW", {"22QĐi/TW", "22-QĐiTW", "22-qdi/tw", "22 qđitw"});
        row("Công điện 78/CĐ-TTg và Tờ trình 15/TTr-UBND", {"78/CĐTTg", "78cdttg", "15/TTrUBND", "15ttrubnd"});
        row("số 1719/QĐTTg và 5/ctttg", {"1719/QĐ-TTg", "1719 qđ ttg", "05/CT-TTg"});
        row("127-KL/TW, 35/KH-UBND, 18-NQ/TW, 57-NQ/TW",
            {"127KL/TW", "127KLTW", "35KH-UBND", "35KHUBND", "18NQ/TW", "18-NQTW", "57NQTW", "57nqtw"});
        row("số 127KL/TW, 35KH-UBND", {"127-KL/TW", "35/KH-UBND", "127 kl"});
        row("15/2015/TTLT-BLĐTBXH-BTC", {"15/2015/TTLTBLĐTBXHBTC", "15/2015/ttlt"});
        row("Nghị định 168/2024/NĐ\u2011CP", {"168/2024/NĐ-CP", "168/2024/NDCP"});
        row("Giấy mời 12/GM-UBND", {"12/GMUBND", "12GM-UBND"});
        // Numbers beside numbers: in the cells of a row, behind the number of a hamlet.
        row("An\t4\t15.700.003\t1.333,5", {"15.700.003", "15700003", "15 700 003", "15,700,003", "1.333,5", "1333,5"});
        row("Tổng cộng\t17.700.005\t18.700.006", {"17700005", "18700006", "17.700.005", "18.700.006"});
        row("7\t1.234.567", {"1234567", "1.234.567"});
        row("12 hộ\t5\t14 700 002\t3", {"14700002", "14.700.002", "14 700 002"});
        row("Thôn 5 14.700.002 đồng", {"14.700.002", "14700002", "14 700 002"});
        row("Thôn 5 14 700 002 đồng", {"14.700.002", "14 700 002"});
        row("Tổ 3 3822 123 gặp bà Hai", {"3822 123", "3822.123"});
        row("STK 4 1903 4567 8901 23", {"1903 4567 8901 23"});
        row("2024\t0233 3828 345\t2025", {"02333828345", "0233 3828 345"});
        // Telephone numbers that look like two years.
        for (const char *hotline : {"1900 1909", "1900 1900", "1900 2026", "1800 1900", "1900 6789", "1800 1091"}) {
            const QString digits = QString::fromLatin1(hotline).remove(u' ');
            for (const QString &grouped : {QString::fromLatin1(hotline), digits, digits.left(4) + u'.' + digits.mid(4),
                                           digits.left(4) + u' ' + digits.mid(4, 2) + u' ' + digits.mid(6)}) {
                QTest::addRow("hotline %s", qPrintable(grouped))
                    << QString(u"Tổng đài "_s + grouped + u" (miễn phí)"_s)
                    << QStringList{QString::fromLatin1(hotline), digits, digits.left(4) + u'.' + digits.mid(4),
                                   digits.left(4) + u' ' + digits.mid(4, 2) + u' ' + digits.mid(6)};
            }
        }
        row("từ 1900-1954, 1900 – 1909", {"1900-1954", "1954 1900", "1900–1909"});
        row("các năm 1800 1900 2000", {"1800 1900 2000", "1900 2000 1800"});
        // Full hours.
        row("từ 7 giờ đến 17 giờ",
            {"17h", "17 h", "17:00", "17h00", "17g00", "17 giờ 00", "17 giờ 00 phút", "17 giờ", "7h", "07h", "7h00",
             "07h00", "07:00", "7:00", "07 giờ", "\"17 giờ\""});
        row("họp lúc 17h và 08h", {"17 giờ", "17:00", "17h00", "8 giờ", "8:00", "08h", "08 giờ"});
        row("họp lúc 17h00", {"17h", "17 giờ", "17:00", "17h00"});
        row("họp 17:00", {"17h", "17 giờ", "17:00", "17h00", "17g00"});
        row("bắt đầu 7:00", {"7h", "7 giờ", "07:00", "7:00"});
        row("lúc 0h ngày 1/1", {"0 giờ", "00:00", "00h00", "0h00"});
        row("trực 24 giờ", {"24h", "24 giờ"});
        row("lúc 17g", {"17h", "17 giờ", "17g"});
        row("Họp lúc 06 giờ 30 phút",
            {"6h30", "6g30", "06g30", "6:30", "06:30", "6h30 phút", "6 giờ 30 phút", "\"06 giờ 30 phút\"", "6h30p"});
        row("Họp lúc 6h30", {"6g30", "6 giờ 30", "6 giờ 30 phút", "06:30", "6 h 30"});
        // Amounts in groups, and with what stands behind them.
        row("10 000 người", {"10000", "10.000", "10 000", "10.000 người", "10,000"});
        row("12 000 m²", {"12000", "12.000 m2", "12000 m2", "12000m2", "12.000m²", "12 000 m²"});
        row("12 500 m2 đất và 1 250 tỷ", {"12500m2", "12.500 m²", "1250 tỷ", "1.250tỷ"});
        row("25 400 hộ", {"25400", "25.400 hộ"});
        row("1 234 567,89 đồng", {"1234567", "1.234.567", "1.234.567,89", "1234567,89", "1 234 567"});
        row("6’800’000", {"6800000", "6.800.000", "6 800 000", "6'800'000"});
        row("045 123 456 789", {"045123456789", "045 123456789", "045.123.456.789"});
        row("căn cước 045123456789", {"045 123 456 789", "045-123-456-789"});
        row("STK 1903 4567 8901 23", {"19034567890123", "1903 45678901 23", "1903 4567 8901 23", "1903.4567.8901.23"});
        row("2 500 000 đ; giá 18.500 đ/kg; 350 triệu",
            {"2500000đ", "2.500.000đ", "2500000 đ", "18500đ", "18.500đ/kg", "18 500 đ", "350triệu", "350 triệu"});
        row("2500000đ; 18500đ; 350triệu", {"2500000", "2.500.000 đ", "18.500", "18 500 đ", "350 triệu"});
        row("lương 7.020.000đ/tháng", {"7020000", "7020000đ", "7 020 000 đ"});
        row("TCVN 8\u00a0000", {"tcvn 8000", "TCVN 8.000"});
        row("MST 3200123456", {"3200 123 456", "3200.123.456", "320 012 3456", "mst 3200123456"});
        row("MST 3200 123 456, 3200123456-001", {"3200123456", "3200.123.456", "3200 123456"});
        // Days, and numbers in Roman digits.
        row("ngày 3 tháng 10 năm 2025", {"3/10/2025", "03-10-2025", "03.10.2025", "tháng 10/2025"});
        row("hạn 3/10/2025", {"ngày 3 tháng 10 năm 2025", "tháng 10 năm 2025", "03/10/2025"});
        row("03-10-2025; tháng 9/2025", {"ngày 3 tháng 10 năm 2025", "tháng 9 năm 2025", "09/2025"});
        for (const char *day :
             {"3/10/2025", "03/10/2025", "3-10-2025", "3.10.2025", "3 - 10 - 2025", "3 / 10 / 2025", "3/10 năm 2025",
              "3 tháng 10 năm 2025", "03 tháng 10 năm 2025", "3 tháng 10/2025", "3 tháng 10, năm 2025"}) {
            for (const char *text :
                 {"ngày %1", "(%1)", "Ngày %1.", "sáng %1, xã họp", "%1-5/10/2025", "từ %1 đến 5/10/2025", "hạn:%1"})
                row(qPrintable(QString::fromUtf8(text).arg(QString::fromUtf8(day))),
                    {"3/10/2025", "03-10-2025", "3.10.2025", "3/10", "10/2025", "3 tháng 10 năm 2025",
                     "\"3/10/2025\""});
        }
        // Without the year, and as it is typed on a telephone.
        for (const char *text : {"sáng 2/10/2023", "02-10-2023", "ngày 2 tháng 10 năm 2021", "Sáng 2/10, xã họp",
                                 "ngày 02 tháng 10", "từ 2 đến 5/10/2023"})
            row(text, {"2/10", "02/10", "2-10", "ngày 2/10", "2 tháng 10", "ngày 2 tháng 10", "ngay 2 thang 10"});
        row("họp 2/10/2023", {"ngay 2 thang 10 nam 2023", "2 thang 10 nam 2023", "ngày 2/10/2023", "Ngày 2-10-2023"});
        row("theo Nghị quyết số 12/5-1", {"12/5", "nghị quyết 12/5"});
        row("từ 11 đến 15/8/2021", {"11/8/2021", "15/8/2021", "ngày 11 tháng 8 năm 2021", "11-15/8/2021"});
        row("11-15/8/2021", {"11/8/2021", "15/8/2021", "11 15/8/2021"});
        row("các ngày 11,12 và 13/8/2021", {"11/8/2021", "12/8/2021", "13/8/2021"});
        row("từ ngày 29 tháng 7 đến hết ngày 2 tháng 8 năm 2021", {"29/7/2021", "2/8/2021", "\"2 tháng 8\""});
        row("29/7 – 2/8/2021; 5/9/2021", {"29/7/2021", "2/8/2021", "5/9/2021"});
        row("thôn 5, 15/8/2021", {"thôn 5, 15/8/2021", "thôn 5 15/8/2021"});
        row("rộng 14,9 ha", {"14,9", "14,9 ha", "14,9ha", "14.9", "\"14,9 ha\"", "14"});
        row("tăng 12.5%, còn 0,5%", {"12,5", "12,5%", "0,5 %", "12.5%"});
        row("thôn 1,2 và 3", {"thôn 1,2", "thôn 1, 2", "thôn 2"});
        row("thôn 1, 2, 3", {"thôn 1,2", "thôn 3"});
        row("7.30 sáng", {"7.30", "7 30"});
        row("\"ngày 2/9/1945\"", {"\"ngày 2/9/1945\"", "“ngày 2 tháng 9 năm 1945”"});
        row("quý IV, Đại hội XIV, HĐND khóa viii", {"quý 4", "quý IV", "Quí 4", "đại hội 14", "khoá 8", "đại hội xiv"});
        row("quý 4, Đại hội 19, khu vực 1", {"quý IV", "quý iv", "đại hội XIX", "khu vực I"});
        // Letters and digits in one word or apart.
        row("QL 15D", {"QL15D", "ql15d", "QL.15D", "ql 15d", "QL-15D"});
        row("QL15D", {"QL 15D", "ql 15d", "QL.15D", "QL15"});
        row("QL1A", {"QL 1A", "QL.1A", "ql1a"});
        row("QL 1A", {"QL1A", "ql.1a"});
        row("ĐT.588a", {"ĐT588a", "ĐT 588A", "dt588a", "dt 588a"});
        row("ĐT588a", {"ĐT.588a", "đt 588"});
        row("TL 10", {"TL10", "tl10", "TL.10"});
        row("TL10", {"TL 10", "TL-10"});
        row("km 12+350 và Km15+00", {"km12+350", "Km 12 + 350", "km15", "km 15", "Km15+00"});
        row("BA 123456; CH00123", {"BA123456", "ba-123456", "ba123456", "CH 00123", "CH123"});
        row("BA123456", {"BA 123456", "ba 123456"});
        row("lô 03-KDC", {"03KDC", "3 KDC", "3kdc"});
        row("lô 03KDC", {"03-KDC", "3-kdc"});
        row("xe 74A-123.45", {"74A12345", "74A-12345", "74A 12345", "74a 123.45", "74A-123.45"});
        row("xe 74A12345, 74B1-234.56", {"74A-123.45", "74A 123.45", "74B123456", "74-B1 234.56"});
        row("110kV; 0,4 kV; 220 V", {"110 kV", "110kv", "0,4kV", "0.4 kv", "220v"});
        row("110 kV", {"110kV", "110KV"});
        row("2,5 ha", {"2,5ha", "2.5ha"});
        row("2,5ha", {"2,5 ha", "2.5 ha"});
        row("ảnh 4×6, lối 2 × 3 m", {"4x6", "4×6", "4 x 6", "2x3", "2x3m"});
        row("ảnh 4x6", {"4×6", "4 × 6"});
        row("mạng Wi-Fi", {"wifi", "wi-fi", "Wi Fi"});
        row("TP.HCM", {"TPHCM", "tphcm", "TP HCM", "tp.hcm"});
        row("TPHCM", {"TP.HCM", "TP. HCM", "tp hcm"});
        row("Tp. HCM", {"TPHCM", "TP.HCM"});
        row("T.Ư", {"TƯ", "T.Ư", "tư"});
        row("Covid\u201119", {"covid19", "Covid-19", "covid 19"});
        row("H5N1, A/H5N1, SARS-CoV-2", {"H5N1", "AH5N1", "h5 n1", "SARSCoV2", "sars-cov2", "sars cov 2"});
        row("U.23, CO2, PM 10", {"U23", "u-23", "CO2", "co2", "CO₂", "PM10"});
        row("lớp 9A1; tuyến 471 E37; 50Hz; 5G", {"9A1", "9 A1", "9a", "471E37", "E 37", "50 hz", "5 G"});
        row("Luật 45/2019/QH14", {"QH14", "qh 14", "45/2019/QH 14"});
        row("thủ đô của I-rắc, e-mail", {"irắc", "I-rắc", "irac", "email", "e-mail"});
        row("thủ đô của Irắc, email", {"I-rắc", "irắc", "e-mail"});
        row("Mát-xcơ-va, In-đô-nê-xi-a", {"Mátxcơva", "mat-xco-va", "Inđônêxia"});
    }
    void whatIsWrittenInTwoWaysIsFoundByBoth()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, asked);
        for (const QString &each : asked)
            QVERIFY2(isFoundIn(text, each), qPrintable(each + u" in: "_s + searchText(text).plain));
    }

    // News says the day and leaves out the year: readers who look for it do not.
    void aDayWithoutItsYearIsOfTheYearOfTheText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QDate>("written");
        QTest::addColumn<QString>("found");
        const auto row = [](const char *text, const QDate &written, const char *found) {
            QTest::newRow(text) << QString::fromUtf8(text) << written << QString::fromUtf8(found);
        };
        row("Sáng 2/10, xã họp", {2023, 10, 3}, "2/10/2023");
        row("Sáng 2-10, Ban họp", {2023, 10, 3}, "02-10-2023");
        row("ngày 02 tháng 10", {2023, 10, 3}, "2 tháng 10 năm 2023");
        row("đêm 30/12 vừa qua", {2024, 1, 2}, "30/12/2023");
        row("hạn 5/1", {2023, 12, 20}, "5/1/2024");
        row("ngày 29/2", {2025, 1, 5}, "29/2/2024");
        row("không ngày", {2025, 1, 5}, "");
        row("ngày 31/2", {2025, 1, 5}, "");
        row("ngày 2/10/2021", {2023, 10, 3}, ""); // says its own
        row("tháng 10/2021", {2023, 10, 3}, "");
        row("2 tháng 10 năm 2021", {2023, 10, 3}, "");
    }
    void aDayWithoutItsYearIsOfTheYearOfTheText()
    {
        QFETCH(const QString, text);
        QFETCH(const QDate, written);
        QFETCH(const QString, found);
        const QStringList before = searchText(text).plain.split(u' ');
        QStringList added;
        for (const QString &word : searchText(text, written).plain.split(u' ')) {
            if (word.size() == 8 && !before.contains(word))
                added.append(word);
        }
        QCOMPARE(added.join(u' '), found.isEmpty() ? QString() : searchQuery(found).terms.front().plain.join(u' '));
    }

    void whatIsOnlyAlikeIsNotFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("asked");
        const auto row = [](const char *text, const char *asked) {
            QTest::addRow("%s by %s", text, asked) << QString::fromUtf8(text) << QString::fromUtf8(asked);
        };
        row("có 2 con, số 2", "CO2");
        row("có 2 con, số 2", "SO2");
        row("ủ 23 ngày", "U23");
        row("QL 15D", "QL15A");
        row("QL 15D và số 1A", "QL1A");
        row("QL15D", "QL5D");
        row("ĐT.588a", "ĐT588b");
        row("1719/QĐ-TTg", "719/QĐTTg");
        row("1719/QĐ-UBND", "1719/QĐTTg");
        row("từ 7 giờ đến 17 giờ", "8h");
        row("17 giờ 30", "17:00");
        row("cân nặng 17g", "17 giờ");
        row("tỷ lệ 1:50", "1h");
        row("từ 1900-1909", "19001909");
        row("từ 1900 – 1909", "19001909");
        row("các năm 1800 1900 2000", "18001900");
        row("thôn 5 200 hộ", "5200");
        row("10 000 người", "100000");
        row("năm 2023 2024 2025 2026", "2023202420252026");
        row("22-12-2025-10-30", "221220251030");
        row("2 500 000 đ", "500000đ");
        row("74A-123.45", "74A12346");
        row("2,5 ha", "25ha");
        row("I-rắc", "iran");
        row("bản đồ 3/10/20255", "ngày 3 tháng 10 năm 2025");
        row("số 13/2025", "tháng 13 năm 2025");
        row("3/10/20255", "3/10/2025");
        row("rộng 14,9 ha", "9,14");
        row("12,5%", "5,12%");
        row("10,5", "1,05");
        row("0,5", "5,0");
        row("5", "0,5");
        row("14 hộ, 9 người", "14,9");
        row("13/10/2025", "3/10/2025");
        row("13/10/2025", "3/10");
        row("3/11/2025", "3/10");
        row("10/3/2025", "3/10");
        row("năm 9999, số 1003", "3/10");
        row("3/10/2025 và 5/11/2024", "5/10/2025");
        row("từ 1/2023 đến 15/8/2021", "1/8/2021");
        row("năm 2023, 15/8/2021", "23/8/2021");
        row("lúc 7:30, 15/8/2021", "30/8/2021");
        row("số 1203, 15/8/2021", "3/8/2021");
        row("chị V. và anh X", "5");
        row("quý vị", "quý 5");
        row("dung dịch IV", "4");
    }
    void whatIsOnlyAlikeIsNotFound()
    {
        QFETCH(QString, text);
        QFETCH(QString, asked);
        QVERIFY2(!isFoundIn(text, asked), qPrintable(searchText(text).plain));
    }

    // Each number is said a few times more at most, and what is said again is not.
    void otherSpellingsDoNotGrowWithoutBound()
    {
        const QString line = u"QL15D lúc 17h, 7 giờ 30, 12 000 m² theo 1719/QĐ-TTg, BA 123456, I-rắc, TP.HCM. "_s;
        const qsizetype once = searchText(line).plain.size();
        QVERIFY(once < 4 * line.size());
        QVERIFY(searchText(line.repeated(1000)).plain.size()
                < 1200 * (standingWords(line).plain.join(u' ').size() + 20));
    }

    void whatIsTypedWithoutBlanksIsAPhrase()
    {
        QCOMPARE(shown(searchQuery(u"QL15D km12+350 2,5ha CO2 lop10"_s)),
                 u"(ql 15 d) (km 12) 350 929090905 ha co2 (lop 10)"_s);
        QCOMPARE(shown(searchQuery(u"\"QL15D mới\""_s)), u"(ql 15 d moi)"_s);
        QCOMPARE(shown(searchQuery(u"17:00 6g30 17 giờ"_s)), u"(17 h 0) (6 h 30) 17 gio"_s);
    }

    // What is added stands behind the text: no phrase is torn by it.
    void otherSpellingsStandBetweenNoWords()
    {
        const QString text = u"Lúc 7h30, theo số 168/2024/NĐ-CP ngày 2 tháng 9 về Covid-19 ở xã"_s;
        QVERIFY(searchText(text).plain.startsWith(standingWords(text).plain.join(u' ') + u' '));
    }

    void longWordsAndTextsAreCut()
    {
        QCOMPARE(searchText(u"á"_s.repeated(500)).plain, u"a"_s.repeated(64));
        const QString pairs = u"x"_s + u"𠀀"_s.repeated(100);
        QVERIFY(!searchText(pairs).plain.back().isHighSurrogate());
        QString book;
        for (int i = 0; i < 300'000; ++i)
            book += QString::number(i) + u' ';
        const SearchText text = searchText(book);
        QVERIFY(text.accented.toUtf8().size() <= 1'000'000);
        QVERIFY(text.plain.size() > 900'000);
        QVERIFY(book.startsWith(text.plain));
    }

    void queriesAreReadAsWordsAndPhrases_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("terms");
        QTest::newRow("words") << u"Triệu  Phong, Quảng-Trị"_s << u"trieu phong quang tri"_s;
        QTest::newRow("a word twice") << u"mới mới"_s << u"moi"_s;
        QTest::newRow("the same but for the accent") << u"mới moi"_s << u"moi moi"_s;
        QTest::newRow("phrase") << u"\"Triệu Phong\" mới"_s << u"(trieu phong) moi"_s;
        QTest::newRow("phrase of one") << u"\"mới\""_s << u"moi"_s;
        QTest::newRow("typographic") << u"họp “Triệu Phong” «đổi mới»"_s << u"hop (trieu phong) (doi moi)"_s;
        QTest::newRow("half a quotation") << u"\"Triệu Phong"_s << u"trieu phong"_s;
        QTest::newRow("inches") << u"màn hình 24\" mới"_s << u"man hinh 24 moi"_s;
        QTest::newRow("empty quotation") << u"\"\" a \"?\""_s << u"a"_s;
        QTest::newRow("operators") << u"a AND (b* OR NOT c) NEAR^ -d title:e 'f' & !g | h\\"_s
                                   << u"a and b or not c near d title e f g h"_s;
        QTest::newRow("sql") << u"'; DROP TABLE x; --"_s << u"drop table x"_s;
        QTest::newRow("signs") << u"?!… – \"'*()"_s << QString();
        QTest::newRow("emoji") << u"😀👍🏽"_s << QString();
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("NUL") << QString(u"a"_s + QChar(0) + u"b"_s) << u"a b"_s;
        QTest::newRow("half a pair") << QString(QChar(0xD83D)) << QString();
        QTest::newRow("more than twenty")
            << u"a b c d e f g h i j k l m n o p q r s \"t u v\" w"_s << u"a b c d e f g h i j k l m n o p q r s t"_s;
    }
    void queriesAreReadAsWordsAndPhrases()
    {
        QFETCH(QString, text);
        QFETCH(QString, terms);
        QCOMPARE(shown(searchQuery(text)), terms);
    }

    // Whoever sends a text chooses what it costs: as long as an article may be, and each kind of number that could be
    // read in more than one way, or from more than one place.
    void whatLooksLikeNumbersCostsNoMoreThanOtherText_data()
    {
        QTest::addColumn<QString>("piece");
        QTest::newRow("words") << u"xã họp 9 tháng "_s;
        QTest::newRow("issuers one behind another") << u"1 qđ"_s + u"vpcp"_s.repeated(30) + u"x "_s;
        QTest::newRow("amounts set apart by marks") << u"1"_s + u"'234"_s.repeated(20'000) + u"5 "_s;
        QTest::newRow("amounts set apart by curled marks") << u"1"_s + u"’234"_s.repeated(20'000) + u"5 "_s;
        QTest::newRow("amounts set apart by points") << u"1"_s + u".234"_s.repeated(20'000) + u"5 "_s;
        QTest::newRow("amounts set apart by blanks") << u"1"_s + u" 234"_s.repeated(20'000) + u"5 "_s;
        QTest::newRow("numbers in a row") << u"12 34 56 78 90 "_s;
        QTest::newRow("hyphens") << u"a-"_s.repeated(20'000) + u"1 "_s;
        QTest::newRow("capitals") << u"1/"_s + u"AB-"_s.repeated(20'000) + u"x "_s;
        QTest::newRow("initials") << u"A."_s.repeated(20'000) + u"1 "_s;
        QTest::newRow("hours") << u"7:30-"_s.repeated(5'000) + u" "_s;
        QTest::newRow("days") << u"11, 12/8, 13/8/2021, "_s;
        QTest::newRow("days without a month") << u"11, "_s.repeated(20'000) + u"12/8/2021 "_s;
        QTest::newRow("days of the year") << u"2/10, "_s;
        QTest::newRow("days without a year") << u"11 tháng 8 "_s;
        QTest::newRow("ratios") << u"tỷ lệ tỷ lệ 1:50 "_s;
        QTest::newRow("plates") << u"74A-123."_s;
        QTest::newRow("digits") << u"1"_s.repeated(100'000) + u" "_s;
    }
    void whatLooksLikeNumbersCostsNoMoreThanOtherText()
    {
        QFETCH(QString, piece);
        constexpr qsizetype longest = 450'000;
        const QString text = piece.repeated(longest / piece.size() + 1).left(longest);
        const ProcessorTime taken;
        const SearchText words = searchText(text, QDate(2023, 10, 3));
        QVERIFY(!words.plain.isEmpty());
        // Ordinary words take a fifth of a second: what is quadratic or worse takes minutes.
        QVERIFY2(taken.milliseconds() < 5'000, qPrintable(QString::number(taken.milliseconds())));
        qInfo("%.0f ms", taken.milliseconds());
    }

    // Other spellings stand behind the text: its last word and the first of them are no phrase, nor are two of them.
    void whatStandsSideBySideByChanceIsNoPhrase()
    {
        const QString text = u"Quyết định 959/QĐ-UBND của ủy ban, lúc 7h30 tại xã"_s;
        QVERIFY(isFoundIn(text, u"\"ủy ban\""_s));
        for (const QString &phrase : {u"\"xã 959\""_s, u"\"xã 7\""_s, u"\"qđubnd 7\""_s, u"\"30 7 giờ\""_s})
            QVERIFY2(!isFoundIn(text, phrase), qPrintable(phrase + u" in "_s + searchText(text).plain));
    }

    void aQueryHasAccentsOrNot()
    {
        QVERIFY(searchQuery(u"Triệu Phong"_s).isAccented());
        QVERIFY(searchQuery(u"đa"_s).isAccented());
        QVERIFY(!searchQuery(u"Trieu PHONG 959"_s).isAccented());
    }
};

QTEST_GUILESS_MAIN(TestSearchText)
#include "tst_searchtext.moc"
