// What is said of a step until it is known what became of it, and then.
#include "support/Patience.h"
#include "ui/models/StepText.h"
#include "ui/models/StepWatch.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <algorithm>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

SystemClock systemClock;
SystemDice systemDice;

/// A person who has given steps on one article, and what his desk says of that.
struct Given
{
    Given()
    {
        view.article.id = ArticleId::create(systemClock, systemDice);
        view.article.content.title = u"Bài"_s;
        view.article.state = State::Published;
    }

    RequestId give(Step step)
    {
        const RequestId request = RequestId::create(systemClock, systemDice);
        view.waiting.push_back({.request = request,
                                .article = view.article.id,
                                .title = u"Bài"_s,
                                .step = step,
                                .givenAt = {},
                                .state = WaitingState::Waiting,
                                .refusal = {}});
        watch.follow(step, view.article, view);
        return request;
    }
    void decide(Step step, UserId by)
    {
        view.decisions.push_back(
            {.record = view.article.id, .version = 1, .step = step, .actor = by, .at = {}, .reason = {}});
    }
    /// It waits no more.
    void end(RequestId request)
    {
        std::erase_if(view.waiting, [&](const WaitingCommand &command) { return command.request == request; });
    }
    /// The desk says something of it, and the watch has heard it.
    void look()
    {
        watch.refresh(view.article.id);
        QTRY_COMPARE(asked, answered);
    }

    ArticleView view;
    std::optional<Error> error;
    int asked = 0;
    int answered = 0;
    Sending sending = Sending::Later;
    const UserId me = UserId::create(systemClock, systemDice);
    const UserId other = UserId::create(systemClock, systemDice);
    StepWatch watch{[this](ArticleId, QObject *context, const Callback<ArticleView> &give) {
                        ++asked;
                        QTimer::singleShot(0, context, [this, give] {
                            give(error ? Result<ArticleView>(*error) : Result<ArticleView>(view));
                            ++answered;
                        });
                    },
                    [this] { return Actor{.user = me, .grants = {}}; }, [this] { return sending; }};
    QSignalSpy done{&watch, &StepWatch::done};
    QSignalSpy waits{&watch, &StepWatch::waits};
    QSignalSpy overtaken{&watch, &StepWatch::overtaken};
};

} // namespace

class TestStepWatch : public QObject
{
    Q_OBJECT

private slots:
    void whatTheServerDecidedIsDone()
    {
        Given given;
        const RequestId request = given.give(Step::Unpublish);
        given.look();
        QVERIFY(given.done.isEmpty());
        QTRY_COMPARE(given.waits.size(), 1);
        given.end(request);
        given.decide(Step::Unpublish, given.me);
        given.look();
        QCOMPARE(given.done.size(), 1);
        QCOMPARE(given.done[0][0].toString(), doneText(Step::Unpublish, State::Published, u"Bài"_s));
        QCOMPARE(given.overtaken.size(), 1);
        QCOMPARE(given.overtaken[0][0], given.waits[0][0]);
    }

    // What is on its way over a slow line does not wait for one.
    void itIsSaidWhetherItIsOnItsWay()
    {
        Given given;
        given.sending = Sending::Now;
        const RequestId request = given.give(Step::Publish);
        given.watch.tellLine();
        QVERIFY(given.waits.isEmpty()); // it has not been told yet
        QTRY_COMPARE(given.waits.size(), 1);
        QCOMPARE(given.waits[0][0].toString(), waitingText(Step::Publish, u"Bài"_s, Sending::Now));
        given.watch.tellLine();
        QCOMPARE(given.waits.size(), 1);
        given.sending = Sending::Later;
        QSignalSpy reworded(&given.watch, &StepWatch::reworded);
        given.watch.tellLine();
        const QString later = waitingText(Step::Publish, u"Bài"_s, Sending::Later);
        QCOMPARE(reworded.size(), 1);
        QCOMPARE(reworded[0], QVariantList({given.waits[0][0], later}));
        QCOMPARE(given.waits.size(), 1);
        given.end(request);
        given.look();
        QCOMPARE(given.overtaken[0][0].toString(), later);
    }

    // Taken back, or gone with a text that became a new draft.
    void whatWasThrownAwayIsNotDone()
    {
        Given given;
        const RequestId request = given.give(Step::Unpublish);
        QTRY_COMPARE(given.waits.size(), 1);
        given.end(request);
        given.look();
        QVERIFY2(given.done.isEmpty(), "what was thrown away is said to be done");
        QCOMPARE(given.overtaken.size(), 1);
    }

    void whatAnotherDecidedIsNotDoneByThisPerson()
    {
        Given given;
        const RequestId request = given.give(Step::Unpublish);
        given.decide(Step::Unpublish, given.other);
        given.look();
        given.end(request);
        given.look();
        QVERIFY(given.done.isEmpty());
    }

    void whatIsRefusedIsNotDone()
    {
        Given given;
        given.give(Step::Unpublish);
        QTRY_COMPARE(given.waits.size(), 1);
        given.view.waiting[0].state = WaitingState::Refused;
        given.look();
        QVERIFY(given.done.isEmpty());
        QCOMPARE(given.overtaken.size(), 1);
    }

    // Without a network the same step is given twice, with its opposite between: each decision is the end of one.
    void ofTwoAlikeEachIsToldOnce_data()
    {
        QTest::addColumn<bool>("isSecondTaken");
        QTest::newRow("both are taken") << true;
        QTest::newRow("the second is thrown away") << false;
    }
    void ofTwoAlikeEachIsToldOnce()
    {
        QFETCH(bool, isSecondTaken);
        Given given;
        const RequestId first = given.give(Step::Approve);
        given.give(Step::Revoke);
        const RequestId second = given.give(Step::Approve);
        given.decide(Step::Approve, given.me);
        given.look(); // the feed may bring it before the answer
        QVERIFY(given.done.isEmpty());
        given.end(first);
        given.look();
        QCOMPARE(given.done.size(), 1);
        given.end(second);
        if (isSecondTaken)
            given.decide(Step::Approve, given.me);
        given.look();
        QCOMPARE(given.done.size(), isSecondTaken ? 2 : 1);
    }

    void bothMayEndAtOnce()
    {
        Given given;
        const RequestId first = given.give(Step::Approve);
        const RequestId second = given.give(Step::Approve);
        given.end(first);
        given.end(second);
        given.decide(Step::Approve, given.me);
        given.look();
        QCOMPARE(given.done.size(), 1);
    }

    // What is neither at the server nor here waits no more, and nothing is known of its end.
    void whatIsGoneWaitsNoMore()
    {
        Given given;
        given.give(Step::Unpublish);
        QTRY_COMPARE(given.waits.size(), 1);
        given.error = Error{ErrorCode::Unavailable, u"storage.busy"_s, {}};
        given.look();
        QVERIFY(given.overtaken.isEmpty()); // it may still wait
        given.error = Error{ErrorCode::NotFound, u"article"_s, {}};
        given.look();
        QCOMPARE(given.overtaken.size(), 1);
        QVERIFY(given.done.isEmpty());
    }

    // Unless that was what it was for.
    void whatWasToBeDeletedIsDoneOnceItIsGone()
    {
        Given given;
        const RequestId request = given.give(Step::Delete);
        given.look();
        QVERIFY(given.done.isEmpty());
        given.end(request); // thrown away in the outbox: the draft is still there
        given.look();
        QVERIFY(given.done.isEmpty());
        given.give(Step::Delete);
        given.error = Error{ErrorCode::NotFound, u"article"_s, {}};
        given.look();
        QCOMPARE(given.done.size(), 1);
        QCOMPARE(given.done[0][0].toString(), doneText(Step::Delete, State::Published, u"Bài"_s));
    }

    void whatWentThroughAtOnceIsToldAtOnce()
    {
        Given given;
        given.decide(Step::Unpublish, given.me);
        given.watch.follow(Step::Unpublish, given.view.article, given.view);
        QCOMPARE(given.done.size(), 1);
        given.watch.follow(Step::Approve, given.view.article, given.view); // of this nobody has heard
        QCOMPARE(given.done.size(), 1);
    }
};

QTEST_MAIN(TestStepWatch)
#include "tst_stepwatch.moc"
