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

    // What is added stands behind the text: no phrase is torn by it.
    void otherSpellingsStandBetweenNoWords()
    {
        const QString text = u"Lúc 7h30, theo số 168/2024/NĐ-CP ngày 2 tháng 9 về Covid-19 ở xã"_s;
        QVERIFY(searchText(text).plain.startsWith(plainWords(text) + u' '));
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

    void aQueryHasAccentsOrNot()
    {
        QVERIFY(searchQuery(u"Triệu Phong"_s).isAccented());
        QVERIFY(searchQuery(u"đa"_s).isAccented());
        QVERIFY(!searchQuery(u"Trieu PHONG 959"_s).isAccented());
    }
};

QTEST_GUILESS_MAIN(TestSearchText)
#include "tst_searchtext.moc"
