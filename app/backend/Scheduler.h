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
    /// Starts the thread, which owns `database`. What came due while no server ran is published first.
    Scheduler(Services &services, std::unique_ptr<Database> database);
    ~Scheduler();
    Q_DISABLE_COPY_MOVE(Scheduler)

    /// Publishes every item whose hour has come and returns how many. Each is a command of its own with a requestId
    /// made from article and version, so that two servers on one database publish it once.
    [[nodiscard]] static Result<int> publishDue(Services &services, Database &database);

private:
    void run();

    Services &m_services;
    std::unique_ptr<Database> m_database;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace toasoan
