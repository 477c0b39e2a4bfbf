#include "backend/Scheduler.h"

#include "backend/CommandRunner.h"
#include "base/Log.h"
#include "storage/ChangeStore.h"

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

// How late an hour can be noticed, and how late another process' change.
constexpr std::chrono::milliseconds tick{200};
constexpr std::chrono::hours cleaning{1};

Result<qint64> newestSequence(Database &database)
{
    auto transaction = Transaction::begin(database, Access::Read);
    if (!transaction)
        return transaction.error();
    return ChangeStore(*transaction).newest();
}

Result<void> dropOldAnswers(Services &services, Database &database)
{
    auto transaction = Transaction::begin(database, Access::Write);
    if (!transaction)
        return transaction.error();
    if (auto dropped = ChangeStore(*transaction).dropAnswers(services.clock.now() - answersKept); !dropped)
        return dropped.error();
    return transaction->commit();
}

} // namespace

Scheduler::Scheduler(Services &services, const DatabaseLocation &location, std::unique_ptr<DuePublisher> publisher)
    : m_services(services)
    , m_location(location)
    , m_publisher(std::move(publisher))
    , m_clockWatch(services.clock.now(), std::chrono::steady_clock::now())
    , m_thread([this] { run(); })
{ }

Scheduler::~Scheduler()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

void Scheduler::work(Database &database)
{
    const bool wasBelieved = m_isClockBelieved;
    m_isClockBelieved = m_clockWatch.isPlausible(m_services.clock.now(), std::chrono::steady_clock::now());
    if (wasBelieved != m_isClockBelieved)
        writeLog(m_isClockBelieved ? LogLevel::Info : LogLevel::Error,
                 m_isClockBelieved ? "clock.plausible" : "clock.jumped");
    if (m_isClockBelieved)
        workByTheClock(database);

    auto newest = newestSequence(database);
    report("feed.failed", newest ? Result<void>() : newest.error());
    if (newest && *newest != m_known) {
        // Another process on the same database may have published something: pages follow at once.
        if (m_known >= 0 && m_services.feed.announce(*newest))
            m_services.pages.dropAll();
        m_known = *newest;
    }
}

void Scheduler::workByTheClock(Database &database)
{
    const auto published = m_publisher->publishDue(database);
    report("schedule.failed", published ? Result<void>() : published.error());
    const auto now = std::chrono::steady_clock::now();
    if (now < m_cleanAt)
        return;
    m_cleanAt = now + cleaning;
    clean(database);
}

void Scheduler::clean(Database &database)
{
    report("answers.failed", dropOldAnswers(m_services, database));
    const auto removed = m_services.media.removeExpiredUploads(database, m_services.clock);
    report("uploads.failed", removed ? Result<void>() : removed.error());
}

void Scheduler::report(const char *event, const Result<void> &result)
{
    if (result) {
        m_reported.erase(event);
        return;
    }
    const auto known = m_reported.find(event);
    if (known != m_reported.end() && known->second == result.error())
        return;
    m_reported.insert_or_assign(event, result.error());
    writeLog(LogLevel::Error, event,
             {{"code"_L1, toText(result.error().code)},
              {"subject"_L1, result.error().subject},
              {"detail"_L1, result.error().detail}});
}

void Scheduler::run()
{
    std::unique_ptr<Database> database;
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        lock.unlock();
        if (!database) {
            auto opened = Database::open(m_location);
            report("scheduler.failed", opened ? Result<void>() : opened.error());
            if (opened)
                database = *std::move(opened);
        }
        if (database)
            work(*database);
        lock.lock();
        m_wake.wait_for(lock, tick, [this] { return m_stopping; });
    }
}

} // namespace toasoan
