// A server's mark on the newsroom it serves, by which one of a newer program sees that it may not change the schema
// yet. It is gone with the process, however that ends. Owned by Backend; taken in the thread that starts it.
//
// On SQLite a lock of the file newsroom.db.serving, which stands beside the database; on PostgreSQL an advisory lock of
// a connection of its own (one that is lost, as when PostgreSQL is started again, takes the mark along: stop all
// servers before a newer one is started).
#pragma once

#include "base/Clock.h"
#include "base/Dice.h"
#include "storage/Database.h"

#include <memory>

namespace toasoan {

class ServingMark
{
public:
    /// Brings the schema up to date if nobody serves by an older one, and marks the newsroom as served. Where another
    /// does both at the same time it is waited for. Conflict "newsroom.served" if servers of an older program are at
    /// work; else as migrateNewsroom().
    [[nodiscard]] static Result<std::unique_ptr<ServingMark>> take(Database &database, const Clock &clock, Dice &dice);
    ~ServingMark();
    Q_DISABLE_COPY_MOVE(ServingMark)

private:
    enum class Kind
    {
        Shared, ///< of each who serves
        Alone ///< of him who changes the schema
    };
    ServingMark() = default;
    [[nodiscard]] Result<bool> tryLock(Kind kind);
    [[nodiscard]] Result<void> unlockAlone();

    int m_file = -1; ///< SQLite
    std::unique_ptr<Database> m_connection; ///< PostgreSQL
};

} // namespace toasoan
