#include "storage/Database.h"

#include "base/Log.h"
#include "base/PrivateFiles.h"
#include "storage/DatabasePrivate.h"

#include <QDeadlineTimer>
#include <QSqlDriver>
#include <QSqlError>
#include <QThread>
#include <QVariant>

#include <atomic>
#include <chrono>
#include <libpq-fe.h>

namespace toasoan {

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// How long a lock is waited for, on both engines: longer than any transaction of ours takes, shorter than a person
/// or an HTTP client waits.
constexpr auto lockPatience = 5000ms;

/// More texts than the program has; only statements built at run time could pass it.
constexpr std::size_t mostPrepared = 300;

QString uniqueConnectionName()
{
    static std::atomic<quint64> count = 0;
    return QStringLiteral("toasoan-%1").arg(++count);
}

// What PostgreSQL says that answers no statement: a warning, or that it ends.
void logNotice(void *, const char *text)
{
    writeLog(LogLevel::Warning, "database.notice", {{"detail"_L1, QString::fromUtf8(text).trimmed()}});
}

// libpq writes it to standard error otherwise, between the lines of the log.
void sendNoticesToLog(const QSqlDatabase &connection)
{
    // Of QPSQL it is a PGconn *; how the type is called changes between Qt's builds.
    const QVariant handle = connection.driver()->handle();
    if (handle.isValid() && handle.metaType().sizeOf() == qsizetype(sizeof(PGconn *)))
        PQsetNoticeProcessor(*static_cast<PGconn *const *>(handle.constData()), logNotice, nullptr);
}

} // namespace

Database::Private::~Private()
{
    disconnect();
}

Result<void> Database::Private::connect()
{
    connectionName = uniqueConnectionName();
    connection = QSqlDatabase::addDatabase(
        location.engine == Engine::Sqlite ? QStringLiteral("QSQLITE") : QStringLiteral("QPSQL"), connectionName);
    isLost = false;
    if (location.engine == Engine::Sqlite) {
        // SQLite would make it as the umask says; the files that it puts beside it take over its permissions.
        // What stands against it is SQLite's to say.
        if (location.path != ":memory:"_L1)
            (void)makePrivateFile(location.path);
        connection.setDatabaseName(location.path);
        // busy_timeout: set by the driver right after opening, before anything can meet a lock.
        connection.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(lockPatience.count()));
    } else {
        connection.setHostName(location.host);
        connection.setPort(location.port);
        connection.setDatabaseName(location.name);
        connection.setUserName(location.user);
        connection.setPassword(location.password);
        // standard_conforming_strings must hold before the driver asks for it, so these go with the connection:
        // - lock_timeout: as SQLite's busy_timeout; statement_timeout: no statement of ours takes that long.
        // - idle_in_transaction_session_timeout: a stuck program must not hold the locks of all the others.
        // - client_min_messages: libpq would print what is less than a warning to standard error.
        // - synchronous_commit: what Durability says. extra_float_digits: doubles come back as they were stored.
        QString options = QStringLiteral("-c lock_timeout=%1 -c statement_timeout=60000"
                                         " -c idle_in_transaction_session_timeout=120000"
                                         " -c client_min_messages=warning -c timezone=UTC -c "
                                         "standard_conforming_strings=on -c extra_float_digits=1"
                                         " -c default_transaction_isolation=read\\\\ committed"
                                         " -c synchronous_commit=%2")
                              .arg(lockPatience.count())
                              .arg(durability == Durability::Promised ? QStringLiteral("on") : QStringLiteral("off"));
        if (!location.schema.isEmpty())
            options += QStringLiteral(" -c search_path=") + location.schema;
        // keepalives and tcp_user_timeout: a server that vanished is noticed in half a minute, not in two hours.
        QString connectOptions = QStringLiteral("connect_timeout=5;keepalives_idle=10;keepalives_interval=5;"
                                                "keepalives_count=3;tcp_user_timeout=30000;application_name=toasoan;"
                                                "options='%1'")
                                     .arg(options);
        if (!location.sslMode.isEmpty())
            connectOptions += QStringLiteral(";sslmode=") + location.sslMode;
        connection.setConnectOptions(connectOptions);
    }
    if (!connection.open()) {
        const Error error = databaseError(location.engine, connection.lastError(), "open", SqlStage::Running);
        disconnect();
        return error;
    }
    if (location.engine == Engine::Postgres)
        sendNoticesToLog(connection);
    const auto ready = location.engine == Engine::Sqlite ? setUpSqlite() : setUpPostgres();
    if (!ready)
        disconnect();
    return ready;
}

Result<void> Database::Private::setUpSqlite()
{
    // The order matters. First what protects against files that others have made or damaged: with trusted_schema off,
    // a schema can call no function with side effects; cell_size_check finds a damaged page before it is used.
    for (const char *pragma : {"PRAGMA trusted_schema = OFF", "PRAGMA cell_size_check = ON"}) {
        if (const auto done = execute(pragma); !done)
            return done.error();
    }
    // The first that reads the file: here a garbage file shows. WAL lets readers and the one writer go on side by
    // side. Switching to it can meet a lock that SQLite does not wait for (two processes opening a new file at once),
    // so this waits itself.
    const QDeadlineTimer deadline(lockPatience);
    for (;;) {
        const auto mode = ask("PRAGMA journal_mode = WAL");
        if (mode && (*mode == QStringLiteral("wal") || *mode == QStringLiteral("memory")))
            break;
        if (mode)
            return Error{.code = ErrorCode::Unavailable,
                         .subject = QStringLiteral("database.open"),
                         .detail = QStringLiteral("no write-ahead log here, journal_mode stays ") + *mode};
        if (mode.error().subject != QStringLiteral("database.busy") || deadline.hasExpired())
            return mode.error();
        QThread::msleep(5);
    }
    // synchronous depends on the journal mode: in WAL, FULL syncs the log at each commit, NORMAL only at checkpoints
    // (a power cut takes the last commits, the file stays sound).
    // foreign_keys must be set outside transactions and is off by default.
    // cache_size: 8 MiB for each connection. mmap_size: off, because a disk error in a mapped page kills the process
    // where read() gives an error. journal_size_limit: after a burst the log shrinks again.
    const char *pragmaOfDurability =
        durability == Durability::Promised ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL";
    synchronous = durability;
    for (const char *pragma :
         {pragmaOfDurability, "PRAGMA foreign_keys = ON", "PRAGMA temp_store = MEMORY", "PRAGMA cache_size = -8192",
          "PRAGMA mmap_size = 0", "PRAGMA journal_size_limit = 67108864"}) {
        if (const auto done = execute(pragma); !done)
            return done.error();
    }
    // An old file whose first page is sound can still be unreadable further on; its schema is read here.
    if (const auto read = ask("SELECT count(*) FROM sqlite_schema"); !read)
        return read.error();
    return {};
}

Result<void> Database::Private::setUpPostgres()
{
    // numeric (the type of SUM over BIGINT) comes as text, so that no digit is lost on the way to integer().
    connection.setNumericalPrecisionPolicy(QSql::HighPrecision);
    const auto encoding = ask("SHOW server_encoding");
    if (!encoding)
        return encoding.error();
    if (*encoding != QStringLiteral("UTF8"))
        return Error{.code = ErrorCode::Unsupported,
                     .subject = QStringLiteral("database.encoding"),
                     .detail = QStringLiteral("the database must be made with ENCODING 'UTF8'")};
    if (auto done = execute("SET client_encoding TO 'UTF8'"); !done)
        return done;
    // What is asked here takes a millisecond; to start a process that helps with it takes ten, to compile it a hundred.
    if (auto done = execute("SET max_parallel_workers_per_gather TO 0"); !done)
        return done;
    return execute("SET jit TO off");
}

void Database::Private::disconnect()
{
    m_prepared.clear();
    isInTransaction = false;
    savepointDepth = 0;
    if (connectionName.isEmpty())
        return;
    connection.close();
    connection = QSqlDatabase();
    QSqlDatabase::removeDatabase(connectionName);
    connectionName.clear();
}

Result<void> Database::Private::keepAs(Durability wanted)
{
    if (synchronous == wanted)
        return {};
    auto set = execute(wanted == Durability::Promised ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
    if (set)
        synchronous = wanted;
    return set;
}

Result<void> Database::Private::execute(std::string_view sql)
{
    QSqlQuery query(connection);
    if (!query.exec(QString::fromUtf8(sql.data(), static_cast<qsizetype>(sql.size()))))
        return failure(query.lastError(), sql, SqlStage::Preparing);
    return {};
}

Result<QString> Database::Private::ask(std::string_view sql)
{
    QSqlQuery query(connection);
    if (!query.exec(QString::fromUtf8(sql.data(), static_cast<qsizetype>(sql.size()))))
        return failure(query.lastError(), sql, SqlStage::Preparing);
    return query.next() ? query.value(0).toString() : QString();
}

Error Database::Private::failure(const QSqlError &error, std::string_view sql, SqlStage stage)
{
    Error result = databaseError(location.engine, error, sql, stage);
    // The server names its reason when it ends a connection; a broken socket only shows in its state.
    if (location.engine == Engine::Postgres && !connection.isOpen())
        result.subject = QStringLiteral("database.connection");
    if (result.subject == QStringLiteral("database.connection")) {
        result.code = ErrorCode::Unavailable;
        isLost = true;
    }
    return result;
}

void Database::Private::giveBack(std::unique_ptr<PreparedStatement> prepared)
{
    if (isLost || connectionName.isEmpty())
        return;
    if (m_prepared.size() >= mostPrepared)
        m_prepared.clear();
    std::string key = prepared->sql;
    m_prepared.insert_or_assign(std::move(key), std::move(prepared));
}

void Database::Private::forgetPrepared()
{
    m_prepared.clear();
}

Database::Database(std::unique_ptr<Private> p) : d(std::move(p)) { }

Database::~Database()
{
    Q_ASSERT_X(QThread::currentThread() == d->thread, "Database", "closed in another thread than it was opened in");
}

Result<std::unique_ptr<Database>> Database::open(const DatabaseLocation &location, Durability durability)
{
    auto p = std::make_unique<Private>();
    p->location = location;
    p->durability = durability;
    p->thread = QThread::currentThread();
    const auto connected = p->connect();
    if (!connected)
        return connected.error().during(QStringLiteral("opening ") + location.toText());
    return std::unique_ptr<Database>(new Database(std::move(p)));
}

Engine Database::engine() const
{
    return d->location.engine;
}

const DatabaseLocation &Database::location() const
{
    return d->location;
}

Result<void> Database::verify()
{
    if (engine() == Engine::Postgres)
        return {};
    const auto integrity = d->ask("PRAGMA integrity_check(1)");
    if (!integrity)
        return integrity.error();
    if (*integrity != QStringLiteral("ok"))
        return Error{.code = ErrorCode::Corrupt, .subject = QStringLiteral("database.file"), .detail = *integrity};
    const auto table = d->ask("PRAGMA foreign_key_check");
    if (!table)
        return table.error();
    if (!table->isEmpty())
        return Error{.code = ErrorCode::Corrupt,
                     .subject = QStringLiteral("database.file"),
                     .detail = QStringLiteral("a row refers to one that is not there, in ") + *table};
    return {};
}

} // namespace toasoan
