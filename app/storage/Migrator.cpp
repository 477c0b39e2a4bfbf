#include "storage/Migrator.h"

#include "base/Log.h"
#include "storage/DatabasePrivate.h"
#include "storage/MigrationStep.h"
#include "storage/Statement.h"
#include "storage/Transaction.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <chrono>

namespace toasoan {

using namespace std::chrono_literals;

namespace {

// Longer than any migration takes, shorter than for ever: what holds the lock may be no migration.
constexpr auto patienceForOthers = 1h;

constexpr auto betweenLines = 5s;

/// Tells the log of what takes long, and nothing of what does not.
MigrationObserver logging()
{
    return [last = std::chrono::steady_clock::now()](const MigrationProgress &progress) mutable {
        const auto now = std::chrono::steady_clock::now();
        if (now - last < betweenLines)
            return;
        last = now;
        writeLog(LogLevel::Info, "migration.progress",
                 {{QStringLiteral("migration"), progress.migration},
                  {QStringLiteral("statement"), progress.statement},
                  {QStringLiteral("of"), progress.statements},
                  {QStringLiteral("rows"), progress.rows},
                  {QStringLiteral("ofRows"), progress.allRows}});
    };
}

Error schemaError(ErrorCode code, const QString &detail)
{
    return {.code = code, .subject = QStringLiteral("database.schema"), .detail = detail};
}

QByteArray withPlainLineEnds(QByteArray text)
{
    return text.replace("\r\n", "\n");
}

/// For which engine the statement after an `-- only: …` line is.
Result<Engine> engineOfMarker(const QByteArray &name)
{
    if (name == "sqlite")
        return Engine::Sqlite;
    if (name == "postgresql")
        return Engine::Postgres;
    return Error{.code = ErrorCode::Unsupported,
                 .subject = QStringLiteral("migration.marker"),
                 .detail = QStringLiteral("-- only: ") + QString::fromUtf8(name)};
}

} // namespace

QString Migration::checksum() const
{
    return QString::fromLatin1(QCryptographicHash::hash(withPlainLineEnds(text), QCryptographicHash::Sha256).toHex());
}

Result<std::vector<std::string>> Migration::statements(Engine engine) const
{
    constexpr QByteArrayView marker = "-- only:";
    std::vector<std::string> result;
    std::string statement;
    std::optional<Engine> only;
    bool hasSql = false;
    const auto finish = [&] {
        if (hasSql && (!only || *only == engine))
            result.push_back(statement);
        statement.clear();
        only.reset();
        hasSql = false;
    };
    for (const QByteArray &line : withPlainLineEnds(text).split('\n')) {
        const QByteArray trimmed = line.trimmed();
        if (trimmed.startsWith(marker)) {
            const auto wanted = engineOfMarker(trimmed.mid(marker.size()).trimmed());
            if (!wanted)
                return wanted.error().during(name);
            only = *wanted;
            continue;
        }
        if (!trimmed.isEmpty() && !trimmed.startsWith("--"))
            hasSql = true;
        statement += line.toStdString() + '\n';
        if (hasSql && trimmed.endsWith(';'))
            finish();
    }
    finish();
    return result;
}

Migrator::Migrator(Database &database, const QString &folder, const Clock &clock, MigrationObserver observer)
    : m_database(database)
    , m_folder(folder)
    , m_set(folder.section(u'/', -1))
    , m_clock(clock)
    , m_observer(observer ? std::move(observer) : logging())
{ }

Result<std::vector<Migration>> Migrator::load(const QString &folder)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{4})_[a-z0-9_]+$"));
    const auto misnamed = [](const QString &name) {
        return Error{.code = ErrorCode::Internal, .subject = QStringLiteral("migration.name"), .detail = name};
    };
    std::vector<Migration> migrations;
    // Sorted by name, that is by number: all have four digits.
    for (const QString &fileName : QDir(folder).entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name)) {
        const QString name = fileName.chopped(4);
        const auto match = form.match(name);
        if (!match.hasMatch() || match.captured(1).toInt() != static_cast<int>(migrations.size()) + 1)
            return misnamed(fileName);
        QFile file(folder + u'/' + fileName);
        if (!file.open(QIODevice::ReadOnly))
            return misnamed(fileName);
        migrations.push_back({.number = match.captured(1).toInt(), .name = name, .text = file.readAll()});
    }
    if (migrations.empty())
        return misnamed(folder);
    return migrations;
}

Result<int> Migrator::migrate()
{
    const auto known = load(m_folder);
    if (!known)
        return known.error();
    // Most starts find nothing to do, and then wait for no writer.
    if (const auto missing = isMissing(*known); missing && !*missing)
        return 0;
    int count = 0;
    for (const Migration &migration : *known) {
        const auto applied = apply(migration, *known);
        // The schema that the engine has prepared statements for is not the one there is now.
        m_database.d->forgetPrepared();
        if (!applied)
            return applied.error().during(QStringLiteral("migration %1/%2").arg(m_set, migration.name));
        if (*applied)
            ++count;
    }
    return count;
}

Result<SchemaState> Migrator::state()
{
    const auto known = load(m_folder);
    if (!known)
        return known.error();
    const auto there = wasEverApplied();
    if (!there)
        return there.error();
    if (!*there)
        return SchemaState::None;
    auto transaction = Transaction::begin(m_database, Access::Read);
    if (!transaction)
        return transaction.error();
    const auto newest = isApplied(*transaction, known->back(), *known);
    if (!newest)
        return newest.error();
    return *newest ? SchemaState::Current : SchemaState::Older;
}

Result<bool> Migrator::wasEverApplied()
{
    auto transaction = Transaction::begin(m_database, Access::Read);
    if (!transaction)
        return transaction.error();
    Statement table(*transaction,
                    m_database.engine() == Engine::Sqlite
                        ? "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'schema_migrations'"
                        : "SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema() AND "
                          "table_name = 'schema_migrations'");
    const auto tables =
        table.one(QStringLiteral("database.schema"), [](const Statement &row) { return row.integer(0); });
    if (!tables)
        return tables.error();
    if (*tables == 0)
        return false;
    Statement rows(*transaction, "SELECT count(*) FROM schema_migrations WHERE set_name = :set_name");
    const auto applied = rows.bind("set_name", m_set).one(QStringLiteral("database.schema"), [](const Statement &row) {
        return row.integer(0);
    });
    if (!applied)
        return applied.error();
    return *applied > 0;
}

// By a look that waits for nobody.
Result<bool> Migrator::isMissing(const std::vector<Migration> &known)
{
    auto transaction = Transaction::begin(m_database, Access::Read);
    if (!transaction)
        return transaction.error();
    const auto newest = isApplied(*transaction, known.back(), known);
    return newest ? !*newest : true; // no table yet, or what is wrong with it: the transaction that writes tells
}

// SQLite lets one writer in, and waits for seconds; another process' migration may take minutes.
Result<Transaction> Migrator::begin(const std::vector<Migration> &known)
{
    const auto deadline = std::chrono::steady_clock::now() + patienceForOthers;
    for (;;) {
        auto transaction = Transaction::begin(m_database, Access::Write);
        if (transaction || m_database.engine() != Engine::Sqlite
            || transaction.error().subject != QStringLiteral("database.busy"))
            return transaction;
        const auto missing = isMissing(known);
        if (!missing || std::chrono::steady_clock::now() > deadline)
            return transaction;
        if (!*missing) // the other one has just done it
            return Transaction::begin(m_database, Access::Write);
        writeLog(LogLevel::Info, "migration.waiting", {{QStringLiteral("set"), m_set}});
    }
}

Result<bool> Migrator::apply(const Migration &migration, const std::vector<Migration> &known)
{
    auto transaction = begin(known);
    if (!transaction)
        return transaction.error();
    // Another process may be doing the same. PostgreSQL needs a lock by name, and even IF NOT EXISTS fails there when
    // two create the same table at once. The number is any, but the same for all. What is waited for there, and what a
    // statement then does, may take longer than anything a person asks for; other locks are waited for as always.
    if (m_database.engine() == Engine::Postgres) {
        for (const char *setting :
             {"SET LOCAL statement_timeout = 0", "SET LOCAL idle_in_transaction_session_timeout = 0",
              "SET LOCAL lock_timeout = 0"}) {
            if (const auto set = transaction->execute(setting); !set)
                return set.error();
        }
        Statement lock(*transaction, "SELECT pg_advisory_xact_lock(:key)");
        if (const auto locked = lock.bind("key", qint64(0x746F61736F616E)).run(); !locked)
            return locked.error();
        if (const auto set = transaction->execute("SET LOCAL lock_timeout TO DEFAULT"); !set)
            return set.error();
    }
    const auto table = transaction->execute(R"(
        CREATE TABLE IF NOT EXISTS schema_migrations (
            set_name TEXT NOT NULL,
            number BIGINT NOT NULL,
            name TEXT NOT NULL,
            checksum TEXT NOT NULL,
            applied_at BIGINT NOT NULL,
            PRIMARY KEY (set_name, number)
        ))");
    if (!table)
        return table.error();
    const auto done = isApplied(*transaction, migration, known);
    if (!done)
        return done.error();
    if (*done)
        return false;

    if (const auto ran = run(*transaction, migration); !ran)
        return ran.error();
    Statement insert(*transaction, R"(
        INSERT INTO schema_migrations (set_name, number, name, checksum, applied_at)
        VALUES (:set_name, :number, :name, :checksum, :applied_at))");
    const auto noted = insert.bind("set_name", m_set)
                           .bind("number", migration.number)
                           .bind("name", migration.name)
                           .bind("checksum", migration.checksum())
                           .bind("applied_at", m_clock.now())
                           .run();
    if (!noted)
        return noted.error();
    if (const auto committed = transaction->commit(); !committed)
        return committed.error();
    return true;
}

Result<void> Migrator::run(Transaction &transaction, const Migration &migration)
{
    const auto statements = migration.statements(m_database.engine());
    if (!statements)
        return statements.error();
    MigrationProgress progress{.migration = m_set + u'/' + migration.name,
                               .statement = 0,
                               .statements = static_cast<int>(statements->size()),
                               .rows = 0,
                               .allRows = 0};
    for (const std::string &statement : *statements) {
        ++progress.statement;
        progress.rows = 0;
        progress.allRows = 0;
        m_observer(progress);
        const MigrationStep *step = findMigrationStep(m_set, migration, statement);
        const auto ran = step ? step->run(transaction,
                                          [&](qint64 done, qint64 of) {
                                              progress.rows = done;
                                              progress.allRows = of;
                                              m_observer(progress);
                                          })
                              : transaction.execute(statement);
        if (!ran)
            return ran.error();
    }
    return {};
}

Result<bool> Migrator::isApplied(Transaction &transaction, const Migration &migration,
                                 const std::vector<Migration> &known) const
{
    struct Row
    {
        qint64 number;
        QString checksum;
    };
    Statement statement(transaction, R"(
        SELECT number, checksum
        FROM schema_migrations
        WHERE set_name = :set_name
        ORDER BY number)");
    statement.bind("set_name", m_set);
    const auto rows = statement.all([](const Statement &row) { return Row{row.integer(0), row.text(1)}; });
    if (!rows)
        return rows.error();
    // All that is there, not only this one: nothing is added to a schema that is not ours.
    for (const Row &row : *rows) {
        if (row.number > static_cast<qint64>(known.size()))
            return schemaError(ErrorCode::Unsupported,
                               QStringLiteral("the database has migration %1, this program knows %2")
                                   .arg(row.number)
                                   .arg(known.size()));
        if (row.number < 1 || known[static_cast<std::size_t>(row.number - 1)].checksum() != row.checksum)
            return schemaError(ErrorCode::Corrupt,
                               QStringLiteral("migration %1 was changed after it had been applied").arg(row.number));
    }
    return std::ranges::any_of(*rows, [&](const Row &row) { return row.number == migration.number; });
}

} // namespace toasoan
