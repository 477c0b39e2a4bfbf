#include "storage/Transaction.h"

#include "storage/DatabasePrivate.h"

#include <QThread>

#include <utility>

namespace toasoan {

namespace {

Error misuse(const char *what)
{
    return {.code = ErrorCode::Internal,
            .subject = QStringLiteral("database.transaction"),
            .detail = QLatin1StringView(what)};
}

std::string savepointCommand(const char *command, int depth)
{
    return std::string(command) + " level_" + std::to_string(depth);
}

} // namespace

Transaction::Transaction(Database &database, Access access) : m_database(&database), m_access(access) { }

Transaction::Transaction(Transaction &&other) noexcept
    : m_database(other.m_database)
    , m_access(other.m_access)
    , m_open(std::exchange(other.m_open, false))
    , m_failure(std::move(other.m_failure))
{ }

Transaction::~Transaction()
{
    rollback();
}

Result<Transaction> Transaction::begin(Database &database, Access access, std::optional<Durability> durability)
{
    Database::Private &d = *database.d;
    Q_ASSERT_X(QThread::currentThread() == d.thread, "Transaction", "used in another thread than its Database");
    if (d.isInTransaction)
        return misuse("begun inside another one");

    if (d.location.engine == Engine::Sqlite) {
        // A deferred transaction that begins to write later fails at once when another has written since, without
        // waiting; IMMEDIATE takes the writer's place at the door, where busy_timeout holds. Writes in a transaction
        // for reading are refused by our own look at the statement (onlyReads): PRAGMA query_only would have SQLite
        // prepare every statement anew each time it is switched.
        if (access != Access::Read) {
            if (const auto kept = d.keepAs(durability.value_or(d.durability)); !kept)
                return kept.error();
        }
        const auto begun = d.execute(access == Access::Read ? "BEGIN" : "BEGIN IMMEDIATE");
        if (!begun)
            return begun.error();
    } else {
        const char *command = access == Access::Read ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
                                                     : "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE";
        auto begun = d.isLost ? Result<void>(misuse("lost")) : d.execute(command);
        if (d.isLost) {
            // Nothing has been asked of the new connection yet, so trying again repeats nothing.
            d.disconnect();
            const auto connected = d.connect();
            if (!connected) {
                d.isLost = true;
                return connected.error().during(QStringLiteral("connecting again"));
            }
            begun = d.execute(command);
        }
        if (!begun)
            return begun.error();
    }
    d.isInTransaction = true;
    d.savepointDepth = 0;
    Transaction transaction(database, access);
    if (d.location.engine == Engine::Postgres && durability.value_or(d.durability) != d.durability) {
        const auto kept =
            transaction.command(*durability == Durability::Promised ? "SET LOCAL synchronous_commit TO on"
                                                                    : "SET LOCAL synchronous_commit TO off");
        if (!kept)
            return kept.error();
    }
    return transaction;
}

Result<void> Transaction::checkUsable() const
{
    if (!m_open)
        return misuse("used after its end");
    if (m_failure)
        return *m_failure;
    return {};
}

Error Transaction::fail(const Error &error)
{
    if (!m_failure) {
        // PostgreSQL finds what our own look at a statement does not: a function that writes.
        const bool wroteInReading = m_access == Access::Read && error.subject == QStringLiteral("database.readOnly");
        m_failure = wroteInReading ? readTransactionError() : error;
    }
    return *m_failure;
}

Error Transaction::readTransactionError()
{
    return {.code = ErrorCode::Internal, .subject = QStringLiteral("database.readTransaction"), .detail = {}};
}

Result<void> Transaction::commit()
{
    if (const auto usable = checkUsable(); !usable) {
        rollback();
        return usable.error();
    }
    Database::Private &d = *m_database->d;
    const auto committed = d.execute("COMMIT");
    if (!committed && d.location.engine == Engine::Sqlite) {
        rollback(); // it is still open there; PostgreSQL has ended it
        return committed.error();
    }
    m_open = false;
    d.isInTransaction = false;
    return committed;
}

void Transaction::rollback()
{
    if (!m_open)
        return;
    m_open = false;
    Database::Private &d = *m_database->d;
    d.isInTransaction = false;
    if (d.isLost)
        return;
    // It can fail only where there is nothing left to undo: SQLite has rolled back itself (a full disk), or the
    // connection is gone and the server does it.
    static_cast<void>(d.execute("ROLLBACK"));
}

Result<void> Transaction::execute(std::string_view sql)
{
    if (m_access == Access::Read && !onlyReads(sql))
        return checkUsable() ? fail(readTransactionError()) : checkUsable();
    return command(sql);
}

Result<void> Transaction::command(std::string_view sql)
{
    if (const auto usable = checkUsable(); !usable)
        return usable.error();
    const auto done = m_database->d->execute(sql);
    if (!done)
        return fail(done.error());
    return {};
}

Savepoint::Savepoint(Transaction &transaction, int depth) : m_transaction(&transaction), m_depth(depth) { }

Savepoint::Savepoint(Savepoint &&other) noexcept
    : m_transaction(other.m_transaction)
    , m_depth(other.m_depth)
    , m_open(std::exchange(other.m_open, false))
{ }

Savepoint::~Savepoint()
{
    if (m_open && m_transaction->m_open)
        static_cast<void>(rollback());
}

Result<Savepoint> Savepoint::begin(Transaction &transaction)
{
    Database::Private &d = *transaction.m_database->d;
    const int depth = d.savepointDepth + 1;
    const auto begun = transaction.command(savepointCommand("SAVEPOINT", depth));
    if (!begun)
        return begun.error();
    d.savepointDepth = depth;
    return Savepoint(transaction, depth);
}

Result<void> Savepoint::release()
{
    Q_ASSERT_X(m_open && m_depth == m_transaction->m_database->d->savepointDepth, "Savepoint", "not the innermost");
    if (const auto usable = m_transaction->checkUsable(); !usable) {
        static_cast<void>(rollback());
        return usable.error();
    }
    m_open = false;
    m_transaction->m_database->d->savepointDepth = m_depth - 1;
    return m_transaction->command(savepointCommand("RELEASE SAVEPOINT", m_depth));
}

Result<void> Savepoint::rollback()
{
    Q_ASSERT_X(m_open && m_depth == m_transaction->m_database->d->savepointDepth, "Savepoint", "not the innermost");
    m_open = false;
    Database::Private &d = *m_transaction->m_database->d;
    d.savepointDepth = m_depth - 1;
    if (!m_transaction->m_open)
        return misuse("a savepoint used after the end of its transaction");
    // A failure from before this savepoint stays: begin() would not have made it then. If undoing fails, the
    // transaction cannot be trusted any more (SQLite may have rolled all of it back).
    for (const char *command : {"ROLLBACK TO SAVEPOINT", "RELEASE SAVEPOINT"}) {
        if (const auto done = d.execute(savepointCommand(command, m_depth)); !done)
            return m_transaction->fail(done.error());
    }
    m_transaction->m_failure.reset();
    return {};
}

} // namespace toasoan
