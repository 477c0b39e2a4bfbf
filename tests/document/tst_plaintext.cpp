#include "Builders.h"

#include <QTest>

using namespace toasoan::document;
using namespace toasoan::document::build;
using namespace Qt::StringLiterals;

class TestPlainText : public QObject
{
    Q_OBJECT

private slots:
    void textIsALineForEachBlock()
    {
        const Node document = doc({
            h(2, u"Kết quả"_s),
            p({text(u"Một "_s), bold(u"hai"_s), hardBreak(), text(u"ba"_s)}),
            p(),
            ul({li(u"bốn"_s), li({p(u"năm"_s), ol({li(u"sáu"_s)})})}),
            table({row({th(u"Tin"_s), th(u"Bài"_s)}), row({td(u"245"_s), td(QString())})}, u"không đọc"_s),
            figure(media(1), u"Chú thích"_s, u"Ảnh: Thu Hiền"_s, u"thay thế"_s),
            rule(),
            quote({p(u"trích"_s)}),
        });
        QCOMPARE(toPlainText(document),
                 u"Kết quả\nMột hai\nba\nbốn\nnăm\nsáu\nTin\tBài\n245\t\nChú thích\nẢnh: Thu Hiền\ntrích"_s);
        // The credit is no text of the author.
        QCOMPARE(wordCount(document), qsizetype(2 + 3 + 3 + 3 + 2 + 1));
    }

    void wordsAreCounted_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qsizetype>("count");
        QTest::newRow("none") << u""_s << qsizetype(0);
        QTest::newRow("blanks") << u"  \u00a0 "_s << qsizetype(0);
        QTest::newRow("syllables") << u"Ủy ban nhân dân"_s << qsizetype(4);
        QTest::newRow("a dash is none") << u"Vũ – Phó Chủ tịch"_s << qsizetype(4);
        QTest::newRow("numbers") << u"1.730.453 lượt, 28/9/2023."_s << qsizetype(3);
        QTest::newRow("quoted") << u"“hòa” (nhập)"_s << qsizetype(2);
        QTest::newRow("beyond the first plane") << u"𝐀 😀 𠀀"_s << qsizetype(2);
    }
    void wordsAreCounted()
    {
        QFETCH(QString, text);
        QFETCH(qsizetype, count);
        QCOMPARE(wordCount(text), count);
    }

    void charactersAreCodePoints()
    {
        QCOMPARE(characters(doc({p(u"Hòa 😀"_s), p({text(u"a"_s), hardBreak()})})), qsizetype(6));
    }

    void picturesAreNamedOnceInOrder()
    {
        QCOMPARE(pictures(doc({figure(media(2), {}), ul({li({p(), figure(media(1), {})})}), figure(media(2), {}),
                               figure({}, {})})),
                 QStringList({media(2), media(1), QString()}));
    }

    void aPictureShowsWhatItsFirstWordsSay()
    {
        const Node document = doc({figure(media(2), u"Chú thích"_s, {}, u" "_s),
                                   ul({li({p(), figure(media(1), {}, {}, u" Cánh đồng "_s)})}),
                                   figure(media(2), {}, {}, u"Con đê"_s), figure(media(2), {}, {}, u"Khác"_s)});
        QCOMPARE(pictureAlt(document, media(1)), u"Cánh đồng"_s);
        QCOMPARE(pictureAlt(document, media(2)), u"Con đê"_s);
        QCOMPARE(pictureAlt(document, media(3)), QString());
    }

    void plainTextBecomesParagraphs()
    {
        const Node document = fromPlainText(u"Một\r\n\r\n  hai\tba \rbo\u0300n\u0007g\n"_s);
        QCOMPARE(document, doc({p(u"Một"_s), p(u"hai ba"_s), p(u"bòng"_s)}));
        QVERIFY(check(document));
        QCOMPARE(fromPlainText({}), emptyDocument());
        QCOMPARE(fromPlainText(toPlainText(document)), document);
    }

    void conflictsAreFound()
    {
        QVERIFY(!hasConflict(doc({p(u"a"_s)})));
        QVERIFY(hasConflict(doc({ul({li({p({conflict(u"theirs"_s, u"a"_s)})})})})));
    }
};

QTEST_GUILESS_MAIN(TestPlainText)
#include "tst_plaintext.moc"
