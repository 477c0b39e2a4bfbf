#include "storage/DatabaseError.h"

#include <QSqlError>

namespace toasoan {

namespace {

struct Kind
{
    ErrorCode code;
    const char *subject;
    /// Whether the engine's message of this kind never quotes a bound value, so that it may go into the log.
    bool hasSafeMessage = false;
};

constexpr Kind busy{ErrorCode::Unavailable, "database.busy", true};
constexpr Kind full{ErrorCode::StorageFull, "database.full", true};
constexpr Kind notUnique{ErrorCode::Conflict, "database.unique", true};
constexpr Kind constraint{ErrorCode::Internal, "database.constraint", true};
constexpr Kind corrupt{ErrorCode::Corrupt, "database.file", true};
constexpr Kind readOnly{ErrorCode::Unavailable, "database.readOnly", true};
constexpr Kind notOpen{ErrorCode::Unavailable, "database.open", true};
constexpr Kind diskFails{ErrorCode::Unavailable, "database.io", true};
constexpr Kind connectionLost{ErrorCode::Unavailable, "database.connection", true};
constexpr Kind wrongSql{ErrorCode::Internal, "database.sql", false};

/// Codes of sqlite3.h; the low byte is the primary code, the rest tells more.
Kind sqliteKind(int code)
{
    constexpr int primaryKeyTaken = 1555;
    constexpr int uniqueTaken = 2067;
    constexpr int rowIdTaken = 2579;
    if (code == primaryKeyTaken || code == uniqueTaken || code == rowIdTaken)
        return notUnique;
    constexpr int noRoomForIndex = 4874; // SQLITE_IOERR_SHMSIZE: the log's index cannot grow
    if (code == noRoomForIndex)
        return full;
    switch (code & 0xff) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return busy;
    case 8: // SQLITE_READONLY
        return readOnly;
    case 10: // SQLITE_IOERR
        return diskFails;
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
        return corrupt;
    case 13: // SQLITE_FULL
        return full;
    case 14: // SQLITE_CANTOPEN
        return notOpen;
    case 19: // SQLITE_CONSTRAINT
        return constraint;
    default:
        return wrongSql;
    }
}

/// PostgreSQL 15, appendix A: the first two characters are the class.
Kind postgresKind(const QString &state, QSqlError::ErrorType type)
{
    if (type == QSqlError::ConnectionError)
        return notOpen;
    const auto isOfClass = [&](QLatin1StringView name) { return state.startsWith(name); };
    if (state.isEmpty()) // libpq itself: nothing came back from the server
        return connectionLost;
    if (state == QLatin1StringView("23505")) // unique_violation
        return notUnique;
    if (isOfClass(QLatin1StringView("23")))
        return constraint;
    if (state == QLatin1StringView("53100")) // disk_full
        return full;
    if (state == QLatin1StringView("40001") // serialization_failure
        || state == QLatin1StringView("40P01") // deadlock_detected
        || state == QLatin1StringView("55P03") // lock_not_available
        || state == QLatin1StringView("57014") // query_canceled: statement_timeout
        || isOfClass(QLatin1StringView("53")))
        return busy;
    if (state == QLatin1StringView("25006")) // read_only_sql_transaction
        return readOnly;
    if (isOfClass(QLatin1StringView("08")) || isOfClass(QLatin1StringView("57P"))
        || isOfClass(QLatin1StringView("25P03"))) // idle_in_transaction_session_timeout
        return connectionLost;
    if (isOfClass(QLatin1StringView("28")) || isOfClass(QLatin1StringView("3D"))) // password, no such database
        return notOpen;
    if (isOfClass(QLatin1StringView("58")))
        return diskFails;
    if (isOfClass(QLatin1StringView("XX001")) || isOfClass(QLatin1StringView("XX002")))
        return corrupt;
    return wrongSql;
}

} // namespace

Error databaseError(Engine engine, const QSqlError &error, std::string_view sql, SqlStage stage)
{
    const QString code = error.nativeErrorCode();
    const Kind kind = engine == Engine::Sqlite ? sqliteKind(code.toInt()) : postgresKind(code, error.type());

    QString words = QString::fromUtf8(sql.data(), static_cast<qsizetype>(sql.size())).simplified();
    constexpr qsizetype firstWords = 60;
    if (words.size() > firstWords)
        words = words.left(firstWords) + u'…';
    QString detail = QStringLiteral("%1 at: %2").arg(code.isEmpty() ? QStringLiteral("no code") : code, words);
    if (kind.hasSafeMessage || stage == SqlStage::Preparing) {
        // PostgreSQL puts values into the lines after the first (DETAIL, LINE).
        const QString message = error.databaseText().section(u'\n', 0, 0).trimmed();
        if (!message.isEmpty())
            detail += QStringLiteral(" (%1)").arg(message);
    }
    return {.code = kind.code, .subject = QLatin1StringView(kind.subject), .detail = detail};
}

} // namespace toasoan
