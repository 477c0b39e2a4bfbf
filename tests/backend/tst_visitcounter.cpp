#include "backend/VisitCounter.h"
#include "backend/VisitFlusher.h"
#include "storage/Database.h"
#include "support/Patience.h"
#include "support/TemporaryDatabase.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <cstdio>
#include <thread>
#include <vector>

#include <unistd.h>

using namespace toasoan;
using namespace std::chrono_literals;

namespace {

const QStringList visitsSet{QStringLiteral(":/sql/visits")};
constexpr const char *browser = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:109.0) Gecko/20100101 Firefox/118.0";
constexpr const char *robot = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";

QTimeZone vietnam()
{
    return QTimeZone("Asia/Ho_Chi_Minh");
}

/// A moment of the site's clock: "2023-10-02 16:20:14".
Instant at(const QString &text)
{
    QDateTime time = QDateTime::fromString(text, QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    time.setTimeZone(vietnam());
    return fromMilliseconds(time.toMSecsSinceEpoch());
}

RobotList robots()
{
    return *RobotList::builtIn();
}

/// A counter with its ledger, and a clock that is set by hand.
struct World
{
    explicit World(Engine engine, const VisitLimits &limits = {})
        : temporary(engine, visitsSet)
        , counter(2, vietnam(), robots(), dice, limits)
    { }

    TemporaryDatabase temporary;
    SystemDice dice;
    VisitCounter counter;
    Instant now = at(QStringLiteral("2023-10-02 08:00:00"));

    void deliver(const QString &who, quint64 page, std::optional<qint64> article = {}, std::size_t shard = 0)
    {
        const QByteArray address = who.toUtf8();
        counter.record(shard,
                       {.address = {address.constData(), static_cast<std::size_t>(address.size())},
                        .userAgent = who.startsWith(QStringLiteral("robot")) ? robot : browser,
                        .page = page,
                        .articleNumber = article,
                        .at = now});
    }
    Result<void> flush() { return counter.flush(temporary.database(), now); }
    VisitDay day(QDate date = QDate(2023, 10, 2))
    {
        auto transaction = *Transaction::begin(temporary.database(), Access::Read);
        const auto days = VisitStore(transaction).days(date, date);
        return days && !days->empty() ? days->front() : VisitDay();
    }
};

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

class TestVisitCounter : public QObject
{
    Q_OBJECT

private slots:
    void wordsMeanWhatTheyMean_data()
    {
        QTest::addColumn<Engine>("engine");
        QTest::addColumn<QString>("story"); // "time who page", by semicolons; a time alone: one looks
        QTest::addColumn<VisitDay>("day");
        QTest::addColumn<qint64>("guests");
        QTest::addColumn<qint64>("robots");

        struct Row
        {
            const char *name;
            const char *story;
            VisitDay day;
            qint64 guests;
            qint64 robots;
        };
        const QDate date(2023, 10, 2);
        const auto counts = [&](qint64 views, qint64 visits, qint64 visitors, qint64 robotViews = 0) {
            return VisitDay{
                .day = date, .views = views, .visits = visits, .visitors = visitors, .robotViews = robotViews};
        };
        const std::vector<Row> rows{
            {"one page", "08:00:00 an 1; 08:00:01", counts(1, 1, 1), 1, 0},
            {"two pages", "08:00:00 an 1; 08:00:01 an 2; 08:00:02", counts(2, 1, 1), 1, 0},
            {"two people", "08:00:00 an 1; 08:00:01 ba 1; 08:00:02", counts(2, 2, 2), 2, 0},
            {"reload just within ten minutes", "08:00:00 an 1; 08:09:59 an 1; 08:09:59", counts(1, 1, 1), 1, 0},
            {"reload after ten minutes", "08:00:00 an 1; 08:10:00 an 1; 08:10:00", counts(2, 1, 1), 1, 0},
            {"reloads do not put off the next view", "08:00:00 an 1; 08:06:00 an 1; 08:12:00 an 1; 08:12:00",
             counts(2, 1, 1), 1, 0},
            {"another page between reloads", "08:00:00 an 1; 08:01:00 an 2; 08:02:00 an 1; 08:02:00", counts(2, 1, 1),
             1, 0},
            {"gap just under thirty minutes", "08:00:00 an 1; 08:29:59 an 2; 08:30:00", counts(2, 1, 1), 1, 0},
            {"gap of thirty minutes", "08:00:00 an 1; 08:30:00 an 2; 08:30:00", counts(2, 2, 1), 1, 0},
            {"a reload that does not count keeps the visit alive",
             "08:00:00 an 1; 08:09:00 an 1; 08:38:59 an 2; 08:39:00", counts(2, 1, 1), 1, 0},
            {"back in the evening", "08:00:00 an 1; 20:00:00 an 1; 20:00:00", counts(2, 2, 1), 1, 0},
            {"back in the evening, after having been forgotten as absent",
             "08:00:00 an 1; 08:00:00; 12:00:00; 20:00:00 an 1; 20:00:00", counts(2, 2, 1), 1, 0},
            {"online for five minutes", "08:00:00 an 1; 08:04:59", counts(1, 1, 1), 1, 0},
            {"then no more", "08:00:00 an 1; 08:05:00", counts(1, 1, 1), 0, 0},
            {"a robot is no visit", "08:00:00 robot1 1; 08:00:00 robot1 1; 08:00:01 robot2 2; 08:00:02",
             counts(0, 0, 0, 3), 0, 2},
            {"a robot beside people", "08:00:00 robot1 1; 08:00:00 an 1; 08:00:00 ba 1; 08:00:02", counts(2, 2, 2, 1),
             2, 1},
            {"a robot leaves too", "08:00:00 robot1 1; 08:05:00", counts(0, 0, 0, 1), 0, 0},
        };
        for (const Engine engine : TemporaryDatabase::engines()) {
            for (const Row &row : rows)
                QTest::addRow("%s, %s", TemporaryDatabase::name(engine), row.name)
                    << engine << QString::fromLatin1(row.story) << row.day << row.guests << row.robots;
        }
    }
    void wordsMeanWhatTheyMean()
    {
        QFETCH(Engine, engine);
        QFETCH(QString, story);
        QFETCH(VisitDay, day);
        QFETCH(qint64, guests);
        QFETCH(qint64, robots);
        World world(engine);
        QVERIFY(world.counter.load(world.temporary.database(), world.now));
        std::size_t shard = 0;
        for (const QString &step : story.split(QStringLiteral("; "))) {
            const QStringList parts = step.split(u' ');
            world.now = at(QStringLiteral("2023-10-02 ") + parts[0]);
            if (parts.size() == 3)
                world.deliver(parts[1], parts[2].toULongLong(), 9, ++shard);
            // Some together, some apart: when it is flushed makes no difference.
            if (parts.size() == 1 || shard % 2 == 0)
                QVERIFY(world.flush());
        }
        QVERIFY(world.flush());
        QVERIFY(world.day() == day);
        QVERIFY(world.counter.block()
                == (VisitBlock{.online = guests + robots,
                               .robots = robots,
                               .guests = guests,
                               .today = day.visits,
                               .month = day.visits,
                               .total = day.visits}));
        QCOMPARE(world.counter.views(9), day.views);
    }

    void theSameAddressWithAnotherBrowserIsAnotherVisitor()
    {
        World world(Engine::Sqlite);
        const auto read = [&world](unsigned shard, std::string_view address, std::string_view agent) {
            world.counter.record(
                shard, {.address = address, .userAgent = agent, .page = 1, .articleNumber = {}, .at = world.now});
        };
        read(0, "10.0.0.1", "Mozilla/5.0 Mozilla/5.0 Firefox");
        read(1, "10.0.0.1", "Mozilla/5.0 Chrome");
        // Where the one ends and the other begins matters.
        read(0, "10.0.0.1Mozilla/5.0 ", "Mozilla/5.0 Firefox");
        QVERIFY(world.flush());
        QCOMPARE(world.day().visitors, qint64(3));
    }

    void theDayTurnsAtTheSitesMidnight_data() { TemporaryDatabase::addEngines(); }
    void theDayTurnsAtTheSitesMidnight()
    {
        QFETCH(Engine, engine);
        World world(engine);
        {
            auto transaction = *Transaction::begin(world.temporary.database(), Access::Write);
            QVERIFY(VisitStore(transaction).setOpeningBalance({.day = QDate(2023, 1, 1), .total = 1000}));
            QVERIFY(transaction.commit());
        }
        world.now = at(QStringLiteral("2023-10-31 23:59:59"));
        world.deliver(QStringLiteral("an"), 1);
        world.deliver(QStringLiteral("ba"), 1);
        QVERIFY(world.flush());
        QVERIFY(world.counter.block()
                == (VisitBlock{.online = 2, .robots = 0, .guests = 2, .today = 2, .month = 2, .total = 1002}));
        world.now = at(QStringLiteral("2023-11-01 00:00:00")); // the month turns too
        QVERIFY(world.flush());
        QVERIFY(world.counter.block()
                == (VisitBlock{.online = 0, .robots = 0, .guests = 0, .today = 0, .month = 0, .total = 1002}));
        world.deliver(QStringLiteral("an"), 1); // new under the new key
        QVERIFY(world.flush());
        QVERIFY(world.counter.block()
                == (VisitBlock{.online = 1, .robots = 0, .guests = 1, .today = 1, .month = 1, .total = 1003}));
        QCOMPARE(world.day(QDate(2023, 10, 31)).visits, qint64(2));
        QCOMPARE(world.day(QDate(2023, 11, 1)).visits, qint64(1));
        // One recorded before midnight and flushed after it belongs to the day before, and is known there.
        world.now = at(QStringLiteral("2023-10-31 23:59:59"));
        world.deliver(QStringLiteral("an"), 2, {}, 1);
        world.now = at(QStringLiteral("2023-11-01 00:00:01"));
        QVERIFY(world.flush());
        QVERIFY(world.day(QDate(2023, 10, 31))
                == (VisitDay{.day = QDate(2023, 10, 31), .views = 3, .visits = 2, .visitors = 2, .robotViews = 0}));
    }

    void noKeyOutlivesItsDay()
    {
        // Another day has another key, and a day that comes again after it
        // was over (a clock set back) gets a new one. The visitor is then counted again, and no row goes back.
        World world(Engine::Sqlite);
        world.deliver(QStringLiteral("an"), 1);
        QVERIFY(world.flush());
        world.now += 48h;
        world.deliver(QStringLiteral("an"), 1);
        QVERIFY(world.flush());
        world.now -= 48h;
        world.deliver(QStringLiteral("an"), 2);
        QVERIFY(world.flush());
        QCOMPARE(world.day().visitors, qint64(2));
        QCOMPARE(world.day().views, qint64(2));
    }

    void aClockTenYearsOffDestroysNothing_data() { TemporaryDatabase::addEngines(); }
    void aClockTenYearsOffDestroysNothing()
    {
        QFETCH(Engine, engine);
        World world(engine);
        const Instant right = world.now;
        for (const auto off : {0h, 24h * 3653, -24h * 3653, 0h}) {
            world.now = right + off;
            world.deliver(QStringLiteral("an"), 1);
            world.deliver(QStringLiteral("ba"), 1);
            QVERIFY(world.flush());
        }
        QCOMPARE(world.day().visits, qint64(4)); // an and ba, and again after the wrong years
        QCOMPARE(world.day(QDate(2033, 10, 2)).visits, qint64(2));
        QCOMPARE(world.day(QDate(2013, 10, 1)).visits, qint64(2));
        QCOMPARE(world.counter.block().today, qint64(4));
        QCOMPARE(world.counter.block().total, qint64(8));
        QCOMPARE(world.counter.block().guests, qint64(2));
    }

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

    void severalThreadsAreCountedExactly_data() { TemporaryDatabase::addEngines(); }
    void severalThreadsAreCountedExactly()
    {
        QFETCH(Engine, engine);
        constexpr int threads = 4;
        constexpr int rounds = 20'000;
        constexpr int visitors = 500;
        constexpr int pages = 40;
        const auto temporary = std::make_unique<TemporaryDatabase>(engine, visitsSet);
        SystemDice dice;
        VisitCounter counter(threads, vietnam(), robots(), dice);
        const Instant now = at(QStringLiteral("2023-10-02 08:00:00"));
        std::atomic<int> running = threads;
        std::vector<std::thread> recorders;
        for (int thread = 0; thread < threads; ++thread) {
            recorders.emplace_back([&, thread] {
                // All threads meet all visitors and pages, in different orders.
                for (int i = 0; i < rounds; ++i) {
                    const int step = (i * 7919 + thread * 5003) % rounds;
                    const std::string address = "10.0.0." + std::to_string(step % visitors);
                    const int page = step / visitors % pages;
                    counter.record(static_cast<std::size_t>(thread),
                                   {.address = address,
                                    .userAgent = step % visitors == 0 ? robot : browser,
                                    .page = static_cast<quint64>(page),
                                    .articleNumber = page == 0 ? std::nullopt : std::make_optional<qint64>(page),
                                    .at = now + Milliseconds(i % 1000)});
                }
                --running;
            });
        }
        while (running > 0) {
            QVERIFY(counter.flush(temporary->database(), now + 1s));
            static_cast<void>(counter.block());
        }
        for (std::thread &recorder : recorders)
            recorder.join();
        QVERIFY(counter.flush(temporary->database(), now + 1s));

        auto transaction = *Transaction::begin(temporary->database(), Access::Read);
        const auto days = VisitStore(transaction).days(QDate(2023, 10, 2), QDate(2023, 10, 2));
        QVERIFY(days && days->size() == 1);
        constexpr qint64 people = visitors - 1;
        QVERIFY(days->front()
                == (VisitDay{.day = QDate(2023, 10, 2),
                             .views = people * pages,
                             .visits = people,
                             .visitors = people,
                             .robotViews = threads * pages}));
        const auto items = VisitStore(transaction).itemViews();
        QVERIFY(items);
        QCOMPARE(items->size(), std::size_t(pages - 1));
        for (const auto &[article, views] : *items)
            QCOMPARE(views, people);
        QCOMPARE(counter.uncounted(), quint64(0));
    }

    void overTheBoundsReadersAreStillCounted()
    {
        World world(Engine::Sqlite,
                    {.deliveriesPerShard = 50, .agentsPerShard = 3, .visitorsPerDay = 10, .activeVisitors = 5});
        for (int i = 0; i < 60; ++i)
            world.deliver(QStringLiteral("robot"), 1);
        QVERIFY(world.flush());
        QCOMPARE(world.day().robotViews, qint64(50));
        QCOMPARE(world.counter.uncounted(), quint64(10));

        for (int i = 0; i < 7; ++i)
            world.deliver(QString::number(i), 1);
        QVERIFY(world.flush());
        QCOMPARE(world.day().visitors, qint64(7)); // five of them one by one
        QCOMPARE(world.day().visits, qint64(7));
        QCOMPARE(world.day().views, qint64(7));
        QCOMPARE(world.counter.block().guests, qint64(7));
        QCOMPARE(world.counter.uncounted(), quint64(10));
        for (const int who : {0, 6}) { // each goes on where he stands
            world.deliver(QString::number(who), 2);
            world.deliver(QString::number(who), 1);
        }
        QVERIFY(world.flush());
        QCOMPARE(world.day().views, qint64(9));
        QCOMPARE(world.day().visits, qint64(7));
        // One of the crowd stays one when there is room again, and is a new visit when he has been away.
        world.now += 20min;
        world.deliver(QStringLiteral("6"), 3);
        QVERIFY(world.flush());
        world.now += 20min;
        world.deliver(QStringLiteral("6"), 4);
        QVERIFY(world.flush());
        QCOMPARE(world.day().visits, qint64(7));
        world.now += 70min;
        world.deliver(QStringLiteral("6"), 5);
        QVERIFY(world.flush());
        QCOMPARE(world.day().visits, qint64(8));
        QCOMPARE(world.day().visitors, qint64(7));

        for (int hour = 0; hour < 3; ++hour) {
            world.now += 1h;
            for (int i = 0; i < 4; ++i)
                world.deliver(QString::number(100 + hour * 10 + i), 1);
            QVERIFY(world.flush());
        }
        QCOMPARE(world.day().visitors, qint64(19)); // ten of them one by one

        for (int i = 0; i < 6; ++i) {
            const std::string agent = "Mozilla/5.0 Firefox " + std::to_string(i);
            world.counter.record(0,
                                 {.address = "0", .userAgent = agent, .page = 1, .articleNumber = {}, .at = world.now});
        }
        QVERIFY(world.flush());
        QCOMPARE(world.day().robotViews, qint64(53)); // three agents were too many
    }

    // A hundred thousand may be known one by one; a festival has more.
    void aCrowdIsCountedInFixedMemory()
    {
        World world(Engine::Sqlite);
        constexpr int people = 300'000;
        for (int round = 0; round < 2; ++round) {
            for (int i = 0; i < people; ++i)
                world.deliver(QString::number(i), 1, 7);
            QVERIFY(world.flush());
            const VisitDay day = world.day();
            for (const qint64 count :
                 {day.visitors, day.visits, day.views, world.counter.views(7), world.counter.block().guests})
                QVERIFY2(count <= people && count > people * 99 / 100, qPrintable(QString::number(count)));
            world.now += 1min;
        }
        QCOMPARE(world.counter.uncounted(), quint64(0));
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
    TestVisitCounter test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_visitcounter.moc"
