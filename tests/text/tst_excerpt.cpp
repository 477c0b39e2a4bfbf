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
                               << u"Thể loại | Số lượng · Tin | [245] · Hết"_s;
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
