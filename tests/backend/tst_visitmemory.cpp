// What is left of visits when a server ends, is killed, starts again, or cannot reach its database.
#include "backend/VisitFlusher.h"
#include "backend/VisitWorld.h"
#include "support/Patience.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <thread>
#include <vector>

#include <unistd.h>

using namespace toasoan;
using namespace std::chrono_literals;

namespace {

/// The child of whatAKillLeaves: counts ten visitors, flushes, tells how many are stored; for ever.
int countingChild(const QString &location)
{
    const auto database = Database::open(*DatabaseLocation::fromText(location), Durability::Noisy);
    if (!database)
        return 1;
    SystemDice dice;
    const SystemClock clock;
    VisitCounter counter(2, vietnam(), robots(), dice);
    if (!counter.load(**database, clock.now()))
        return 1;
    for (int stored = 0;;) {
        for (int i = 0; i < 10; ++i) {
            const std::string address = std::to_string(stored + i);
            counter.record(
                static_cast<std::size_t>(i),
                {.address = address, .userAgent = browser, .page = 1, .articleNumber = 7, .at = clock.now()});
        }
        if (!counter.flush(**database, clock.now()))
            return 1;
        stored += 10;
        std::printf("%d\n", stored);
        std::fflush(stdout);
    }
}

} // namespace

class TestVisitMemory : public QObject
{
    Q_OBJECT

private slots:
    void aRestartAddsToWhatIsThere_data() { TemporaryDatabase::addEngines(); }
    void aRestartAddsToWhatIsThere()
    {
        QFETCH(Engine, engine);
        World world(engine);
        world.deliver(QStringLiteral("an"), 1, 9);
        world.deliver(QStringLiteral("ba"), 1, 9);
        QVERIFY(world.flush());
        VisitCounter second(1, vietnam(), robots(), world.dice);
        QVERIFY(second.load(world.temporary.database(), world.now));
        QCOMPARE(second.block().today, qint64(2));
        QCOMPARE(second.block().online, qint64(0));
        QCOMPARE(second.views(9), qint64(2));
        second.record(0, {.address = "chi", .userAgent = browser, .page = 1, .articleNumber = 9, .at = world.now});
        QVERIFY(second.flush(world.temporary.database(), world.now));
        QCOMPARE(second.block().today, qint64(3));
        QCOMPARE(second.views(9), qint64(3));
        QCOMPARE(world.day().visits, qint64(3));
    }

    void whatCouldNotBeStoredIsStoredLaterAndOnce_data() { TemporaryDatabase::addEngines(); }
    void whatCouldNotBeStoredIsStoredLaterAndOnce()
    {
        QFETCH(Engine, engine);
        World world(engine);
        const auto rename = [&](const char *sql) {
            auto transaction = *Transaction::begin(world.temporary.database(), Access::Write);
            return transaction.execute(sql).ok() && transaction.commit().ok();
        };
        world.deliver(QStringLiteral("an"), 1, 9);
        QVERIFY(world.flush());
        QVERIFY(rename("ALTER TABLE item_views RENAME TO hidden"));
        world.deliver(QStringLiteral("ba"), 1, 9);
        QVERIFY(!world.flush());
        world.deliver(QStringLiteral("chi"), 1, 9);
        QVERIFY(!world.flush());
        QCOMPARE(world.counter.block().guests, qint64(3)); // counting goes on
        QCOMPARE(world.day().visits, qint64(1)); // nothing half-done
        QVERIFY(rename("ALTER TABLE hidden RENAME TO item_views"));
        world.deliver(QStringLiteral("dung"), 1, 9);
        QVERIFY(world.flush());
        QCOMPARE(world.day().visits, qint64(4));
        QCOMPARE(world.counter.views(9), qint64(4));
        QCOMPARE(world.counter.block().total, qint64(4));
    }

    void aServerThatIsStartedAgainKnowsItsReaders_data() { TemporaryDatabase::addEngines(); }
    void aServerThatIsStartedAgainKnowsItsReaders()
    {
        QFETCH(Engine, engine);
        TemporaryDatabase temporary(engine, visitsSet);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("visits.day"));
        SystemDice dice;
        Instant now = at(QStringLiteral("2023-10-02 08:00:00"));
        // One life of a server: each of these reads a page, a second apart; then it is killed.
        const auto live = [&](const std::vector<std::pair<const char *, quint64>> &deliveries) {
            VisitCounter counter(2, vietnam(), robots(), dice);
            QVERIFY(counter.rememberIn(path, now));
            QVERIFY(counter.load(temporary.database(), now));
            for (const auto &[who, page] : deliveries) {
                counter.record(page,
                               {.address = who, .userAgent = browser, .page = page, .articleNumber = {}, .at = now});
                QVERIFY(counter.flush(temporary.database(), now));
                now += 1s;
            }
        };
        const auto counts = [&](int number) {
            auto transaction = *Transaction::begin(temporary.database(), Access::Read);
            const QDate date(2023, 10, number);
            const auto days = VisitStore(transaction).days(date, date);
            return days && !days->empty() ? days->front() : VisitDay();
        };
        const auto expected = [](int number, qint64 views, qint64 visits, qint64 visitors) {
            return VisitDay{.day = QDate(2023, 10, number), .views = views, .visits = visits, .visitors = visitors};
        };
        live({{"10.0.0.1", 1}, {"10.0.0.2", 1}});
        live({{"10.0.0.1", 1}, {"10.0.0.1", 2}, {"10.0.0.3", 1}});
        live({{"10.0.0.2", 1}, {"10.0.0.1", 2}});
        QVERIFY(counts(2) == expected(2, 4, 3, 3));
        // The windows go on as if nothing had been: twelve minutes later the page counts, the visit does not.
        now += 12min;
        live({{"10.0.0.1", 2}});
        QVERIFY(counts(2) == expected(2, 5, 3, 3));
        now += 31min;
        live({{"10.0.0.1", 2}});
        QVERIFY(counts(2) == expected(2, 6, 4, 3));

        // Who reads the file finds no address and no browser, and nobody else may read it.
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray kept = file.readAll();
        QVERIFY(!kept.contains("10.0.0"));
        QVERIFY(!kept.contains("Mozilla"));
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
                 QFile::Permissions());
        const QByteArray key = kept.mid(24, 16); // the second record: the first is the key of browsers

        // The next day everybody is new, and nothing of the day before is left.
        now = at(QStringLiteral("2023-10-03 00:02:00"));
        live({{"10.0.0.1", 2}});
        QVERIFY(counts(3) == expected(3, 1, 1, 1));
        QFile after(path);
        QVERIFY(after.open(QIODevice::ReadOnly));
        QVERIFY(!after.readAll().contains(key));
    }

    // More readers than are known one by one: started again twice, the server knows them all.
    void aServerThatIsStartedAgainKnowsItsCrowd()
    {
        TemporaryDatabase temporary(Engine::Sqlite, visitsSet);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("visits.day"));
        SystemDice dice;
        Instant now = at(QStringLiteral("2023-10-02 08:00:00"));
        constexpr int people = 200;
        const VisitLimits few{.visitorsPerDay = 20, .activeVisitors = 10};
        const auto counts = [&] {
            auto transaction = *Transaction::begin(temporary.database(), Access::Read);
            return VisitStore(transaction).days(QDate(2023, 10, 2), QDate(2023, 10, 2))->front();
        };
        VisitDay before;
        for (int life = 0; life < 4; ++life) {
            VisitCounter counter(1, vietnam(), robots(), dice, few);
            QVERIFY(counter.rememberIn(path, now));
            QVERIFY(counter.flush(temporary.database(), now)); // writes all anew
            now += 1min;
            for (int i = 0; i < people; ++i) {
                const std::string who = std::to_string(i);
                counter.record(0, {.address = who, .userAgent = browser, .page = 1, .articleNumber = {}, .at = now});
            }
            QVERIFY(counter.flush(temporary.database(), now));
            if (life == 0)
                before = counts();
            QCOMPARE(before.visitors, qint64(people));
            QVERIFY(counts() == before); // a reload within ten minutes is not even a view
            QCOMPARE(counter.block().guests, qint64(people));
        }
        // The day's end throws them away too.
        now = at(QStringLiteral("2023-10-03 00:02:00"));
        VisitCounter counter(1, vietnam(), robots(), dice, few);
        QVERIFY(counter.rememberIn(path, now));
        QVERIFY(counter.flush(temporary.database(), now));
        QVERIFY(QFileInfo(path).size() < 1000);
    }

    void aMemoryThatIsCutShortOrNotOursIsNoHindrance()
    {
        TemporaryDatabase temporary(Engine::Sqlite, visitsSet);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("visits.day"));
        SystemDice dice;
        const Instant now = at(QStringLiteral("2023-10-02 08:00:00"));
        const auto live = [&] {
            VisitCounter counter(1, vietnam(), robots(), dice);
            QVERIFY(counter.rememberIn(path, now));
            counter.record(0, {.address = "a", .userAgent = browser, .page = 1, .articleNumber = {}, .at = now});
            QVERIFY(counter.flush(temporary.database(), now));
        };
        const auto visitors = [&] {
            auto transaction = *Transaction::begin(temporary.database(), Access::Read);
            return VisitStore(transaction).days(QDate(2023, 10, 2), QDate(2023, 10, 2))->front().visitors;
        };
        live();
        {
            QFile file(path);
            QVERIFY(file.open(QIODevice::Append));
            file.write("half a record");
        }
        live();
        live();
        QCOMPARE(visitors(), 1);
        {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray(4096, 'x'));
        }
        live();
        live();
        QCOMPARE(visitors(), 2);
    }

    void whatAKillLeaves_data() { TemporaryDatabase::addEngines(); }
    void whatAKillLeaves()
    {
        QFETCH(Engine, engine);
        TemporaryDatabase temporary(engine, visitsSet);
        qint64 before = 0;
        for (int round = 1; round <= 4; ++round) {
            QProcess child;
            child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            child.start(QCoreApplication::applicationFilePath(),
                        {QStringLiteral("--counting-child"), temporary.location().toText()});
            for (int line = 0; line < round * 5; ++line) {
                while (!child.canReadLine())
                    QVERIFY(child.waitForReadyRead(longestWait));
                child.readLine();
            }
            child.kill(); // anywhere: recording, flushing, committing
            QVERIFY(child.waitForFinished(longestWait));
            QCOMPARE(child.exitStatus(), QProcess::CrashExit);
            // What was told to be stored is there; at most the flush that was under way beside it.
            const auto lines = child.readAllStandardOutput().split('\n');
            const qint64 more = std::ranges::count_if(lines, [](const QByteArray &line) { return !line.isEmpty(); });
            const qint64 told = before + (round * 5 + more) * 10;
            auto transaction = *Transaction::begin(temporary.database(), Access::Write);
            // The server may still be doing the dead child's last command.
            if (engine == Engine::Postgres)
                QVERIFY(transaction.execute("LOCK TABLE visit_writers IN ACCESS EXCLUSIVE MODE"));
            const auto days = VisitStore(transaction).days(QDate(2000, 1, 1), QDate(2999, 1, 1));
            QVERIFY(days);
            qint64 stored = 0;
            for (const VisitDay &day : *days) {
                stored += day.visits;
                QCOMPARE(day.visits, day.visitors);
                QCOMPARE(day.visits, day.views);
            }
            const auto items = VisitStore(transaction).itemViews();
            QVERIFY(items);
            QCOMPARE(items->at(7), stored); // one transaction
            QVERIFY2(stored == told || stored == told + 10,
                     qPrintable(QStringLiteral("stored %1, told %2").arg(stored).arg(told)));
            before = stored;
        }
    }

    void theFlusherStoresByItselfAndAtItsEnd_data() { TemporaryDatabase::addEngines(); }
    void theFlusherStoresByItselfAndAtItsEnd()
    {
        QFETCH(Engine, engine);
        TemporaryDatabase temporary(engine, {}); // it migrates
        SystemDice dice;
        const SystemClock clock;
        VisitCounter counter(1, vietnam(), robots(), dice);
        const auto deliver = [&](std::string_view who) {
            counter.record(0, {.address = who, .userAgent = browser, .page = 1, .articleNumber = 9, .at = clock.now()});
        };
        {
            const auto flusher = VisitFlusher::start(counter, temporary.location(), clock, 10ms);
            QVERIFY(flusher);
            deliver("an");
            QTRY_COMPARE(counter.views(9), qint64(1));
        }
        {
            const auto flusher = VisitFlusher::start(counter, temporary.location(), clock, 1h);
            QVERIFY(flusher);
            deliver("ba");
        }
        QCOMPARE(counter.views(9), qint64(2));
    }

    void aFlusherWithoutADatabaseSaysSo()
    {
        SystemDice dice;
        const SystemClock clock;
        VisitCounter counter(1, vietnam(), robots(), dice);
        const auto flusher =
            VisitFlusher::start(counter, DatabaseLocation::sqlite(QStringLiteral("/nowhere/visits.db")), clock);
        QVERIFY(!flusher);
        QCOMPARE(flusher.error().code, ErrorCode::Unavailable);
    }
};

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == QStringLiteral("--counting-child"))
        return countingChild(arguments[2]);
    TestVisitMemory test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_visitmemory.moc"
