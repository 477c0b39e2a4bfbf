// Whole histories of an item, step by step as the chain allows them, and what they say about who may go on.
#include "domain/Article.h"
#include "domain/User.h"
#include "domain/Workflow.h"

#include <QTest>

#include <set>

using namespace toasoan;

namespace {

SystemClock systemClock;
SystemDice systemDice;

struct Person
{
    const char *name;
    std::vector<Role> roles;
    UserId id = UserId::create(systemClock, systemDice);

    [[nodiscard]] Actor actor() const
    {
        std::vector<Grant> grants;
        for (const Role role : roles)
            grants.push_back({.role = role, .section = {}});
        return {.user = id, .grants = grants};
    }
};

const Person author{.name = "author", .roles = {Role::Reporter}};
const Person editor{.name = "editor", .roles = {Role::Editor}};
const Person secretary{.name = "secretary", .roles = {Role::Secretary}};
const Person chair{.name = "chair", .roles = {Role::BoardChair}};
const Person deputy{.name = "deputy", .roles = {Role::Editor, Role::DeputyChair}}; // of a small board: both at once
const std::vector<const Person *> everybody{&author, &editor, &secretary, &chair, &deputy};

// An item and all that was done to it: what actions do, without what they check beside the chain.
class Item
{
public:
    Item()
    {
        m_article.id = ArticleId::create(systemClock, systemDice);
        m_article.author = author.id;
    }

    [[nodiscard]] State state() const { return m_article.state; }
    [[nodiscard]] const Article &article() const { return m_article; }
    [[nodiscard]] const std::vector<Decision> &decisions() const { return m_decisions; }
    [[nodiscard]] std::vector<Step> allowed(const Person &person) const
    {
        return Workflow::standard().allowedSteps(m_article, person.actor());
    }
    [[nodiscard]] bool may(const Person &person, Step step) const
    {
        const auto steps = allowed(person);
        return std::ranges::find(steps, step) != steps.end();
    }
    void setAuthorAway() { m_isAway = m_article.trail.isAuthorAway = true; }

    /// Whether it was allowed, and is done.
    bool take(const Person &person, Step step)
    {
        const auto next = Workflow::standard().nextState(m_article, step, person.actor(), QStringLiteral("lý do"));
        if (!next)
            return false;
        m_article.state = *next;
        if (step == Step::Save) {
            ++m_article.version;
            m_article.trail.writtenBy = m_writer = person.id;
            return true;
        }
        if (step == Step::Approve)
            m_article.approval = Approval{.version = m_article.version, .contentHash = {}, .by = person.id, .at = {}};
        else if (*next != State::Approved && *next != State::Scheduled && *next != State::Published)
            m_article.approval.reset();
        if (step == Step::Publish)
            m_article.publication = Publication();
        else if (step == Step::Unpublish)
            m_article.publication->takenDownAt = systemClock.now();
        m_decisions.push_back({.record = m_article.id,
                               .version = m_article.version,
                               .step = step,
                               .actor = person.id,
                               .at = {},
                               .reason = {}});
        m_article.trail = trailOf(m_decisions);
        m_article.trail.isAuthorAway = m_isAway;
        m_article.trail.writtenBy = m_writer;
        return true;
    }

    /// All of them, by those who take them.
    bool take(const std::vector<std::pair<const Person *, Step>> &steps)
    {
        return std::ranges::all_of(steps, [&](const auto &each) { return take(*each.first, each.second); });
    }

    [[nodiscard]] QByteArray history() const
    {
        QStringList lines;
        for (const Decision &decision : m_decisions) {
            const auto *const person =
                *std::ranges::find_if(everybody, [&](const Person *each) { return each->id == decision.actor; });
            lines.append(QString::fromLatin1(person->name) + u' ' + toText(decision.step));
        }
        return lines.join(QStringLiteral(", ")).toUtf8();
    }

private:
    Article m_article;
    std::vector<Decision> m_decisions;
    UserId m_writer;
    bool m_isAway = false;
};

Item published()
{
    Item item;
    if (!item.take({{&author, Step::Save},
                    {&author, Step::Submit},
                    {&editor, Step::Claim},
                    {&editor, Step::RequestApproval},
                    {&chair, Step::Approve},
                    {&secretary, Step::Publish}}))
        qFatal("an item was not published");
    return item;
}

} // namespace

class TestHistory : public QObject
{
    Q_OBJECT

private slots:
    void noWayRoundLetsOneCorrectAndApproveAlone()
    {
        Item item = published();
        QVERIFY(item.take({{&deputy, Step::Correct}, {&deputy, Step::Save}}));
        QVERIFY(item.take({{&deputy, Step::ReturnToAuthor}, {&deputy, Step::Revoke}}));
        QCOMPARE(item.state(), State::InEditing);
        QVERIFY(!item.may(deputy, Step::Approve));
        QVERIFY(item.take(deputy, Step::RequestApproval));
        QVERIFY(!item.may(deputy, Step::Approve));
        QVERIFY(item.may(chair, Step::Approve));
        QVERIFY(item.take({{&deputy, Step::Revoke}, {&editor, Step::RequestApproval}}));
        QVERIFY(item.may(deputy, Step::Approve)); // four eyes
    }

    void whoSentOnTheRoundBeforeIsNotAnotherPairOfEyes()
    {
        Item item = published(); // sent on by the editor
        QVERIFY(item.take({{&deputy, Step::Correct}, {&deputy, Step::Save}}));
        QVERIFY(item.article().trail.sentOnBy.isNull());
        // Should it ever stand there without having been sent on, in a chain of the board's own, say:
        Article article = item.article();
        article.state = State::AwaitingApproval;
        QVERIFY(!Workflow::standard().nextState(article, Step::Approve, deputy.actor(), {}));
        QVERIFY(Workflow::standard().nextState(article, Step::Approve, chair.actor(), {}));
    }

    void whoTakesAnItemOverDoesNotApproveItAlone()
    {
        Item item;
        QVERIFY(item.take({{&author, Step::Save}, {&author, Step::Submit}, {&editor, Step::ReturnToAuthor}}));
        item.setAuthorAway();
        QVERIFY(item.take({{&deputy, Step::Claim}, {&deputy, Step::Save}, {&deputy, Step::RequestApproval}}));
        QVERIFY(!item.may(deputy, Step::Approve));
        QVERIFY(item.may(chair, Step::Approve));
    }

    // Somebody on a small board has two posts; what he makes of another's item is his own.
    void whoRewritesAnItemDoesNotApproveItAlone_data()
    {
        using Steps = std::vector<std::pair<const Person *, Step>>;
        QTest::addColumn<Steps>("steps");
        QTest::addColumn<bool>("mayApprove");
        const auto row = [](const char *name, Steps steps, bool mayApprove) {
            steps.insert(steps.begin(), {{&author, Step::Save}, {&author, Step::Submit}});
            QTest::newRow(name) << steps << mayApprove;
        };
        row("took it in, rewrote it, sent it on",
            {{&deputy, Step::Claim}, {&deputy, Step::Save}, {&deputy, Step::RequestApproval}}, false);
        row("another took it in", {{&editor, Step::Claim}, {&deputy, Step::Save}, {&deputy, Step::RequestApproval}},
            false);
        row("another sent it on, he changed it after that",
            {{&editor, Step::Claim}, {&editor, Step::RequestApproval}, {&deputy, Step::Save}}, false);
        row("and sent it back and on himself",
            {{&editor, Step::Claim},
             {&editor, Step::RequestApproval},
             {&deputy, Step::Save},
             {&deputy, Step::ReturnToEditor},
             {&deputy, Step::RequestApproval}},
            false);
        row("another sent it on and took that back",
            {{&deputy, Step::Claim},
             {&deputy, Step::Save},
             {&editor, Step::RequestApproval},
             {&editor, Step::Revoke},
             {&deputy, Step::RequestApproval}},
            false);
        row("another sent it on and then back to editing",
            {{&deputy, Step::Claim},
             {&deputy, Step::Save},
             {&editor, Step::RequestApproval},
             {&editor, Step::ReturnToEditor},
             {&deputy, Step::RequestApproval}},
            false);
        row("a third sent it back, who had not answered for it",
            {{&deputy, Step::Claim},
             {&deputy, Step::Save},
             {&editor, Step::RequestApproval},
             {&chair, Step::ReturnToEditor},
             {&deputy, Step::RequestApproval}},
            true);
        row("another sent it on, back, and took that back",
            {{&deputy, Step::Claim},
             {&deputy, Step::Save},
             {&editor, Step::RequestApproval},
             {&editor, Step::ReturnToEditor},
             {&editor, Step::Revoke}},
            true);
        row("the approval for a text before",
            {{&editor, Step::Claim},
             {&editor, Step::RequestApproval},
             {&chair, Step::Approve},
             {&editor, Step::ReturnToEditor},
             {&deputy, Step::Save},
             {&deputy, Step::RequestApproval}},
            false);
        row("changed nothing", {{&deputy, Step::Claim}, {&deputy, Step::RequestApproval}}, true);
        row("another sent on what he wrote",
            {{&deputy, Step::Claim}, {&deputy, Step::Save}, {&editor, Step::RequestApproval}}, true);
        row("another sent on anew what he changed",
            {{&editor, Step::Claim},
             {&editor, Step::RequestApproval},
             {&deputy, Step::Save},
             {&deputy, Step::ReturnToEditor},
             {&editor, Step::RequestApproval}},
            true);
        row("its author submitted what he wrote",
            {{&deputy, Step::Claim},
             {&deputy, Step::Save},
             {&deputy, Step::ReturnToAuthor},
             {&author, Step::Submit},
             {&deputy, Step::Claim},
             {&deputy, Step::RequestApproval}},
            true);
    }
    void whoRewritesAnItemDoesNotApproveItAlone()
    {
        using Steps = std::vector<std::pair<const Person *, Step>>;
        QFETCH(Steps, steps);
        QFETCH(bool, mayApprove);
        Item item;
        QVERIFY(item.take(steps));
        QCOMPARE(item.state(), State::AwaitingApproval);
        QCOMPARE(item.may(deputy, Step::Approve), mayApprove);
        QCOMPARE(Workflow::standard().needsOtherEyes(item.article(), deputy.actor()), !mayApprove);
        QVERIFY(item.may(deputy, Step::Refuse)); // a no needs no second pair of eyes
        QVERIFY(item.may(chair, Step::Approve));
        QVERIFY(!Workflow::standard().needsOtherEyes(item.article(), chair.actor()));
        QVERIFY(!Workflow::standard().needsOtherEyes(item.article(), author.actor()));
    }

    // Whatever rows a board gives itself: who sends a text back or refuses it does not stand by it meanwhile.
    void whoSaysNoAnswersForTheTextNoLonger_data()
    {
        QTest::addColumn<Step>("no");
        QTest::newRow("back to editing") << Step::ReturnToEditor;
        QTest::newRow("back to its author") << Step::ReturnToAuthor;
        QTest::newRow("refused") << Step::Refuse;
    }
    void whoSaysNoAnswersForTheTextNoLonger()
    {
        QFETCH(Step, no);
        std::vector<Decision> decisions;
        const auto vouchedAfter = [&](const Person &person, Step step) {
            decisions.push_back({.record = {}, .version = 1, .step = step, .actor = person.id, .at = {}, .reason = {}});
            return trailOf(decisions).vouchedBy;
        };
        using Users = std::vector<UserId>;
        QCOMPARE(vouchedAfter(author, Step::Submit), Users{author.id});
        QCOMPARE(vouchedAfter(editor, Step::RequestApproval), (Users{author.id, editor.id}));
        QCOMPARE(vouchedAfter(editor, no), Users{author.id});
        QCOMPARE(vouchedAfter(editor, Step::Revoke), (Users{author.id, editor.id}));
        QCOMPARE(vouchedAfter(chair, no), (Users{author.id, editor.id})); // he had not answered for it
        QCOMPARE(vouchedAfter(editor, no), Users{author.id});
        QCOMPARE(vouchedAfter(deputy, Step::RequestApproval), (Users{author.id, deputy.id}));
    }

    void whatIsTakenBackIsWhereItWas_data()
    {
        using Steps = std::vector<std::pair<const Person *, Step>>;
        QTest::addColumn<Steps>("before");
        QTest::addColumn<Step>("taken");
        QTest::addColumn<State>("back");
        const Steps submitted{{&author, Step::Save}, {&author, Step::Submit}};
        const auto then = [](Steps steps, const Steps &more) {
            steps.insert(steps.end(), more.begin(), more.end());
            return steps;
        };
        const Steps edited = then(submitted, {{&deputy, Step::Claim}});
        const Steps awaiting = then(edited, {{&editor, Step::RequestApproval}});
        QTest::newRow("a submitted item was returned") << submitted << Step::ReturnToAuthor << State::Submitted;
        QTest::newRow("one in editing was returned") << edited << Step::ReturnToAuthor << State::InEditing;
        QTest::newRow("one that awaits approval was returned")
            << awaiting << Step::ReturnToAuthor << State::AwaitingApproval;
        QTest::newRow("to its editor") << awaiting << Step::ReturnToEditor << State::AwaitingApproval;
        QTest::newRow("refused") << awaiting << Step::Refuse << State::AwaitingApproval;
        QTest::newRow("sent on") << edited << Step::RequestApproval << State::InEditing;
        QTest::newRow("approved") << awaiting << Step::Approve << State::AwaitingApproval;
        QTest::newRow("an approved item was returned: it is approved anew")
            << then(awaiting, {{&chair, Step::Approve}}) << Step::ReturnToEditor << State::AwaitingApproval;
        QTest::newRow("returned again after it was taken back")
            << then(submitted, {{&deputy, Step::ReturnToAuthor}, {&deputy, Step::Revoke}}) << Step::ReturnToAuthor
            << State::Submitted;
    }
    void whatIsTakenBackIsWhereItWas()
    {
        using Steps = std::vector<std::pair<const Person *, Step>>;
        QFETCH(Steps, before);
        QFETCH(Step, taken);
        QFETCH(State, back);
        Item item;
        QVERIFY(item.take(before));
        QVERIFY(item.take(deputy, taken)); // who has every role: none of them tells where it was
        QVERIFY(item.take(deputy, Step::Revoke));
        QCOMPARE(item.state(), back);
    }

    // By chance, thousands of times: whatever people do, in whatever order.
    void overAnyHistoryNobodyApprovesWhatIsHisAlone()
    {
        SeededDice dice(20261128);
        const auto oneOf = [&](const auto &all) { return all[std::size_t(dice.below(quint64(std::size(all))))]; };
        int approvals = 0;
        int takenBack = 0;
        for (int run = 0; run < 4000; ++run) {
            Item item;
            QVERIFY(item.take(author, Step::Save)); // an article begins with a text
            std::set<UserId> hands{
                author.id}; // who wrote, sent in or sent on since it was last public, opened or taken over
            std::set<UserId> eyes{author.id}; // who wrote this very text, sent it in or sent it on, and stands by that
            std::set<UserId> eyesBeforeNo; // as long as the last step is one that sends it back or refuses it
            bool wasNo = false;
            std::vector<State> states;
            for (int i = 0; i < 60; ++i) {
                if (dice.below(80) == 0)
                    item.setAuthorAway();
                const Person &person = *oneOf(everybody);
                const auto allowed = item.allowed(person);
                if (allowed.empty())
                    continue;
                const Step step = oneOf(allowed);
                if (step == Step::Delete && dice.below(10) != 0)
                    continue; // that ends it
                const State before = item.state();
                if (step == Step::Approve) {
                    ++approvals;
                    QVERIFY2(hands != std::set<UserId>{person.id}, item.history() + " by " + person.name);
                    QVERIFY2(eyes != std::set<UserId>{person.id}, item.history() + " by " + person.name);
                    QVERIFY(person.id != author.id);
                }
                const bool isRequestRevoked =
                    step == Step::Revoke && item.article().trail.last == Step::RequestApproval;
                const bool isNo = step == Step::ReturnToAuthor || step == Step::ReturnToEditor || step == Step::Refuse;
                if (step == Step::Revoke && wasNo)
                    eyes = eyesBeforeNo;
                if (isNo)
                    eyesBeforeNo = eyes;
                if ((step == Step::Withdraw || isRequestRevoked || isNo) && item.article().trail.writtenBy != person.id)
                    eyes.erase(person.id);
                if (step != Step::Save)
                    wasNo = isNo;
                if (step == Step::Save)
                    eyes = eyesBeforeNo = {person.id};
                else if (step == Step::Submit || step == Step::RequestApproval)
                    eyes.insert(person.id);
                if (step == Step::Revoke) {
                    ++takenBack;
                    QVERIFY(item.take(person, step));
                    const bool isApproval = before == State::Approved || before == State::Scheduled
                        || states.back() == State::Approved || states.back() == State::Scheduled;
                    QVERIFY2(item.state() == (isApproval ? State::AwaitingApproval : states.back()), item.history());
                } else {
                    QVERIFY(item.take(person, step));
                    const bool isTakenOver =
                        step == Step::Claim && (before == State::Draft || before == State::Returned);
                    if (step == Step::Correct || isTakenOver)
                        hands = {person.id};
                    else if (step == Step::Save || step == Step::Submit || step == Step::RequestApproval)
                        hands.insert(person.id);
                }
                if (step != Step::Save)
                    states.push_back(before);
            }
            for (const Person *person : everybody)
                QVERIFY(!item.may(*person, Step::Revoke) || person->id == deciderOf(item.article()));
        }
        QVERIFY(approvals > 1000);
        QVERIFY(takenBack > 1000);
    }

    // Of a newsroom in which returns were taken back by role: such a history ends where it ended, and goes on.
    void aHistoryOfBeforeCanBeGoneOnWith()
    {
        const Item known = published();
        std::vector<Decision> decisions = known.decisions();
        const auto add = [&](const Person &person, Step step) {
            decisions.push_back(
                {.record = known.article().id, .version = 2, .step = step, .actor = person.id, .at = {}, .reason = {}});
        };
        // It was approved by the way round, and published.
        for (const Step step : {Step::Correct, Step::ReturnToAuthor, Step::Revoke, Step::Approve, Step::Publish})
            add(deputy, step);
        add(chair, Step::Correct);
        add(editor, Step::RequestApproval);
        const Trail trail = trailOf(decisions);
        QCOMPARE(trail.lastFrom, std::optional(State::InEditing));
        QCOMPARE(trail.openedBy, chair.id);
        QCOMPARE(trail.sentOnBy, editor.id);
        QCOMPARE(takenBackTo(State::AwaitingApproval, trail), std::optional(State::InEditing));
    }
};

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
