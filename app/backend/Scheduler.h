// The server's own hands: publishes what is due, cleans up, and notices what other processes changed. One thread.
#pragma once

#include "backend/Services.h"

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace toasoan {

class Scheduler
{
public:
    /// Starts the thread, which opens a database connection of its own.
    Scheduler(Services &services, const DatabaseLocation &location);
    ~Scheduler();
    Q_DISABLE_COPY_MOVE(Scheduler)

    /// Publishes every item whose hour has come and returns how many. Each is a command of its own with a requestId
    /// made from article and version, so that two servers on one database publish it once. An item that cannot be
    /// published holds up no other; the first such error is returned when the others are done.
    [[nodiscard]] static Result<int> publishDue(Services &services, Database &database);

private:
    void run();
    Result<void> work(Database &database);
    /// What of its work fails is told when it begins to and when it has ended, not at each look.
    void report(const Result<void> &outcome);

    Services &m_services;
    const DatabaseLocation m_location;
    bool m_isFailing = false; ///< of the thread alone, as the next
    qint64 m_known = -1; ///< the newest change seen
    std::chrono::steady_clock::time_point m_cleanAt;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace toasoan
