// A server's mark on the newsroom it serves, by which one of a newer program sees that it may not change the schema
// yet: that of the newsroom, nor that of its ledger of visits. It is gone with the process, however that ends. Owned by
// Backend; taken in the thread that starts it.
//
// The mark is a storage/ServingLock. One on PostgreSQL that was lost with its connection is taken again as soon as the
// connection is there again, by a thread that looks every second; in between, a newer server would see nobody. Programs
// of before there were marks leave none at all.
#pragma once

#include "base/Clock.h"
#include "base/Dice.h"
#include "storage/ServingLock.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace toasoan {

class ServingMark
{
public:
    /// Brings newsroom and ledger up to date if nobody serves by an older schema, and marks the newsroom as served.
    /// Where another does both at the same time it is waited for, with a line in the log every few seconds. A ledger
    /// that is not there yet is not made. Conflict "newsroom.served" if servers of an older program are at work;
    /// Unavailable "newsroom.changing" if another has been changing it for as long as `patience`; else as
    /// migrateNewsroom() and openVisits(). `clock` outlives the mark.
    [[nodiscard]] static Result<std::unique_ptr<ServingMark>> take(Database &newsroom, const DatabaseLocation &visits,
                                                                   const Clock &clock, Dice &dice,
                                                                   Milliseconds patience = std::chrono::hours(1));
    ~ServingMark();
    Q_DISABLE_COPY_MOVE(ServingMark)

private:
    explicit ServingMark(const Clock &clock) : m_clock(clock) { }
    [[nodiscard]] Result<void> keep(const DatabaseLocation &newsroom);
    void watch(ServingLock &lock, const DatabaseLocation &newsroom);
    void tellOfSchema(const DatabaseLocation &newsroom) const;

    const Clock &m_clock;
    std::unique_ptr<ServingLock> m_lock; ///< SQLite's; on PostgreSQL the thread has its own
    std::mutex m_mutex;
    std::condition_variable m_stopping;
    bool m_stop = false;
    std::thread m_thread;
};

} // namespace toasoan
