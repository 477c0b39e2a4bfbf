#include "sync/World.h"

#include "document/Builders.h"
#include "domain/ContentMerge.h"
#include "protocol/ArticleJson.h"
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

namespace {

const QString commands = u"/api/v1/commands"_s;

SubmitArticle submitting(ArticleId id)
{
    return {.article = id, .version = 0, .stateSecret = StateSecret::ConfirmedNone};
}

MoveArticle moving(ArticleId id, Step step)
{
    return {.article = id, .version = 0, .step = step, .reason = u"why"_s};
}

} // namespace

class TestSyncEngine : public QObject
{
    Q_OBJECT

private:
    // An article of the first reporter that the server has, in editing.
    static ArticleId articleInEditing(World &world, const QString &lead = u"một hai ba"_s)
    {
        TestDesk &reporter = world.desk(World::reporter);
        const ArticleId id = ArticleId::create(world.clock, world.dice);
        reporter.type(id, world.content(u"Bài"_s, lead));
        if (!world.settle() || !reporter.submit(submitting(id)) || !world.settle()
            || !world.desk(World::editor).submit(moving(id, Step::Claim)) || !world.settle())
            qFatal("an article did not get into editing");
        return id;
    }

    static Content withLead(Content content, const QString &lead)
    {
        content.lead = lead;
        return content;
    }

    static void write(TestDesk &desk, ArticleId id, const QString &lead)
    {
        const ArticleView view = desk.view(id);
        desk.type(id, withLead(view.article.content, lead), view.base);
        desk.save(id);
    }

private slots:
    void whatIsWrittenAndSubmittedWithoutANetworkGoesWhenItReturns()
    {
        World world;
        QVERIFY(world.settle());
        TestDesk &reporter = world.desk(World::reporter);
        reporter.network.isCut = true;
        const ArticleId id = ArticleId::create(world.clock, world.dice);
        reporter.type(id, world.content(u"Mưa lũ"_s, u"một"_s));
        QCOMPARE(reporter.view(id).saved, SavedState::OnThisPc);
        QVERIFY(reporter.submit(submitting(id)));
        world.run(10min);

        ArticleView view = reporter.view(id);
        QCOMPARE(view.article.state, State::Submitted);
        QCOMPARE(view.saved, SavedState::OnThisPc);
        QCOMPARE(view.confirmedVersion, 0);
        QCOMPARE(view.waiting.size(), 2U);
        QVERIFY(!world.onServer(id));
        QCOMPARE(reporter.engine().connection().connection, Connection::NoNetwork);

        reporter.network.isCut = false;
        QVERIFY(world.settle());
        view = reporter.view(id);
        QCOMPARE(view.article.state, State::Submitted);
        QCOMPARE(view.saved, SavedState::Sent);
        QVERIFY(view.waiting.empty());
        QCOMPARE(world.onServer(id)->state, State::Submitted);
        QCOMPARE(reporter.engine().connection().connection, Connection::Online);
        QVERIFY(world.desk(World::editor).confirmed(id));
        QVERIFY(!world.desk(World::otherReporter).confirmed(id));
    }

    void aMessageThatTheNetworkSpoilsIsDoneOnce_data()
    {
        QTest::addColumn<bool>("loseRequest");
        QTest::addColumn<bool>("loseAnswer");
        QTest::addColumn<bool>("duplicate");
        QTest::addColumn<bool>("crash");
        QTest::newRow("lost on its way") << true << false << false << false;
        QTest::newRow("the answer is lost") << false << true << false << false;
        QTest::newRow("twice at the server") << false << false << true << false;
        QTest::newRow("twice, and the answer lost") << false << true << true << false;
        QTest::newRow("the desk crashes before the answer") << false << false << false << true;
        QTest::newRow("the desk crashes, the answer was lost") << false << true << false << true;
    }
    void aMessageThatTheNetworkSpoilsIsDoneOnce()
    {
        QFETCH(bool, loseRequest);
        QFETCH(bool, loseAnswer);
        QFETCH(bool, duplicate);
        QFETCH(bool, crash);
        World world;
        const ArticleId id = articleInEditing(world);
        TestDesk &editor = world.desk(World::editor);
        if (loseRequest)
            editor.network.loseNextRequest.insert(commands);
        if (loseAnswer)
            editor.network.loseNextAnswer.insert(commands);
        if (duplicate)
            editor.network.duplicateNext.insert(commands);
        write(editor, id, u"một hai ba bốn"_s);
        if (crash) {
            world.run(2ms);
            editor.crash();
            world.run(1s);
            editor.start();
        }
        QVERIFY(world.settle());
        QCOMPARE(world.onServer(id)->version, 2);
        QCOMPARE(world.onServer(id)->content.lead, u"một hai ba bốn"_s);
        QVERIFY(editor.outbox().isEmpty());
        for (const auto &[request, times] : world.executions())
            QCOMPARE(times, 1);
        QCOMPARE(editor.view(id).article.version, 2);
    }

    void twoWhoWriteAtOnceKeepAllTheirWords()
    {
        World world;
        const ArticleId id = articleInEditing(world);
        TestDesk &one = world.desk(World::editor);
        TestDesk &other = world.desk(World::otherEditor);
        one.network.isCut = true;
        write(one, id, u"đầu một hai ba"_s);
        write(other, id, u"một hai ba cuối"_s);
        world.run(1s);
        one.network.isCut = false;
        one.engine().tryNow();
        QVERIFY(world.settle());
        for (TestDesk *desk : {&one, &other, &world.desk(World::reporter)})
            QCOMPARE(desk->confirmed(id)->content.lead, u"đầu một hai ba cuối"_s);
        QCOMPARE(one.view(id).saved, SavedState::Sent);
    }

    // The save is under way, its answer brings others' words, and the person has typed on meanwhile.
    void whatIsTypedWhileASaveIsUnderWayIsCarriedOver()
    {
        World world;
        const ArticleId id = articleInEditing(world);
        TestDesk &one = world.desk(World::editor);
        TestDesk &other = world.desk(World::otherEditor);
        one.network.longestDelay = 1ms;
        const ArticleView opened = one.view(id);
        // The other's version is at the server, and the line drops before this desk has heard of it.
        one.network.isCut = true;
        write(other, id, u"một hai ba cuối"_s);
        world.run(1s);
        one.type(id, withLead(opened.article.content, u"đầu một hai ba"_s), opened.base);
        one.save(id);
        one.network.isCut = false;
        one.network.loseNextAnswer.insert(commands);
        one.engine().tryNow();
        world.run(3ms);
        const Content typedOn = withLead(opened.article.content, u"đầu một hai giữa ba"_s);
        one.type(id, typedOn, opened.base);
        QCOMPARE(one.view(id).saved, SavedState::OnThisPc);
        QVERIFY(world.settle());

        // Not saved yet, but it stands on the merged text now.
        const ArticleView merged = one.view(id);
        QCOMPARE(merged.article.content.lead, u"đầu một hai giữa ba cuối"_s);
        QVERIFY(merged.base != opened.base);
        // The editor has not taken it over yet and types on: nothing is lost on either side.
        one.type(id, withLead(typedOn, u"đầu một hai giữa ba bốn"_s), opened.base);
        const QString lead = one.view(id).article.content.lead;
        for (const QString &word : {u"đầu"_s, u"giữa"_s, u"bốn"_s, u"cuối"_s})
            QCOMPARE(lead.split(u' ').count(word), 1);
        one.save(id);
        QVERIFY(world.settle());
        QCOMPARE(world.onServer(id)->content.lead, lead);
        QCOMPARE(one.view(id).saved, SavedState::Sent);
    }

    void typingBeforeASaveHasGoneGoesWithIt()
    {
        World world;
        const ArticleId id = articleInEditing(world);
        TestDesk &editor = world.desk(World::editor);
        editor.network.isCut = true;
        world.run(2min);
        for (const QString &lead : {u"một"_s, u"một hai"_s, u"một hai ba bốn năm"_s})
            write(editor, id, lead);
        QCOMPARE(editor.outbox().commands.size(), 1U);
        editor.network.isCut = false;
        QVERIFY(world.settle());
        QCOMPARE(world.onServer(id)->version, 2);
        QCOMPARE(world.onServer(id)->content.lead, u"một hai ba bốn năm"_s);
    }

    void aStepBehindASaveNamesTheVersionThatTheServerMade()
    {
        World world;
        const ArticleId id = articleInEditing(world);
        TestDesk &one = world.desk(World::editor);
        one.network.isCut = true;
        write(one, id, u"đầu một hai ba"_s);
        QVERIFY(one.submit(moving(id, Step::RequestApproval)));
        world.run(1s);
        one.network.isCut = false;
        QVERIFY(world.settle());
        QVERIFY(one.outbox().isEmpty());
        const Article article = *world.onServer(id);
        QCOMPARE(article.state, State::AwaitingApproval);
        QCOMPARE(article.version, 2);
    }

    // Each step that answers for a text, given behind a text that the server merges with another's: refused, and told.
    void noStepThatVouchesIsCarriedToATextThatItsGiverNeverSaw_data()
    {
        QTest::addColumn<bool>("isFeedFirst"); // the other's text comes before this desk's own is offered
        QTest::newRow("merged by the server") << false;
        QTest::newRow("merged here") << true;
    }
    void noStepThatVouchesIsCarriedToATextThatItsGiverNeverSaw()
    {
        QFETCH(bool, isFeedFirst);
        World world;
        const ArticleId id = articleInEditing(world);
        TestDesk &one = world.desk(World::editor);
        one.network.isCut = true;
        write(world.desk(World::otherEditor), id, u"một hai ba cuối"_s);
        write(one, id, u"đầu một hai ba"_s);
        QVERIFY(one.submit(moving(id, Step::RequestApproval)));
        QCOMPARE(one.view(id).article.state, State::AwaitingApproval);
        world.run(1s);
        if (isFeedFirst)
            one.network.loseNextRequest.insert(commands);
        one.network.isCut = false;
        QVERIFY(world.settle());
        const Article article = *world.onServer(id);
        QCOMPARE(article.content.lead, u"đầu một hai ba cuối"_s);
        QCOMPARE(article.state, State::InEditing);
        QVERIFY(one.view(id).refused());
        QCOMPARE(one.view(id).refused()->step, Step::RequestApproval);
        QCOMPARE(one.view(id).refused()->refusal->subject, u"article.contentHash"_s);
        QCOMPARE(one.problems.size(), 1U);

        // Offered again it is still of what was read then; given anew it is of what stands there now.
        const auto changes = one.replica().retry(one.view(id).refused()->request);
        QVERIFY(changes);
        one.tell(*changes);
        QVERIFY(world.settle());
        QCOMPARE(world.onServer(id)->state, State::InEditing);
        QVERIFY(one.submit(moving(id, Step::RequestApproval)));
        QVERIFY(world.settle());
        QCOMPARE(world.onServer(id)->state, State::AwaitingApproval);
        QVERIFY(one.outbox().isEmpty());
    }

    void aChairsOwnCorrectionGoesOnAndIsTakenBackWithoutANetwork()
    {
        World world;
        const ArticleId id = articleInEditing(world);
        TestDesk &editor = world.desk(World::editor);
        QVERIFY(editor.submit(moving(id, Step::RequestApproval)));
        QVERIFY(world.settle());
        editor.network.isCut = true; // what waits here counts for what comes next
        QVERIFY(editor.submit(moving(id, Step::Revoke)));
        QCOMPARE(editor.view(id).article.state, State::InEditing);
        QVERIFY(editor.submit(moving(id, Step::RequestApproval)));
        editor.network.isCut = false;
        QVERIFY(world.settle());
        TestDesk &chair = world.desk(World::chair);
        const Article read = chair.view(id).article;
        chair.network.isCut = true;
        QVERIFY(chair.submit(
            ApproveArticle{.article = id, .version = read.version, .contentHash = read.contentHash, .note = {}}));
        const auto allowed = chair.view(id).allowedSteps;
        QVERIFY(std::ranges::find(allowed, Step::Revoke) != allowed.end());
        QVERIFY(chair.submit(moving(id, Step::Revoke)));
        QCOMPARE(chair.view(id).article.state, State::AwaitingApproval);
        QVERIFY(!chair.view(id).article.approval);
        QVERIFY(chair.submit(
            ApproveArticle{.article = id, .version = read.version, .contentHash = read.contentHash, .note = {}}));
        QVERIFY(chair.submit(PublishArticle{.article = id, .version = 0}));
        chair.network.isCut = false;
        QVERIFY(world.settle());
        QCOMPARE(world.onServer(id)->state, State::Published);

        QVERIFY(chair.submit(moving(id, Step::Correct)));
        write(chair, id, u"một hai"_s);
        QVERIFY(chair.submit(moving(id, Step::RequestApproval)));
        QVERIFY(world.settle());
        QCOMPARE(world.onServer(id)->state, State::AwaitingApproval);
        const auto line = chair.replica().line(id);
        QVERIFY(line && *line);
        QCOMPARE((*line)->trail.openedBy, chair.user.id);
        const auto page = chair.replica().list(
            {.scope = ListScope::All, .state = State::AwaitingApproval, .section = {}, .titleContains = {}},
            std::nullopt);
        QVERIFY(page && page->lines.size() == 1);
        QCOMPARE(page->lines.front().trail, (*line)->trail);
    }

    void anApprovalIsOfWhatTheChairRead()
    {
        World world;
        const ArticleId id = articleInEditing(world);
        QVERIFY(world.desk(World::editor).submit(moving(id, Step::RequestApproval)));
        QVERIFY(world.settle());
        TestDesk &chair = world.desk(World::chair);
        const Article read = chair.view(id).article;
        chair.network.isCut = true;
        QVERIFY(chair.submit(
            ApproveArticle{.article = id, .version = read.version, .contentHash = read.contentHash, .note = {}}));
        QCOMPARE(chair.view(id).article.state, State::Approved);
        // Meanwhile it goes back to editing, changes, and comes again.
        TestDesk &editor = world.desk(World::editor);
        QVERIFY(editor.submit(moving(id, Step::ReturnToEditor)));
        write(editor, id, u"khác hẳn"_s);
        QVERIFY(editor.submit(moving(id, Step::RequestApproval)));
        world.run(5s);
        chair.network.isCut = false;
        QVERIFY(world.settle());
        QCOMPARE(world.onServer(id)->state, State::AwaitingApproval);
        QCOMPARE(chair.view(id).article.state, State::AwaitingApproval);
        QCOMPARE(chair.problems.size(), 1U);
        QVERIFY(chair.view(id).refused());
        QCOMPARE(chair.view(id).refused()->refusal->code, ErrorCode::Conflict);

        // Approving what it is now settles the refusal.
        const Article now = chair.view(id).article;
        QVERIFY(chair.submit(
            ApproveArticle{.article = id, .version = now.version, .contentHash = now.contentHash, .note = {}}));
        QVERIFY(world.settle());
        QVERIFY(chair.outbox().isEmpty());
        QCOMPARE(world.onServer(id)->state, State::Approved);
    }

    void theThreeStatesDoNotLie()
    {
        World world;
        const ArticleId id = articleInEditing(world);
        QVERIFY(world.desk(World::editor).submit(moving(id, Step::RequestApproval)));
        QVERIFY(world.settle());
        TestDesk &chair = world.desk(World::chair);
        const Article read = chair.view(id).article;
        chair.network.isCut = true;
        QVERIFY(chair.submit(
            ApproveArticle{.article = id, .version = read.version, .contentHash = read.contentHash, .note = {}}));
        QVERIFY(chair.submit(PublishArticle{.article = id, .version = 0}));
        // Done here, asked for there: readers do not see it yet, and it has no number.
        QCOMPARE(chair.view(id).article.state, State::Published);
        QCOMPARE(chair.view(id).saved, SavedState::Sent);
        QCOMPARE(chair.view(id).article.publication->number, 0);
        chair.network.isCut = false;
        QVERIFY(world.settle());
        QCOMPARE(chair.view(id).saved, SavedState::Published);
        QCOMPARE(chair.view(id).article.publication->number, 1);
        QCOMPARE((*chair.replica().line(id))->saved, SavedState::Published);
        QCOMPARE(world.desk(World::reporter).view(id).saved, SavedState::Published);
        // A correction under way: readers see the version before.
        QVERIFY(chair.submit(moving(id, Step::Correct)));
        write(chair, id, u"một hai"_s);
        QCOMPARE(chair.view(id).saved, SavedState::OnThisPc);
        QVERIFY(world.settle());
        QCOMPARE(chair.view(id).saved, SavedState::Sent);
    }

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

    void otherRightsShowOtherArticles()
    {
        World world;
        const ArticleId id = articleInEditing(world);
        TestDesk &other = world.desk(World::otherReporter);
        QVERIFY(!other.confirmed(id));
        User promoted = other.user;
        promoted.grants = {{.role = Role::Editor, .section = {}}};
        world.changeUser(World::otherReporter, promoted);
        QVERIFY(world.settle());
        QVERIFY(other.confirmed(id));
    }

    void stepsThatNeedPicturesWaitForThem()
    {
        World world;
        const ArticleId id = articleInEditing(world);
        TestDesk &editor = world.desk(World::editor);
        const PictureEntry picture{.media = MediaId::create(world.clock, world.dice),
                                   .sha256 = QString(64, u'a'),
                                   .name = u"ảnh.jpg"_s,
                                   .size = 10,
                                   .width = 4,
                                   .height = 3,
                                   .uploadAddress = {},
                                   .sent = 0,
                                   .error = {},
                                   .addedAt = world.clock.now()};
        QVERIFY(editor.replica().putPicture(picture));
        ArticleView view = editor.view(id);
        Content content = view.article.content;
        content.body = bodyWithPicture(picture.media);
        editor.type(id, content, view.base);
        QVERIFY(editor.submit(moving(id, Step::RequestApproval)));
        QVERIFY(world.settle());
        QCOMPARE(world.onServer(id)->state, State::InEditing);
        view = editor.view(id);
        QCOMPARE(view.article.state, State::AwaitingApproval);
        QCOMPARE(view.waiting.front().state, WaitingState::WaitingForPictures);

        world.addMedia({.id = picture.media,
                        .sha256 = picture.sha256,
                        .format = u"jpeg"_s,
                        .width = 4,
                        .height = 3,
                        .size = 10,
                        .name = picture.name,
                        .uploadedBy = editor.user.id,
                        .createdAt = world.clock.now()});
        QVERIFY(world.settle());
        QCOMPARE(world.onServer(id)->state, State::AwaitingApproval);
        QVERIFY(editor.outbox().isEmpty());
    }

    void aListShowsWhatIsOnlyHereAmongTheRest()
    {
        World world;
        TestDesk &reporter = world.desk(World::reporter);
        std::set<ArticleId> all;
        for (int i = 0; i < listPage + 20; ++i) {
            const ArticleId id = ArticleId::create(world.clock, world.dice);
            QVERIFY(world.runOnServer(
                World::reporter, SaveArticle{.article = id, .base = 0, .content = world.content(u"Bài %1"_s.arg(i))}));
            all.insert(id);
            world.run(10ms);
        }
        QVERIFY(world.settle());
        reporter.network.isCut = true;
        // An old one is changed here and comes to the front; a new one is only here.
        const ArticleId old = *all.begin();
        ArticleView view = reporter.view(old);
        Content content = view.article.content;
        content.title = u"Đổi tên"_s;
        reporter.type(old, content, view.base);
        const ArticleId fresh = ArticleId::create(world.clock, world.dice);
        all.insert(fresh);
        world.run(1s);
        reporter.type(fresh, world.content(u"Mới tinh"_s));

        const auto first = reporter.replica().list({}, {});
        QVERIFY(first);
        QCOMPARE(first->count, qint64(all.size()));
        QCOMPARE(first->lines.size(), listPage);
        QCOMPARE(first->lines[0].id, fresh);
        QCOMPARE(first->lines[0].saved, SavedState::OnThisPc);
        QCOMPARE(first->lines[1].id, old);
        QCOMPARE(first->lines[1].title, u"Đổi tên"_s);
        QVERIFY(first->next);
        const auto second = reporter.replica().list({}, first->next);
        QVERIFY(!second->next);
        std::set<ArticleId> seen;
        for (const auto *page : {&*first, &*second}) {
            for (const ArticleLine &line : page->lines)
                QVERIFY(seen.insert(line.id).second);
        }
        QCOMPARE(seen, all);

        const auto found = reporter.replica().list(
            {.scope = ListScope::Mine, .state = {}, .section = {}, .titleContains = u"doi ten"_s}, {});
        QCOMPARE(found->count, 1);
        QCOMPARE(found->lines[0].id, old);
        QCOMPARE(reporter.replica()
                     .list({.scope = ListScope::All, .state = State::Submitted, .section = {}, .titleContains = {}}, {})
                     ->count,
                 0);
    }

    void aCommandThatBreaksARuleIsToldAtOnceAndNotKept()
    {
        World world;
        QVERIFY(world.settle());
        TestDesk &reporter = world.desk(World::reporter);
        const ArticleId id = ArticleId::create(world.clock, world.dice);
        reporter.type(id, world.content(u"Bài"_s));
        const auto refused = reporter.submit(SubmitArticle{.article = id, .version = 0});
        QVERIFY(!refused);
        QCOMPARE(refused.error().subject, u"article.stateSecret"_s);
        QVERIFY(world.settle());
        QVERIFY(reporter.outbox().isEmpty());
        // What was typed was saved all the same.
        QCOMPARE(world.onServer(id)->state, State::Draft);
    }

    void aTextThatCannotBeStoredStaysInTheJournal()
    {
        World world;
        QVERIFY(world.settle());
        TestDesk &reporter = world.desk(World::reporter);
        const ArticleId id = ArticleId::create(world.clock, world.dice);
        Content content = world.content(QString(ContentLimits::title + 1, u'x'));
        reporter.type(id, content);
        const auto saved = reporter.replica().save(id);
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
        const FeedPage page{
            .epoch = replica.position().epoch,
            .next = sequence + 2,
            .newest = sequence + 2,
            .more = false,
            .now = 0,
            .entries = {{.sequence = sequence + 1,
                         .noun = u"article"_s,
                         .id = id.toText(),
                         .value = QJsonObject{{u"id"_s, id.toText()}, {u"state"_s, u"fromTheFuture"_s}}},
                        {.sequence = sequence + 2, .noun = u"newNoun"_s, .id = u"1"_s, .value = QJsonObject()}}};
        std::size_t from = 0;
        const auto changes = replica.apply(page, from);
        QVERIFY(changes);
        QCOMPARE(changes->problems.size(), 1U);
        QCOMPARE(changes->problems[0].error.code, ErrorCode::Unsupported);
        QCOMPARE(replica.position().sequence, sequence + 2);
        world.desk(World::editor).crash();
        world.desk(World::editor).start();
        QCOMPARE(world.desk(World::editor).replica().position().sequence, 0);
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
            const FeedPage page{
                .epoch = desk.replica().position().epoch,
                .next = sequence + 1,
                .newest = sequence + 1,
                .more = false,
                .now = 0,
                .entries = {{.sequence = sequence + 1,
                             .noun = u"article"_s,
                             .id = id.toText(),
                             .value = QJsonObject{{u"id"_s, id.toText()}, {u"state"_s, u"fromTheFuture"_s}}}}};
            std::size_t from = 0;
            return desk.replica().apply(page, from).ok();
        };
        const auto positionAfterStart = [&] {
            desk.crash();
            desk.start();
            return desk.replica().position().sequence;
        };
        QVERIFY(takeUnreadable());
        QCOMPARE(positionAfterStart(), qint64(0));
        QVERIFY(takeUnreadable());
        const qint64 position = desk.replica().position().sequence;
        QVERIFY(position > 0);
        QCOMPARE(positionAfterStart(), position);
        QCOMPARE(positionAfterStart(), position);
        {
            auto transaction = Transaction::begin(desk.replica().database(), Access::Write);
            QVERIFY(DeskStore(*transaction).setFact(u"unreadBy"_s, u"an older program"_s));
            QVERIFY(transaction->commit());
        }
        QCOMPARE(positionAfterStart(), qint64(0));
        QVERIFY(world.settle());
        QVERIFY(desk.confirmed(id));
        QVERIFY(positionAfterStart() > 0);
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

    // With other rights the feed begins anew in the middle of a pull, before the place where the pull began.
    void aPullThatBeginsAnewCountsFromThere()
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
        QCOMPARE(desk.progress, std::vector<int>({33, 65, 98})); // 200, 400 and 600 of all
    }

    void aServerThatDoesNotTellWhatIsNewestIsFollowed()
    {
        World world;
        world.isServerOfBefore = true;
        saveOnServer(world, 450);
        QVERIFY(world.settle());
        TestDesk &desk = world.desk(World::reporter);
        QCOMPARE(desk.engine().connection().connection, Connection::Online);
        // Nothing is told that nobody knows.
        QCOMPARE(desk.progress, std::vector<int>());
    }

private:
    static void saveOnServer(World &world, int count)
    {
        for (int i = 0; i < count; ++i) {
            const SaveArticle command{ArticleId::create(world.clock, world.dice), 0, world.content(u"Bài"_s)};
            if (!world.runOnServer(World::reporter, command))
                qFatal("an article was not saved");
        }
    }

    static QByteArray bodyWithPicture(MediaId media)
    {
        const QByteArray figure = "{'type':'figimage','attrs':{'media':'" + media.toText().toLatin1()
            + "','alt':'anh','width':4,'height':3}}";
        return QByteArray("{'type':'doc','content':[{'type':'figure','content':[" + figure
                          + ",{'type':'figcaption'}]}]}")
            .replace('\'', '"');
    }
};

QTEST_GUILESS_MAIN(TestSyncEngine)
#include "tst_syncengine.moc"
