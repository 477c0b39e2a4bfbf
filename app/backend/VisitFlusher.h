// The thread that flushes a VisitCounter every second, with a database connection of its own.
#pragma once

#include "base/Clock.h"
#include "base/Result.h"
#include "storage/DatabaseLocation.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace toasoan {

class Database;
class VisitCounter;

class VisitFlusher
{
public:
    /// Opens the visits database, migrates it, loads the counter and begins. Errors are those of opening and migrating.
    /// `counter` and `clock` outlive the flusher.
    [[nodiscard]] static Result<std::unique_ptr<VisitFlusher>> start(VisitCounter &counter,
                                                                     const DatabaseLocation &location,
                                                                     const Clock &clock,
                                                                     Milliseconds interval = std::chrono::seconds(1));

    /// Flushes a last time and ends.
    ~VisitFlusher();
    Q_DISABLE_COPY_MOVE(VisitFlusher)

private:
    VisitFlusher(VisitCounter &counter, const Clock &clock, Milliseconds interval);
    void run(Database &database);
    void flush(Database &database);

    VisitCounter &m_counter;
    const Clock &m_clock;
    const Milliseconds m_interval;
    bool m_isFailing = false; ///< Of the thread alone, as the next.
    quint64 m_uncountedTold = 0;

    std::mutex m_mutex;
    std::condition_variable m_stopping;
    bool m_stop = false;
    std::thread m_thread;
};

} // namespace toasoan
