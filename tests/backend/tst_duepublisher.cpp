// What is scheduled is published at its hour, once; what may not be is given back, and nobody is asked twice.
#include "backend/ClockWatch.h"
#include "backend/DuePublisher.h"
#include "backend/Newsroom.h"
#include "storage/ArticleStore.h"
#include "storage/ChangeStore.h"
#include "storage/Migrator.h"
#include "storage/NewsroomStore.h"
#include "storage/Statement.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <future>
#include <set>

using namespace toasoan;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Article scheduled(Newsroom &newsroom, const QString &title, Milliseconds in)
{
    const Article article = newsroom.approved(title);
    const auto answer = newsroom.run(
        newsroom.secretary,
        Schedule{.target = itemKey(article.id), .version = article.version, .at = newsroom.clock.now() + in});
    return answer.article.value_or(Article());
}

void execute(Newsroom &newsroom, std::string_view sql)
{
    auto transaction = Transaction::begin(newsroom.database(), Access::Write);
    if (!transaction->execute(sql) || !transaction->commit())
        qFatal("refused: %s", std::string(sql).c_str());
}

qint64 number(Newsroom &newsroom, std::string_view sql)
{
    auto transaction = Transaction::begin(newsroom.database(), Access::Read);
    Statement statement(*transaction, sql);
    return statement.one({}, [](const Statement &row) { return row.integer(0); }).valueOr(-1);
}

// Everything that a round could leave behind.
qint64 traces(Newsroom &newsroom)
{
    return number(newsroom, R"(
        SELECT (SELECT COUNT(*) FROM requests) + (SELECT COUNT(*) FROM changes) + (SELECT COUNT(*) FROM audit)
    )");
}

std::vector<Decision> decisions(Newsroom &newsroom, ArticleId article)
{
    auto transaction = Transaction::begin(newsroom.database(), Access::Read);
    return ArticleStore(*transaction).decisions(article).valueOr({});
}

/// A publisher that counts what it announces.
struct Publisher
{
    explicit Publisher(Newsroom &newsroom)
        : publisher(newsroom.clock, newsroom.dice, [this](const CommandAnswer &, Step) { ++announced; })
    { }

    int announced = 0;
    DuePublisher publisher;
};

} // namespace

class TestDuePublisher : public QObject
{
    Q_OBJECT

private slots:
    void publishesAtTheHourOrLaterOnce_data() { TemporaryDatabase::addEngines(); }
    void publishesAtTheHourOrLaterOnce()
    {
        QFETCH(Engine, engine);
        Newsroom newsroom(engine);
        Publisher clock(newsroom);
        const Article article = scheduled(newsroom, u"Một tin"_s, 1h);
        newsroom.clock.advance(1h - 1s - 1ms);
        QCOMPARE(clock.publisher.publishDue(newsroom.database()).valueOr(-1), 0);
        newsroom.clock.advance(3h); // the server was down
        QCOMPARE(clock.publisher.publishDue(newsroom.database()).valueOr(-1), 1);
        QCOMPARE(clock.publisher.publishDue(newsroom.database()).valueOr(-1), 0);
        QCOMPARE(clock.announced, 1);
        QCOMPARE(newsroom.find(article.id)->state, State::Published);
        QCOMPARE(decisions(newsroom, article.id).back().step, Step::Publish);
        QVERIFY(decisions(newsroom, article.id).back().actor.isNull());
    }

    void whatMayNotBePublishedIsGivenBackWithTheReason_data() { TemporaryDatabase::addEngines(); }
    void whatMayNotBePublishedIsGivenBackWithTheReason()
    {
        QFETCH(Engine, engine);
        Newsroom newsroom(engine);
        Publisher clock(newsroom);
        const Article article = scheduled(newsroom, u"Một tin"_s, 1h);
        const Article other = scheduled(newsroom, u"Tin khác"_s, 1h);
        execute(newsroom, "UPDATE records SET approved_hash = 'another' WHERE title = 'Một tin'");
        newsroom.clock.advance(2h);
        QCOMPARE(clock.publisher.publishDue(newsroom.database()).valueOr(-1), 1);
        QCOMPARE(newsroom.find(other.id)->state, State::Published);
        QCOMPARE(clock.announced, 2);

        const Article back = *newsroom.find(article.id);
        QCOMPARE(back.state, State::Approved);
        QVERIFY(!back.scheduledAt && !back.publication);
        QCOMPARE(back.reason, u"article.approval"_s);
        const Decision line = decisions(newsroom, article.id).back();
        QCOMPARE(line.step, Step::Unschedule);
        QVERIFY(line.actor.isNull());
        QCOMPARE(line.reason, u"article.approval"_s);

        const qint64 before = traces(newsroom);
        QCOMPARE(clock.publisher.publishDue(newsroom.database()).valueOr(-1), 0);
        QCOMPARE(traces(newsroom), before);
    }

    // A board whose chain lets the clock do nothing at all.
    void whatCannotBeGivenBackIsLetBeUntilItChanges_data() { TemporaryDatabase::addEngines(); }
    void whatCannotBeGivenBackIsLetBeUntilItChanges()
    {
        QFETCH(Engine, engine);
        Newsroom newsroom(engine);
        Publisher clock(newsroom);
        const Article article = scheduled(newsroom, u"Một tin"_s, 1h);
        execute(newsroom, "UPDATE workflow SET role = 'accountant' WHERE role = 'system'");
        newsroom.clock.advance(2h);
        QCOMPARE(clock.publisher.publishDue(newsroom.database()).valueOr(-1), 0);
        QCOMPARE(newsroom.find(article.id)->state, State::Scheduled);
        const qint64 before = traces(newsroom);
        for (int round = 0; round < 3; ++round)
            QCOMPARE(clock.publisher.publishDue(newsroom.database()).valueOr(-1), 0);
        QCOMPARE(traces(newsroom), before); // nothing was tried

        // The program starts again: tried once more.
        Publisher again(newsroom);
        QCOMPARE(again.publisher.publishDue(newsroom.database()).valueOr(-1), 0);
        QVERIFY(traces(newsroom) > before);

        // The article changes (another hour), and the chain lets the clock publish now.
        execute(newsroom, "UPDATE workflow SET role = 'system' WHERE role = 'accountant'");
        QCOMPARE(clock.publisher.publishDue(newsroom.database()).valueOr(-1), 0);
        newsroom.run(newsroom.secretary,
                     Schedule{.target = itemKey(article.id), .version = 1, .at = newsroom.clock.now()});
        QCOMPARE(clock.publisher.publishDue(newsroom.database()).valueOr(-1), 1);
        QCOMPARE(newsroom.find(article.id)->state, State::Published);
    }

    void twoServersPublishAnItemOnce_data() { TemporaryDatabase::addEngines(); }
    void twoServersPublishAnItemOnce()
    {
        QFETCH(Engine, engine);
        Newsroom newsroom(engine);
        constexpr int items = 6;
        std::vector<ArticleId> ids;
        for (int i = 0; i < items; ++i)
            ids.push_back(scheduled(newsroom, u"Tin %1"_s.arg(i), 1h).id);
        newsroom.clock.advance(2h);
        const auto server = [&newsroom] {
            auto database = Database::open(newsroom.location());
            Publisher clock(newsroom);
            return clock.publisher.publishDue(**database).valueOr(-1000);
        };
        auto one = std::async(std::launch::async, server);
        auto two = std::async(std::launch::async, server);
        QCOMPARE(one.get() + two.get(), items);
        for (const ArticleId id : ids) {
            QCOMPARE(newsroom.find(id)->state, State::Published);
            const auto lines = decisions(newsroom, id);
            QCOMPARE(std::ranges::count(lines, Step::Publish, &Decision::step), 1);
            QCOMPARE(std::ranges::count(lines, Step::Unschedule, &Decision::step), 0);
        }
    }

    // While the first of many is published, a person gives the others another hour.
    void anHourThatIsSetAnewDuringTheRoundIsWaitedFor_data() { TemporaryDatabase::addEngines(); }
    void anHourThatIsSetAnewDuringTheRoundIsWaitedFor()
    {
        QFETCH(Engine, engine);
        Newsroom newsroom(engine);
        std::set<ArticleId> waiting;
        for (int i = 0; i < 3; ++i)
            waiting.insert(scheduled(newsroom, u"Tin %1"_s.arg(i), 1h).id);
        newsroom.clock.advance(2h);
        DuePublisher publisher(newsroom.clock, newsroom.dice, [&](const CommandAnswer &published, Step) {
            waiting.erase(published.record->id);
            for (const ArticleId id : waiting)
                newsroom.run(newsroom.secretary,
                             Schedule{.target = itemKey(id), .version = 1, .at = newsroom.clock.now() + 2h});
        });
        QCOMPARE(publisher.publishDue(newsroom.database()).valueOr(-1), 1);
        QCOMPARE(waiting.size(), std::size_t(2));
        for (const ArticleId id : waiting) {
            QCOMPARE(newsroom.find(id)->state, State::Scheduled);
            QVERIFY(newsroom.find(id)->scheduledAt > newsroom.clock.now());
            QCOMPARE(decisions(newsroom, id).back().step, Step::Schedule);
        }
        const std::set<ArticleId> later = std::exchange(waiting, {});
        newsroom.clock.advance(3h);
        QCOMPARE(publisher.publishDue(newsroom.database()).valueOr(-1), 2);
        for (const ArticleId id : later)
            QCOMPARE(newsroom.find(id)->state, State::Published);
    }

    // A wrong clock publishes what it says is due; back in its time nothing is published twice or lost.
    void aClockThatIsSetBackPublishesNothingTwice_data() { TemporaryDatabase::addEngines(); }
    void aClockThatIsSetBackPublishesNothingTwice()
    {
        QFETCH(Engine, engine);
        Newsroom newsroom(engine);
        Publisher clock(newsroom);
        const Article early = scheduled(newsroom, u"Một tin"_s, 24h);
        constexpr auto tenYears = std::chrono::days(3652);
        newsroom.clock.advance(tenYears);
        QCOMPARE(clock.publisher.publishDue(newsroom.database()).valueOr(-1), 1);
        const Article during = scheduled(newsroom, u"Tin giữa chừng"_s, 1h);
        newsroom.clock.advance(-tenYears);
        QCOMPARE(clock.publisher.publishDue(newsroom.database()).valueOr(-1), 0);
        QCOMPARE(newsroom.find(early.id)->state, State::Published);
        QCOMPARE(decisions(newsroom, early.id).size(), std::size_t(6));

        // An hour set while the clock was wrong waits for that hour, until a person sets the right one.
        QCOMPARE(newsroom.find(during.id)->state, State::Scheduled);
        newsroom.run(newsroom.secretary,
                     Schedule{.target = itemKey(during.id), .version = 1, .at = newsroom.clock.now() + 1h});
        newsroom.clock.advance(2h);
        QCOMPARE(clock.publisher.publishDue(newsroom.database()).valueOr(-1), 1);

        // And one that was set before comes at its hour.
        const Article later = scheduled(newsroom, u"Tin sau"_s, 24h);
        newsroom.clock.advance(25h);
        QCOMPARE(clock.publisher.publishDue(newsroom.database()).valueOr(-1), 1);
        QCOMPARE(newsroom.find(later.id)->state, State::Published);
    }

    void aJumpThatNoSleepExplainsIsNotBelieved()
    {
        const Instant now = fromMilliseconds(1'696'238'414'349);
        const std::chrono::steady_clock::time_point steady{};
        ClockWatch watch(now, steady);
        QVERIFY(watch.isPlausible(now + 200ms, steady + 200ms));
        // A machine that sleeps every night, for months: the steady clock stands still meanwhile.
        Instant wall = now;
        for (int night = 0; night < 200; ++night) {
            wall += 9h;
            QVERIFY(watch.isPlausible(wall, steady + 1s));
        }
        QVERIFY(watch.isPlausible(wall + std::chrono::days(29), steady + 1s)); // a long holiday
        wall += std::chrono::days(29);
        QVERIFY(!watch.isPlausible(wall + std::chrono::years(10), steady + 2s));
        QVERIFY(!watch.isPlausible(wall + std::chrono::years(10), steady + 1h));
        QVERIFY(watch.isPlausible(wall + 1h, steady + 1h)); // it is back
        QVERIFY(watch.isPlausible(wall - std::chrono::years(10), steady + 1h)); // back too far: nothing is due by it
        QVERIFY(watch.isPlausible(wall + 1h, steady + 1h)); // and right again
        QVERIFY(!watch.isPlausible(wall + std::chrono::days(40), steady + 2h));
    }

    void anOlderNewsroomsChainLetsTheClockGiveBack_data() { TemporaryDatabase::addEngines(); }
    void anOlderNewsroomsChainLetsTheClockGiveBack()
    {
        QFETCH(Engine, engine);
        const QTemporaryDir folder;
        const QString older = folder.filePath(u"migrations"_s);
        QVERIFY(QDir().mkpath(older));
        for (const QString &name : {u"0001_newsroom.sql"_s, u"0002_search.sql"_s})
            QVERIFY(QFile::copy(u":/sql/migrations/"_s + name, older + u'/' + name));
        TemporaryDatabase temporary(engine, {older});
        std::vector<Transition> rows = Workflow::standard().transitions();
        std::erase_if(rows,
                      [](const Transition &row) { return row.step == Step::Unschedule && row.role == Role::System; });
        {
            auto transaction = Transaction::begin(temporary.database(), Access::Write);
            QVERIFY(NewsroomStore(*transaction).setWorkflow(Workflow(rows)));
            QVERIFY(transaction->commit());
        }
        const SystemClock clock;
        QVERIFY(Migrator(temporary.database(), u":/sql/migrations"_s, clock).migrate());
        auto transaction = Transaction::begin(temporary.database(), Access::Read);
        rows.push_back({.from = State::Scheduled,
                        .step = Step::Unschedule,
                        .role = Role::System,
                        .to = State::Approved,
                        .ownership = Ownership::Any,
                        .reason = ReasonRule::Optional});
        QVERIFY(*NewsroomStore(*transaction).workflow() == Workflow(rows));
    }
};

QTEST_GUILESS_MAIN(TestDuePublisher)
#include "tst_duepublisher.moc"
