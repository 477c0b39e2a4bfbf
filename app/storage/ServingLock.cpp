#include "storage/ServingLock.h"

#include "storage/Statement.h"
#include "storage/Transaction.h"

#include <QFile>

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

// Any number, the same for all; the second key is the schema's, for newsrooms that share a database.
constexpr qint64 servingKey = 0x746F6173;

} // namespace

Result<std::unique_ptr<ServingLock>> ServingLock::open(const DatabaseLocation &location)
{
    std::unique_ptr<ServingLock> lock(new ServingLock);
    if (location.engine == Engine::Sqlite) {
        const QByteArray path = QFile::encodeName(location.path + ".serving"_L1);
        lock->m_file = Descriptor(::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
        if (!lock->m_file.isOpen())
            return Error{ErrorCode::Unavailable, u"folder"_s, QString::fromLocal8Bit(path)};
        return lock;
    }
    auto connection = Database::open(location);
    if (!connection)
        return connection.error();
    lock->m_connection = *std::move(connection);
    return lock;
}

Result<bool> ServingLock::tryTake(Kind kind)
{
    if (m_connection) {
        return ask(kind == Kind::Alone
                       ? "SELECT CASE WHEN pg_try_advisory_lock(CAST(:key AS INTEGER), hashtext(current_schema())) "
                         "THEN 1 ELSE 0 END"
                       : "SELECT CASE WHEN pg_try_advisory_lock_shared(CAST(:key AS INTEGER), "
                         "hashtext(current_schema())) THEN 1 ELSE 0 END");
    }
    if (::flock(m_file.number(), (kind == Kind::Alone ? LOCK_EX : LOCK_SH) | LOCK_NB) == 0)
        return true;
    return errno != EWOULDBLOCK && errno != EINTR;
}

Result<void> ServingLock::giveBack(Kind kind)
{
    if (m_connection) {
        const auto done = ask(kind == Kind::Alone ? "SELECT CASE WHEN pg_advisory_unlock(CAST(:key AS INTEGER), "
                                                    "hashtext(current_schema())) THEN 1 ELSE 0 END"
                                                  : "SELECT CASE WHEN pg_advisory_unlock_shared(CAST(:key AS INTEGER), "
                                                    "hashtext(current_schema())) THEN 1 ELSE 0 END");
        return done ? Result<void>() : done.error(); // that it was lost before is as good
    }
    ::flock(m_file.number(), LOCK_UN);
    return {};
}

Result<bool> ServingLock::isHeld()
{
    // The kernel takes a file's lock from nobody.
    if (!m_connection)
        return true;
    // Not by a number of the connection: another one may have it by now. Two keys make an objsubid of 2.
    return ask("SELECT CASE WHEN EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 2 "
               "AND CAST(classid AS BIGINT) = :key AND pid = pg_backend_pid() AND granted) THEN 1 ELSE 0 END");
}

Result<bool> ServingLock::ask(const char *sql)
{
    auto transaction = Transaction::begin(*m_connection, Access::Write);
    if (!transaction)
        return transaction.error();
    Statement statement(*transaction, sql);
    const auto answer = statement.bind("key", servingKey).one(u"database.schema"_s, [](const Statement &row) {
        return row.integer(0) == 1;
    });
    if (!answer)
        return answer.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return *answer;
}

} // namespace toasoan
