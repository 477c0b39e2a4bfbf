// A lock that goes with a database, so that those who serve it and one who changes its schema know of each other. It is
// gone with the process that holds it, however that ends. Lives in the thread that opened it.
//
// On SQLite a lock of the file newsroom.db.serving, which stands beside the database; on PostgreSQL an advisory lock of
// a connection of its own. Such a connection may be lost, as when PostgreSQL is started again, and takes its locks
// along: isHeld() tells.
#pragma once

#include "base/Descriptor.h"
#include "storage/Database.h"

#include <memory>

namespace toasoan {

class ServingLock
{
public:
    enum class Kind
    {
        Shared, ///< of each who serves
        Alone ///< of him who changes the schema
    };

    /// Unavailable "folder" if the file cannot be made; else as Database::open().
    [[nodiscard]] static Result<std::unique_ptr<ServingLock>> open(const DatabaseLocation &location);

    /// Takes it if it can be had at once; false if others have it. A file system that knows no locks gives it to all.
    [[nodiscard]] Result<bool> tryTake(Kind kind);
    /// Gives back what was taken as `kind`.
    [[nodiscard]] Result<void> giveBack(Kind kind);
    /// Whether what was taken is still held. Unavailable "database.connection" while PostgreSQL cannot be reached.
    [[nodiscard]] Result<bool> isHeld();

private:
    ServingLock() = default;
    [[nodiscard]] Result<bool> ask(const char *sql);

    Descriptor m_file; ///< SQLite
    std::unique_ptr<Database> m_connection; ///< PostgreSQL
};

} // namespace toasoan
