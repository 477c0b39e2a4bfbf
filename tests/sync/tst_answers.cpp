// What an answer to a command means: it was done, and what it made comes with the feed. And what is not sent at all.
#include "storage/Statement.h"
#include "support/ErrorLines.h"
#include "sync/EngineSteps.h"

#include <QTest>

using namespace toasoan;
using namespace toasoan::test;
using namespace std::chrono_literals;

namespace {

const QString changes = u"/api/v1/changes"_s;

ArticleId submittedByReporter(World &world)
{
    TestDesk &reporter = world.desk(World::reporter);
    const ArticleId id = ArticleId::create(world.clock, world.dice);
    reporter.type(id, world.content(u"Bài"_s, u"một"_s));
    reporter.save(id);
    if (!reporter.submit(submitting(id)))
        qFatal("not given");
    return id;
}

// Saved and submitted by somebody whom the feed tells of neither, while his save is answered.
ArticleId saveIsAnswered(World &world)
{
    const ArticleId id = submittedByReporter(world);
    TestDesk &reporter = world.desk(World::reporter);
    reporter.network.loseNextAnswer.insert(changes);
    world.run(10s); // of the forty for which a held request is waited for
    return id;
}

void runSql(TestDesk &desk, const QByteArray &sql)
{
    auto transaction = Transaction::begin(desk.replica().database(), Access::Write);
    if (!transaction || !Statement(*transaction, sql.toStdString()).run() || !transaction->commit())
        qFatal("%s", sql.constData());
}

// Approved at the chair's, whose clock nobody has looked at yet in this run.
ArticleId approved(World &world)
{
    const ArticleId id = articleInEditing(world);
    if (!world.desk(World::editor).submit(moving(id, Step::RequestApproval)) || !world.settle())
        qFatal("not asked");
    TestDesk &chair = world.desk(World::chair);
    const QString hash = world.onServer(id)->contentHash;
    if (!chair.submit(Approve{.target = itemKey(id), .version = 0, .contentHash = hash, .note = {}}) || !world.settle())
        qFatal("not approved");
    return id;
}

Schedule inOneHour(ArticleId id, const TestDesk &desk)
{
    return {.target = itemKey(id), .version = 0, .at = desk.clock.now() + 1h};
}

} // namespace

class TestAnswers : public QObject
{
    Q_OBJECT

private slots:
    void whatWasDoneWaitsForTheFeedAndIsShownAsDone()
    {
        World world;
        QVERIFY(world.settle());
        const ArticleId id = saveIsAnswered(world);
        TestDesk &reporter = world.desk(World::reporter);
        QCOMPARE(world.executions().size(), std::size_t(1)); // the step behind it does not go before
        QVERIFY(world.onServer(id));
        QVERIFY(!reporter.confirmed(id));
        QVERIFY(!reporter.engine().isIdle());
        QCOMPARE(reporter.view(id).article.state, State::Submitted);
        const OutboxView outbox = reporter.outbox();
        QCOMPARE(outbox.commands.size(), std::size_t(2));
        QCOMPARE(outbox.commands[0].state, WaitingState::Sending);
        QVERIFY(world.settle());
        QCOMPARE(world.onServer(id)->state, State::Submitted);
        QVERIFY(reporter.outbox().commands.empty());
        QCOMPARE(world.executions().size(), std::size_t(2));
    }

    void aDeskThatDiesBetweenAnswerAndFeedSendsNothingTwice()
    {
        World world;
        QVERIFY(world.settle());
        const ArticleId id = saveIsAnswered(world);
        TestDesk &reporter = world.desk(World::reporter);
        QVERIFY(!reporter.outbox().commands.empty());
        reporter.crash();
        reporter.start();
        QVERIFY(!reporter.engine().isIdle());
        QVERIFY(world.settle());
        QCOMPARE(world.onServer(id)->state, State::Submitted);
        QVERIFY(reporter.outbox().commands.empty());
        for (const auto &[request, times] : world.executions())
            QCOMPARE(times, 1);
    }

    // Typed on in the meantime, and merged by the server with what another wrote.
    void whatIsTypedMeanwhileStandsOnWhatTheServerMade()
    {
        World world;
        const ArticleId id = articleInEditing(world, u"một hai ba"_s);
        TestDesk &editor = world.desk(World::editor);
        write(editor, id, u"một hai ba bốn"_s);
        const ArticleView other = world.desk(World::otherEditor).view(id);
        editor.network.loseNextAnswer.insert(changes);
        const auto first =
            world.runOnServer(World::otherEditor,
                              Save{.target = itemKey(id),
                                   .base = other.article.version,
                                   .content = canonicalBytes(withLead(other.article.content, u"không một hai ba"_s))});
        QVERIFY(first);
        world.run(10s);
        QCOMPARE(world.onServer(id)->content.lead, u"không một hai ba bốn"_s);
        QCOMPARE(editor.view(id).article.content.lead, u"một hai ba bốn"_s);
        write(editor, id, u"một hai ba bốn năm"_s);
        QVERIFY(world.settle());
        QCOMPARE(world.onServer(id)->content.lead, u"không một hai ba bốn năm"_s);
        QCOMPARE(editor.view(id).article.content.lead, u"không một hai ba bốn năm"_s);
    }

    // Its change is of a history that is no more.
    void aServerThatIsRestoredMeanwhileIsAskedAgain()
    {
        World world;
        QVERIFY(world.settle());
        world.backUp();
        const ArticleId id = saveIsAnswered(world);
        QVERIFY(world.onServer(id));
        world.restore();
        QVERIFY(!world.onServer(id));
        QVERIFY(world.settle());
        QVERIFY(world.onServer(id));
        QCOMPARE(world.onServer(id)->content.lead, u"một"_s);
        QVERIFY(world.desk(World::reporter).outbox().commands.empty());
    }

    void anAnswerThatIsNoneHoldsUpTheArticleAlone()
    {
        World world;
        QVERIFY(world.settle());
        TestDesk &reporter = world.desk(World::reporter);
        const auto id = ArticleId::create(world.clock, world.dice), other = ArticleId::create(world.clock, world.dice);
        world.commandTrouble[id] = {.status = 200, .fields = {}, .body = "{\"requestId\":\"x\",\"changed\":[]}"};
        for (const ArticleId each : {id, other}) {
            reporter.type(each, world.content(u"Bài"_s));
            reporter.save(each);
        }
        world.run(10s);
        QVERIFY(world.onServer(other));
        QVERIFY(!world.onServer(id));
        QCOMPARE(reporter.outbox().commands.size(), std::size_t(1));
        world.commandTrouble.clear();
        QVERIFY(world.settle());
        QVERIFY(world.onServer(id));
    }

    // Five hours slow, with nobody to say so: "in one hour" was four hours ago, and would be published at once.
    void anHourThatWasSetByAWrongClockIsNotSent_data()
    {
        QTest::addColumn<int>("hours");
        QTest::newRow("slow") << -5;
        QTest::newRow("fast") << 5;
    }
    void anHourThatWasSetByAWrongClockIsNotSent()
    {
        QFETCH(const int, hours);
        World world;
        const ArticleId id = approved(world);
        TestDesk &chair = world.desk(World::chair);
        chair.crash();
        chair.clock.skew = std::chrono::hours(hours);
        chair.network.isCut = true;
        chair.start();
        const Schedule given = inOneHour(id, chair);
        QVERIFY(chair.submit(given));
        QCOMPARE(chair.view(id).article.state, State::Scheduled);
        chair.network.isCut = false;
        QVERIFY(world.settle());
        QCOMPARE(world.onServer(id)->state, State::Approved);
        QCOMPARE(chair.view(id).article.state, State::Approved);
        QCOMPARE(chair.problems.size(), std::size_t(1));
        QCOMPARE(chair.problems[0].error.subject, u"article.scheduledAt"_s);
        QCOMPARE(chair.outbox().commands.size(), std::size_t(1));
        const RequestId request = chair.outbox().commands[0].request;
        // What has passed meanwhile is not set by trying again; what has not is an hour that he has looked at.
        const auto again = chair.replica().retry(request);
        QCOMPARE(bool(again), hours > 0);
        if (again) {
            chair.tell(*again);
            QVERIFY(world.settle());
            QCOMPARE(world.onServer(id)->scheduledAt, std::optional(given.at));
        } else {
            QCOMPARE(again.error(), (Error{ErrorCode::InvalidInput, u"article.scheduledAt"_s, u"passed"_s}));
            QVERIFY(chair.submit(Schedule{.target = itemKey(id), .version = 0, .at = world.clock.now() + 1h}));
            QVERIFY(world.settle());
            QCOMPARE(world.onServer(id)->state, State::Scheduled);
            QVERIFY(chair.outbox().commands.empty());
        }
    }

    // The server tells of the article all the same, and of others.
    void whatWaitsAndCannotBeReadHoldsUpItsArticleAlone_data()
    {
        QTest::addColumn<QByteArray>("trouble");
        QTest::newRow("unreadable") << QByteArray("UPDATE outbox SET command = '{}'");
        QTest::newRow("of a noun that a newer program knows") << QByteArray("UPDATE outbox SET noun = 'task'");
    }
    void whatWaitsAndCannotBeReadHoldsUpItsArticleAlone()
    {
        QFETCH(const QByteArray, trouble);
        World world;
        const ArticleId id = articleInEditing(world);
        TestDesk &editor = world.desk(World::editor);
        editor.network.isCut = true;
        write(editor, id, u"một hai ba bốn"_s);
        runSql(editor, trouble);
        TestDesk &other = world.desk(World::otherEditor);
        write(other, id, u"không một hai ba"_s);
        const ArticleId next = submittedByReporter(world);
        world.run(5s);
        editor.network.isCut = false;
        world.run(1min);
        QVERIFY(editor.confirmed(next));
        QCOMPARE(editor.engine().connection().connection, Connection::Online);
        const ArticleId own = ArticleId::create(world.clock, world.dice);
        editor.type(own, world.content(u"Bài"_s));
        editor.save(own);
        world.run(5s);
        QVERIFY(world.onServer(own));
        QVERIFY(editor.engine().heldUp(id));
    }

    // What waits for another article cannot be read, or the disk refuses: an hour of a wrong clock does not go for
    // that.
    void anHourThatCannotBeHeldBackAtOnceIsNotSent_data()
    {
        QTest::addColumn<QByteArray>("trouble");
        QTest::addColumn<QByteArray>("end");
        QTest::newRow("unreadable") << QByteArray("UPDATE outbox SET command = '{}' WHERE step = 'save'")
                                    << QByteArray();
        QTest::newRow("of a noun that a newer program knows")
            << QByteArray("UPDATE outbox SET noun = 'task' WHERE step = 'save'") << QByteArray();
        QTest::newRow("disk") << QByteArray("CREATE TEMP TRIGGER refused BEFORE UPDATE ON outbox WHEN NEW.error <> '' "
                                            "BEGIN SELECT RAISE(ABORT, 'refused'); END")
                              << QByteArray("DROP TRIGGER refused");
    }
    void anHourThatCannotBeHeldBackAtOnceIsNotSent()
    {
        QFETCH(const QByteArray, trouble);
        QFETCH(const QByteArray, end);
        World world;
        const ArticleId id = approved(world);
        TestDesk &chair = world.desk(World::chair);
        chair.crash();
        chair.clock.skew = -5h;
        chair.network.isCut = true;
        chair.start();
        const ArticleId other = ArticleId::create(world.clock, world.dice); // before it in the line
        chair.type(other, world.content(u"Bài"_s));
        chair.save(other);
        QVERIFY(chair.submit(inOneHour(id, chair)));
        runSql(chair, trouble);
        chair.network.isCut = false;
        const ArticleId ofOthers = submittedByReporter(world);
        world.run(5min);
        QCOMPARE(world.onServer(id)->state, State::Approved);
        if (!end.isEmpty()) {
            QVERIFY(!chair.engine().connection().clockAhead);
            runSql(chair, end);
            world.run(5min);
        }
        QCOMPARE(chair.engine().connection().clockAhead, std::optional(-300min));
        QCOMPARE(world.onServer(id)->state, State::Approved);
        QCOMPARE(chair.view(id).article.state, State::Approved);
        QVERIFY(chair.confirmed(ofOthers)); // all else goes on
    }

    // Known before anything goes, not with the next thing that happens.
    void aWrongClockIsKnownWithTheFirstAnswers()
    {
        World world;
        QVERIFY(world.settle());
        TestDesk &chair = world.desk(World::chair);
        chair.crash();
        chair.clock.skew = -5h;
        chair.start();
        world.run(5s);
        QCOMPARE(chair.engine().connection().clockAhead, std::optional(-300min));
        QVERIFY(world.settle());
    }

    // Given while it was known: the hour is right, whatever the clock says.
    void anHourThatWasSetWhileTheClockWasKnownIsSent()
    {
        World world;
        const ArticleId id = approved(world);
        TestDesk &chair = world.desk(World::chair);
        chair.clock.skew = -5h;
        world.run(2min);
        chair.network.isCut = true;
        const Instant hour = world.clock.now() + 1h;
        QVERIFY(chair.submit(Schedule{.target = itemKey(id), .version = 0, .at = hour}));
        chair.crash(); // and it is not known any more
        chair.start();
        chair.network.isCut = false;
        QVERIFY(world.settle());
        QCOMPARE(world.onServer(id)->scheduledAt, std::optional(hour));
    }
};

QTEST_GUILESS_MAIN(TestAnswers)
#include "tst_answers.moc"
