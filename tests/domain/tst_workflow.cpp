#include "domain/Article.h"
#include "domain/User.h"
#include "domain/Workflow.h"

#include <QTest>

using namespace toasoan;

namespace {

SystemClock systemClock;
SystemDice systemDice;

const UserId author = UserId::create(systemClock, systemDice);
const UserId other = UserId::create(systemClock, systemDice);
const SectionId news = SectionId::create(systemClock, systemDice);
const SectionId economy = SectionId::create(systemClock, systemDice);

Article articleIn(State state)
{
    Article article;
    article.id = ArticleId::create(systemClock, systemDice);
    article.author = author;
    article.state = state;
    article.section = news;
    return article;
}

Actor actorWith(Role role, UserId user, std::optional<SectionId> section = {})
{
    return {.user = user, .grants = {{.role = role, .section = section}}};
}

} // namespace

Q_DECLARE_METATYPE(toasoan::State)
Q_DECLARE_METATYPE(toasoan::Step)
Q_DECLARE_METATYPE(toasoan::Role)

class TestWorkflow : public QObject
{
    Q_OBJECT

private slots:
    void theChainFromDraftToPublished_data()
    {
        QTest::addColumn<State>("from");
        QTest::addColumn<Step>("step");
        QTest::addColumn<Role>("role");
        QTest::addColumn<bool>("isAuthor");
        QTest::addColumn<State>("to");
        QTest::newRow("author submits") << State::Draft << Step::Submit << Role::Reporter << true << State::Submitted;
        QTest::newRow("contributor submits")
            << State::Draft << Step::Submit << Role::Contributor << true << State::Submitted;
        QTest::newRow("editor claims") << State::Submitted << Step::Claim << Role::Editor << false << State::InEditing;
        QTest::newRow("editor asks for approval")
            << State::InEditing << Step::RequestApproval << Role::Editor << false << State::AwaitingApproval;
        QTest::newRow("chair approves") << State::AwaitingApproval << Step::Approve << Role::BoardChair << false
                                        << State::Approved;
        QTest::newRow("deputy approves") << State::AwaitingApproval << Step::Approve << Role::DeputyChair << false
                                         << State::Approved;
        QTest::newRow("secretary schedules")
            << State::Approved << Step::Schedule << Role::Secretary << false << State::Scheduled;
        QTest::newRow("secretary publishes")
            << State::Approved << Step::Publish << Role::Secretary << false << State::Published;
        QTest::newRow("the clock publishes")
            << State::Scheduled << Step::Publish << Role::System << false << State::Published;
        QTest::newRow("chair refuses") << State::AwaitingApproval << Step::Refuse << Role::BoardChair << false
                                       << State::Refused;
        QTest::newRow("editor returns") << State::InEditing << Step::ReturnToAuthor << Role::Editor << false
                                        << State::Returned;
    }
    void theChainFromDraftToPublished()
    {
        QFETCH(State, from);
        QFETCH(Step, step);
        QFETCH(Role, role);
        QFETCH(bool, isAuthor);
        QFETCH(State, to);
        const auto next = Workflow::standard().nextState(
            articleIn(from), step, actorWith(role, isAuthor ? author : other), QStringLiteral("lý do"));
        QVERIFY2(next.ok(), next ? "" : qPrintable(next.error().subject));
        QCOMPARE(*next, to);
    }

    void whatIsForbidden_data()
    {
        QTest::addColumn<State>("from");
        QTest::addColumn<Step>("step");
        QTest::addColumn<Role>("role");
        QTest::addColumn<bool>("isAuthor");
        QTest::newRow("the author approves his own item")
            << State::AwaitingApproval << Step::Approve << Role::BoardChair << true;
        QTest::newRow("an editor approves") << State::AwaitingApproval << Step::Approve << Role::Editor << false;
        QTest::newRow("an administrator approves")
            << State::AwaitingApproval << Step::Approve << Role::Administrator << false;
        QTest::newRow("a reporter claims") << State::Submitted << Step::Claim << Role::Reporter << false;
        QTest::newRow("another submits a draft") << State::Draft << Step::Submit << Role::Reporter << false;
        QTest::newRow("an editor saves a draft") << State::Draft << Step::Save << Role::Editor << false;
        QTest::newRow("the author saves after submitting") << State::InEditing << Step::Save << Role::Reporter << true;
        QTest::newRow("an editor publishes") << State::Approved << Step::Publish << Role::Editor << false;
        QTest::newRow("an accountant publishes") << State::Approved << Step::Publish << Role::Accountant << false;
        QTest::newRow("the clock approves") << State::AwaitingApproval << Step::Approve << Role::System << false;
    }
    void whatIsForbidden()
    {
        QFETCH(State, from);
        QFETCH(Step, step);
        QFETCH(Role, role);
        QFETCH(bool, isAuthor);
        const auto next =
            Workflow::standard().nextState(articleIn(from), step, actorWith(role, isAuthor ? author : other), {});
        QVERIFY(!next);
        QCOMPARE(next.error().code, ErrorCode::Forbidden);
    }

    void aRoleCountsOnlyInItsSection()
    {
        const Article article = articleIn(State::Submitted);
        const Workflow &chain = Workflow::standard();
        QVERIFY(chain.nextState(article, Step::Claim, actorWith(Role::Editor, other, news), {}));
        QVERIFY(!chain.nextState(article, Step::Claim, actorWith(Role::Editor, other, economy), {}));
    }

    void returningRefusingAndUnpublishingNeedAReason()
    {
        const Workflow &chain = Workflow::standard();
        const auto refused = chain.nextState(articleIn(State::AwaitingApproval), Step::Refuse,
                                             actorWith(Role::BoardChair, other), QStringLiteral("  "));
        QVERIFY(!refused);
        QCOMPARE(refused.error().subject, QStringLiteral("article.reason"));
        const auto returned =
            chain.nextState(articleIn(State::InEditing), Step::ReturnToAuthor, actorWith(Role::Editor, other), {});
        QVERIFY(!returned);
        Article live = articleIn(State::Published);
        live.publication = Publication();
        const auto down = chain.nextState(live, Step::Unpublish, actorWith(Role::BoardChair, other), {});
        QVERIFY(!down);
        QCOMPARE(down.error().subject, QStringLiteral("article.reason"));
    }

    void onlyWhatIsLiveCanBeTakenDown()
    {
        const auto down = Workflow::standard().nextState(articleIn(State::Approved), Step::Unpublish,
                                                         actorWith(Role::BoardChair, other), QStringLiteral("sai"));
        QVERIFY(!down);
        QCOMPARE(down.error().code, ErrorCode::Conflict);
    }

    void whatIsLiveCanBeTakenDownWhereverItsCorrectionStands()
    {
        for (const State state : allStates) {
            Article live = articleIn(state);
            live.publication = Publication();
            const auto down = Workflow::standard().nextState(live, Step::Unpublish, actorWith(Role::BoardChair, other),
                                                             QStringLiteral("sai"));
            // What is live is never deleted, and no item is closed.
            QCOMPARE(down.ok(), state != State::Unpublished && state != State::Deleted && state != State::Closed);
        }
    }

    // Its author alone, and only as long as it never was public.
    void onlyADraftOfOnesOwnIsDeleted()
    {
        const Workflow &chain = Workflow::standard();
        for (const State state : allStates) {
            const Article article = articleIn(state);
            for (const Role role : grantableRoles) {
                const bool writes = role != Role::Administrator && role != Role::Accountant;
                const auto own = chain.nextState(article, Step::Delete, actorWith(role, author), {});
                QCOMPARE(own.ok(), state == State::Draft && writes);
                QVERIFY(!own || *own == State::Deleted);
                QVERIFY(!chain.nextState(article, Step::Delete, actorWith(role, other), {}));
            }
        }
        Article down = articleIn(State::Draft);
        down.publication = Publication();
        down.publication->takenDownAt = Instant();
        const auto late = chain.nextState(down, Step::Delete, actorWith(Role::Reporter, author), {});
        QVERIFY(!late);
        QCOMPARE(late.error().code, ErrorCode::Conflict);
    }

    void whatIsDeletedIsNobodysToSee()
    {
        const Article deleted = articleIn(State::Deleted);
        QVERIFY(isPrivate(deleted));
        QVERIFY(!canSee(Actor::system(), deleted));
        for (const Role role : grantableRoles) {
            for (const UserId user : {author, other}) {
                QVERIFY(!canSee(actorWith(role, user), deleted));
                QVERIFY(Workflow::standard().allowedSteps(deleted, actorWith(role, user)).empty());
            }
        }
    }

    void aStepNobodyCouldTakeIsAConflict()
    {
        const auto next = Workflow::standard().nextState(articleIn(State::Published), Step::Approve,
                                                         actorWith(Role::BoardChair, other), {});
        QVERIFY(!next);
        QCOMPARE(next.error().code, ErrorCode::Conflict);
    }

    // Who may take which step, written a second time and in another way than the chain: any role that is added to a
    // step by mistake shows here.
    void everyStepIsForItsRolesAloneInTheirSectionAlone_data()
    {
        QTest::addColumn<Step>("step");
        QTest::addColumn<QString>("own"); // who may on his own item
        QTest::addColumn<QString>("others"); // and on another's
        const auto row = [](Step step, const char *own, const char *others) {
            QTest::newRow(qPrintable(toText(step))) << step << QString::fromLatin1(own) << QString::fromLatin1(others);
        };
        const char *writers = "contributor reporter editor secretary deputyChair boardChair";
        const char *desk = "editor secretary deputyChair boardChair";
        const char *publishers = "secretary deputyChair boardChair";
        const char *chairs = "deputyChair boardChair";
        row(Step::Save, writers, desk);
        row(Step::Submit, writers, "");
        row(Step::Withdraw, writers, "");
        row(Step::Claim, "editor secretary", "editor secretary");
        row(Step::RequestApproval, "editor secretary", "editor secretary");
        row(Step::ReturnToAuthor, "editor secretary", desk);
        row(Step::ReturnToEditor, desk, desk);
        row(Step::Refuse, "", chairs);
        row(Step::Approve, "", chairs);
        row(Step::Schedule, publishers, publishers);
        row(Step::Unschedule, publishers, publishers);
        row(Step::Publish, publishers, publishers);
        row(Step::Unpublish, chairs, chairs);
        row(Step::Correct, desk, desk);
        row(Step::Revoke, "", ""); // nobody, where nothing was decided
        row(Step::Delete, "", ""); // nobody, what is live
    }
    void everyStepIsForItsRolesAloneInTheirSectionAlone()
    {
        QFETCH(Step, step);
        QFETCH(QString, own);
        QFETCH(QString, others);
        const Workflow &chain = Workflow::standard();
        // Whether there is a state of a live item in which the actor may.
        const auto may = [&](const Actor &actor) {
            return std::ranges::any_of(allStates, [&](State state) {
                Article article = articleIn(state);
                article.publication = Publication();
                return chain.nextState(article, step, actor, QStringLiteral("lý do")).ok();
            });
        };
        for (const Role role : grantableRoles) {
            const QString name = toText(role);
            const bool onOwn = own.split(u' ').contains(name);
            const bool onOthers = others.split(u' ').contains(name);
            const QByteArray what = name.toLatin1();
            QVERIFY2(may(actorWith(role, author)) == onOwn, what);
            QVERIFY2(may(actorWith(role, author, news)) == onOwn, what);
            QVERIFY2(may(actorWith(role, other)) == onOthers, what);
            QVERIFY2(may(actorWith(role, other, news)) == onOthers, what);
            QVERIFY2(!may(actorWith(role, author, economy)), what);
            QVERIFY2(!may(actorWith(role, other, economy)), what);
        }
        QVERIFY(!may({.user = other, .grants = {}}));
        QVERIFY(!may({.user = author, .grants = {}}));
        // What a person scheduled; and if it may not be published by then, back to those who decide.
        QCOMPARE(may(Actor::system()), step == Step::Publish || step == Step::Unschedule);
    }

    // Buttons and rules are the same table.
    void allowedStepsAreThoseThatNextStateAllows()
    {
        const Workflow &chain = Workflow::standard();
        for (const State state : allStates) {
            for (const Role role : grantableRoles) {
                for (const UserId user : {author, other}) {
                    const Article article = articleIn(state);
                    const Actor actor = actorWith(role, user);
                    const auto allowed = chain.allowedSteps(article, actor);
                    const auto reasoned = chain.stepsWithReason(article, actor);
                    for (const Step step : allSteps) {
                        const bool listed = std::ranges::find(allowed, step) != allowed.end();
                        const bool needsReason = std::ranges::find(reasoned, step) != reasoned.end();
                        QCOMPARE(chain.nextState(article, step, actor, QStringLiteral("lý do")).ok(), listed);
                        QCOMPARE(chain.nextState(article, step, actor, {}).ok(), listed && !needsReason);
                    }
                }
            }
        }
    }

    void aDecisionIsTakenBackByWhoeverTookItAlone_data()
    {
        QTest::addColumn<Step>("taken");
        QTest::addColumn<State>("there");
        QTest::addColumn<Role>("role");
        QTest::addColumn<State>("back");
        const auto row = [](Step taken, State there, Role role, State back) {
            QTest::addRow("%s by %s", qPrintable(toText(taken)), qPrintable(toText(role)))
                << taken << there << role << back;
        };
        row(Step::RequestApproval, State::AwaitingApproval, Role::Editor, State::InEditing);
        row(Step::RequestApproval, State::AwaitingApproval, Role::BoardChair, State::InEditing);
        row(Step::ReturnToEditor, State::InEditing, Role::DeputyChair, State::AwaitingApproval);
        row(Step::ReturnToAuthor, State::Returned, Role::BoardChair, State::AwaitingApproval);
        row(Step::ReturnToAuthor, State::Returned, Role::Editor, State::InEditing);
        row(Step::Refuse, State::Refused, Role::BoardChair, State::AwaitingApproval);
        row(Step::Approve, State::Approved, Role::BoardChair, State::AwaitingApproval);
        row(Step::Approve, State::Scheduled, Role::BoardChair, State::AwaitingApproval);
    }
    void aDecisionIsTakenBackByWhoeverTookItAlone()
    {
        QFETCH(Step, taken);
        QFETCH(State, there);
        QFETCH(Role, role);
        QFETCH(State, back);
        const UserId decider = UserId::create(systemClock, systemDice);
        Article article = articleIn(there);
        article.version = 3;
        article.trail =
            trailOf({{.record = article.id, .version = 3, .step = taken, .actor = decider, .at = {}, .reason = {}}});
        if (taken == Step::Approve)
            article.approval = Approval{.version = 3, .contentHash = {}, .by = decider, .at = {}};
        const Workflow &chain = Workflow::standard();
        const auto taking = chain.nextState(article, Step::Revoke, actorWith(role, decider), {});
        QVERIFY2(taking.ok(), taking ? "" : qPrintable(taking.error().subject));
        QCOMPARE(*taking, back);
        const auto another = chain.nextState(article, Step::Revoke, actorWith(role, other), {});
        QVERIFY(!another);
        QCOMPARE(another.error().code, ErrorCode::Forbidden);
        if (taken == Step::Approve)
            return;
        article.version = 4; // somebody went on with it
        const auto late = chain.nextState(article, Step::Revoke, actorWith(role, decider), {});
        QVERIFY(!late);
        QCOMPARE(late.error().code, ErrorCode::Conflict);
    }

    void onlyDecisionsAreTakenBack()
    {
        for (const Step step : {Step::Claim, Step::Correct, Step::Revoke, Step::Withdraw}) {
            Article article = articleIn(State::InEditing);
            article.trail =
                trailOf({{.record = article.id, .version = 0, .step = step, .actor = other, .at = {}, .reason = {}}});
            QVERIFY(!Workflow::standard().nextState(article, Step::Revoke, actorWith(Role::Editor, other), {}));
        }
        Article published = articleIn(State::Published);
        published.approval = Approval{.version = 0, .contentHash = {}, .by = other, .at = {}};
        QVERIFY(!Workflow::standard().nextState(published, Step::Revoke, actorWith(Role::BoardChair, other), {}));
    }

    void whoOpenedACorrectionSendsItOnAndAnotherApprovesIt()
    {
        const Workflow &chain = Workflow::standard();
        const UserId deputy = UserId::create(systemClock, systemDice);
        const Actor opener = actorWith(Role::BoardChair, other);
        Article article = articleIn(State::InEditing);
        QVERIFY(!chain.nextState(article, Step::RequestApproval, opener, {}));
        std::vector<Decision> decisions{
            {.record = article.id, .version = 1, .step = Step::Correct, .actor = other, .at = {}, .reason = {}}};
        article.trail = trailOf(decisions);
        QVERIFY(chain.nextState(article, Step::RequestApproval, opener, {}));
        QVERIFY(!chain.nextState(article, Step::RequestApproval, actorWith(Role::DeputyChair, deputy), {}));

        decisions.push_back({.record = article.id,
                             .version = 2,
                             .step = Step::RequestApproval,
                             .actor = other,
                             .at = {},
                             .reason = {}});
        article.state = State::AwaitingApproval;
        article.version = 2;
        article.trail = trailOf(decisions);
        for (const Step step : {Step::Approve, Step::Refuse, Step::ReturnToAuthor})
            QVERIFY(!chain.nextState(article, step, opener, QStringLiteral("lý do")));
        QVERIFY(chain.nextState(article, Step::Revoke, opener, {}));
        QVERIFY(chain.nextState(article, Step::Approve, actorWith(Role::DeputyChair, deputy), {}));

        decisions.back().actor = deputy; // an editor, say, sent it on: four eyes have seen it
        article.trail = trailOf(decisions);
        QVERIFY(chain.nextState(article, Step::Approve, opener, {}));
    }

    void whatItsAuthorCannotGoOnWithIsTakenOver()
    {
        const Workflow &chain = Workflow::standard();
        User writer{.id = author,
                    .login = {},
                    .name = {},
                    .penName = {},
                    .standing = Standing::Active,
                    .grants = {{.role = Role::Reporter, .section = news}}};
        QVERIFY(!chain.isAway(writer, news));
        QVERIFY(chain.isAway(writer, economy)); // it was moved to where he has no role
        writer.standing = Standing::Disabled;
        QVERIFY(chain.isAway(writer, news));
        for (const State state : {State::Returned, State::Draft}) {
            Article article = articleIn(state);
            QVERIFY(!chain.nextState(article, Step::Claim, actorWith(Role::Editor, other), {}));
            article.trail.isAuthorAway = true;
            QVERIFY(chain.nextState(article, Step::Claim, actorWith(Role::Editor, other), {}));
            QVERIFY(!chain.nextState(article, Step::Claim, actorWith(Role::Reporter, other), {}));
        }
    }

    void aDraftIsItsAuthorsAlone()
    {
        const Article draft = articleIn(State::Draft);
        QVERIFY(canSee(actorWith(Role::Reporter, author), draft));
        for (const Role role : grantableRoles)
            QVERIFY(!canSee(actorWith(role, other), draft));
    }

    void whatWasSubmittedIsSeenByThoseWhoHandleIt()
    {
        const Article submitted = articleIn(State::Submitted);
        QVERIFY(canSee(actorWith(Role::Editor, other, news), submitted));
        QVERIFY(!canSee(actorWith(Role::Editor, other, economy), submitted));
        QVERIFY(!canSee(actorWith(Role::Reporter, other), submitted));
        QVERIFY(!canSee(actorWith(Role::Administrator, other), submitted));
    }

    void statesAndStepsGoThereAndBackAsText()
    {
        for (const State state : allStates)
            QCOMPARE(stateFromText(toText(state)), std::optional(state));
        for (const Step step : allSteps)
            QCOMPARE(stepFromText(toText(step)), std::optional(step));
    }
};

QTEST_GUILESS_MAIN(TestWorkflow)
#include "tst_workflow.moc"
