// Brings a database to the schema of this program. Migrations are numbered SQL files, embedded as resources, in sets:
//     ":/sql/migrations"   the newsroom (server, embedded backend and the desk's replica)
//     ":/sql/desk"         the desk's own tables beside its replica: outbox, journal
//     ":/sql/visits"       the visits database
// How a file is written is told in resources/sql/README.md.
#pragma once

#include "base/Clock.h"
#include "base/Result.h"
#include "storage/DatabaseLocation.h"
#include "storage/Transaction.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <string>
#include <vector>

namespace toasoan {

class Database;

struct Migration
{
    int number = 0;
    QString name; ///< "0001_visits"
    QByteArray text;

    /// SHA-256 of the text in hexadecimal; line ends do not count.
    [[nodiscard]] QString checksum() const;
    /// The statements for an engine, in order. Unsupported "migration.marker" for an `-- only:` of no known engine.
    [[nodiscard]] Result<std::vector<std::string>> statements(Engine engine) const;
};

/// How far a migration is.
struct MigrationProgress
{
    QString migration; ///< "migrations/0001_newsroom"
    int statement = 0; ///< the one under way, from 1
    int statements = 0;
    qint64 rows = 0; ///< done by a statement that tells
    qint64 allRows = 0; ///< 0 from one that does not
};
using MigrationObserver = std::function<void(const MigrationProgress &)>;

/// What a database is to this program.
enum class SchemaState
{
    None, ///< nothing of the set was ever applied
    Older, ///< something is missing
    Current,
};

class Migrator
{
public:
    /// `folder` is the set; its last part is the name it is remembered by in schema_migrations. `observer` is told
    /// before each statement and between the rows of a long one; without one, the log is, every few seconds.
    Migrator(Database &database, const QString &folder, const Clock &clock, MigrationObserver observer = {});

    /// Applies what is missing, each migration in its own transaction, and gives how many there were. A migration takes
    /// the time it needs: the engine's limits of time do not hold in it. Safe when several processes do it at once: one
    /// does it, the others wait. Errors: Unsupported "database.schema" when a newer program has been here, Corrupt
    /// "database.schema" when a migration that was applied is not the one this program knows, and what SQL can give.
    [[nodiscard]] Result<int> migrate();

    /// Looks, changes nothing and waits for nobody. Errors: as of migrate().
    [[nodiscard]] Result<SchemaState> state();

    /// The migrations of a folder by number. Internal "migration.name" if one is not named 0001_name.sql, or two have
    /// the same number, or a number is missing.
    [[nodiscard]] static Result<std::vector<Migration>> load(const QString &folder);

private:
    [[nodiscard]] Result<bool> isMissing(const std::vector<Migration> &known);
    [[nodiscard]] Result<bool> wasEverApplied();
    [[nodiscard]] Result<Transaction> begin(const std::vector<Migration> &known);
    [[nodiscard]] Result<bool> apply(const Migration &migration, const std::vector<Migration> &known);
    [[nodiscard]] Result<void> run(Transaction &transaction, const Migration &migration);
    [[nodiscard]] Result<bool> isApplied(Transaction &transaction, const Migration &migration,
                                         const std::vector<Migration> &known) const;

    Database &m_database;
    QString m_folder;
    QString m_set;
    const Clock &m_clock;
    MigrationObserver m_observer;
};

} // namespace toasoan
