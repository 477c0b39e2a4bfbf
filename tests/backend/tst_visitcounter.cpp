// What is counted as a visit and as a visitor, and how much is kept for that.
#include "backend/VisitWorld.h"

#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace toasoan;
using namespace std::chrono_literals;

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
};

QTEST_GUILESS_MAIN(TestVisitCounter)
#include "tst_visitcounter.moc"
