#include "storage/Database.h"
#include "storage/Statement.h"
#include "support/TemporaryDatabase.h"

#include <QTest>

#include <future>
#include <thread>

using namespace toasoan;

namespace {

struct World
{
    explicit World(Engine engine) : temporary(engine, {})
    {
        auto transaction = write();
        if (!transaction.execute("CREATE TABLE notes (number BIGINT NOT NULL PRIMARY KEY)") || !transaction.commit())
            qFatal("the table was refused");
    }

    TemporaryDatabase temporary;

    Transaction write() { return *Transaction::begin(temporary.database(), Access::Write); }
    Transaction read() { return *Transaction::begin(temporary.database(), Access::Read); }
    std::vector<qint64> notes();
};

Result<void> note(Transaction &transaction, int number)
{
    Statement statement(transaction, "INSERT INTO notes (number) VALUES (:number)");
    return statement.bind("number", number).run();
}

std::vector<qint64> notesIn(Transaction &transaction)
{
    Statement statement(transaction, "SELECT number FROM notes ORDER BY number");
    return statement.all([](const Statement &row) { return row.integer(0); }).valueOr({-1});
}

std::vector<qint64> World::notes()
{
    auto transaction = read();
    return notesIn(transaction);
}

using Numbers = std::vector<qint64>;

} // namespace

class TestTransaction : public QObject
{
    Q_OBJECT

private slots:
    // What can be had again waits for no disk; the next one, which is promised, does.
    void oneTransactionPromisesLess_data() { TemporaryDatabase::addEngines(); }
    void oneTransactionPromisesLess()
    {
        QFETCH(Engine, engine);
        World world(engine);
        const auto promise = [engine](Transaction &transaction) {
            const char *sql =
                engine == Engine::Sqlite ? "PRAGMA synchronous" : "SELECT current_setting('synchronous_commit')";
            Statement statement(transaction, sql);
            return statement.all([](const Statement &row) { return row.text(0); }).valueOr({}).front();
        };
        const bool isSqlite = engine == Engine::Sqlite;
        for (int round = 0; round < 2; ++round) {
            auto less = *Transaction::begin(world.temporary.database(), Access::Write, Durability::Noisy);
            QCOMPARE(promise(less), isSqlite ? QStringLiteral("1") : QStringLiteral("off"));
            QVERIFY(note(less, 2 * round));
            QVERIFY(less.commit());
            auto usual = world.write();
            QCOMPARE(promise(usual), isSqlite ? QStringLiteral("2") : QStringLiteral("on"));
            QVERIFY(note(usual, 2 * round + 1));
            QVERIFY(usual.commit());
        }
        QCOMPARE(world.notes(), (Numbers{0, 1, 2, 3}));
    }

    void onlyWhatIsCommittedStays_data() { TemporaryDatabase::addEngines(); }
    void onlyWhatIsCommittedStays()
    {
        QFETCH(Engine, engine);
        World world(engine);
        {
            auto transaction = world.write();
            QVERIFY(note(transaction, 1));
            QVERIFY(transaction.commit());
            QVERIFY(!transaction.commit()); // it has ended
            QVERIFY(!note(transaction, 2));
        }
        {
            auto transaction = world.write();
            QVERIFY(note(transaction, 3));
        }
        {
            auto transaction = world.write();
            QVERIFY(note(transaction, 4));
            transaction.rollback();
            QVERIFY(!transaction.isUsable());
        }
        QCOMPARE(world.notes(), Numbers({1}));
    }

    void movingItMovesTheRightToCommit_data() { TemporaryDatabase::addEngines(); }
    void movingItMovesTheRightToCommit()
    {
        QFETCH(Engine, engine);
        World world(engine);
        std::optional<Transaction> kept;
        {
            auto transaction = world.write();
            kept.emplace(std::move(transaction));
        }
        QVERIFY(note(*kept, 1));
        QVERIFY(kept->commit());
        QCOMPARE(world.notes(), Numbers({1}));
    }

    void savepointsUndoTheirPartOnly_data() { TemporaryDatabase::addEngines(); }
    void savepointsUndoTheirPartOnly()
    {
        QFETCH(Engine, engine);
        World world(engine);
        auto transaction = world.write();
        QVERIFY(note(transaction, 1));
        {
            auto outer = Savepoint::begin(transaction);
            QVERIFY(outer);
            QVERIFY(note(transaction, 2));
            {
                auto inner = Savepoint::begin(transaction);
                QVERIFY(inner);
                QVERIFY(note(transaction, 3));
                QVERIFY(inner->rollback());
            }
            {
                auto inner = Savepoint::begin(transaction);
                QVERIFY(inner);
                QVERIFY(note(transaction, 4));
                QVERIFY(inner->release());
            }
            {
                auto forgotten = Savepoint::begin(transaction);
                QVERIFY(forgotten);
                QVERIFY(note(transaction, 5));
            }
            QVERIFY(outer->release());
        }
        {
            auto undone = Savepoint::begin(transaction);
            QVERIFY(undone);
            auto inner = Savepoint::begin(transaction);
            QVERIFY(inner);
            QVERIFY(note(transaction, 6));
            QVERIFY(inner->release());
            QVERIFY(undone->rollback());
        }
        QVERIFY(transaction.commit());
        QCOMPARE(world.notes(), Numbers({1, 2, 4}));
    }

    void aFailedStatementLeavesOnlyRollingBack_data() { TemporaryDatabase::addEngines(); }
    void aFailedStatementLeavesOnlyRollingBack()
    {
        QFETCH(Engine, engine);
        World world(engine);
        {
            auto transaction = world.write();
            QVERIFY(note(transaction, 1));
            QVERIFY(!note(transaction, 1));
            QVERIFY(!transaction.isUsable());
            QCOMPARE(note(transaction, 2).error().code, ErrorCode::Conflict);
            const auto committed = transaction.commit();
            QVERIFY(!committed);
            QCOMPARE(committed.error().code, ErrorCode::Conflict);
        }
        QCOMPARE(world.notes(), Numbers());
    }

    void aSavepointForgivesAFailedStatement_data() { TemporaryDatabase::addEngines(); }
    void aSavepointForgivesAFailedStatement()
    {
        QFETCH(Engine, engine);
        World world(engine);
        auto transaction = world.write();
        QVERIFY(note(transaction, 1));
        {
            auto savepoint = Savepoint::begin(transaction);
            QVERIFY(savepoint);
            QVERIFY(note(transaction, 2));
            QVERIFY(!note(transaction, 1));
            QVERIFY(!savepoint->release()); // rolls back
        }
        {
            auto savepoint = Savepoint::begin(transaction);
            QVERIFY(savepoint);
            QVERIFY(!note(transaction, 1));
        }
        QVERIFY(note(transaction, 3));
        QVERIFY(transaction.commit());
        QCOMPARE(world.notes(), Numbers({1, 3}));
    }

    void aReaderSeesOneSnapshot_data() { TemporaryDatabase::addEngines(); }
    void aReaderSeesOneSnapshot()
    {
        QFETCH(Engine, engine);
        World world(engine);
        const auto other = world.temporary.open();
        auto reader = Transaction::begin(*other, Access::Read);
        QVERIFY(reader);
        QCOMPARE(notesIn(*reader), Numbers());
        auto writer = world.write();
        QVERIFY(note(writer, 1));
        QCOMPARE(notesIn(*reader), Numbers()); // not waiting for the writer, not seeing it
        QVERIFY(writer.commit());
        QCOMPARE(notesIn(*reader), Numbers());
        reader->rollback();
        QCOMPARE(world.notes(), Numbers({1}));
    }

    void aReaderMayNotWrite_data() { TemporaryDatabase::addEngines(); }
    void aReaderMayNotWrite()
    {
        QFETCH(Engine, engine);
        World world(engine);
        {
            auto reader = world.read();
            const auto written = note(reader, 1);
            QVERIFY(!written);
            QCOMPARE(written.error().code, ErrorCode::Internal);
            QCOMPARE(written.error().subject, QStringLiteral("database.readTransaction"));
        }
        auto writer = world.write();
        QVERIFY(note(writer, 2));
        QVERIFY(writer.commit());
        QCOMPARE(world.notes(), Numbers({2}));
    }

    void aReaderMayNotWriteInOtherWords_data()
    {
        QTest::addColumn<Engine>("engine");
        QTest::addColumn<std::string>("sql");
        for (const Engine engine : TemporaryDatabase::engines()) {
            const auto row = [&](const char *name, const char *sql) {
                QTest::addRow("%s, %s", TemporaryDatabase::name(engine), name) << engine << std::string(sql);
            };
            row("with rows given back", "INSERT INTO notes (number) VALUES (1) RETURNING number");
            row("behind a comment", "-- SELECT\n/* SELECT */ insert into notes (number) VALUES (1)");
            row("behind a WITH", "WITH n (number) AS (SELECT 1) INSERT INTO notes (number) SELECT number FROM n");
            row("an update behind a WITH", "WITH n AS (SELECT 1) UPDATE notes SET number = number + 1");
            row("a deletion", "DELETE FROM notes");
        }
    }
    void aReaderMayNotWriteInOtherWords()
    {
        QFETCH(Engine, engine);
        QFETCH(std::string, sql);
        World world(engine);
        auto writer = world.write();
        QVERIFY(note(writer, 7));
        QVERIFY(writer.commit());
        {
            auto reader = world.read();
            const auto written = Statement(reader, sql).run();
            QVERIFY(!written);
            QCOMPARE(written.error().subject, QStringLiteral("database.readTransaction"));
        }
        {
            auto reader = world.read();
            const auto written = reader.execute("DROP TABLE notes");
            QVERIFY(!written);
            QCOMPARE(written.error().subject, QStringLiteral("database.readTransaction"));
        }
        QCOMPARE(world.notes(), Numbers({7}));
    }

    void aReaderMayAskWithAnyWords_data() { TemporaryDatabase::addEngines(); }
    void aReaderMayAskWithAnyWords()
    {
        QFETCH(Engine, engine);
        World world(engine);
        auto writer = world.write();
        QVERIFY(note(writer, 7));
        QVERIFY(writer.commit());
        auto reader = world.read();
        Statement statement(reader,
                            "WITH n AS (SELECT number, 'update; delete' AS \"insert\" FROM notes)\n"
                            "SELECT number, REPLACE(\"insert\", ';', ',') FROM n");
        const auto row = statement.one({}, [](const Statement &each) { return each.text(1); });
        QVERIFY(row);
        QCOMPARE(*row, QStringLiteral("update, delete"));
    }

    void oneAtATimeOnAConnection_data() { TemporaryDatabase::addEngines(); }
    void oneAtATimeOnAConnection()
    {
        QFETCH(Engine, engine);
        World world(engine);
        auto first = world.write();
        const auto second = Transaction::begin(world.temporary.database(), Access::Read);
        QVERIFY(!second);
        QCOMPARE(second.error().subject, QStringLiteral("database.transaction"));
        QVERIFY(note(first, 1));
        QVERIFY(first.commit());
    }

    void aLockThatDoesNotEndIsBusy_data() { TemporaryDatabase::addEngines(); }
    void aLockThatDoesNotEndIsBusy()
    {
        QFETCH(Engine, engine);
        World world(engine);
        const auto other = world.temporary.open();
        auto holder = Transaction::begin(*other, Access::Write);
        QVERIFY(holder);
        QVERIFY(note(*holder, 1));
        // SQLite waits at the door, PostgreSQL at the row.
        const auto blocked = [&]() -> Result<void> {
            auto transaction = Transaction::begin(world.temporary.database(), Access::Write);
            if (!transaction)
                return transaction.error();
            return note(*transaction, 1);
        }();
        QVERIFY(!blocked);
        QCOMPARE(blocked.error().code, ErrorCode::Unavailable);
        QCOMPARE(blocked.error().subject, QStringLiteral("database.busy"));
        QVERIFY(holder->commit());
        auto after = world.write();
        QVERIFY(note(after, 2));
        QVERIFY(after.commit());
    }

    void manyWritersLoseNothing_data() { TemporaryDatabase::addEngines(); }
    void manyWritersLoseNothing()
    {
        QFETCH(Engine, engine);
        World world(engine);
        {
            auto transaction = world.write();
            QVERIFY(transaction.execute("CREATE TABLE counter (one INTEGER PRIMARY KEY, number BIGINT NOT NULL)"));
            QVERIFY(transaction.execute("INSERT INTO counter (one, number) VALUES (1, 0)"));
            QVERIFY(transaction.commit());
        }
        constexpr int writers = 4;
        constexpr int rounds = 25;
        // Where the disk is slow one of them may wait too long for the others. He is told so, and asks again.
        const auto begin = [](Database &database) {
            while (true) {
                auto transaction = Transaction::begin(database, Access::Write);
                if (transaction || transaction.error().code != ErrorCode::Unavailable)
                    return transaction;
            }
        };
        // Read, compare, write, behind a row that all lock first: as the actions do it.
        const auto work = [&]() -> Result<void> {
            const auto database = world.temporary.open();
            for (int i = 0; i < rounds; ++i) {
                auto transaction = begin(*database);
                if (!transaction)
                    return transaction.error();
                if (const auto locked = transaction->execute("UPDATE counter SET number = number WHERE one = 1");
                    !locked)
                    return locked.error();
                Statement read(*transaction, "SELECT number FROM counter WHERE one = 1");
                const auto number =
                    read.one(QStringLiteral("counter"), [](const Statement &row) { return row.integer(0); });
                if (!number)
                    return number.error();
                Statement write(*transaction, "UPDATE counter SET number = :number WHERE one = 1");
                if (const auto written = write.bind("number", *number + 1).run(); !written)
                    return written.error();
                if (const auto committed = transaction->commit(); !committed)
                    return committed.error();
            }
            return {};
        };
        std::vector<std::future<Result<void>>> results;
        for (int i = 0; i < writers; ++i)
            results.push_back(std::async(std::launch::async, work));
        for (auto &result : results) {
            const auto worked = result.get();
            QVERIFY2(worked, worked ? "" : qPrintable(worked.error().detail));
        }
        auto transaction = world.read();
        Statement read(transaction, "SELECT number FROM counter");
        QCOMPARE(read.one({}, [](const Statement &row) { return row.integer(0); }).valueOr(0),
                 qint64(writers * rounds));
    }

    void aLostConnectionIsMadeAnew()
    {
        if (!TemporaryDatabase::engines().contains(Engine::Postgres))
            QSKIP("PostgreSQL alone has connections to lose");
        World world(Engine::Postgres);
        const auto other = world.temporary.open();
        const auto end = [&](qint64 process) {
            auto transaction = Transaction::begin(*other, Access::Write);
            Statement statement(*transaction, "SELECT pg_terminate_backend(CAST(:process AS INTEGER), 5000)");
            return statement.bind("process", process).find([](const Statement &) { return 0; }).ok();
        };
        const auto process = [](Transaction &transaction) {
            Statement statement(transaction, "SELECT pg_backend_pid()");
            return statement.one({}, [](const Statement &row) { return row.integer(0); }).valueOr(0);
        };
        qint64 first = 0;
        {
            auto transaction = world.write();
            first = process(transaction);
            QVERIFY(note(transaction, 1));
            QVERIFY(end(first));
            const auto second = note(transaction, 2);
            QVERIFY(!second);
            QCOMPARE(second.error().code, ErrorCode::Unavailable);
            QCOMPARE(second.error().subject, QStringLiteral("database.connection"));
            QVERIFY(!transaction.commit());
        }
        {
            auto transaction = world.write();
            QVERIFY(process(transaction) != first);
            QVERIFY(note(transaction, 3));
            QVERIFY(transaction.commit());
            // Lost while idle: the next one does not even notice.
            auto idle = world.read();
            first = process(idle);
        }
        QVERIFY(end(first));
        QCOMPARE(world.notes(), Numbers({3}));
    }

    void aServerThatIsGoneIsUnavailable()
    {
        const auto location = DatabaseLocation::fromText(QStringLiteral("postgres://nobody@127.0.0.1:1/none"));
        const auto database = Database::open(*location);
        QVERIFY(!database);
        QCOMPARE(database.error().code, ErrorCode::Unavailable);
    }
};

QTEST_GUILESS_MAIN(TestTransaction)
#include "tst_transaction.moc"
