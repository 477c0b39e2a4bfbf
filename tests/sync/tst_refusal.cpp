// What becomes of what a person gave behind something that the server refuses, through engine, replica and server.
#include "sync/World.h"

#include <QTest>

using namespace toasoan;
using namespace toasoan::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Move moving(ArticleId id, Step step)
{
    return {.target = itemKey(id), .version = 0, .step = step, .reason = u"lý do"_s};
}

Approve approving(const Article &read)
{
    return {.target = itemKey(read.id), .version = read.version, .contentHash = read.contentHash, .note = {}};
}

void write(TestDesk &desk, ArticleId id, const QString &lead)
{
    const ArticleView view = desk.view(id);
    Content content = view.article.content;
    content.lead = lead;
    desk.type(id, content, view.base);
    desk.save(id);
}

// Article in editing; the other editor is a deputy of the chair too.
struct Newsroom
{
    Newsroom()
    {
        User both = deputy.user;
        both.grants.push_back({.role = Role::DeputyChair, .section = {}});
        world.changeUser(World::otherEditor, both);
        TestDesk &reporter = world.desk(World::reporter);
        reporter.type(id, world.content(u"Bài"_s, u"một hai ba"_s));
        const Submit submitting{.target = itemKey(id), .version = 0, .stateSecret = StateSecret::ConfirmedNone};
        if (!world.settle() || !reporter.submit(submitting) || !world.settle()
            || !editor.submit(moving(id, Step::Claim)) || !world.settle())
            qFatal("an article did not get into editing");
    }

    void requestApproval()
    {
        if (!editor.submit(moving(id, Step::RequestApproval)) || !world.settle())
            qFatal("an article did not get to the chair");
    }

    void publish()
    {
        requestApproval();
        if (!chair.submit(approving(chair.view(id).article))
            || !chair.submit(Publish{.target = itemKey(id), .version = 0}) || !world.settle())
            qFatal("an article was not published");
    }

    [[nodiscard]] Article onServer() { return *world.onServer(id); }

    World world;
    const ArticleId id = ArticleId::create(world.clock, world.dice);
    TestDesk &editor = world.desk(World::editor);
    TestDesk &deputy = world.desk(World::otherEditor);
    TestDesk &chair = world.desk(World::chair);
};

} // namespace

class TestRefusal : public QObject
{
    Q_OBJECT

    /// An item of the reporter that every desk knows as submitted; null if that failed.
    static ArticleId submittedItem(World &world)
    {
        TestDesk &reporter = world.desk(World::reporter);
        const auto id = ArticleId::create(world.clock, world.dice);
        reporter.type(id, world.content(u"Bài"_s, u"một hai ba"_s));
        const Submit submit{.target = itemKey(id), .version = 0, .stateSecret = StateSecret::ConfirmedNone};
        return world.settle() && reporter.submit(submit) && world.settle() ? id : ArticleId();
    }

private slots:
    // The chair approves and publishes without a network; meanwhile the deputy approves. Whatever the chair does about
    // the refused approval: it is not published by what he gave before.
    void nothingBehindARefusedStepIsPublished_data()
    {
        QTest::addColumn<bool>("isScheduled");
        QTest::addColumn<QString>("settle");
        QTest::addColumn<State>("end");
        QTest::newRow("discarded, scheduled there") << true << u"discard"_s << State::Scheduled;
        QTest::newRow("discarded") << false << u"discard"_s << State::Approved;
        QTest::newRow("the opposite is decided") << false << u"return"_s << State::InEditing;
        QTest::newRow("left as it is") << false << QString() << State::Approved;
    }
    void nothingBehindARefusedStepIsPublished()
    {
        QFETCH(bool, isScheduled);
        QFETCH(QString, settle);
        QFETCH(State, end);
        Newsroom room;
        room.requestApproval();
        TestDesk &chair = room.chair;
        chair.network.isCut = true;
        QVERIFY(chair.submit(approving(chair.view(room.id).article)));
        QVERIFY(chair.submit(Publish{.target = itemKey(room.id), .version = 0}));
        // Shown as he wants it; said as the server has it.
        QCOMPARE(chair.view(room.id).article.state, State::Published);
        QCOMPARE(chair.view(room.id).stateAtServer(), State::AwaitingApproval);
        QVERIFY(!chair.view(room.id).articleAtServer().publication);
        const Article read = room.deputy.view(room.id).article;
        QVERIFY(room.world.runOnServer(World::otherEditor, approving(read)));
        if (isScheduled)
            QVERIFY(room.world.runOnServer(
                World::otherEditor,
                Schedule{.target = itemKey(room.id), .version = read.version, .at = room.world.clock.now() + 24h}));
        chair.network.isCut = false;
        QVERIFY(room.world.settle());
        const ArticleView view = chair.view(room.id);
        QCOMPARE(view.waiting.size(), 2U);
        QCOMPARE(view.waiting.front().state, WaitingState::Refused);
        QCOMPARE(view.waiting.back().state, WaitingState::Behind);

        if (settle == "discard"_L1)
            chair.tell(*chair.replica().discard(view.waiting.front().request));
        else if (settle == "return"_L1)
            QVERIFY(chair.submit(moving(room.id, Step::ReturnToEditor)));
        QVERIFY(room.world.settle());
        room.world.run(10min);
        QCOMPARE(room.onServer().state, end);
        QCOMPARE(chair.outbox().isEmpty(), !settle.isEmpty());
    }

    // What only this desk takes for published is not offered to be taken down or corrected: readers do not have it.
    void whatFitsTheServerIsOffered()
    {
        Newsroom room;
        room.requestApproval();
        TestDesk &chair = room.chair;
        chair.network.isCut = true;
        QVERIFY(chair.submit(approving(chair.view(room.id).article)));
        QVERIFY(chair.submit(Publish{.target = itemKey(room.id), .version = 0}));
        const auto offers = [&](Step step) {
            const ArticleView view = chair.view(room.id);
            return std::ranges::find(view.allowedSteps, step) != view.allowedSteps.end()
                && std::ranges::find(view.stepsWithReason, step) != view.stepsWithReason.end();
        };
        QVERIFY(!offers(Step::Unpublish));
        QVERIFY(!offers(Step::Correct));
        chair.network.isCut = false;
        QVERIFY(room.world.settle());
        QVERIFY(offers(Step::Unpublish));
        QVERIFY(offers(Step::Correct));

        // Readers have it, whatever waits here: it can be taken down.
        chair.network.isCut = true;
        QVERIFY(chair.submit(moving(room.id, Step::Correct)));
        QVERIFY(offers(Step::Unpublish));
        QVERIFY(chair.submit(Unpublish{.target = itemKey(room.id), .version = 0, .reason = u"sai số liệu"_s}));
        QVERIFY(!offers(Step::Correct)); // it was not taken down yet
    }

    // A text is refused because the item is with the chair; what is typed on is sent by itself when it may go again.
    void noStepIsGivenForWordsThatWereTypedAfterIt()
    {
        Newsroom room;
        TestDesk &editor = room.editor;
        editor.network.isCut = true;
        write(editor, room.id, u"đã đọc"_s);
        QVERIFY(editor.submit(moving(room.id, Step::RequestApproval)));
        QVERIFY(room.world.runOnServer(
            World::otherEditor,
            Move{.target = itemKey(room.id), .version = 1, .step = Step::RequestApproval, .reason = {}}));
        editor.network.isCut = false;
        QVERIFY(room.world.settle());
        QVERIFY(editor.view(room.id).refused());
        QVERIFY(room.deputy.submit(moving(room.id, Step::Revoke)));
        QVERIFY(room.world.settle());

        write(editor, room.id, u"đã đọc, thêm sau"_s);
        QVERIFY(room.world.settle());
        QCOMPARE(room.onServer().content.lead, u"đã đọc, thêm sau"_s);
        QCOMPARE(room.onServer().state, State::InEditing);
        const ArticleView view = editor.view(room.id);
        QVERIFY(view.refused());
        QCOMPARE(view.refused()->step, Step::RequestApproval);
        QCOMPARE(view.refused()->refusal->subject, u"article.contentHash"_s);
    }

    // Whoever takes down what is wrong does not wait for a letter that is saved beside it.
    void aTakeDownGoesWhateverIsSavedMeanwhile()
    {
        Newsroom room;
        room.publish();
        QVERIFY(room.editor.submit(moving(room.id, Step::Correct)));
        QVERIFY(room.world.settle());
        room.chair.network.isCut = true;
        write(room.editor, room.id, u"một hai"_s);
        room.world.run(5s);
        QVERIFY(room.chair.submit(Unpublish{.target = itemKey(room.id), .version = 0, .reason = u"sai"_s}));
        room.chair.network.isCut = false;
        QVERIFY(room.world.settle());
        QCOMPARE(room.onServer().state, State::Unpublished);
        QVERIFY(room.onServer().publication->takenDownAt);
        QVERIFY(room.chair.outbox().isEmpty());
    }

    // A PC that was off meanwhile, or is new, has the text that is being corrected and not the one that is public.
    void aTakeDownGoesWithoutThePublishedText()
    {
        Newsroom room;
        room.requestApproval();
        room.deputy.network.isCut = true;
        const auto onServer = [&](int who, const Command &command) { return room.world.runOnServer(who, command); };
        QVERIFY(onServer(World::chair, approving(room.onServer())));
        const Version published = room.onServer().version;
        QVERIFY(onServer(World::chair, Publish{.target = itemKey(room.id), .version = published}));
        QVERIFY(onServer(
            World::editor,
            Move{.target = itemKey(room.id), .version = published, .step = Step::Correct, .reason = u"sai"_s}));
        Content content = room.onServer().content;
        content.lead = u"đang sửa"_s;
        QVERIFY(onServer(World::editor,
                         Save{.target = itemKey(room.id), .base = published, .content = canonicalBytes(content)}));
        room.deputy.network.isCut = false;
        QVERIFY(room.world.settle());
        QCOMPARE(room.deputy.view(room.id).article.version, published + 1);

        QVERIFY(room.deputy.submit(Unpublish{.target = itemKey(room.id), .version = 0, .reason = u"sai"_s}));
        QCOMPARE(room.deputy.view(room.id).article.state, State::Unpublished);
        QVERIFY(room.world.settle());
        QCOMPARE(room.onServer().state, State::Unpublished);
        QVERIFY(room.onServer().publication->takenDownAt);
        QVERIFY(room.deputy.outbox().isEmpty());
    }

    // A text of his own that the server refuses holds up what vouches for it, and nothing else.
    void aRefusedTextHoldsUpNoTakeDown()
    {
        Newsroom room;
        room.publish();
        QVERIFY(room.chair.submit(moving(room.id, Step::Correct)));
        QVERIFY(room.world.settle());
        room.chair.network.isCut = true;
        write(room.chair, room.id, u"chữ của chủ tịch"_s);
        QVERIFY(room.world.runOnServer(
            World::editor,
            Move{.target = itemKey(room.id), .version = 1, .step = Step::ReturnToAuthor, .reason = u"x"_s}));
        room.chair.network.isCut = false;
        QVERIFY(room.world.settle());
        QCOMPARE(room.chair.view(room.id).refused()->step, Step::Save);
        const auto approved = room.chair.submit(approving(room.chair.view(room.id).article));
        QCOMPARE(approved.error().subject, u"outbox.refused"_s);

        QVERIFY(room.chair.submit(Unpublish{.target = itemKey(room.id), .version = 0, .reason = u"sai"_s}));
        QVERIFY(room.world.settle());
        QCOMPARE(room.onServer().state, State::Unpublished);
        const ArticleView view = room.chair.view(room.id); // his words are still there to be settled
        QCOMPARE(view.waiting.size(), 1U);
        QCOMPARE(view.refused()->step, Step::Save);
        QCOMPARE(view.article.content.lead, u"chữ của chủ tịch"_s);
    }

    // What two wrote within the limits is kept whole, wherever it is merged.
    void aMergeOverTheLimitsIsTakenWhereverItIsMade_data()
    {
        QTest::addColumn<bool>("isMergedHere");
        QTest::newRow("by the server") << false;
        QTest::newRow("here, under what is being typed") << true;
    }
    void aMergeOverTheLimitsIsTakenWhereverItIsMade()
    {
        QFETCH(bool, isMergedHere);
        Newsroom room;
        const auto rewrite = [&](TestDesk &desk, const QString &word) {
            const ArticleView view = desk.view(room.id);
            Content content = view.article.content;
            content.title = (word + u' ').repeated(200 / (word.size() + 1)).trimmed();
            for (int i = 0; i < 20; ++i)
                content.tags.append(word + QString::number(i));
            desk.type(room.id, content, view.base);
        };
        room.editor.network.isCut = !isMergedHere;
        rewrite(room.editor, u"cầu"_s);
        if (!isMergedHere)
            room.editor.save(room.id);
        rewrite(room.deputy, u"chợ"_s);
        room.deputy.save(room.id);
        room.world.run(5s);
        room.editor.network.isCut = false;
        QVERIFY(room.world.settle());
        room.editor.save(room.id);
        QVERIFY(room.world.settle());
        QVERIFY(room.editor.outbox().isEmpty());
        const Content content = room.onServer().content;
        QVERIFY(content.title.size() > ContentLimits::title);
        QVERIFY(content.title.contains(u"chợ"_s) && content.title.contains(u"cầu"_s));
        QCOMPARE(content.conflicts, std::vector{TextField::Title});
        QCOMPARE(content.tags.size(), 40);
        // And what is typed on it is saved.
        write(room.editor, room.id, u"thêm"_s);
        QVERIFY(room.world.settle());
        QVERIFY(room.editor.outbox().isEmpty());
        QCOMPARE(room.onServer().content.lead, u"thêm"_s);
    }

    // Of one value there is one choice: whose is dropped hears of it.
    void whoseGenreGaveWayIsTold_data()
    {
        QTest::addColumn<bool>("isMergedHere");
        QTest::newRow("by the server") << false;
        QTest::newRow("here, under what is being typed") << true;
    }
    void whoseGenreGaveWayIsTold()
    {
        QFETCH(bool, isMergedHere);
        Newsroom room;
        const auto choose = [&](TestDesk &desk, const QString &genre) {
            const ArticleView view = desk.view(room.id);
            Content content = view.article.content;
            content.genre = genre;
            desk.type(room.id, content, view.base);
        };
        room.editor.network.isCut = !isMergedHere;
        choose(room.editor, u"interview"_s);
        if (!isMergedHere)
            room.editor.save(room.id);
        choose(room.deputy, u"reportage"_s);
        room.deputy.save(room.id);
        room.world.run(5s);
        room.editor.network.isCut = false;
        QVERIFY(room.world.settle());
        room.editor.save(room.id);
        QVERIFY(room.world.settle());
        QCOMPARE(room.onServer().content.genre, u"reportage"_s);
        QCOMPARE(room.editor.view(room.id).article.content.genre, u"reportage"_s);
        QCOMPARE(room.editor.problems.size(), 1U);
        QCOMPARE(room.editor.problems.front().error.subject, u"content.genre"_s);
        QVERIFY(room.deputy.problems.empty());
    }

    // A sign that nobody sees does not keep a text from being saved.
    void aControlCharacterBlocksNoText()
    {
        Newsroom room;
        const ArticleView view = room.editor.view(room.id);
        Content content = view.article.content;
        content.title = u"Bài \u0007có\u0085"_s;
        content.tags = {u"thẻ\u0001"_s};
        content.lead = u"đoạn mới"_s;
        room.editor.type(room.id, content, view.base);
        room.editor.save(room.id);
        QVERIFY(room.world.settle());
        QCOMPARE(room.onServer().content.title, u"Bài có"_s);
        QCOMPARE(room.onServer().content.tags, QStringList{u"thẻ"_s});
        QCOMPARE(room.onServer().content.lead, u"đoạn mới"_s);
        QCOMPARE(room.editor.view(room.id).saved, SavedState::Sent);
    }

    void aStepBehindARefusedTextWaitsForThePerson()
    {
        Newsroom room;
        TestDesk &editor = room.editor;
        editor.network.isCut = true;
        write(editor, room.id, u"một"_s);
        QVERIFY(editor.submit(moving(room.id, Step::ReturnToAuthor)));
        QVERIFY(room.world.runOnServer(
            World::otherEditor,
            Move{.target = itemKey(room.id), .version = 1, .step = Step::RequestApproval, .reason = {}}));
        editor.network.isCut = false;
        QVERIFY(room.world.settle());
        QVERIFY(room.deputy.submit(moving(room.id, Step::Revoke)));
        QVERIFY(room.world.settle());
        write(editor, room.id, u"một hai"_s);
        QVERIFY(room.world.settle());
        QCOMPARE(room.onServer().content.lead, u"một hai"_s);
        QCOMPARE(room.onServer().state, State::InEditing);
        QCOMPARE(editor.view(room.id).refused()->step, Step::ReturnToAuthor);
    }

    // Two editors take the same article in. Who comes second wrote nothing: he is told who was first, and has nothing
    // to settle, though his PC fails between the answer and what is heard of the other.
    void aStepWithoutWordsThatCameSecondIsForgottenAndTold_data()
    {
        QTest::addColumn<bool>("isFeedFirst");
        QTest::addColumn<bool>("fails");
        QTest::newRow("what came first is known") << true << false;
        QTest::newRow("the refusal comes first") << false << false;
        QTest::newRow("and the PC fails") << false << true;
    }
    void aStepWithoutWordsThatCameSecondIsForgottenAndTold()
    {
        QFETCH(bool, isFeedFirst);
        QFETCH(bool, fails);
        World world;
        TestDesk &editor = world.desk(World::editor);
        const auto id = submittedItem(world);
        QVERIFY(!id.isNull());
        const Move claim{.target = itemKey(id), .version = 0, .step = Step::Claim, .reason = {}};
        editor.network.isCut = true;
        QVERIFY(editor.submit(claim));
        QVERIFY(world.runOnServer(World::otherEditor,
                                  Move{.target = itemKey(id), .version = 1, .step = Step::Claim, .reason = {}}));
        if (!isFeedFirst) {
            // What the engine does with the server's answer.
            const auto next = editor.replica().nextCommand({});
            QVERIFY(next && *next);
            QVERIFY(editor.replica().markOffered(**next));
            const auto refused = editor.replica().refuse(**next, {ErrorCode::Conflict, u"article.state"_s, {}});
            QVERIFY(refused);
            editor.tell(*refused);
            QVERIFY(editor.overtaken.empty()); // nobody knows yet who it was
            if (fails) {
                editor.crash();
                editor.start();
            }
        }
        editor.network.isCut = false;
        QVERIFY(world.settle());
        QVERIFY(editor.outbox().isEmpty());
        QVERIFY(editor.problems.empty());
        QCOMPARE(editor.overtaken.size(), std::size_t(1));
        QCOMPARE(editor.overtaken.front().step, Step::Claim);
        QCOMPARE(editor.overtaken.front().title, u"Bài"_s);
        QCOMPARE(editor.overtaken.front().by.step, Step::Claim);
        QCOMPARE(editor.overtaken.front().by.by, world.desk(World::otherEditor).user.id);
        QVERIFY(!editor.view(id).refused());
        world.run(10min);
        QCOMPARE(editor.overtaken.size(), std::size_t(1));
    }

    // A save is no decision: the last one was known all along, and was his own.
    void aStepThatASaveOvertookIsSaidToBeOvertakenByIt()
    {
        Newsroom room;
        TestDesk &editor = room.editor;
        TestDesk &reporter = room.world.desk(World::reporter);
        QVERIFY(editor.submit(moving(room.id, Step::ReturnToAuthor)));
        QVERIFY(room.world.settle());
        editor.network.isCut = true;
        QVERIFY(editor.submit(Move{.target = itemKey(room.id), .version = 0, .step = Step::Revoke, .reason = {}}));
        write(reporter, room.id, u"viết lại"_s);
        QVERIFY(room.world.settle());
        editor.network.isCut = false;
        QVERIFY(room.world.settle());
        QVERIFY(editor.outbox().isEmpty());
        QCOMPARE(editor.overtaken.size(), std::size_t(1));
        QCOMPARE(editor.overtaken.front().by.step, Step::Save);
        QCOMPARE(editor.overtaken.front().by.by, reporter.user.id);
    }

    // What he wrote on it, or gave a reason with, is his to settle.
    void aStepWithWordsThatCameSecondIsKept_data()
    {
        QTest::addColumn<bool>("hasReason");
        QTest::newRow("a reason") << true;
        QTest::newRow("a text behind it") << false;
    }
    void aStepWithWordsThatCameSecondIsKept()
    {
        QFETCH(bool, hasReason);
        World world;
        TestDesk &editor = world.desk(World::editor);
        const auto id = submittedItem(world);
        QVERIFY(!id.isNull());
        editor.network.isCut = true;
        QVERIFY(editor.submit(Move{.target = itemKey(id),
                                   .version = 0,
                                   .step = hasReason ? Step::ReturnToAuthor : Step::Claim,
                                   .reason = hasReason ? u"Thiếu ảnh"_s : QString()}));
        if (!hasReason)
            write(editor, id, u"một hai"_s);
        QVERIFY(world.runOnServer(World::reporter,
                                  Move{.target = itemKey(id), .version = 1, .step = Step::Withdraw, .reason = {}}));
        editor.network.isCut = false;
        QVERIFY(world.settle());
        QVERIFY(editor.overtaken.empty());
        QVERIFY(!editor.outbox().isEmpty());
    }

    // Whoever keeps his words as a new draft has not taken back what he decided.
    void aTakeDownGoesThoughTheTextBesideItBecameADraft()
    {
        Newsroom room;
        room.publish();
        TestDesk &chair = room.chair;
        chair.network.isCut = true;
        QVERIFY(chair.submit(moving(room.id, Step::Correct)));
        write(chair, room.id, u"chữ của chủ tịch"_s);
        QVERIFY(chair.submit(Unpublish{.target = itemKey(room.id), .version = 0, .reason = u"sai"_s}));
        Changes changes;
        const auto draft = chair.replica().keepAsNewDraft(room.id, changes);
        QVERIFY(draft);
        chair.tell(changes);
        QCOMPARE(chair.view(room.id).article.state, State::Unpublished);
        QCOMPARE(chair.view(room.id).article.content.lead, u"một hai ba"_s);
        chair.network.isCut = false;
        QVERIFY(room.world.settle());
        QCOMPARE(room.onServer().state, State::Unpublished);
        QCOMPARE(room.onServer().content.lead, u"một hai ba"_s);
        QCOMPARE(room.world.onServer(*draft)->content.lead, u"chữ của chủ tịch"_s);
        QVERIFY(chair.outbox().isEmpty());
    }

    // A list goes by the state that it shows, which is the server's; what is still to be done goes by what was given.
    void aListGoesByTheStateThatItShows()
    {
        Newsroom room;
        room.requestApproval();
        TestDesk &reporter = room.world.desk(World::reporter);
        const ArticleId other = ArticleId::create(room.world.clock, room.world.dice);
        reporter.type(other, room.world.content(u"Bài khác"_s, u"một"_s));
        QVERIFY(room.world.settle());
        QVERIFY(
            reporter.submit(Submit{.target = itemKey(other), .version = 0, .stateSecret = StateSecret::ConfirmedNone}));
        QVERIFY(room.world.settle());
        for (const Step step : {Step::Claim, Step::RequestApproval})
            QVERIFY(room.editor.submit(moving(other, step)) && room.world.settle());
        TestDesk &chair = room.chair;
        QVERIFY(chair.submit(approving(chair.view(other).article)));
        QVERIFY(room.world.settle());
        chair.network.isCut = true;
        // Awaiting approval, and approved: only with what waits here would the second come first.
        QVERIFY(chair.submit(moving(room.id, Step::Refuse)));
        const auto found = [&chair](State state, StateTaken taken) {
            const auto page = chair.replica().list({.state = state, .taken = taken}, std::nullopt);
            return page ? std::pair(page->lines.size(), page->count) : std::pair(qsizetype(-1), qint64(-1));
        };
        using Found = std::pair<qsizetype, qint64>;
        QVERIFY(found(State::AwaitingApproval, StateTaken::Shown) == Found(1, 1));
        QVERIFY(found(State::Refused, StateTaken::Shown) == Found(0, 0));
        QVERIFY(found(State::AwaitingApproval, StateTaken::Hoped) == Found(0, 0));
        QVERIFY(found(State::Refused, StateTaken::Hoped) == Found(1, 1));

        const auto ordered = chair.replica().list({.order = ListOrder::State}, std::nullopt);
        QVERIFY(ordered);
        QCOMPARE(ordered->lines.size(), 2);
        QCOMPARE(ordered->lines.front().id, room.id);
        QCOMPARE(ordered->lines.front().shownState(), State::AwaitingApproval);
    }

    // What is said of an article beside its state is of that state.
    void whatWaitsIsNoReasonOfWhatStandsAtTheServer()
    {
        Newsroom room;
        room.requestApproval();
        TestDesk &chair = room.chair;
        chair.network.isCut = true;
        QVERIFY(chair.submit(
            Move{.target = itemKey(room.id), .version = 0, .step = Step::ReturnToEditor, .reason = u"sai số liệu"_s}));
        const ArticleView view = chair.view(room.id);
        QCOMPARE(view.article.reason, u"sai số liệu"_s);
        QVERIFY(view.articleAtServer().reason != u"sai số liệu"_s);
        QCOMPARE(view.articleAtServer().state, State::AwaitingApproval);
    }
};

QTEST_GUILESS_MAIN(TestRefusal)
#include "tst_refusal.moc"
