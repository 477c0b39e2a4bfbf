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

class TestSyncEngine : public QObject
{
    Q_OBJECT

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
            Approve{.target = itemKey(id), .version = read.version, .contentHash = read.contentHash, .note = {}}));
        const auto allowed = chair.view(id).allowedSteps;
        QVERIFY(std::ranges::find(allowed, Step::Revoke) != allowed.end());
        QVERIFY(chair.submit(moving(id, Step::Revoke)));
        QCOMPARE(chair.view(id).article.state, State::AwaitingApproval);
        QVERIFY(!chair.view(id).article.approval);
        QVERIFY(chair.submit(
            Approve{.target = itemKey(id), .version = read.version, .contentHash = read.contentHash, .note = {}}));
        QVERIFY(chair.submit(Publish{.target = itemKey(id), .version = 0}));
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
            Approve{.target = itemKey(id), .version = read.version, .contentHash = read.contentHash, .note = {}}));
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
            Approve{.target = itemKey(id), .version = now.version, .contentHash = now.contentHash, .note = {}}));
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
            Approve{.target = itemKey(id), .version = read.version, .contentHash = read.contentHash, .note = {}}));
        QVERIFY(chair.submit(Publish{.target = itemKey(id), .version = 0}));
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
                World::reporter,
                Save{.target = itemKey(id), .base = 0, .content = canonicalBytes(world.content(u"Bài %1"_s.arg(i)))}));
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
        // What has no letter is in no title, also where it waits here alone.
        for (const QString &asked : {u"🙂"_s, u"?!"_s})
            QVERIFY(reporter.replica().list({.titleContains = asked}, {})->lines.isEmpty());
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
        const auto refused = reporter.submit(Submit{.target = itemKey(id), .version = 0});
        QVERIFY(!refused);
        QCOMPARE(refused.error().subject, u"article.stateSecret"_s);
        QVERIFY(world.settle());
        QVERIFY(reporter.outbox().isEmpty());
        // What was typed was saved all the same.
        QCOMPARE(world.onServer(id)->state, State::Draft);
    }
};

QTEST_GUILESS_MAIN(TestSyncEngine)
#include "tst_syncengine.moc"
