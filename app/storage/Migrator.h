// Brings a database to the schema of this program. Migrations are numbered SQL files, embedded as resources, in sets:
//     ":/sql/migrations"   the newsroom (server, embedded backend and the desk's replica)
//     ":/sql/desk"         the desk's own tables beside its replica: outbox, journal
//     ":/sql/visits"       the visits database
// How a file is written is told in resources/sql/README.md.
#pragma once

#include "base/Clock.h"
#include "base/Result.h"
#include "storage/DatabaseLocation.h"

#include <QByteArray>
#include <QString>

#include <string>
#include <vector>

namespace toasoan {

class Database;
class Transaction;

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

class Migrator
{
public:
    /// `folder` is the set; its last part is the name it is remembered by in schema_migrations.
    Migrator(Database &database, const QString &folder, const Clock &clock);

    /// Applies what is missing, each migration in its own transaction, and gives how many there were. Safe when several
    /// processes do it at once. Errors: Unsupported "database.schema" when a newer program has been here, Corrupt
    /// "database.schema" when a migration that was applied is not the one this program knows, and what SQL can give.
    [[nodiscard]] Result<int> migrate();

    /// The migrations of a folder by number. Internal "migration.name" if one is not named 0001_name.sql, or two have
    /// the same number, or a number is missing.
    [[nodiscard]] static Result<std::vector<Migration>> load(const QString &folder);

private:
    [[nodiscard]] Result<bool> apply(const Migration &migration, const std::vector<Migration> &known);
    [[nodiscard]] Result<bool> isApplied(Transaction &transaction, const Migration &migration,
                                         const std::vector<Migration> &known) const;

    Database &m_database;
    QString m_folder;
    QString m_set;
    const Clock &m_clock;
};

} // namespace toasoan
