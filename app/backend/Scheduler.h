// The server's own hands: publishes what is due, cleans up, and notices what other processes changed. One thread.
#pragma once

#include "backend/ClockWatch.h"
#include "backend/DuePublisher.h"
#include "backend/Services.h"
#include "storage/PublicationStore.h"

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace toasoan {

class Scheduler
{
public:
    /// Starts the thread, which opens a database connection of its own; `publisher` is the thread's from now on. No
    /// page in the cache was read before the change `known`.
    Scheduler(Services &services, const DatabaseLocation &location, std::unique_ptr<DuePublisher> publisher,
              qint64 known);
    ~Scheduler();
    Q_DISABLE_COPY_MOVE(Scheduler)

private:
    void run();
    void work(Database &database);
    /// What the clock alone sets off.
    void workByTheClock(Database &database);
    void clean(Database &database);
    /// Takes the pages from the cache that a change since the last round, of whatever process, made old; then wakes the
    /// desks.
    [[nodiscard]] Result<void> follow(Database &database);
    /// Logs a failure once, however often it comes again.
    void report(const char *event, const Result<void> &result);

    Services &m_services;
    const DatabaseLocation m_location;
    // Of the thread alone:
    std::unique_ptr<DuePublisher> m_publisher;
    ClockWatch m_clockWatch;
    bool m_isClockBelieved = true;
    std::map<std::string, Error> m_reported;
    qint64 m_known; ///< the newest change that the cache has followed
    /// The public items that other processes have written something of, as this one has seen them last: most of what is
    /// written changes nothing for the public.
    std::map<qint64, PublicItem> m_seen;
    std::chrono::steady_clock::time_point m_cleanAt;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace toasoan
