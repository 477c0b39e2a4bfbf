// One connection to a database. It belongs to the thread that opened it, as do the Transactions and Statements on it.
// What is read or written goes through a Transaction; there is one at a time.
#pragma once

#include "base/Result.h"
#include "storage/DatabaseLocation.h"

#include <memory>

namespace toasoan {

/// What a commit promises.
enum class Durability
{
    Promised, ///< What is committed survives a power cut: synced to disk before commit() returns.
    /// The last moments may be lost to a power cut, never to a crash of the program; for counters, and for what can be
    /// had again. What is promised after it lasts together with it.
    Noisy,
};

class Database
{
public:
    /// Opens the database and checks that it answers. Errors: Unavailable ("database.open": it cannot be reached or
    /// made, "database.readOnly", "database.busy"), Corrupt "database.file" (not a database, or a damaged one),
    /// Unsupported "database.encoding" (a PostgreSQL database whose encoding is not UTF8).
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const DatabaseLocation &location,
                                                                Durability durability = Durability::Promised);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    [[nodiscard]] Engine engine() const;
    [[nodiscard]] const DatabaseLocation &location() const;

    /// Reads everything the engine can check: Corrupt "database.file" when a page, an index or a foreign key is not as
    /// it must be. SQLite only (PostgreSQL has its own tools: it always succeeds there). Takes time: it reads the file.
    [[nodiscard]] Result<void> verify();

private:
    friend class Transaction;
    friend class Savepoint;
    friend class Statement;
    friend class Migrator;
    struct Private;

    explicit Database(std::unique_ptr<Private> p);

    std::unique_ptr<Private> d;
};

} // namespace toasoan
