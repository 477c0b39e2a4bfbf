// The engine where something is wrong: refusals, servers that are gone, restored, of before, or say nonsense.
#include "sync/EngineSteps.h"

#include "document/Builders.h"
#include "domain/ContentMerge.h"
#include "protocol/RecordJson.h"
#include "storage/ArticleStore.h"
#include "storage/ChangeStore.h"
#include "storage/DeskStore.h"
#include "storage/UserStore.h"

#include <QTest>

using namespace toasoan;
using namespace toasoan::test;
using namespace toasoan::document::build;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestSyncTrouble : public QObject
{
    Q_OBJECT

private slots:
    // The desk cannot know whose picture it is; the server says which, and the desk where it stands.
    void aPictureThatIsNotHisIsRefusedByItsPlaceInTheText()
    {
        World world;
        const Media theirs{.id = MediaId::create(world.clock, world.dice),
                           .sha256 = QString(64, u'a'),
                           .format = u"jpeg"_s,
                           .width = 8,
                           .height = 6,
                           .size = 1,
                           .name = u"anh.jpg"_s,
                           .uploadedBy = UserId::create(world.clock, world.dice),
                           .createdAt = world.clock.now()};
        world.addMedia(theirs);
        TestDesk &reporter = world.desk(World::reporter);
        const ArticleId id = ArticleId::create(world.clock, world.dice);
        Content content = world.content(u"Bài"_s);
        const QString onItsWay = MediaId::create(world.clock, world.dice).toText();
        content.body = document::toJson(
            doc({figure(onItsWay, u"Của tôi"_s), p(u"Chữ."_s), figure(theirs.id.toText(), u"Lễ khai giảng"_s)}));
        reporter.type(id, content);
        reporter.save(id);
        QVERIFY(world.settle());
        const ArticleView view = reporter.view(id);
        QVERIFY(view.refused());
        QCOMPARE(view.refused()->refusal->code, ErrorCode::Forbidden);
        QCOMPARE(view.refused()->refusal->subject, u"article.picture."_s + theirs.id.toText());
        QCOMPARE(view.refused()->refusal->detail, u"2 (“Lễ khai giảng”)"_s);
        QVERIFY(!world.onServer(id));
    }

    void aRefusedTextStaysUntilItIsSettled_data()
    {
        QTest::addColumn<QString>("settle");
        QTest::newRow("dropped") << u"discard"_s;
        QTest::newRow("kept as a new draft") << u"keep"_s;
        QTest::newRow("given again when it may go") << u"retry"_s;
    }
    void aRefusedTextStaysUntilItIsSettled()
    {
        QFETCH(QString, settle);
        World world;
        const ArticleId id = articleInEditing(world);
        TestDesk &editor = world.desk(World::editor);
        TestDesk &other = world.desk(World::otherEditor);
        editor.network.isCut = true;
        write(editor, id, u"một hai ba bốn"_s);
        QVERIFY(editor.submit(moving(id, Step::RequestApproval)));
        QVERIFY(other.submit(moving(id, Step::RequestApproval)));
        world.run(5s);
        // Of another article, given later: it does not wait.
        const ArticleId draft = ArticleId::create(world.clock, world.dice);
        editor.type(draft, world.content(u"Nháp"_s));
        editor.save(draft);
        editor.network.isCut = false;
        QVERIFY(world.settle());

        QVERIFY(world.onServer(draft));
        ArticleView view = editor.view(id);
        QVERIFY(view.refused());
        QCOMPARE(view.refused()->step, Step::Save);
        QCOMPARE(view.refused()->refusal->code, ErrorCode::Forbidden);
        QCOMPARE(view.waiting.back().state, WaitingState::Behind);
        QCOMPARE(view.saved, SavedState::OnThisPc);
        QCOMPARE(view.article.content.lead, u"một hai ba bốn"_s);
        QCOMPARE(view.article.state, State::AwaitingApproval);
        QCOMPARE(world.onServer(id)->content.lead, u"một hai ba"_s);

        editor.crash();
        editor.start();
        QVERIFY(world.settle());
        QVERIFY(editor.view(id).refused());
        const RequestId request = editor.view(id).refused()->request;
        if (settle == "discard"_L1) {
            editor.tell(*editor.replica().discard(request));
            QVERIFY(world.settle());
            QCOMPARE(editor.view(id).saved, SavedState::Sent);
            QCOMPARE(editor.view(id).article.content.lead, u"một hai ba"_s);
            QVERIFY(editor.outbox().isEmpty());
        } else if (settle == "keep"_L1) {
            Changes changes;
            const auto kept = editor.replica().keepAsNewDraft(id, changes);
            QVERIFY(kept);
            editor.tell(changes);
            QVERIFY(world.settle());
            QCOMPARE(world.onServer(*kept)->content.lead, u"một hai ba bốn"_s);
            QCOMPARE(world.onServer(*kept)->author, editor.user.id);
            QCOMPARE(editor.view(id).article.content.lead, u"một hai ba"_s);
            QVERIFY(editor.outbox().isEmpty());
        } else {
            QVERIFY(other.submit(moving(id, Step::ReturnToEditor)));
            QVERIFY(world.settle());
            editor.tell(*editor.replica().retry(request));
            QVERIFY(world.settle());
            QVERIFY(editor.outbox().isEmpty());
            QCOMPARE(world.onServer(id)->content.lead, u"một hai ba bốn"_s);
            QCOMPARE(world.onServer(id)->state, State::AwaitingApproval);
        }
    }

    void anEndedSessionKeepsTheOutbox()
    {
        World world;
        const ArticleId id = articleInEditing(world);
        TestDesk &editor = world.desk(World::editor);
        world.serverTrouble = 401;
        write(editor, id, u"một hai ba bốn"_s);
        // A 401 without our error body is some network's sign-in page; ours has one.
        world.run(2min);
        QCOMPARE(editor.sessionsEnded, 0);
        world.serverTrouble.reset();
        world.revokeSessions = true;
        world.run(2min);
        QCOMPARE(editor.sessionsEnded, 1);
        QCOMPARE(editor.outbox().commands.size(), 1U);
        QVERIFY(!editor.engine().wakeAt());
        world.revokeSessions = false;
        editor.engine().setToken(editor.user.id.toText());
        QVERIFY(world.settle());
        QVERIFY(editor.outbox().isEmpty());
        QCOMPARE(world.onServer(id)->content.lead, u"một hai ba bốn"_s);
    }

    // Whatever is between desk and server may answer in its place: that refuses nothing.
    void aStrangersAnswerRefusesNothing_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {200, 302, 400, 403, 404, 409, 413, 500, 502, 503})
            QTest::addRow("%d", status) << status;
    }
    void aStrangersAnswerRefusesNothing()
    {
        QFETCH(int, status);
        World world;
        const ArticleId id = articleInEditing(world);
        TestDesk &editor = world.desk(World::editor);
        world.serverTrouble = status;
        write(editor, id, u"một hai ba bốn"_s);
        world.run(5min);
        QVERIFY(editor.problems.empty());
        QCOMPARE(editor.engine().connection().connection, Connection::NoNetwork);
        QCOMPARE(editor.outbox().commands.size(), 1U);
        world.serverTrouble.reset();
        QVERIFY(world.settle());
        QVERIFY(editor.outbox().isEmpty());
        QCOMPARE(world.onServer(id)->version, 2);
    }

    void itComesBackWithinAMinuteAndNotAllAtOnce()
    {
        World world;
        QVERIFY(world.settle());
        world.setServerUp(false);
        std::set<Instant> times;
        world.run(30min);
        for (int i = 0; i < World::deskCount; ++i) {
            const auto at = world.desk(i).engine().wakeAt();
            QVERIFY(at);
            QVERIFY(*at - world.clock.now() <= 60s);
            times.insert(*at);
        }
        QVERIFY(times.size() > 1);
        world.setServerUp(true);
        world.desk(0).engine().tryNow();
        world.run(1s);
        QCOMPARE(world.desk(0).engine().connection().connection, Connection::Online);
    }

    void aClockThatJumpsBackStopsNothing()
    {
        World world;
        QVERIFY(world.settle());
        TestDesk &reporter = world.desk(World::reporter);
        world.setServerUp(false);
        world.run(10min);
        reporter.clock.skew = -std::chrono::years(10);
        world.setServerUp(true);
        reporter.engine().wake();
        world.run(2min);
        QCOMPARE(reporter.engine().connection().connection, Connection::Online);
    }

    void aClockThatIsWrongIsSaidAndHoursGoByTheServers_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<int>("minutes"); // that are told; 0: nothing
        QTest::newRow("right") << 0 << 0;
        QTest::newRow("a minute fast") << 60 << 0;
        QTest::newRow("25 minutes fast") << 25 * 60 << 25;
        QTest::newRow("25 minutes slow") << -25 * 60 << -25;
        QTest::newRow("as if it were UTC") << -7 * 3600 << -7 * 60;
        QTest::newRow("a dead battery") << -6 * 365 * 24 * 3600 << -6 * 365 * 24 * 60;
    }
    void aClockThatIsWrongIsSaidAndHoursGoByTheServers()
    {
        QFETCH(const int, seconds);
        QFETCH(const int, minutes);
        World world;
        TestDesk &reporter = world.desk(World::reporter);
        reporter.clock.skew = std::chrono::seconds(seconds);
        QVERIFY(world.settle());
        world.run(2min); // a few answers
        const auto ahead = reporter.engine().connection().clockAhead;
        QCOMPARE(int(ahead.value_or(0min).count()), minutes);
        QVERIFY(!world.desk(World::editor).engine().connection().clockAhead);
        reporter.clock.skew = Milliseconds(0); // it was set
        world.run(2min);
        QVERIFY(!reporter.engine().connection().clockAhead);
    }

    // The dialog offers hours by the server's clock, so a step is tried here by that too.
    void anHourIsJudgedByTheServersClock()
    {
        World world;
        const ArticleId id = articleInEditing(world);
        QVERIFY(world.desk(World::editor).submit(moving(id, Step::RequestApproval)));
        QVERIFY(world.settle());
        TestDesk &chair = world.desk(World::chair);
        const QString hash = world.onServer(id)->contentHash;
        QVERIFY(chair.submit(Approve{.target = itemKey(id), .version = 0, .contentHash = hash, .note = {}}));
        QVERIFY(world.settle());
        chair.clock.skew = 72h;
        world.run(2min);
        chair.network.isCut = true;
        const Instant hour = world.clock.now() + 1h;
        const auto given = chair.submit(Schedule{.target = itemKey(id), .version = 0, .at = hour});
        QVERIFY2(given, qPrintable(given ? QString() : given.error().subject));
        QCOMPARE(chair.view(id).article.state, State::Scheduled); // replayed as it was given
        chair.network.isCut = false;
        QVERIFY(world.settle());
        QCOMPARE(world.onServer(id)->scheduledAt, std::optional(hour));
    }

    // What waits here is listed by the server's clock too: not from the future, and not before what came later.
    void whatIsNotSentYetIsTimedByTheServersClock()
    {
        World world;
        TestDesk &reporter = world.desk(World::reporter);
        reporter.clock.skew = 3h;
        QVERIFY(world.settle());
        world.run(2min);
        QCOMPARE(reporter.engine().connection().clockAhead, std::optional(180min));
        reporter.network.isCut = true;
        const auto id = ArticleId::create(world.clock, world.dice);
        reporter.type(id, world.content(u"Bài"_s, u"một"_s));
        reporter.save(id);
        const auto listed = [&] { return reporter.replica().line(id)->value().updatedAt; };
        QVERIFY(listed() <= world.clock.now());
        QVERIFY(listed() >= world.clock.now() - 5min);
        reporter.network.isCut = false;
        QVERIFY(world.settle());
        QVERIFY(listed() <= world.clock.now());
        // And of an article that the server has.
        reporter.network.isCut = true;
        const ArticleView view = reporter.view(id);
        Content content = view.article.content;
        content.lead = u"một hai"_s;
        reporter.type(id, content, view.base);
        QVERIFY(listed() <= world.clock.now());
        QVERIFY(listed() >= view.article.updatedAt);
    }

    void workingOfflineLeavesTheNetworkAlone()
    {
        World world;
        const ArticleId id = articleInEditing(world);
        TestDesk &editor = world.desk(World::editor);
        editor.engine().setOffline(true);
        write(editor, id, u"một hai ba bốn"_s);
        world.run(10min);
        QCOMPARE(editor.engine().connection().connection, Connection::Offline);
        QCOMPARE(world.onServer(id)->version, 1);
        editor.engine().setOffline(false);
        QVERIFY(world.settle());
        QCOMPARE(world.onServer(id)->version, 2);
    }

    void aRestoredServerGetsWhatItLost()
    {
        World world;
        const ArticleId kept = articleInEditing(world, u"cũ"_s);
        QVERIFY(world.settle());
        world.backUp();
        TestDesk &reporter = world.desk(World::reporter);
        TestDesk &editor = world.desk(World::editor);
        // After the backup: a new version, a new article, and work that never reached the server.
        write(editor, kept, u"cũ mới"_s);
        const ArticleId lost = ArticleId::create(world.clock, world.dice);
        reporter.type(lost, world.content(u"Sau bản sao"_s, u"chữ"_s));
        reporter.save(lost);
        QVERIFY(world.settle());
        QCOMPARE(world.onServer(kept)->version, 2);
        for (int i = 0; i < World::deskCount; ++i)
            world.desk(i).network.isCut = true;
        write(editor, kept, u"cũ mới nữa"_s);
        world.run(1s);
        world.restore();
        QCOMPARE(world.onServer(kept)->content.lead, u"cũ"_s);
        QVERIFY(!world.onServer(lost));
        for (int i = 0; i < World::deskCount; ++i)
            world.desk(i).network.isCut = false;
        QVERIFY(world.settle());

        QCOMPARE(world.onServer(kept)->content.lead, u"cũ mới nữa"_s);
        QVERIFY(world.onServer(lost));
        QCOMPARE(world.onServer(lost)->content.lead, u"chữ"_s);
        QCOMPARE(world.onServer(lost)->author, reporter.user.id);
        for (int i = 0; i < World::deskCount; ++i) {
            QVERIFY(world.desk(i).outbox().isEmpty());
            QCOMPARE(world.desk(i).replica().position().epoch, u"restored"_s);
        }
        QCOMPARE(*world.desk(World::otherEditor).confirmed(kept), *world.onServer(kept));
        QCOMPARE(*reporter.confirmed(lost), *world.onServer(lost));
    }

    // The save was at the server before the backup; its answer was lost, and then the server was restored.
    void aCommandThatTheBackupHoldsIsNotDoneAgain()
    {
        World world;
        const ArticleId id = articleInEditing(world);
        TestDesk &editor = world.desk(World::editor);
        editor.network.loseNextAnswer.insert(commands);
        write(editor, id, u"một hai ba bốn"_s);
        world.run(1s);
        world.backUp();
        world.restore();
        QVERIFY(world.settle());
        QVERIFY(editor.outbox().isEmpty());
        QCOMPARE(world.onServer(id)->version, 2);
        for (const auto &[request, times] : world.executions())
            QCOMPARE(times, 1);
    }

    void whatIsWithdrawnIsGoneAndOwnTextStays()
    {
        World world;
        TestDesk &reporter = world.desk(World::reporter);
        TestDesk &editor = world.desk(World::editor);
        const ArticleId id = articleInEditing(world);
        editor.network.isCut = true;
        write(editor, id, u"một hai ba bốn"_s);
        QVERIFY(world.desk(World::otherEditor).submit(moving(id, Step::ReturnToAuthor)));
        QVERIFY(world.settle());
        QVERIFY(reporter.submit(submitting(id)));
        QVERIFY(world.settle());
        QVERIFY(reporter.submit(moving(id, Step::Withdraw)));
        world.run(5s);
        editor.network.isCut = false;
        QVERIFY(world.settle());
        // A draft again, private to its author; the editor's own words are still on his desk.
        QVERIFY(!editor.confirmed(id));
        const ArticleView view = editor.view(id);
        QVERIFY(view.isGone);
        QVERIFY(view.refused());
        QCOMPARE(view.article.content.lead, u"một hai ba bốn"_s);
        QVERIFY(view.allowedSteps.empty());
        QVERIFY((*editor.replica().list({}, {})).count >= 1);
    }

    // To a desk that does not know the step, nothing seems to have been decided since.
    void whatAStepOfANewerServerLedToIsTaken()
    {
        World world;
        const ArticleId id = articleInEditing(world);
        world.stepOfNewerProgram(id, u"nộp lưu trữ"_s);
        QVERIFY(world.settle());
        for (const int desk : {World::reporter, World::editor, World::chair}) {
            QCOMPARE(world.desk(desk).confirmed(id)->reason, u"nộp lưu trữ"_s);
            QCOMPARE(world.desk(desk).view(id).decisions.size(), world.serverSnapshot(id).decisions.size());
        }
    }

    void aTextThatCannotBeStoredStaysInTheJournal()
    {
        World world;
        QVERIFY(world.settle());
        TestDesk &reporter = world.desk(World::reporter);
        const ArticleId id = ArticleId::create(world.clock, world.dice);
        Content content = world.content(QString(ContentLimits::title + 1, u'x'));
        reporter.type(id, content);
        const auto saved = reporter.replica().save(itemKey(id));
        QVERIFY(!saved);
        QCOMPARE(saved.error().subject, u"content.title"_s);
        reporter.crash();
        reporter.start();
        QCOMPARE(reporter.view(id).article.content.title, content.title);
        QCOMPARE(reporter.view(id).saved, SavedState::OnThisPc);
    }

    // A newer server may say what this program cannot read: it goes on, tells of it once, and asks again when it
    // starts.
    void anUnreadableArticleStopsNothing()
    {
        World world;
        const ArticleId id = articleInEditing(world);
        Replica &replica = world.desk(World::editor).replica();
        const qint64 sequence = replica.position().sequence;
        IncomingPage page(
            {.epoch = replica.position().epoch,
             .next = sequence + 2,
             .newest = sequence + 2,
             .more = false,
             .now = 0,
             .entries = {{.sequence = sequence + 1,
                          .noun = u"article"_s,
                          .id = id.toText(),
                          .value = jsonText({{u"id"_s, id.toText()}, {u"state"_s, u"fromTheFuture"_s}})},
                         {.sequence = sequence + 2, .noun = u"newNoun"_s, .id = u"1"_s, .value = jsonText({})}},
             .view = {}},
            replica.rules());
        std::size_t from = 0;
        const auto changes = replica.apply(page, from);
        QVERIFY(changes);
        QCOMPARE(changes->problems.size(), 1U);
        QCOMPARE(changes->problems[0].error.code, ErrorCode::Unsupported);
        QCOMPARE(replica.position().sequence, sequence + 2);
        world.desk(World::editor).crash();
        world.desk(World::editor).start();
        QVERIFY(!world.desk(World::editor).replica().hasView()); // all is pulled
        QVERIFY(world.settle());
        QVERIFY(world.desk(World::editor).confirmed(id));
    }

    // A full pull at every start would cost a newer server's every old desk minutes of every morning.
    void whatStaysUnreadableIsAskedForOnceByEachProgram()
    {
        World world;
        const ArticleId id = articleInEditing(world);
        TestDesk &desk = world.desk(World::editor);
        const auto takeUnreadable = [&] {
            const qint64 sequence = std::max<qint64>(desk.replica().position().sequence, 1);
            IncomingPage page(
                {.epoch = desk.replica().position().epoch,
                 .next = sequence + 1,
                 .newest = sequence + 1,
                 .more = false,
                 .now = 0,
                 .entries = {{.sequence = sequence + 1,
                              .noun = u"article"_s,
                              .id = id.toText(),
                              .value = jsonText({{u"id"_s, id.toText()}, {u"state"_s, u"fromTheFuture"_s}})}},
                 .view = {}},
                desk.replica().rules());
            std::size_t from = 0;
            return desk.replica().apply(page, from).ok();
        };
        const auto pullsAllAfterStart = [&] {
            desk.crash();
            desk.start();
            return !desk.replica().hasView();
        };
        QVERIFY(takeUnreadable());
        QVERIFY(pullsAllAfterStart());
        QVERIFY(world.settle());
        QVERIFY(takeUnreadable());
        QVERIFY(!pullsAllAfterStart());
        QVERIFY(!pullsAllAfterStart());
        {
            auto transaction = Transaction::begin(desk.replica().database(), Access::Write);
            QVERIFY(DeskStore(*transaction).setFact(u"unreadBy"_s, u"an older program"_s));
            QVERIFY(transaction->commit());
        }
        QVERIFY(pullsAllAfterStart());
        QVERIFY(world.settle());
        QVERIFY(desk.confirmed(id));
        QVERIFY(!pullsAllAfterStart());
    }

    void aLongPullTellsHowFarItIs()
    {
        World world;
        QVERIFY(world.settle());
        TestDesk &desk = world.desk(World::reporter);
        desk.crash();
        saveOnServer(world, 450);
        desk.start();
        desk.progress.clear();
        QVERIFY(world.settle());
        QCOMPARE(desk.progress, std::vector<int>({44, 88})); // 200 and 400 of 450
        QCOMPARE(desk.engine().connection().received, std::nullopt);
    }

    // With other rights all that they may show is pulled, the newest first, while the live feed goes on.
    void aPullTellsHowFarItIs()
    {
        World world;
        saveOnServer(world, 300);
        QVERIFY(world.settle());
        TestDesk &desk = world.desk(World::reporter);
        desk.crash();
        saveOnServer(world, 100);
        User promoted = desk.user;
        promoted.grants.push_back({.role = Role::Editor, .section = {}});
        world.changeUser(World::reporter, promoted);
        saveOnServer(world, 200);
        desk.start();
        desk.progress.clear();
        QVERIFY(world.settle());
        QVERIFY(std::ranges::is_sorted(desk.progress));
        for (const int told : {32, 65, 98}) // 200, 400 and 600 of all
            QVERIFY(std::ranges::find(desk.progress, told) != desk.progress.end());
    }
};

QTEST_GUILESS_MAIN(TestSyncTrouble)
#include "tst_synctrouble.moc"
