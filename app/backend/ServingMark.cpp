#include "backend/ServingMark.h"

#include "backend/NewsroomSetup.h"
#include "storage/Statement.h"

#include <QFile>

#include <cerrno>
#include <chrono>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace toasoan {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto betweenLooks = 100ms;

// Any number, the same for all; the second key is the schema's, for newsrooms that share a database.
constexpr qint64 servingKey = 0x746F6173;

} // namespace

ServingMark::~ServingMark()
{
    if (m_file >= 0)
        ::close(m_file);
}

Result<std::unique_ptr<ServingMark>> ServingMark::take(Database &database, const Clock &clock, Dice &dice)
{
    std::unique_ptr<ServingMark> mark(new ServingMark);
    if (database.engine() == Engine::Sqlite) {
        const QByteArray path = QFile::encodeName(database.location().path + ".serving"_L1);
        mark->m_file = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (mark->m_file < 0)
            return Error{ErrorCode::Unavailable, u"folder"_s, QString::fromLocal8Bit(path)};
    } else {
        auto connection = Database::open(database.location());
        if (!connection)
            return connection.error();
        mark->m_connection = *std::move(connection);
    }
    for (;;) {
        const auto state = newsroomSchemaState(database, clock);
        if (!state)
            return state.error();
        if (*state == SchemaState::Current) {
            const auto shared = mark->tryLock(Kind::Shared);
            if (!shared)
                return shared.error();
            if (*shared)
                break;
        } else {
            const auto alone = mark->tryLock(Kind::Alone);
            if (!alone)
                return alone.error();
            if (*alone) {
                if (auto migrated = migrateNewsroom(database, clock, dice); !migrated)
                    return migrated.error();
                if (auto unlocked = mark->unlockAlone(); !unlocked)
                    return unlocked.error();
                continue;
            }
            // Whoever changes the schema holds it alone, and is waited for; who serves by the old one shares it.
            const auto shared = mark->tryLock(Kind::Shared);
            if (!shared)
                return shared.error();
            if (*shared) {
                const auto now = newsroomSchemaState(database, clock);
                if (!now)
                    return now.error();
                if (*now == SchemaState::Current)
                    break;
                return Error{ErrorCode::Conflict, u"newsroom.served"_s, {}};
            }
        }
        std::this_thread::sleep_for(betweenLooks);
    }
    // What is not the schema: an index that an older form of words filled, a chain that was changed by hand.
    if (auto ready = migrateNewsroom(database, clock, dice); !ready)
        return ready.error();
    return mark;
}

Result<bool> ServingMark::tryLock(Kind kind)
{
    if (m_file >= 0) {
        if (::flock(m_file, (kind == Kind::Alone ? LOCK_EX : LOCK_SH) | LOCK_NB) == 0)
            return true;
        if (errno == EWOULDBLOCK || errno == EINTR)
            return false;
        // A file system that knows no locks: as it was before there were marks.
        return true;
    }
    auto transaction = Transaction::begin(*m_connection, Access::Write);
    if (!transaction)
        return transaction.error();
    Statement lock(
        *transaction,
        kind == Kind::Alone
            ? "SELECT CASE WHEN pg_try_advisory_lock(CAST(:key AS INTEGER), hashtext(current_schema())) THEN "
              "1 ELSE 0 END"
            : "SELECT CASE WHEN pg_try_advisory_lock_shared(CAST(:key AS INTEGER), "
              "hashtext(current_schema())) THEN 1 ELSE 0 END");
    const auto taken = lock.bind("key", servingKey).one(QStringLiteral("database.schema"), [](const Statement &row) {
        return row.integer(0) == 1;
    });
    if (!taken)
        return taken.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return *taken;
}

Result<void> ServingMark::unlockAlone()
{
    if (m_file >= 0) {
        ::flock(m_file, LOCK_UN);
        return {};
    }
    auto transaction = Transaction::begin(*m_connection, Access::Write);
    if (!transaction)
        return transaction.error();
    Statement unlock(*transaction,
                     "SELECT CASE WHEN pg_advisory_unlock(CAST(:key AS INTEGER), hashtext(current_schema())) THEN 1 "
                     "ELSE 0 END");
    const auto done = unlock.bind("key", servingKey).one(QStringLiteral("database.schema"), [](const Statement &row) {
        return row.integer(0);
    });
    if (!done)
        return done.error();
    return transaction->commit();
}

} // namespace toasoan
