#include "support/ProcessorTime.h"
#include "text/Vietnamese.h"

#include "text/Signs.h"

#include <QTest>

using namespace toasoan;

class TestVietnamese : public QObject
{
    Q_OBJECT

private slots:
    // A quarter of an hour of QString::normalized().
    void aLetterWithVeryManyMarksIsCleanedAndFoldedAtOnce()
    {
        const QString text = QStringLiteral("a") + QStringLiteral("\u0301\u0323").repeated(240'000);
        const ProcessorTime taken;
        const auto clean = cleanText(text, Lines::Multiple, 500'000, QStringLiteral("text"));
        QVERIFY(clean);
        QCOMPARE(fold(text), QStringLiteral("a"));
        QCOMPARE(fold(*clean), QStringLiteral("a"));
        QVERIFY2(taken.milliseconds() < 5'000, qPrintable(QString::number(taken.milliseconds())));
    }

    void foldLeavesPlainWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("folded");
        QTest::newRow("accents and đ") << QStringLiteral("Đường Triệu Phong đổi mới")
                                       << QStringLiteral("duong trieu phong doi moi");
        QTest::newRow("decomposed") << QStringLiteral("Đường").normalized(QString::NormalizationForm_D)
                                    << QStringLiteral("duong");
        QTest::newRow("old tone placement") << QStringLiteral("hoà uỷ") << QStringLiteral("hoa uy");
        QTest::newRow("new tone placement") << QStringLiteral("hòa ủy") << QStringLiteral("hoa uy");
        QTest::newRow("signs are blanks")
            << QStringLiteral("  959/QĐ-UBND (mới!)  ") << QStringLiteral("959 qd ubnd moi");
        QTest::newRow("soft hyphen joins") << QStringLiteral("nhân\u00ADdân") << QStringLiteral("nhandan");
        QTest::newRow("what is not drawn ends no word") << QStringLiteral(
            "Ng\u200Cười H\u200Eà N\u200Fội, t\u200Bỉ\u2060nh\u2064 Qu\u180Eảng\u061C\uFEFF Tr\uFE0Fị")
                                                        << QStringLiteral("nguoi ha noi tinh quang tri");
        // Capitals that look like Đ, and their small letters: eth and the African d.
        QTest::newRow("eth") << QStringLiteral("\u00D0ảng ủy, \u00F0ảng viên") << QStringLiteral("dang uy dang vien");
        QTest::newRow("African d") << QStringLiteral("\u0189ột phá, \u0256ột") << QStringLiteral("dot pha dot");
        QTest::newRow("empty") << QString() << QString();
    }
    void foldLeavesPlainWords()
    {
        QFETCH(QString, text);
        QFETCH(QString, folded);
        QCOMPARE(fold(text), folded);
        QCOMPARE(fold(folded), folded);
    }

    void slugIsAnAddress_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("address");
        QTest::newRow("seed") << QStringLiteral("Ban Biên tập họp đánh giá 9 tháng đầu năm 2023")
                              << QStringLiteral("ban-bien-tap-hop-danh-gia-9-thang-dau-nam-2023");
        QTest::newRow("signs") << QStringLiteral("“Đổi mới” – 100%!") << QStringLiteral("doi-moi-100");
        QTest::newRow("what is not drawn")
            << QStringLiteral("Ng\u200Cười H\u200Eà N\u200Fộ\u2064i") << QStringLiteral("nguoi-ha-noi");
        QTest::newRow("eth for Đ") << QStringLiteral("\u00D0ảng ủy") << QStringLiteral("dang-uy");
        QTest::newRow("African d for Đ") << QStringLiteral("\u0189ảng ủy") << QStringLiteral("dang-uy");
        QTest::newRow("nothing left") << QStringLiteral("!!!") << QStringLiteral("bai");
        QTest::newRow("another script") << QStringLiteral("新聞") << QStringLiteral("bai");
    }
    void slugIsAnAddress()
    {
        QFETCH(QString, title);
        QFETCH(QString, address);
        QCOMPARE(slug(title), address);
    }

    void longSlugsEndAtAWord()
    {
        const QString address = slug(QStringLiteral("nghiêng ").repeated(40), 50);
        QVERIFY(address.size() <= 50);
        QVERIFY(address.endsWith(QStringLiteral("-nghieng")));
    }

    void textIsStoredComposed()
    {
        const QString composed = QStringLiteral("Triệu Phong");
        const auto clean =
            cleanText(composed.normalized(QString::NormalizationForm_D), Lines::Single, 100, QStringLiteral("title"));
        QVERIFY(clean);
        QCOMPARE(*clean, composed);
    }

    void signsAreWhatTheyShow_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("stored");
        QTest::newRow("a bullet of Symbol") << QStringLiteral("\uF0B7 Họp") << QStringLiteral("• Họp");
        QTest::newRow("a tick of Wingdings") << QStringLiteral("\uF0FC Đạt") << QStringLiteral("✓ Đạt");
        QTest::newRow("a filler") << QStringLiteral("Bài\u3164viết") << QStringLiteral("Bài viết");
        QTest::newRow("a half-width filler") << QStringLiteral("Bài\uFFA0viết") << QStringLiteral("Bài viết");
        QTest::newRow("an empty Braille sign") << QStringLiteral("\u2800Bài") << QStringLiteral("Bài");
        QTest::newRow("places of letters") << QStringLiteral("B\u115Fà\u1160i") << QStringLiteral("Bài");
        QTest::newRow("hidden tags") << QStringLiteral("Bài\U000E0041\U000E007F") << QStringLiteral("Bài");
        QTest::newRow("fillers alone") << QStringLiteral("\u3164\u2800\u1160") << QString();
        const QString england =
            QStringLiteral("\U0001F3F4\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F");
        QTest::newRow("a flag made of tags") << england << england;
        QTest::newRow("a family of joined signs")
            << QStringLiteral("\U0001F468\u200D\U0001F469") << QStringLiteral("\U0001F468\u200D\U0001F469");
    }
    void signsAreWhatTheyShow()
    {
        QFETCH(QString, text);
        QFETCH(QString, stored);
        const auto clean = cleanText(text, Lines::Single, 100, QStringLiteral("title"));
        QVERIFY(clean);
        QCOMPARE(*clean, stored);
    }

    // What a person pastes is not refused for a sign that nobody sees.
    void whatAPersonGivesIsMadeFit_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("stored");
        QTest::newRow("a bell") << QStringLiteral("Bài \aviết") << QStringLiteral("Bài viết");
        QTest::newRow("NEL") << QStringLiteral("Bài\u0085viết") << QStringLiteral("Bài viết");
        QTest::newRow("NUL and C1") << QStringLiteral("B") + QChar(0) + QStringLiteral("ài\u0090")
                                    << QStringLiteral("Bài");
        QTest::newRow("DEL") << QStringLiteral("Bài\u007F") << QStringLiteral("Bài");
        QTest::newRow("half of a pair") << QStringLiteral("Bài") + QChar(0xD83D) << QStringLiteral("Bài");
        QTest::newRow("no character") << QStringLiteral("Bài") + QChar(0xFFFE) + QChar(0xFFFF) << QStringLiteral("Bài");
        QTest::newRow("a break of Word") << QStringLiteral("Bài\vviết\r\ntiếp") << QStringLiteral("Bài viết tiếp");
        QTest::newRow("a pair") << QStringLiteral("\U0001F389 Vui") << QStringLiteral("\U0001F389 Vui");
    }
    void whatAPersonGivesIsMadeFit()
    {
        QFETCH(QString, given);
        QFETCH(QString, stored);
        const auto clean = cleanText(withoutStraySigns(given), Lines::Single, 100, QStringLiteral("title"));
        QVERIFY(clean);
        QCOMPARE(*clean, stored);
    }

    void badTextIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("NUL") << QString(QChar(0)) + u'a' << ErrorCode::InvalidInput;
        QTest::newRow("bell") << QStringLiteral("a\ab") << ErrorCode::InvalidInput;
        QTest::newRow("DEL") << QStringLiteral("a\u007Fb") << ErrorCode::InvalidInput;
        QTest::newRow("C1") << QStringLiteral("a\u0085b") << ErrorCode::InvalidInput;
        QTest::newRow("no character") << QString(QChar(0xFFFE)) + u'a' << ErrorCode::InvalidInput;
        QTest::newRow("no character either") << u'a' + QString(QChar(0xFFFF)) << ErrorCode::InvalidInput;
        QTest::newRow("lone surrogate") << QString(QChar(0xD800)) + u'a' << ErrorCode::InvalidInput;
        QTest::newRow("too long") << QString(11, u'a') << ErrorCode::TooLarge;
        QTest::newRow("far too long") << QString(1000, u'a') << ErrorCode::TooLarge;
    }
    void badTextIsRefused()
    {
        QFETCH(QString, text);
        QFETCH(ErrorCode, code);
        const auto clean = cleanText(text, Lines::Multiple, 10, QStringLiteral("article.title"));
        QVERIFY(!clean);
        QCOMPARE(clean.error().code, code);
        QCOMPARE(clean.error().subject, QStringLiteral("article.title"));
    }

    void goodTextStays_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Lines>("lines");
        QTest::addColumn<QString>("stored");
        QTest::newRow("line ends") << QStringLiteral("a\r\nb\rc") << Lines::Multiple << QStringLiteral("a\nb\nc");
        QTest::newRow("a title is one line") << QStringLiteral(" a\n\tb ") << Lines::Single << QStringLiteral("a  b");
        QTest::newRow("soft hyphen") << QStringLiteral("a\u00ADb") << Lines::Single << QStringLiteral("a\u00ADb");
        QTest::newRow("breaks of a word processor")
            << QStringLiteral("a\vb\u2028c\u2029d\fe") << Lines::Single << QStringLiteral("a b c d e");
        QTest::newRow("breaks in several lines")
            << QStringLiteral("a\vb\u2028c") << Lines::Multiple << QStringLiteral("a\nb\nc");
        QTest::newRow("what nobody sees") << QStringLiteral("\uFEFFQu\u1EA3ng\u200B \u202ATr\u1ECB\u202C\u2060\uFFFC")
                                          << Lines::Single << QStringLiteral("Qu\u1EA3ng Tr\u1ECB");
        QTest::newRow("marks and joiners among Latin letters")
            << QStringLiteral("Ng\u200Cười H\u200Eà\u200D N\u200F\u061Cộ\u2061\u2064i\u180E\u206A\u034F")
            << Lines::Single << QStringLiteral("Người Hà Nội");
        QTest::newRow("a joiner behind a sign alone") << QStringLiteral("\U0001F469\u200D a\u200D\U0001F467")
                                                      << Lines::Single << QStringLiteral("\U0001F469 a\U0001F467");
        QTest::newRow("a joiner in Persian")
            << QStringLiteral("\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645") << Lines::Single
            << QStringLiteral("\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645");
        QTest::newRow("a mark of direction in Hebrew")
            << QStringLiteral("\u05D0!\u200F a") << Lines::Single << QStringLiteral("\u05D0!\u200F a");
        QTest::newRow("a sign of four parts")
            << QStringLiteral("\U0001F3F3\uFE0F\u200D\U0001F308 \U0001F468\U0001F3FD\u200D\u2695\uFE0F")
            << Lines::Single
            << QStringLiteral("\U0001F3F3\uFE0F\u200D\U0001F308 \U0001F468\U0001F3FD\u200D\u2695\uFE0F");
        QTest::newRow("joined signs") << QStringLiteral("\U0001F469\u200D\U0001F467") << Lines::Single
                                      << QStringLiteral("\U0001F469\u200D\U0001F467");
        QTest::newRow("emoji") << QStringLiteral("\U0001F600") << Lines::Single << QStringLiteral("\U0001F600");
    }
    void goodTextStays()
    {
        QFETCH(QString, text);
        QFETCH(Lines, lines);
        QFETCH(QString, stored);
        const auto clean = cleanText(text, lines, 100, QStringLiteral("x"));
        QVERIFY(clean);
        QCOMPARE(*clean, stored);
    }
};

QTEST_GUILESS_MAIN(TestVietnamese)
#include "tst_vietnamese.moc"
