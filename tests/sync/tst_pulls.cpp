// What a person may see is pulled, the newest first, beside the live feed and what waits here.
#include "support/ErrorLines.h"
#include "sync/EngineSteps.h"
#include "sync/FeedIntake.h"

#include <QTest>

using namespace toasoan;
using namespace toasoan::test;
using namespace std::chrono_literals;

namespace {

const Pull *pullOf(const TestDesk &desk, const Noun &noun)
{
    const auto &pulls = const_cast<TestDesk &>(desk).replica().pulls();
    const auto found = std::ranges::find(pulls, noun, &Pull::noun);
    return found == pulls.end() ? nullptr : &*found;
}

// Until so many pages of articles have come and no more.
void runUntilPages(World &world, TestDesk &desk, int pages)
{
    qint64 before = 0;
    for (int i = 0, seen = 0; i < 10'000 && seen < pages; ++i) {
        world.run(1ms);
        const Pull *pull = pullOf(desk, nouns::article);
        if (pull && pull->before != before && pull->before > 0) {
            before = pull->before;
            ++seen;
        }
    }
}

User with(User user, Role role)
{
    user.grants.push_back({.role = role, .section = {}});
    return user;
}

} // namespace

class TestPulls : public QObject
{
    Q_OBJECT

private slots:
    void theNewestIsThereFirst()
    {
        World world(1, {.feedPage = 20});
        saveOnServer(world, 100);
        TestDesk &desk = world.desk(World::reporter);
        runUntilPages(world, desk, 1);
        QVERIFY(pullOf(desk, nouns::article));
        const ArticlePage page = desk.replica().list({}, {}).value();
        QCOMPARE(page.lines.size(), qsizetype(20));
        std::vector<ArticleId> all = world.serverArticles();
        const auto newest =
            std::ranges::max_element(all, {}, [&](ArticleId id) { return world.onServer(id)->updatedAt; });
        QCOMPARE(page.lines.front().updatedAt, world.onServer(*newest)->updatedAt);
        QVERIFY(world.settle());
        QCOMPARE(desk.replica().list({}, {})->lines.size() + (desk.replica().list({}, {})->next ? 1 : 0) > 20, true);
        for (const ArticleId id : all)
            QVERIFY(desk.confirmed(id));
        QVERIFY(desk.news.empty()); // what was there before is none
    }

    // What a person hands in does not wait until all that his new rights show has come.
    void aChangeOfRightsHoldsUpNothingThatWaits()
    {
        World world(1, {.feedPage = 10});
        saveOnServer(world, 200);
        QVERIFY(world.settle());
        TestDesk &desk = world.desk(World::otherReporter);
        const auto id = ArticleId::create(world.clock, world.dice);
        world.changeUser(World::otherReporter, with(desk.user, Role::Editor));
        runUntilPages(world, desk, 1);
        desk.type(id, world.content(u"Bài"_s, u"một"_s));
        desk.save(id);
        for (int i = 0; i < 10'000 && !world.onServer(id); ++i)
            world.run(1ms);
        QVERIFY(world.onServer(id));
        QVERIFY(pullOf(desk, nouns::article));
        QVERIFY(world.settle());
        QCOMPARE(desk.startsAnew, 1);
        QVERIFY(desk.outbox().commands.empty());
    }

    void aDeskThatDiesInAPullGoesOnWithIt()
    {
        World world(1, {.feedPage = 10});
        saveOnServer(world, 100);
        TestDesk &desk = world.desk(World::reporter);
        runUntilPages(world, desk, 3);
        const Pull before = *pullOf(desk, nouns::article);
        desk.crash();
        saveOnServer(world, 1);
        desk.start();
        QCOMPARE(*pullOf(desk, nouns::article), before);
        QVERIFY(world.settle());
        for (const ArticleId id : world.serverArticles())
            QVERIFY(desk.confirmed(id));
    }

    void whoMaySeeTheSamePullsNothing()
    {
        World world;
        saveOnServer(world, 5);
        QVERIFY(world.settle());
        TestDesk &desk = world.desk(World::editor);
        desk.crash();
        saveOnServer(world, 5);
        User renamed = desk.user;
        renamed.name = u"Tên mới"_s;
        world.changeUser(World::editor, renamed);
        desk.start();
        QVERIFY(world.settle());
        QCOMPARE(desk.startsAnew, 0);
        QCOMPARE(desk.replica().user().name, u"Tên mới"_s);
    }

    // A program that takes in a noun more than the one before it pulls that, and nothing else.
    void aNounThatIsLearntIsPulled()
    {
        World world;
        saveOnServer(world, 5);
        QVERIFY(world.settle());
        TestDesk &desk = world.desk(World::editor);
        {
            auto transaction = Transaction::begin(desk.replica().database(), Access::Write);
            KnownView view = knownViewFromText(DeskStore(*transaction).fact(u"view"_s).value());
            QCOMPARE(view.nouns.size(), qsizetype(pulledNouns().size())); // and none that it does not take in
            view.nouns.remove(toText(nouns::media));
            QVERIFY(DeskStore(*transaction).setFact(u"view"_s, toText(view)));
            QVERIFY(transaction->commit());
        }
        desk.crash();
        desk.start();
        for (int i = 0; i < 1000 && desk.replica().pulls().empty(); ++i)
            world.run(1ms);
        QCOMPARE(desk.replica().pulls().size(), std::size_t(1));
        QVERIFY(pullOf(desk, nouns::media));
        QVERIFY(world.settle());
        for (const Noun &noun : allNouns)
            QVERIFY(std::ranges::find(pulledNouns(), noun) != pulledNouns().end());
    }

    void whatThePullBringsLateIsSkipped()
    {
        World world;
        const ArticleId id = articleInEditing(world, u"cũ"_s);
        TestDesk &editor = world.desk(World::editor);
        const RecordSnapshot older = world.serverSnapshot(id);
        const qint64 then = world.serverSequence();
        write(world.desk(World::otherEditor), id, u"mới"_s);
        QVERIFY(world.settle());
        QCOMPARE(editor.confirmed(id)->content.lead, u"mới"_s);
        const FeedPage late{
            .epoch = editor.replica().position().epoch,
            .next = 0,
            .newest = then,
            .more = false,
            .now = 0,
            .entries = {{.sequence = then, .noun = u"article"_s, .id = id.toText(), .value = toJson(older)}}};
        std::size_t from = 0;
        QVERIFY(editor.replica().applyPull(nouns::article, late, from));
        QCOMPARE(editor.confirmed(id)->content.lead, u"mới"_s);
    }

    // A server that was updated and one that was not, behind one address: no desk takes a page that may hide something,
    // and none asks in a circle.
    void serversThatDoNotAgreeAreNotAskedInACircle()
    {
        World world;
        QVERIFY(world.settle());
        world.viewOfPages = u"another"_s;
        saveOnServer(world, 3);
        const int before = world.requests;
        world.run(60s);
        const int asked = world.requests - before;
        QVERIFY2(asked > 5 && asked < 60 * 3 * world.allDesks(), qPrintable(QString::number(asked)));
        world.viewOfPages.reset();
        QVERIFY(world.settle());
        for (const ArticleId id : world.serverArticles())
            QVERIFY(world.desk(World::reporter).confirmed(id));
    }
};

QTEST_GUILESS_MAIN(TestPulls)
#include "tst_pulls.moc"
