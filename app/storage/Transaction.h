// A transaction: everything in it happens, or nothing does. Lives in the thread of its Database.
//     auto transaction = Transaction::begin(database, Access::Write);
//     if (!transaction)
//         return transaction.error();
//     … stores on *transaction …
//     return transaction->commit();
//
// Reading: one snapshot for all reads. Writing: on SQLite there is one writer at a time from begin() on; on PostgreSQL
// writers run side by side at READ COMMITTED, so a rule of the form "read, compare, write" must first lock a row that
// all its writers lock (beginWriting() of NewsroomStore.h: the counter of the feed); each later read then sees what the
// writer before has committed. A stricter level would see the snapshot from before the wait and fail instead.
//
// After a statement has failed, the transaction (or the innermost Savepoint) can only be rolled back, on both engines:
// PostgreSQL demands it, and SQLite must not hide it from tests. commit() then rolls back and gives the first error.
#pragma once

#include "base/Result.h"

#include <QtGlobal>

#include <optional>
#include <string_view>
#include <type_traits>

namespace toasoan {

class Database;
enum class Durability;

enum class Access
{
    Read, ///< A write inside it is a fault of the program: Internal "database.readTransaction".
    Write
};

class [[nodiscard]] Transaction
{
public:
    /// Begins. Unavailable "database.busy" when another writer does not end within five seconds, Unavailable
    /// "database.connection" when PostgreSQL cannot be reached (a connection lost earlier is made anew here), Internal
    /// "database.transaction" when one is open already on `database`. `durability`: another than the database was
    /// opened with, for this one alone.
    [[nodiscard]] static Result<Transaction> begin(Database &database, Access access,
                                                   std::optional<Durability> durability = {});

    /// Rolls back what was not committed.
    ~Transaction();
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    Q_DISABLE_COPY(Transaction)

    /// Makes everything done in it last, and ends it. After an error nothing of it is stored, with one exception: when
    /// a PostgreSQL connection is lost during the commit (Unavailable "database.connection"), it may or may not be;
    /// commands find out by their requestId.
    [[nodiscard]] Result<void> commit();

    /// Ends it without a trace, as the destructor does.
    void rollback();

    /// Runs one statement as it stands, without preparing it or binding anything: for DDL and the engine's own
    /// commands. Never put a value into `sql`.
    [[nodiscard]] Result<void> execute(std::string_view sql);

    [[nodiscard]] Access access() const { return m_access; }
    [[nodiscard]] Database &database() const { return *m_database; }
    /// Whether it can still be used: neither ended nor failed.
    [[nodiscard]] bool isUsable() const { return m_open && !m_failure; }

private:
    friend class Statement;
    friend class Savepoint;

    Transaction(Database &database, Access access);
    [[nodiscard]] Result<void> checkUsable() const;
    /// Runs an engine's own command.
    [[nodiscard]] Result<void> command(std::string_view sql);
    /// Remembers the first failure, and gives it back.
    Error fail(const Error &error);
    [[nodiscard]] static Error readTransactionError();

    Database *m_database;
    Access m_access;
    bool m_open = true;
    std::optional<Error> m_failure;
};

/// What `read(Transaction &)` gives, in a transaction for reading of its own.
template <typename Read>
[[nodiscard]] auto readIn(Database &database, Read read) -> std::invoke_result_t<Read, Transaction &>
{
    auto transaction = Transaction::begin(database, Access::Read);
    if (!transaction)
        return transaction.error();
    return read(*transaction);
}

/// A part of a transaction that can be undone alone; they nest, the innermost ends first.
class [[nodiscard]] Savepoint
{
public:
    [[nodiscard]] static Result<Savepoint> begin(Transaction &transaction);

    /// Rolls back what was not released.
    ~Savepoint();
    Savepoint(Savepoint &&other) noexcept;
    Savepoint &operator=(Savepoint &&) = delete;
    Q_DISABLE_COPY(Savepoint)

    /// Keeps what was done since begin(), as part of the transaction. After a failed statement: rolls back and gives
    /// its error.
    [[nodiscard]] Result<void> release();

    /// Undoes what was done since begin(), a failure of a statement included.
    [[nodiscard]] Result<void> rollback();

private:
    Savepoint(Transaction &transaction, int depth);

    Transaction *m_transaction;
    int m_depth;
    bool m_open = true;
};

} // namespace toasoan
