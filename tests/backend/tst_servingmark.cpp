// Who may change a newsroom's schema, and when: one who serves it, when nobody serves it by an older one.
#include "backend/NewsroomSetup.h"
#include "backend/ServingMark.h"
#include "base/Dice.h"
#include "storage/Reading.h"
#include "storage/Statement.h"
#include "support/ErrorLines.h"
#include "support/OlderSchema.h"
#include "support/Patience.h"
#include "support/SettableClock.h"
#include "support/TemporaryDatabase.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <future>
#include <thread>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

using namespace std::chrono_literals;

/// On SQLite the ledger is a file of its own, beside the newsroom's.
DatabaseLocation visitsOf(const DatabaseLocation &newsroom)
{
    return newsroom.engine == Engine::Sqlite ? DatabaseLocation::sqlite(newsroom.path + ".visits"_L1) : newsroom;
}

/// As a program left the ledger that did not know the last migration.
void makeOlderVisits(const DatabaseLocation &location)
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(u"visits"_s));
    QVERIFY(QFile::copy(u":/sql/visits/0001_visits.sql"_s, folder.filePath(u"visits/0001_visits.sql"_s)));
    const auto database = Database::open(location);
    QVERIFY(database);
    const SystemClock clock;
    QVERIFY(Migrator(**database, folder.filePath(u"visits"_s), clock).migrate());
}

/// By how often it is asked, what was done once is told from what was done twice.
class CountingClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override
    {
        ++asked;
        return fromMilliseconds(1'696'238'414'349);
    }
    mutable int asked = 0;
};

/// The connections that have marked this newsroom, ended as PostgreSQL ends them when it is stopped.
qint64 endMarks(Database &database)
{
    auto transaction = Transaction::begin(database, Access::Write);
    Statement statement(*transaction, R"(
        SELECT COUNT(*)
        FROM (
            SELECT pg_terminate_backend(pid)
            FROM pg_locks
            WHERE locktype = 'advisory' AND objsubid = 2 AND CAST(classid AS BIGINT) = 1953456499
                AND CAST(objid AS BIGINT) = (CAST(hashtext(current_schema()) AS BIGINT) & 4294967295)
        ) AS ended
    )");
    return oneInteger(statement).valueOr(-1);
}

} // namespace

class TestServingMark : public QObject
{
    Q_OBJECT

private:
    SettableClock m_clock;
    SystemDice m_dice;

    [[nodiscard]] Result<std::unique_ptr<ServingMark>> take(Database &database, Milliseconds patience = 10s)
    {
        return ServingMark::take(database, visitsOf(database.location()), m_clock, m_dice, patience);
    }

    // As an earlier program left it.
    static void makeOlder(Database &database)
    {
        auto transaction = Transaction::begin(database, Access::Write);
        for (const std::string &sql : backTo15(database.engine() == Engine::Postgres))
            QVERIFY2(transaction->execute(sql), sql.c_str());
        QVERIFY(transaction->commit());
    }

private slots:
    void aNewOneIsMadeAndSharedByWhoServes_data() { TemporaryDatabase::addEngines(); }
    void aNewOneIsMadeAndSharedByWhoServes()
    {
        QFETCH(Engine, engine);
        TemporaryDatabase temporary(engine, {});
        QCOMPARE(checkNewsroom(temporary.database(), m_clock).error().subject, u"site"_s);
        const auto first = take(temporary.database());
        QVERIFY(first);
        QVERIFY(checkNewsroom(temporary.database(), m_clock));
        const auto other = temporary.open();
        QVERIFY(take(*other));
    }

    void whatAnOlderOneServesIsLeftAsItIs_data() { TemporaryDatabase::addEngines(); }
    void whatAnOlderOneServesIsLeftAsItIs()
    {
        QFETCH(Engine, engine);
        TemporaryDatabase temporary(engine, {});
        auto older = take(temporary.database());
        QVERIFY(older);
        makeOlder(temporary.database());
        const auto newer = temporary.open();
        const auto refused = take(*newer);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QCOMPARE(refused.error().subject, u"newsroom.served"_s);
        // Nor do those who do not serve, whether somebody serves or not.
        for (int turn = 0; turn < 2; ++turn) {
            QCOMPARE(checkNewsroom(*newer, m_clock).error().subject, u"database.schema.older"_s);
            QCOMPARE(makeSchema(*newer, m_clock, m_dice).valueOr(SchemaState::None), SchemaState::Older);
            QCOMPARE(newsroomSchemaState(*newer, m_clock).valueOr(SchemaState::None), SchemaState::Older);
            older->reset();
        }
        QVERIFY(take(*newer));
        QVERIFY(checkNewsroom(*newer, m_clock));
    }

    // What a server finds, who is at work there, and what becomes of its start.
    void theRows_data()
    {
        QTest::addColumn<Engine>("engine");
        QTest::addColumn<SchemaState>("newsroom");
        QTest::addColumn<SchemaState>("visits");
        QTest::addColumn<std::optional<ServingLock::Kind>>("other");
        QTest::addColumn<QString>("error");
        const std::optional<ServingLock::Kind> nobody;
        const std::optional shared = ServingLock::Kind::Shared;
        const std::optional alone = ServingLock::Kind::Alone;
        const QString served = u"newsroom.served"_s;
        const QString changing = u"newsroom.changing"_s;
        for (const Engine engine : TemporaryDatabase::engines()) {
            const auto row = [engine](const char *name, SchemaState newsroom, SchemaState visits,
                                      std::optional<ServingLock::Kind> other, const QString &error = {}) {
                QTest::addRow("%s, %s", TemporaryDatabase::name(engine), name)
                    << engine << newsroom << visits << other << error;
            };
            row("a new one", SchemaState::None, SchemaState::None, nobody);
            row("a new one that another makes", SchemaState::None, SchemaState::None, alone, changing);
            row("today's", SchemaState::Current, SchemaState::Current, nobody);
            row("today's, served", SchemaState::Current, SchemaState::Current, shared);
            row("today's, being changed", SchemaState::Current, SchemaState::Current, alone, changing);
            row("without a ledger", SchemaState::Current, SchemaState::None, nobody);
            row("without a ledger, served", SchemaState::Current, SchemaState::None, shared);
            row("an older newsroom", SchemaState::Older, SchemaState::Current, nobody);
            row("an older newsroom, served", SchemaState::Older, SchemaState::Current, shared, served);
            row("an older newsroom, being changed", SchemaState::Older, SchemaState::Current, alone, changing);
            row("an older ledger", SchemaState::Current, SchemaState::Older, nobody);
            row("an older ledger, served", SchemaState::Current, SchemaState::Older, shared, served);
            row("an older ledger, being changed", SchemaState::Current, SchemaState::Older, alone, changing);
            row("both older", SchemaState::Older, SchemaState::Older, nobody);
            row("both older, served", SchemaState::Older, SchemaState::Older, shared, served);
        }
    }
    void theRows()
    {
        QFETCH(Engine, engine);
        QFETCH(SchemaState, newsroom);
        QFETCH(SchemaState, visits);
        QFETCH(std::optional<ServingLock::Kind>, other);
        QFETCH(QString, error);
        TemporaryDatabase temporary(engine, {});
        Database &database = temporary.database();
        const DatabaseLocation ledger = visitsOf(temporary.location());
        if (newsroom != SchemaState::None)
            QVERIFY(migrateNewsroom(database, m_clock, m_dice));
        if (newsroom == SchemaState::Older)
            makeOlder(database);
        if (visits == SchemaState::Current)
            QVERIFY(openVisits(ledger, m_clock));
        if (visits == SchemaState::Older)
            makeOlderVisits(ledger);
        QCOMPARE(newsroomSchemaState(database, m_clock).valueOr(SchemaState::None), newsroom);
        QCOMPARE(visitsSchemaState(ledger, m_clock).valueOr(SchemaState::None), visits);
        const auto others = ServingLock::open(temporary.location());
        QVERIFY(others);
        if (other)
            QVERIFY((*others)->tryTake(*other).valueOr(false));

        const auto mark = take(database, other == ServingLock::Kind::Alone ? 300ms : 10s);
        QCOMPARE(mark ? QString() : mark.error().subject, error);
        const bool isServed = mark.ok();
        QCOMPARE(newsroomSchemaState(database, m_clock).valueOr(SchemaState::None),
                 isServed ? SchemaState::Current : newsroom);
        QCOMPARE(visitsSchemaState(ledger, m_clock).valueOr(SchemaState::None),
                 isServed && visits == SchemaState::Older ? SchemaState::Current : visits);
        // And while it serves nobody has it alone.
        if (isServed && !other) {
            QVERIFY((*others)->tryTake(ServingLock::Kind::Shared).valueOr(false));
            QVERIFY((*others)->giveBack(ServingLock::Kind::Shared));
            QVERIFY(!(*others)->tryTake(ServingLock::Kind::Alone).valueOr(true));
        }
    }

    void whoWaitsTellsSoAndGoesOnWhenItIsDone_data() { TemporaryDatabase::addEngines(); }
    void whoWaitsTellsSoAndGoesOnWhenItIsDone()
    {
        QFETCH(Engine, engine);
        TemporaryDatabase temporary(engine);
        const auto other = ServingLock::open(temporary.location());
        QVERIFY((*other)->tryTake(ServingLock::Kind::Alone).valueOr(false));
        const ErrorLines lines;
        auto start = std::async(std::launch::async, [&] {
            const auto database = temporary.open();
            return take(*database, 60s).ok();
        });
        QTRY_VERIFY(lines.all().contains("serving.waiting"));
        QVERIFY(start.wait_for(0s) == std::future_status::timeout);
        QVERIFY((*other)->giveBack(ServingLock::Kind::Alone));
        QVERIFY(start.get());
    }

    // The search's index is looked through, and the chain told of, once at a start.
    void itIsBroughtUpToDateOnce_data() { TemporaryDatabase::addEngines(); }
    void itIsBroughtUpToDateOnce()
    {
        QFETCH(Engine, engine);
        const auto asksOf = [this, engine](auto &&start) {
            TemporaryDatabase temporary(engine);
            makeOlder(temporary.database());
            const CountingClock clock;
            start(temporary.database(), clock);
            return clock.asked;
        };
        const int whenMarked = asksOf([this](Database &database, const Clock &clock) {
            QVERIFY(ServingMark::take(database, visitsOf(database.location()), clock, m_dice));
        });
        const int once = asksOf(
            [this](Database &database, const Clock &clock) { QVERIFY(migrateNewsroom(database, clock, m_dice)); });
        QVERIFY(once > 0);
        QCOMPARE(whenMarked, once);
    }

    // PostgreSQL is started again, or the network was gone: the mark goes with the connection, and comes back.
    void aMarkThatWasLostIsTakenAgain()
    {
        if (!TemporaryDatabase::engines().contains(Engine::Postgres))
            QSKIP("without PostgreSQL");
        TemporaryDatabase temporary(Engine::Postgres, {});
        const auto older = take(temporary.database());
        QVERIFY(older);
        makeOlder(temporary.database());
        const auto newer = temporary.open();
        QCOMPARE(take(*newer).error().subject, u"newsroom.served"_s);
        const ErrorLines lines;
        QVERIFY(endMarks(temporary.database()) >= 1); // one that was just closed may still be there
        QTRY_VERIFY(lines.all().contains("serving.markTaken"));
        QVERIFY(lines.all().contains("serving.markLost"));
        QCOMPARE(take(*newer).error().subject, u"newsroom.served"_s);
    }

    // Nobody could warn the newer program, so the older one says what has become of it.
    void whatANewerProgramDidMeanwhileIsTold()
    {
        if (!TemporaryDatabase::engines().contains(Engine::Postgres))
            QSKIP("without PostgreSQL");
        TemporaryDatabase temporary(Engine::Postgres, {});
        const auto older = take(temporary.database());
        QVERIFY(older);
        {
            auto transaction = Transaction::begin(temporary.database(), Access::Write);
            QVERIFY(transaction->execute("INSERT INTO schema_migrations (set_name, number, name, checksum, applied_at) "
                                         "VALUES ('migrations', 99, '0099_later', 'x', 1)"));
            QVERIFY(transaction->commit());
        }
        const ErrorLines lines;
        QVERIFY(endMarks(temporary.database()) >= 1); // one that was just closed may still be there
        QTRY_VERIFY(lines.all().contains("serving.schemaChanged"));
    }

    void whoComesWhileItIsBroughtUpToDateWaits_data() { TemporaryDatabase::addEngines(); }
    void whoComesWhileItIsBroughtUpToDateWaits()
    {
        QFETCH(Engine, engine);
        TemporaryDatabase temporary(engine, {});
        std::vector<std::future<bool>> starts;
        for (int i = 0; i < 4; ++i) {
            starts.push_back(std::async(std::launch::async, [&temporary] {
                const SystemClock clock;
                SystemDice dice;
                const auto database = temporary.open();
                return ServingMark::take(*database, visitsOf(database->location()), clock, dice).ok();
            }));
        }
        for (auto &start : starts)
            QVERIFY(start.get());
    }
};

QTEST_GUILESS_MAIN(TestServingMark)
#include "tst_servingmark.moc"
