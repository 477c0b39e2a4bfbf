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
        QTest::newRow("another tone") << u"hòa"_s << u"hóa"_s << false;
        QTest::newRow("no tone") << u"hòa"_s << u"hoa"_s << false;
        QTest::newRow("another vowel") << u"tô"_s << u"tơ"_s << false;
        QTest::newRow("đ") << u"đa"_s << u"da"_s << false;
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
