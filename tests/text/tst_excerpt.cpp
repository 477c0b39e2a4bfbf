#include "text/Excerpt.h"

#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

/// Matches between brackets.
QString shown(const std::vector<ExcerptPiece> &pieces)
{
    QString text;
    for (const ExcerptPiece &piece : pieces)
        text += piece.isMatch ? u'[' + piece.text + u']' : piece.text;
    return text;
}

QString shown(const QString &text, const QString &query, qsizetype length)
{
    return shown(excerpt(text, searchQuery(query), length));
}

} // namespace

class TestExcerpt : public QObject
{
    Q_OBJECT

private slots:
    void marksWhatWasFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("marked");
        QTest::newRow("words") << u"Huyện Triệu Phong họp."_s << u"trieu hop"_s << u"Huyện [Triệu] Phong [họp]."_s;
        QTest::newRow("side by side") << u"Huyện Triệu Phong họp."_s << u"trieu phong"_s
                                      << u"Huyện [Triệu Phong] họp."_s;
        QTest::newRow("phrase alone") << u"Phong trào ở Triệu Phong"_s << u"\"triệu phong\""_s
                                      << u"Phong trào ở [Triệu Phong]"_s;
        QTest::newRow("same accents") << u"Hoa hậu Hoà"_s << u"hòa"_s << u"Hoa hậu [Hoà]"_s;
        QTest::newRow("other accents when there are no others") << u"Hoa hậu"_s << u"hòa"_s << u"[Hoa] hậu"_s;
        QTest::newRow("none") << u"Một tin."_s << u"hai"_s << u"Một tin."_s;
        QTest::newRow("signs around") << u"(“Số 959/QĐ-UBND”)"_s << u"959 ubnd"_s << u"(“Số [959]/QĐ-[UBND]”)"_s;
        QTest::newRow("lines") << u"Một\n\thai"_s << u"hai"_s << u"Một · [hai]"_s;
        QTest::newRow("a caption is no part of the sentence")
            << u"Quang cảnh hội nghị\nSáng nay họp."_s << u"hop"_s << u"Quang cảnh hội nghị · Sáng nay [họp]."_s;
        QTest::newRow("sentences need no sign between them")
            << u"Họp xong.\n“Tốt!”\nHết."_s << u"het"_s << u"Họp xong. “Tốt!” [Hết]."_s;
        QTest::newRow("cells") << u"Thể loại\tSố lượng\nTin\t245\n\t\tHết"_s << u"245"_s
                               << u"Thể loại, Số lượng · Tin, [245] · Hết"_s;
        QTest::newRow("telephone") << u"Gọi (0233) 3828 345 ngay"_s << u"02333828345"_s
                                   << u"Gọi [(0233) 3828 345] ngay"_s;
        QTest::newRow("a phrase that goes on behind letters and digits")
            << u"Từ 7h30 sáng mai"_s << u"\"7h30 sáng\""_s << u"Từ [7h30 sáng] mai"_s;
        QTest::newRow("a name with a number")
            << u"Đội U23 Việt Nam thắng"_s << u"U23 Việt Nam"_s << u"Đội [U23 Việt Nam] thắng"_s;
        QTest::newRow("one of a syllable's letters") << u"Giảm CO2 ở xã"_s << u"co2"_s << u"Giảm [CO2] ở xã"_s;
        QTest::newRow("a part of one") << u"Đội U23 thắng"_s << u"23"_s << u"Đội [U23] thắng"_s;
        QTest::newRow("zeros") << u"Số 05-NQ/ĐU"_s << u"5-nq/du"_s << u"Số [05]-[NQ]/[ĐU]"_s;
        QTest::newRow("y and i") << u"Quý khách"_s << u"quí"_s << u"[Quý] khách"_s;
        QTest::newRow("decomposed") << u"Đường"_s.normalized(QString::NormalizationForm_D) << u"duong"_s
                                    << u'[' + u"Đường"_s.normalized(QString::NormalizationForm_D) + u']';
        QTest::newRow("one sign of two words") << u"dài 1½ mét"_s << u"11 2"_s << u"dài [1½] mét"_s;
        QTest::newRow("emoji") << u"Vui 😀 quá"_s << u"qua"_s << u"Vui 😀 [quá]"_s;
        QTest::newRow("nothing to show") << u"?!"_s << u"a"_s << QString();
    }
    void marksWhatWasFound()
    {
        QFETCH(QString, text);
        QFETCH(QString, query);
        QFETCH(QString, marked);
        QCOMPARE(shown(text, query, 100), marked);
    }

    void bylinesAndCreditsAreNoPartOfIt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shownText");
        const auto row = [](const char *name, const QString &text, const QString &shownText) {
            QTest::newRow(name) << text << shownText;
        };
        row("a byline", u"Bí thư nói rõ [việc] đang làm gì.\nLê Thị Cúc"_s, u"Bí thư nói rõ [việc] đang làm gì."_s);
        row("two bylines", u"Một [việc].\nThu Hiền\nLê Văn An"_s, u"Một [việc]."_s);
        row("two in one line", u"Một [việc].\nThu Hiền – Văn An"_s, u"Một [việc]."_s);
        row("a source and a byline", u"Một [việc].\nBáo Quảng Trị\nThu Hiền"_s, u"Một [việc]."_s);
        row("a credit", u"Đường hoa\nTranh minh họa\nMột [việc]."_s, u"Đường hoa · Một [việc]."_s);
        row("whose picture", u"Đường hoa\nẢnh: Thu Hiền\nMột [việc]."_s, u"Đường hoa · Một [việc]."_s);
        row("given by someone", u"Ảnh do nhân vật cung cấp\nMột [việc]."_s, u"Một [việc]."_s);
        row("a name below a picture", u"Đường hoa\nThu Hiền\nMột [việc]."_s, u"Đường hoa · Một [việc]."_s);
        row("a list of persons", u"Gồm:\nThu Hiền\nVăn An\nLà [việc] chung."_s,
            u"Gồm: Thu Hiền · Văn An · Là [việc] chung."_s);
        row("persons in a table", u"Thu Hiền\tVăn An\nMột [việc]."_s, u"Thu Hiền, Văn An · Một [việc]."_s);
        row("a heading about pictures", u"Tranh chấp đất đai\nMột [việc]."_s, u"Tranh chấp đất đai · Một [việc]."_s);
        row("a sentence with a colon", u"Tin: một [việc] chung của cả thôn."_s,
            u"Tin: một [việc] chung của cả thôn."_s);
        row("a byline alone", u"Lê Thị [Việc]"_s, u"Lê Thị [Việc]"_s);
    }
    void bylinesAndCreditsAreNoPartOfIt()
    {
        QFETCH(QString, text);
        QFETCH(QString, shownText);
        QCOMPARE(shown(text.remove(u'[').remove(u']'), u"viec"_s, 100), shownText);
    }

    void whatOnlyABylineHasShowsTheBeginning()
    {
        const QString text = u"Đầu tiên là thế. "_s + u"không có gì. "_s.repeated(30) + u"\nLê Thị Cúc"_s;
        const QString part = shown(text, u"Lê Thị Cúc"_s, 60);
        QVERIFY2(part.startsWith(u"Đầu tiên là thế."_s), qPrintable(part));
        QVERIFY2(!part.contains(u"Cúc"_s), qPrintable(part));
    }

    void aTitleIsMarkedWhole_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("markedTitle");
        QTest::newRow("words") << u"Huyện Triệu Phong họp"_s << u"trieu hop"_s << u"Huyện [Triệu] Phong [họp]"_s;
        QTest::newRow("some of the words") << u"Đường hoa của thôn"_s << u"thôn mới"_s << u"Đường hoa của [thôn]"_s;
        QTest::newRow("same accents when there are some")
            << u"Hoa hậu Hòa Vang"_s << u"hoà bình"_s << u"Hoa hậu [Hòa] Vang"_s;
        QTest::newRow("a name") << u"Lê Thị Cúc"_s << u"cuc"_s << u"Lê Thị [Cúc]"_s;
        QTest::newRow("a day as it was typed")
            << u"Chiều 3/10/2025, ngày 3"_s << u"3/10/2025"_s << u"Chiều [3/10/2025], ngày 3"_s;
        QTest::newRow("a day of any year") << u"Họp sáng 2/10/2023, ngày 2 tháng 10"_s << u"ngày 2/10"_s
                                           << u"Họp sáng [2/10/2023], ngày [2 tháng 10]"_s;
        QTest::newRow("a day in words") << u"Họp ngày 3 tháng 10 năm 2025"_s << u"họp 03/10/2025"_s
                                        << u"[Họp] ngày [3 tháng 10 năm 2025]"_s;
        QTest::newRow("a day of several") << u"Từ 11 đến 15/8/2021"_s << u"11-8-2021"_s << u"Từ [11] đến 15/8/2021"_s;
        QTest::newRow("signs") << u"“Họp”: 1 < 2 & xong!"_s << u"xong"_s << u"“Họp”: 1 < 2 & [xong]!"_s;
        QTest::newRow("none") << u"Một tin"_s << u"hai"_s << u"Một tin"_s;
        QTest::newRow("no query") << u"Một tin"_s << QString() << u"Một tin"_s;
        QTest::newRow("no word") << u"?!"_s << u"a"_s << QString();
    }
    void aTitleIsMarkedWhole()
    {
        QFETCH(QString, title);
        QFETCH(QString, query);
        QFETCH(QString, markedTitle);
        QCOMPARE(shown(marked(title, searchQuery(query))), markedTitle);
    }

    void showsTheStretchThatHasMost()
    {
        const QString text = u"Triệu ở đầu. "_s + u"không có gì "_s.repeated(30) + u"Triệu Phong đổi mới "_s
            + u"cũng không "_s.repeated(30);
        const QString part = shown(text, u"trieu phong"_s, 60);
        QVERIFY2(part.contains(u"[Triệu Phong] đổi mới"_s), qPrintable(part));
        QVERIFY(part.startsWith(u"… "_s) && part.endsWith(u" …"_s));
        QVERIFY(part.size() <= 60 + 6);
    }

    void anExcerptIsAPieceOfTheText()
    {
        const QString text = u"Một hai ba bốn năm sáu bảy tám chín mười. "_s.repeated(40).trimmed();
        for (const qsizetype length : {1, 7, 40, 240, 100'000}) {
            for (const QString &query : {u"nam tam"_s, u"\"chín mười\""_s, u"không"_s, QString()}) {
                QString plain;
                for (const ExcerptPiece &piece : excerpt(text, searchQuery(query), length))
                    plain += piece.text;
                plain.remove(u"… "_s).remove(u" …"_s);
                QVERIFY2(!plain.isEmpty() && text.contains(plain), qPrintable(plain));
                QVERIFY(plain.size() <= std::max<qsizetype>(length, 9) + 1);
            }
        }
    }

    void aWordLongerThanTheExcerptIsShownWhole()
    {
        const QString word = u"x"_s.repeated(300);
        QCOMPARE(shown(u"a "_s + word + u" b"_s, word, 20), u"… ["_s + word + u"] …"_s);
    }
};

QTEST_GUILESS_MAIN(TestExcerpt)
#include "tst_excerpt.moc"
