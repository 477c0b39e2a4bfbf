// The preview of an item and the page that the server serves of it, byte for byte, but for what only publishing gives:
// its number, and what the portal alone knows.
#include "backend/SiteServer.h"
#include "base/Log.h"
#include "document/Document.h"
#include "portal/Format.h"
#include "storage/NewsroomStore.h"
#include "ui/preview/PreviewMaker.h"

#include <QRegularExpression>
#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

/// A page without the number in the item's address, the lists around the item and the numbers of readings.
QStringList comparable(const QByteArray &html)
{
    QString page = QString::fromUtf8(html);
    const auto without = [&page](const QString &pattern) {
        page.remove(QRegularExpression(pattern, QRegularExpression::DotMatchesEverythingOption));
    };
    page.replace(QRegularExpression(u"-\\d+(\\.html|/in|/luu)"_s), u"-N\\1"_s);
    without(u"<aside class=\"column-side\".*</aside>"_s);
    without(u"<nav class=\"neighbours\".*?</nav>\\n"_s);
    without(u"<section class=\"related\".*?</section>\\n"_s);
    without(u"<span class=\"count\" title=.*?</span>\\d*</span>"_s);
    return page.split(u'\n', Qt::SkipEmptyParts); // what is not there leaves its line empty
}

Content rich(const Newsroom &newsroom)
{
    Content content = newsroom.content(u"Xã họp \"bàn\" <việc> làm đường & cầu, theo Nghị quyết số 07/NQ-HĐND"_s);
    content.subtitle = u"Kỳ họp thứ mười"_s;
    content.genre = u"interview"_s;
    content.tags = {u"giao thông"_s, u"nông thôn mới"_s};
    content.bylines = {{.name = u"Hoa Lê"_s, .share = Share::Words}, {.name = u"Văn Đức"_s, .share = Share::Photos}};
    content.source = u"Báo Quảng Trị"_s;
    // A line each: moc reads none that goes over several.
    content.body =
        R"({"content":[)"
        R"({"attrs":{"level":2},"content":[{"text":"Việc đã làm","type":"text"}],"type":"heading"},)"
        R"({"content":[{"text":"Sáng nay, ","type":"text"},{"marks":[{"type":"bold"}],"text":"xã họp","type":"text"},)"
        R"({"marks":[{"attrs":{"href":"https://example.vn/"},"type":"link"}],"text":" dân","type":"text"}],"type":"paragraph"},)"
        R"({"content":[{"content":[{"content":[{"text":"Một","type":"text"}],"type":"paragraph"}],"type":"listItem"}],)"
        R"("type":"bulletList"}],"type":"doc"})";
    return content;
}

class World
{
public:
    World() : maker(*PreviewMaker::create()) { }

    /// In the chain up to the approval.
    Article approved(const Content &content)
    {
        const auto id = ArticleId::create(newsroom.clock, newsroom.dice);
        newsroom.run(newsroom.reporter, Save{.target = itemKey(id), .base = 0, .content = canonicalBytes(content)});
        newsroom.run(newsroom.reporter,
                     Submit{.target = itemKey(id), .version = 1, .stateSecret = StateSecret::ConfirmedNone});
        move(newsroom.editor, id, 1, Step::Claim);
        return sentOnAndApproved(id, 1);
    }
    Article sentOnAndApproved(ArticleId id, Version version)
    {
        const Article asked = move(newsroom.editor, id, version, Step::RequestApproval);
        return newsroom
            .run(newsroom.chair,
                 Approve{.target = itemKey(id), .version = version, .contentHash = asked.contentHash, .note = {}})
            .article.value_or(Article());
    }
    Article move(const Actor &actor, ArticleId id, Version version, Step step)
    {
        return newsroom.run(actor, Move{.target = itemKey(id), .version = version, .step = step, .reason = u"Sửa"_s})
            .article.value_or(Article());
    }
    Article publish(const Article &article)
    {
        return server.run(newsroom.secretary, Publish{.target = itemKey(article.id), .version = article.version});
    }
    PreviewSubject subject(const Article &article)
    {
        auto transaction = Transaction::begin(newsroom.database(), Access::Read);
        const NewsroomStore store(*transaction);
        return {.article = article,
                .content = article.content,
                .site = *store.site(newsroom.clock.now()),
                .sections = *store.sections()};
    }
    /// As if published at this moment.
    QStringList preview(const PreviewSubject &subject)
    {
        const auto page = maker.page(subject, newsroom.clock.now());
        return page ? comparable(*page) : QStringList{page.error().subject};
    }
    QStringList served(const Article &article)
    {
        const auto answer = server.get(Newsroom::pathOf(article));
        return answer.status == 200 ? comparable(answer.body) : QStringList{QString::number(answer.status)};
    }

    Newsroom newsroom{Engine::Sqlite};
    SiteServer server{newsroom};
    PreviewMaker maker;
};

} // namespace

class TestPreviewMaker : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { setLogLevel(LogLevel::Error); }

    void aDraftLooksAsItDoesOncePublished()
    {
        World world;
        world.newsroom.published(u"Một bài đã có"_s); // a neighbour, which the desk may know nothing of
        const Article article = world.approved(rich(world.newsroom));
        QCOMPARE(article.state, State::Approved);
        const PreviewSubject subject = world.subject(article);
        QCOMPARE(standingOf(subject), PreviewStanding::New);
        const Article published = world.publish(article);
        QCOMPARE(published.state, State::Published);
        const QStringList served = world.served(published);
        QVERIFY(served.join(u'\n').contains(u"Việc đã làm"_s));
        QCOMPARE(world.preview(subject), served);
    }

    // With its correction, its second date and no number of readings, which the portal alone knows.
    void aCorrectedItemLooksAsItDoesOncePublishedAgain()
    {
        World world;
        const Article first = world.publish(world.approved(rich(world.newsroom)));
        world.newsroom.clock.advance(std::chrono::hours(5));
        world.move(world.newsroom.editor, first.id, 1, Step::Correct);
        Content content = first.content;
        content.lead = u"Sapo đã sửa"_s;
        content.correction = u"Bài trước ghi sai số tiền."_s;
        world.newsroom.run(world.newsroom.editor,
                           Save{.target = itemKey(first.id), .base = 1, .content = canonicalBytes(content)});
        const Article second = world.sentOnAndApproved(first.id, 2);
        PreviewSubject subject = world.subject(second);
        QCOMPARE(standingOf(subject), PreviewStanding::Changed);
        const Article published = world.publish(second);
        QVERIFY(world.served(published).join(u'\n').contains(u"Bài trước ghi sai số tiền."_s));
        QCOMPARE(world.preview(subject), world.served(published));

        // Published: the page that readers have, whenever it is looked at; but for the day in its head.
        world.newsroom.clock.advance(std::chrono::seconds(50));
        subject = world.subject(published);
        QCOMPARE(standingOf(subject), PreviewStanding::Live);
        QCOMPARE(world.preview(subject), world.served(published));

        // Another correction takes the place of the first in what is written; readers are shown both.
        world.newsroom.clock.advance(std::chrono::hours(1));
        world.move(world.newsroom.editor, first.id, 2, Step::Correct);
        content.correction = u"Bài trước còn ghi sai ngày."_s;
        world.newsroom.run(world.newsroom.editor,
                           Save{.target = itemKey(first.id), .base = 2, .content = canonicalBytes(content)});
        const Article third = world.sentOnAndApproved(first.id, 3);
        subject = world.subject(third);
        subject.carried = {{.at = first.publication->at, .text = {}},
                           {.at = published.publication->at, .text = u"Bài trước ghi sai số tiền."_s}};
        const Article last = world.publish(third);
        QVERIFY(world.served(last).join(u'\n').contains(u"Bài trước ghi sai số tiền."_s));
        QCOMPARE(world.preview(subject), world.served(last));
    }

    // What is scheduled shows its hour.
    void aScheduledItemShowsItsHour()
    {
        World world;
        const Article article = world.approved(rich(world.newsroom));
        const Instant hour = world.newsroom.clock.now() + std::chrono::hours(20);
        const auto scheduled = world.newsroom.run(world.newsroom.secretary,
                                                  Schedule{.target = itemKey(article.id), .version = 1, .at = hour});
        QVERIFY(scheduled.article);
        const PreviewSubject subject = world.subject(*scheduled.article);
        QCOMPARE(standingOf(subject), PreviewStanding::Scheduled);
        const QStringList early = world.preview(subject);
        world.newsroom.clock.advance(std::chrono::hours(20)
                                     - std::chrono::seconds(2)); // scheduling took one, as publishing will
        const Article published = world.publish(*scheduled.article);
        QCOMPARE(published.state, State::Published);
        QCOMPARE(published.publication->firstAt, hour);
        QCOMPARE(early, world.served(published));
    }

    void whatWasTakenDownWouldKeepItsFirstDate()
    {
        World world;
        const Article first = world.publish(world.approved(rich(world.newsroom)));
        world.newsroom.clock.advance(std::chrono::hours(30));
        const Article down = world.server.run(
            world.newsroom.chair, Unpublish{.target = itemKey(first.id), .version = 1, .reason = u"Chờ xác minh"_s});
        QCOMPARE(down.state, State::Unpublished);
        QCOMPARE(standingOf(world.subject(down)), PreviewStanding::TakenDown);
        const auto page = world.maker.page(world.subject(down), world.newsroom.clock.now());
        QVERIFY(page);
        portal::Format format(Language::Vietnamese, QTimeZone("Asia/Ho_Chi_Minh"));
        const QString moment = format.moment(first.publication->firstAt);
        const qsizetype day = moment.lastIndexOf(u' ') + 1;
        QVERIFY(page->contains((moment.left(day) + u"<span class=\"number\">"_s + moment.mid(day)).toUtf8()));
    }

    void anEmptyDraftIsAPageToo()
    {
        World world;
        PreviewSubject subject = world.subject(Article());
        subject.content.section = {};
        const auto page = world.maker.page(subject, world.newsroom.clock.now());
        QVERIFY(page);
        QVERIFY(page->contains("<main"));
    }

    void whatAPersonWroteStaysText()
    {
        World world;
        Content content = world.newsroom.content(u"<script>alert(1)</script>"_s);
        content.subtitle = u"<img src=x onerror=alert(2)>"_s;
        content.lead = u"</p></main><iframe src=\"https://example.vn\">"_s;
        content.source = u"javascript:alert(3)"_s;
        content.correction = u"\"><svg onload=alert(4)>"_s;
        content.tags = {u"\" onclick=\"alert(5)"_s};
        content.bylines = {{.name = u"<b onmouseover=alert(6)>"_s, .share = Share::Words}};
        content.body = document::toJson(document::fromPlainText(u"<script>alert(7)</script>"_s));
        PreviewSubject subject = world.subject(Article());
        subject.content = content;
        const auto page = world.maker.page(subject, world.newsroom.clock.now());
        QVERIFY(page);
        const QByteArray body = page->mid(page->indexOf("<main"));
        for (const char *bad :
             {"<script", "<img src=x", "<iframe", "<svg onload", "\" onclick=\"", "<b on", "href=\"javascript"})
            QVERIFY2(!body.contains(bad), bad);
    }
};

QTEST_GUILESS_MAIN(TestPreviewMaker)
#include "tst_previewmaker.moc"
