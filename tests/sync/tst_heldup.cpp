// Work that does not go though the server is there: what waits and why is said, it is tried again at its time, and
// nothing else waits for it.
#include "sync/World.h"

#include "protocol/ErrorJson.h"
#include "sync/ServerAnswer.h"

#include <QTest>

using namespace toasoan;
using namespace toasoan::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

ArticleId given(World &world, TestDesk &desk, const QString &title)
{
    const ArticleId id = ArticleId::create(world.clock, world.dice);
    desk.type(id, world.content(title));
    desk.save(id);
    return id;
}

TransportResponse failure(int status, ErrorCode code, const QString &subject)
{
    return {.status = status, .fields = {}, .body = errorBody({code, subject, {}})};
}

} // namespace

class TestHeldUp : public QObject
{
    Q_OBJECT

private slots:
    void aCommandThatCannotGoNowSaysWhyAndHoldsNothingElseUp_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("subject");
        QTest::newRow("the server's mistake")
            << 500 << errorBody({ErrorCode::Internal, u"article"_s, {}}) << u"article"_s;
        QTest::newRow("its disk is full")
            << 507 << errorBody({ErrorCode::StorageFull, u"database.full"_s, {}}) << u"database.full"_s;
        QTest::newRow("its data is damaged")
            << 500 << errorBody({ErrorCode::Corrupt, u"revision"_s, {}}) << u"revision"_s;
        QTest::newRow("busy") << 503 << errorBody({ErrorCode::Unavailable, u"database.busy"_s, {}})
                              << u"database.busy"_s;
        QTest::newRow("a proxy does not like the text") << 403 << QByteArray("<html>blocked</html>") << u"network"_s;
        QTest::newRow("no answer of ours") << 200 << QByteArray("{}") << u"network"_s;
    }
    void aCommandThatCannotGoNowSaysWhyAndHoldsNothingElseUp()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        World world;
        QVERIFY(world.settle());
        TestDesk &desk = world.desk(World::reporter);
        const ArticleId stuck = ArticleId::create(world.clock, world.dice);
        world.commandTrouble[stuck] = {.status = status, .fields = {}, .body = body};
        desk.type(stuck, world.content(u"Không đi được"_s));
        desk.save(stuck);
        const ArticleId other = given(world, desk, u"Đi được"_s);
        world.run(3s);
        QVERIFY(world.onServer(other));
        QVERIFY(!world.onServer(stuck));

        const ConnectionView connection = desk.engine().connection();
        QCOMPARE(connection.connection, Connection::Online);
        QVERIFY(connection.heldUp);
        QTEST(connection.heldUp->why.subject, "subject");
        QVERIFY(connection.heldUp->nextTry > desk.clock.now());
        QVERIFY(desk.engine().heldUp(stuck));
        QVERIFY(!desk.engine().heldUp(other));
        QVERIFY(!desk.engine().isIdle()); // something waits
        QVERIFY(!desk.engine().isBusy()); // and cannot go now

        // Less and less often, but it is not forgotten.
        world.run(1h);
        QVERIFY2(world.commandsInVain >= 55 && world.commandsInVain <= 130,
                 qPrintable(QString::number(world.commandsInVain)));
        QCOMPARE(desk.outbox().commands.size(), 1U);
        world.commandTrouble.clear();
        QVERIFY(world.settle());
        QVERIFY(world.onServer(stuck));
        QVERIFY(!desk.engine().connection().heldUp);
        QVERIFY(!desk.engine().heldUp(stuck));
    }

    void aPauseThatTheServerAsksForIsKept()
    {
        World world;
        QVERIFY(world.settle());
        TestDesk &desk = world.desk(World::reporter);
        const ArticleId first = ArticleId::create(world.clock, world.dice);
        TransportResponse slower = failure(429, ErrorCode::RateLimited, u"commands"_s);
        slower.fields = {{"Retry-After", "600"}};
        world.commandTrouble[first] = slower;
        desk.type(first, world.content(u"Một"_s));
        desk.save(first);
        world.run(2s);
        QCOMPARE(world.commandsInVain, 1);
        QCOMPARE(desk.engine().connection().heldUp->why.code, ErrorCode::RateLimited);
        // It is about the sender: others of his would be refused as well. What comes from the server still comes.
        world.commandTrouble.clear();
        const ArticleId second = given(world, desk, u"Hai"_s);
        QVERIFY(desk.engine().heldUp(second));
        const qint64 before = desk.replica().position().sequence;
        User user = world.desk(World::editor).user;
        user.penName = u"Nam"_s;
        world.changeUser(World::editor, user);
        world.run(590s);
        QVERIFY(!world.onServer(first) && !world.onServer(second));
        QVERIFY(desk.replica().position().sequence > before);
        world.run(15s);
        QVERIFY(world.onServer(first) && world.onServer(second));
        QVERIFY(!desk.engine().connection().heldUp);
    }

    void whatWasHeldUpAndIsSettledOtherwiseIsNotAskedForInACircle()
    {
        World world;
        QVERIFY(world.settle());
        TestDesk &desk = world.desk(World::reporter);
        const ArticleId stuck = ArticleId::create(world.clock, world.dice);
        world.commandTrouble[stuck] = failure(500, ErrorCode::Internal, u"article"_s);
        desk.type(stuck, world.content(u"Một"_s));
        desk.save(stuck);
        world.run(1s);
        world.commandTrouble[stuck] = failure(403, ErrorCode::Forbidden, u"article.section"_s);
        world.run(10s);
        QVERIFY(desk.view(stuck).refused());
        QVERIFY(!desk.engine().connection().heldUp);
        QVERIFY(world.settle());
    }

    void aPauseIsReadInSecondsAndAsADate_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("date");
        QTest::addColumn<int>("seconds");
        QTest::newRow("seconds") << QByteArray("600") << QByteArray() << 600;
        QTest::newRow("a date") << QByteArray("Sat, 28 Nov 2026 10:05:00 GMT")
                                << QByteArray("Sat, 28 Nov 2026 10:00:00 GMT") << 300;
        QTest::newRow("a date without now") << QByteArray("Sat, 28 Nov 2026 10:05:00 GMT") << QByteArray() << 0;
        QTest::newRow("a day") << QByteArray("86400") << QByteArray() << 3600;
        QTest::newRow("before now") << QByteArray("-5") << QByteArray() << 0;
        QTest::newRow("nonsense") << QByteArray("soon") << QByteArray() << 0;
        QTest::newRow("none") << QByteArray() << QByteArray() << 0;
    }
    void aPauseIsReadInSecondsAndAsADate()
    {
        QFETCH(QByteArray, field);
        QFETCH(QByteArray, date);
        QFETCH(int, seconds);
        const TransportResponse response{.status = 503, .fields = {{"Retry-After", field}, {"Date", date}}, .body = {}};
        QCOMPARE(retryAfter(response), Milliseconds(std::chrono::seconds(seconds)));
    }
};

QTEST_GUILESS_MAIN(TestHeldUp)
#include "tst_heldup.moc"
