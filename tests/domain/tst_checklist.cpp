#include "domain/Article.h"
#include "domain/Checklist.h"

#include "base/Dice.h"
#include "domain/Site.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

const QString picture = u"018af3a1-b2c3-7000-8000-000000000001"_s;

QByteArray documentOf(const QJsonArray &blocks)
{
    return QJsonDocument(QJsonObject{{"type"_L1, "doc"_L1}, {"content"_L1, blocks}}).toJson(QJsonDocument::Compact);
}

QJsonObject words(const QString &text, const QString &href = {})
{
    QJsonObject node{{"type"_L1, "text"_L1}, {"text"_L1, text}};
    if (!href.isNull())
        node.insert("marks"_L1,
                    QJsonArray{QJsonObject{{"type"_L1, "link"_L1}, {"attrs"_L1, QJsonObject{{"href"_L1, href}}}}});
    return node;
}

QJsonObject paragraph(const QJsonArray &line)
{
    return {{"type"_L1, "paragraph"_L1}, {"content"_L1, line}};
}

QJsonObject figure(const QString &media, const QString &alt, const QString &caption, const QString &credit)
{
    const QJsonObject image{{"type"_L1, "figimage"_L1},
                            {"attrs"_L1, QJsonObject{{"media"_L1, media}, {"alt"_L1, alt}}}};
    QJsonObject text{{"type"_L1, "figcaption"_L1}};
    if (!caption.isEmpty())
        text.insert("content"_L1, QJsonArray{words(caption)});
    return {{"type"_L1, "figure"_L1},
            {"attrs"_L1, QJsonObject{{"credit"_L1, credit}}},
            {"content"_L1, QJsonArray{image, text}}};
}

Content whole()
{
    const SystemClock clock;
    SystemDice dice;
    Content content;
    content.title = u"Ra quân dọn vệ sinh"_s;
    content.lead = u"Sáng 28/9/2023, xã ra quân."_s;
    content.section = SectionId::create(clock, dice);
    content.tags = {u"môi trường"_s};
    content.bylines = {{.name = u"Thu Hiền"_s, .share = Share::Words}};
    content.body =
        documentOf({paragraph({words(u"Nội dung, "_s), words(u"xem thêm"_s, u"https://triephong.quangtri.gov.vn/"_s)}),
                    figure(picture, u"Đoàn viên quét đường"_s, u"Ra quân"_s, u"Ảnh: Thu Hiền"_s)});
    return content;
}

QStringList names(const std::vector<Finding> &findings)
{
    QStringList names;
    for (const Finding &finding : findings)
        names.append(toText(finding.rule) + (finding.refuses ? u"!"_s : QString()));
    return names;
}

QStringList lacksOfBody(const QJsonArray &blocks)
{
    Content content = whole();
    content.body = documentOf(blocks);
    return names(check(content, {}));
}

} // namespace

class TestChecklist : public QObject
{
    Q_OBJECT

private slots:
    void aWholeArticleLacksNothing()
    {
        QCOMPARE(names(check(whole(), {})), QStringList());
        QVERIFY(checkApprovable(whole(), {}));
    }

    void fieldsAreNamedByTheirPlace()
    {
        Content content;
        content.body = documentOf({paragraph({words(u"Nội dung"_s)})});
        const auto findings = check(content, {});
        QCOMPARE(names(findings), (QStringList{u"title!"_s, u"section!"_s, u"lead"_s, u"tags"_s, u"byline"_s}));
        QCOMPARE(findings[2].place, ContentPlace::Lead);
        QCOMPARE(findings[3].place, ContentPlace::Tags);

        QCOMPARE(findings[4].place, ContentPlace::Bylines);

        // A reused text has a source, and nobody here who is paid for it.
        content = whole();
        content.bylines.clear();
        QCOMPARE(names(check(content, {})), QStringList{u"byline"_s});
        content.source = u" "_s;
        QCOMPARE(names(check(content, {})), QStringList{u"byline"_s});
        content.source = u"Theo TTXVN"_s;
        QCOMPARE(names(check(content, {})), QStringList());
        content.source.clear();
        content.genre = u"notice"_s;
        QCOMPARE(names(check(content, {})), QStringList());

        content = whole();
        content.body.clear();
        QCOMPARE(names(check(content, {})), QStringList{u"body"_s});
        QCOMPARE(lacksOfBody({paragraph({words(u" \u00a0"_s)}), paragraph({})}), QStringList{u"body"_s});
        QCOMPARE(lacksOfBody({figure(picture, u"Họp"_s, u"Họp"_s, u"Ảnh: Thu"_s)}), QStringList());

        content = whole();
        content.title = QString(151, u'a');
        content.lead = QString(601, u'b');
        QCOMPARE(names(check(content, {})), (QStringList{u"longTitle"_s, u"longLead"_s}));
        content.title = QString(150, u'a');
        content.lead = u" \u00a0\u200b\n"_s; // nothing that is seen
        content.tags = {u" "_s};
        QCOMPARE(names(check(content, {})), (QStringList{u"lead"_s, u"tags"_s}));
    }

    // What readers had otherwise is corrected before their eyes.
    void aCorrectionSaysWhatWasWrong()
    {
        Article article;
        article.setContent(whole());
        article.state = State::Published;
        article.version = 2;
        QVERIFY(!readersOf(article).haveAnEarlierText);
        article.publication =
            Publication{.number = 1, .slug = u"bai"_s, .version = 2, .firstAt = {}, .at = {}, .takenDownAt = {}};
        QVERIFY(!readersOf(article).haveAnEarlierText); // they have this very text
        article.state = State::AwaitingApproval; // sent on without a change
        QVERIFY(readersOf(article).haveAnEarlierText);
        article.version = 3;
        QVERIFY(readersOf(article).haveAnEarlierText);
        article.publication->takenDownAt = Instant();
        QVERIFY(!readersOf(article).haveAnEarlierText);

        QCOMPARE(names(check(article.content, {}, Readers::haveAnEarlierTextWith({}))), QStringList{u"correction"_s});
        QCOMPARE(check(article.content, {}, Readers::haveAnEarlierTextWith({}))[0].place, ContentPlace::Correction);
        QVERIFY(checkApprovable(article.content, {},
                                Readers::haveAnEarlierTextWith({}))); // the board may want it to refuse
        const ChecklistPolicy strict{.refusing = {ChecklistRule::CorrectionMissing}};
        QVERIFY(!checkApprovable(article.content, strict, Readers::haveAnEarlierTextWith({})));
        QVERIFY(checkApprovable(article.content, strict, Readers::haveNone()));
        article.content.correction = u"Tên thôn đã được sửa."_s;
        QCOMPARE(names(check(article.content, {}, Readers::haveAnEarlierTextWith({}))), QStringList());
    }

    // What is said about the first correction says nothing about the second.
    void eachCorrectionHasANoteOfItsOwn()
    {
        Article article;
        article.setContent(whole());
        article.content.correction = u"Tên thôn đã được sửa."_s;
        article.state = State::InEditing;
        article.version = 2;
        article.publication =
            Publication{.number = 1, .slug = u"bai"_s, .version = 2, .firstAt = {}, .at = {}, .takenDownAt = {}};
        QCOMPARE(readersOf(article), Readers::haveAnEarlierTextWith(article.content.correction));
        QCOMPARE(names(check(article.content, {}, readersOf(article))), QStringList{u"correction"_s});
        QVERIFY(isOfEarlierText(article.content.correction + u'\n', readersOf(article)));

        const Content published = article.content;
        article.version = 3;
        article.content.title += u" (tiếp)"_s;
        QCOMPARE(readersOf(article, published), Readers::haveAnEarlierTextWith(published.correction));
        QCOMPARE(names(check(article.content, {}, readersOf(article, published))), QStringList{u"correction"_s});
        article.content.correction = u"Giờ họp đã được sửa."_s;
        QVERIFY(!isOfEarlierText(article.content.correction, readersOf(article, published)));
        QCOMPARE(names(check(article.content, {}, readersOf(article, published))), QStringList());

        article.publication->takenDownAt = Instant(); // they have nothing that was otherwise
        QCOMPARE(readersOf(article, published), Readers::haveNone());
    }

    void eachFigureIsLookedAtWhereverItStands()
    {
        const QJsonObject item{
            {"type"_L1, "listItem"_L1},
            {"content"_L1, QJsonArray{paragraph({words(u"mục"_s)}), figure(picture, {}, u"chú thích"_s, u"nguồn"_s)}}};
        Content content = whole();
        content.body = documentOf({figure(picture, u"Họp"_s, {}, {}),
                                   QJsonObject{{"type"_L1, "bulletList"_L1}, {"content"_L1, QJsonArray{item}}},
                                   figure({}, u"Chưa có"_s, u"c"_s, u"n"_s)});
        const auto findings = check(content, {});
        QCOMPARE(names(findings),
                 (QStringList{u"pictureCaption"_s, u"pictureCredit"_s, u"pictureAlt!"_s, u"picture!"_s}));
        QCOMPARE(findings[0].index, 0);
        QCOMPARE(findings[2].index, 1);
        QCOMPARE(findings[2].place, ContentPlace::Figure);
        QCOMPARE(findings[2].media.toText(), picture);
        QCOMPARE(findings[3].index, 2);
        QVERIFY(findings[3].media.isNull());
    }

    void aDescriptionSaysSomething_data()
    {
        QTest::addColumn<QString>("alt");
        QTest::addColumn<bool>("isOne");
        QTest::newRow("words") << u"Đoàn viên quét đường"_s << true;
        QTest::newRow("one word") << u"Ảnh"_s << true;
        QTest::newRow("words with a dot") << u"Phó Chủ tịch phát biểu. jpg"_s << true;
        QTest::newRow("nothing") << QString() << false;
        QTest::newRow("blanks") << u" \u00a0 "_s << false;
        QTest::newRow("nothing that is heard") << u"\u200b\u2060"_s << false;
        QTest::newRow("a camera's name") << u"DSC_0042.JPG"_s << false;
        QTest::newRow("a program's name") << u"z4938271_a1b2.webp"_s << false;
        QTest::newRow("words with a number") << u"Tốp 10 học sinh giỏi năm 2023"_s << true;
        QTest::newRow("a number with a name") << u"Quốc lộ 1A, km 770"_s << true;
        QTest::newRow("an abbreviation") << u"UBND xã"_s << true;
        QTest::newRow("a word of another script") << u"日本"_s << true;
        for (const QString &nothing : {u"."_s, u"-"_s, u"…"_s, u"123"_s, u"28/9/2023"_s, u"\u3164"_s, u"\u2800"_s,
                                       u"\u115f\u1160"_s, u"\U000E0041"_s, u"\uffa0"_s, u"\ufe0f"_s})
            QTest::addRow("no word: %s",
                          qPrintable(nothing.toUcs4().size() == 1 ? QString::number(nothing.toUcs4()[0], 16) : nothing))
                << nothing << false;
        for (const QString &name :
             {u"IMG 2034.JPG"_s, u"IMG 2034"_s, u"IMG_2034"_s, u"DSC_0123"_s, u"dsc 0123 (2)"_s, u"DSCN0123"_s,
              u"P1010234"_s, u"image001"_s, u"image 1"_s, u"Picture 2"_s, u"Screenshot 2023-09-28 at 10.11.12 AM"_s,
              u"IMG-20230928-WA0001"_s, u"WhatsApp Image 2023-09-28 at 10.11.12"_s, u"z4938271000000"_s,
              u"FB_IMG_1695868800"_s, u"Lễ khai giảng.png"_s, u"a3f9c2b1d4e5f601"_s, u"PXL_20230928_101112"_s})
            QTest::addRow("a file: %s", qPrintable(name)) << name << false;
    }
    void aDescriptionSaysSomething()
    {
        QFETCH(QString, alt);
        QFETCH(bool, isOne);
        QCOMPARE(lacksOfBody({figure(picture, alt, u"c"_s, u"n"_s)}),
                 isOne ? QStringList() : QStringList{u"pictureAlt!"_s});
    }

    void deadAndEmptyLinksAreFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("href");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("an address") << u"đây"_s << u"https://quangtri.gov.vn/tin?so=1"_s << true;
        QTest::newRow("a number with a port") << u"đây"_s << u"http://113.160.1.2:8080/"_s << true;
        QTest::newRow("the last of a public range") << u"đây"_s << u"http://172.32.0.1/"_s << true;
        QTest::newRow("a name of the alphabet") << u"đây"_s << u"https://cổng.vn/"_s << true;
        QTest::newRow("the root") << u"đây"_s << u"https://quangtri.gov.vn./"_s << true;
        for (const char *host : {"127.0.0.1:8080",
                                 "10.1.2.3:8080",
                                 "192.168.1.5",
                                 "172.16.0.1",
                                 "172.31.255.255",
                                 "169.254.1.1",
                                 "100.64.0.1",
                                 "0.0.0.0",
                                 "224.0.0.1",
                                 "255.255.255.255",
                                 "127.1",
                                 "2130706433",
                                 "0x7f000001",
                                 "0x7f.0.0.1",
                                 "0177.0.0.1",
                                 "192.168.261",
                                 "3232235781",
                                 "0300.0250.1.5",
                                 "127.0.0.1.",
                                 "[::1]",
                                 "[::]",
                                 "[fe80::1]",
                                 "[fd12:3456::1]",
                                 "[ff02::1]",
                                 "[::ffff:192.168.1.5]",
                                 "[::ffff:c0a8:105]",
                                 "[::127.0.0.1]",
                                 "[64:ff9b::a01:203]",
                                 "[2002:c0a8:105::1]",
                                 "may-chu.local",
                                 "MAY-CHU.LOCAL",
                                 "may-chu.local.",
                                 "localhost",
                                 "tin.localhost",
                                 "may-chu.",
                                 "trang.lan",
                                 "trang.home.arpa",
                                 "999.1.2.3",
                                 "1.2.3.4.5"})
            QTest::addRow("not of the net: %s", host)
                << u"đây"_s << u"http://%1/x"_s.arg(QLatin1StringView(host)) << false;
        QTest::newRow("IPv6") << u"đây"_s << u"http://[2001:db8::1]/"_s << true;
        QTest::newRow("IPv6 of a Vietnamese carrier") << u"đây"_s << u"http://[2402:800::1]/"_s << true;
        QTest::newRow("a public number within IPv6") << u"đây"_s << u"http://[::ffff:113.160.1.2]/"_s << true;
        QTest::newRow("a mail address") << u"thư"_s << u"mailto:ubnd@quangtri.gov.vn"_s << true;
        QTest::newRow("a telephone") << u"gọi"_s << u"tel:+84233123456"_s << true;
        QTest::newRow("nothing") << u"đây"_s << u""_s << false;
        QTest::newRow("a scheme only") << u"đây"_s << u"http://"_s << false;
        QTest::newRow("a path without a host") << u"đây"_s << u"https:///tin.html"_s << false;
        QTest::newRow("two schemes") << u"đây"_s << u"http://https://quangtri.gov.vn/"_s << false;
        QTest::newRow("a machine of the office") << u"đây"_s << u"http://may-chu/tin"_s << false;
        QTest::newRow("a name before the host") << u"đây"_s << u"https://congan.gov.vn@lua.vn/"_s << false;
        QTest::newRow("a password before the host") << u"đây"_s << u"https://a:b@quangtri.gov.vn/"_s << false;
        QTest::newRow("turned around") << u"đây"_s << u"https://\u202Evn.gov.quangtri/"_s << false;
        QTest::newRow("a backslash") << u"đây"_s << u"https://lua.vn\\@quangtri.gov.vn"_s << false;
        QTest::newRow("half a number") << u"đây"_s << u"http://[::1"_s << false;
        QTest::newRow("a query without a host") << u"đây"_s << u"http://?tin=1"_s << false;
        QTest::newRow("no receiver") << u"thư"_s << u"mailto:"_s << false;
        QTest::newRow("no number") << u"gọi"_s << u"tel:"_s << false;
        QTest::newRow("no words") << u" \u00a0"_s << u"https://quangtri.gov.vn/"_s << false;
        QTest::newRow("no words that are seen") << u"\u200b"_s << u"https://quangtri.gov.vn/"_s << false;
    }
    void deadAndEmptyLinksAreFound()
    {
        QFETCH(QString, text);
        QFETCH(QString, href);
        QFETCH(bool, isGood);
        QCOMPARE(lacksOfBody({paragraph({words(u"Xem "_s), words(text, href)})}),
                 isGood ? QStringList() : QStringList{u"link"_s});
        // In a caption and in a cell too.
        QJsonObject captioned = figure(picture, u"Họp"_s, {}, u"n"_s);
        QJsonArray parts = captioned["content"_L1].toArray();
        parts[1] =
            QJsonObject{{"type"_L1, "figcaption"_L1}, {"content"_L1, QJsonArray{words(u"c"_s), words(text, href)}}};
        captioned["content"_L1] = parts;
        QCOMPARE(lacksOfBody({captioned}), isGood ? QStringList() : QStringList{u"link"_s});
    }

    void aLinkLeadsToTheSiteThatItsWordsName_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("href");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("no site") << u"Xem trang của Chính phủ"_s << u"https://casino.example.com/win"_s << true;
        QTest::newRow("another") << u"Xem trang chinhphu.vn"_s << u"https://casino.example.com/win"_s << false;
        QTest::newRow("it") << u"Xem trang chinhphu.vn"_s << u"https://chinhphu.vn/tin?so=1"_s << true;
        QTest::newRow("with www") << u"www.chinhphu.vn"_s << u"https://chinhphu.vn/"_s << true;
        QTest::newRow("without www") << u"Chinhphu.vn"_s << u"https://www.chinhphu.vn/"_s << true;
        QTest::newRow("a part of it") << u"chinhphu.vn"_s << u"https://dichvucong.chinhphu.vn/"_s << true;
        QTest::newRow("one that begins so") << u"chinhphu.vn"_s << u"https://chinhphu.vn.example.net/"_s << false;
        QTest::newRow("one that ends so") << u"chinhphu.vn"_s << u"https://tinchinhphu.vn/"_s << false;
        QTest::newRow("a whole address") << u"https://chinhphu.vn/tin/1"_s << u"https://vbpl.vn/"_s << false;
        QTest::newRow("one of two") << u"chinhphu.vn, vbpl.vn"_s << u"https://vbpl.vn/"_s << true;
        QTest::newRow("a mail address") << u"ubnd@quangtri.gov.vn"_s << u"https://vbpl.vn/"_s << true;
        QTest::newRow("a file") << u"bieu-mau.docx"_s << u"https://vbpl.vn/bieu-mau.docx"_s << true;
        QTest::newRow("a number") << u"1.500.000"_s << u"https://vbpl.vn/"_s << true;
        QTest::newRow("a mail") << u"chinhphu.vn"_s << u"mailto:ubnd@quangtri.gov.vn"_s << true;
    }
    void aLinkLeadsToTheSiteThatItsWordsName()
    {
        QFETCH(QString, text);
        QFETCH(QString, href);
        QFETCH(bool, isGood);
        QCOMPARE(lacksOfBody({paragraph({words(u"Mời "_s), words(text, href)})}),
                 isGood ? QStringList() : QStringList{u"linkElsewhere"_s});
    }

    void linksAreCountedAsTheyAreSeen()
    {
        QJsonObject bold = words(u"đậm"_s, u"http://"_s);
        QJsonArray marks = bold["marks"_L1].toArray();
        marks.append(QJsonObject{{"type"_L1, "bold"_L1}});
        bold["marks"_L1] = marks;
        Content content = whole();
        content.body =
            documentOf({paragraph({words(u"một"_s, u"https://a.vn/"_s), words(u" và "_s),
                                   words(u"hai "_s, u"http://"_s), bold, words(u"ba"_s, u"https://b.vn/"_s)}),
                        paragraph({words(u"bốn"_s, u"tel:"_s)})});
        const auto findings = check(content, {});
        QCOMPARE(names(findings), (QStringList{u"link"_s, u"link"_s}));
        QCOMPARE(findings[0].index, 1); // one link, though a part of it is bold
        QCOMPARE(findings[1].index, 3);
        QCOMPARE(findings[1].place, ContentPlace::Link);
    }

    void conflictsAndTextsOverTheLimitsAlwaysStandAgainstApproval()
    {
        const ChecklistPolicy nothing{.refusing = {}};
        Content content = whole();
        content.conflicts = {TextField::Lead};
        QCOMPARE(names(check(content, nothing)), QStringList{u"conflict!"_s});
        QCOMPARE(check(content, nothing)[0].place, ContentPlace::Lead);

        content = whole();
        QJsonObject marked = words(u"hai cách"_s);
        marked.insert("marks"_L1, QJsonArray{QJsonObject{{"type"_L1, "conflict"_L1}}});
        content.body = documentOf({paragraph({marked})});
        QCOMPARE(names(check(content, nothing)), QStringList{u"conflict!"_s});
        QCOMPARE(check(content, nothing)[0].place, ContentPlace::Body);

        content = whole();
        content.others = {{u"unit"_s, 1}};
        QCOMPARE(names(check(content, nothing)), QStringList{u"newerParts!"_s});
        QCOMPARE(checkApprovable(content, nothing).error(), (Error{ErrorCode::Unsupported, u"content.others"_s, {}}));

        content = whole();
        content.title = QString(301, u'a');
        QCOMPARE(names(check(content, nothing)), QStringList{u"overLimits!"_s});
        content = whole();
        content.tags = {QString(61, u'a')};
        QCOMPARE(check(content, nothing)[0].place, ContentPlace::Tags);
        content = whole();
        content.body = documentOf({paragraph({words(QString(500'001, u'a'))})});
        QCOMPARE(names(check(content, nothing)), QStringList{u"overLimits!"_s});
        QCOMPARE(check(content, nothing)[0].place, ContentPlace::Body);
    }

    void theBoardSaysWhatRefuses()
    {
        Content content = whole();
        content.lead.clear();
        content.body = documentOf({figure(picture, {}, u"c"_s, u"n"_s), figure(picture, {}, u"c"_s, u"n"_s)});
        auto refused = checkApprovable(content, {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
        QCOMPARE(refused.error().subject, u"article.checklist"_s);
        QCOMPARE(refused.error().detail, u"pictureAlt 2"_s);
        refused = checkApprovable(content, {.refusing = {ChecklistRule::LeadMissing, ChecklistRule::PictureAlt}});
        QCOMPARE(refused.error().detail, u"pictureAlt 2, lead 1"_s);
        QVERIFY(checkApprovable(content, {.refusing = {}}));
    }

    void theSettingTravelsWithTheSite()
    {
        Site site;
        site.agency = u"Xã"_s;
        site.address = u"https://xa.gov.vn"_s;
        QCOMPARE(siteFromJson(toJson(site))->checklist, ChecklistPolicy());
        site.checklist.refusing = {ChecklistRule::LeadMissing, ChecklistRule::Link};
        QCOMPARE(siteFromJson(toJson(site))->checklist, site.checklist);
        site.checklist.refusing.clear();
        QCOMPARE(siteFromJson(toJson(site))->checklist, site.checklist);

        QJsonObject old = toJson(site);
        old.remove("approvalRefuses"_L1);
        QCOMPARE(siteFromJson(old)->checklist, ChecklistPolicy()); // of before there was one
        old.insert("approvalRefuses"_L1, QJsonArray{"pictureWidth"_L1, "tags"_L1}); // of a newer server
        QCOMPARE(siteFromJson(old)->checklist.refusing, std::vector{ChecklistRule::TagsMissing});
    }

    void everyRuleHasItsWord()
    {
        for (const ChecklistRule rule : allChecklistRules)
            QCOMPARE(checklistRuleFromText(toText(rule)), std::optional(rule));
        QVERIFY(!checklistRuleFromText(u"pictureWidth"));
    }
};

QTEST_APPLESS_MAIN(TestChecklist)
#include "tst_checklist.moc"
