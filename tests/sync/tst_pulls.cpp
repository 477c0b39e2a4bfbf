// What a person may see is pulled, the newest first, beside the live feed and what waits here.
#include "domain/NewsroomJson.h"
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

    // What it has lost, nobody knows before that.
    void aRestoredServerGetsNoCommandBeforeItHasShownAll()
    {
        World world(1, {.feedPage = 5});
        saveOnServer(world, 40);
        QVERIFY(world.settle());
        world.backUp();
        TestDesk &desk = world.desk(World::reporter);
        desk.network.isCut = true;
        const auto id = ArticleId::create(world.clock, world.dice);
        desk.type(id, world.content(u"Bài"_s));
        desk.save(id);
        world.restore();
        desk.network.isCut = false;
        desk.engine().tryNow();
        int looked = 0;
        for (int i = 0; i < 20'000 && !world.onServer(id); ++i) {
            world.run(1ms);
            if (desk.replica().pulls().empty())
                continue;
            ++looked;
            QVERIFY(!world.onServer(id));
        }
        QVERIFY(looked > 100);
        QVERIFY(world.settle());
        QVERIFY(world.onServer(id));
    }

    // They were others for a moment, of which the live feed knows nothing: what was read then is not taken.
    void rightsThatCameAndWentHideNothing()
    {
        for (quint64 seed = 1; seed <= 60; ++seed) {
            World world(seed, {.feedPage = 5});
            TestDesk &desk = world.desk(World::editor);
            desk.crash();
            saveOnServer(world, 40);
            for (const ArticleId id : world.serverArticles())
                QVERIFY(world.runOnServer(World::reporter, Submit{itemKey(id), 1, StateSecret::ConfirmedNone}));
            const User usual = desk.user;
            User other = usual;
            other.grants = {{.role = Role::Contributor, .section = {}}};
            desk.start();
            runUntilPages(world, desk, 1);
            world.changeUser(World::editor, other);
            world.run(Milliseconds(1 + seed * 7 % 250));
            world.changeUser(World::editor, usual);
            QVERIFY(world.settle());
            for (const ArticleId id : world.serverArticles())
                QVERIFY2(desk.confirmed(id), qPrintable(QString::number(seed)));
        }
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
            QCOMPARE(view.nouns.size(),
                     qsizetype(pulledNouns(*desk.replica().rules()).size())); // and none that it does not take in
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
        const std::vector<Noun> pulled = pulledNouns(*desk.replica().rules());
        for (const Noun &noun : allNouns)
            QVERIFY(std::ranges::find(pulled, noun) != pulled.end());
    }

    // Of an article its age tells; of a person nothing but the sequence.
    void whatThePullBringsLateIsSkipped()
    {
        World world;
        const ArticleId id = articleInEditing(world, u"cũ"_s);
        TestDesk &editor = world.desk(World::editor);
        const User before = world.desk(World::reporter).user;
        const RecordSnapshot older = world.serverSnapshot(id);
        const qint64 then = world.serverSequence();
        write(world.desk(World::otherEditor), id, u"mới"_s);
        User renamed = before;
        renamed.name = u"Tên mới"_s;
        world.changeUser(World::reporter, renamed);
        QVERIFY(world.settle());
        const auto pulled = [&](const Noun &noun, const QString &thing, const QJsonObject &value) {
            IncomingPage late(
                {.epoch = editor.replica().position().epoch,
                 .next = 0,
                 .newest = then,
                 .more = false,
                 .now = 0,
                 .entries = {{.sequence = then, .noun = toText(noun), .id = thing, .value = jsonText(value)}},
                 .view = {}},
                editor.replica().rules());
            std::size_t from = 0;
            return editor.replica().applyPull(noun, late, from).ok();
        };
        QVERIFY(pulled(nouns::article, id.toText(), toJson(older)));
        QVERIFY(pulled(nouns::user, before.id.toText(), toJson(before)));
        QCOMPARE(editor.confirmed(id)->content.lead, u"mới"_s);
        const std::vector<User> people = editor.replica().users().value();
        QCOMPARE(std::ranges::find(people, before.id, &User::id)->name, u"Tên mới"_s);
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
