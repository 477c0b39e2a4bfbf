// An empty, migrated database for one test, on either engine, gone when the test ends.
//     void savesAndFinds_data() { TemporaryDatabase::addEngines(); }
//     void savesAndFinds()
//     {
//         QFETCH(Engine, engine);
//         TemporaryDatabase temporary(engine);
//         auto transaction = Transaction::begin(temporary.database(), Access::Write);
//
// The target of such a test is declared with toasoan_add_test(… LINK toasoan_test_support POSTGRES); ctest then starts
// a cluster before it. Which cluster: the variable TOASOAN_TEST_POSTGRES (a postgres:// URL of a user who may create
// schemas, and databases for tests/upgrade; "none" leaves PostgreSQL out, with a warning), else the one
// tests/support/postgres.sh has started. Without any, the test fails.
#pragma once

#include "storage/Database.h"

#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace toasoan {

class TemporaryDatabase
{
public:
    /// Migrated with the sets of `folders`, in order; an empty list gives an empty database.
    explicit TemporaryDatabase(Engine engine, const QStringList &folders = {QStringLiteral(":/sql/migrations")});
    ~TemporaryDatabase();
    Q_DISABLE_COPY_MOVE(TemporaryDatabase)

    /// The connection of this object.
    [[nodiscard]] Database &database() { return *m_database; }
    /// Where it is, for processes and servers that are given a location.
    [[nodiscard]] const DatabaseLocation &location() const { return m_location; }
    /// A further connection to the same database; of the calling thread.
    [[nodiscard]] std::unique_ptr<Database> open(Durability durability = Durability::Promised) const;

    /// Adds the column "engine" and a row for each engine.
    static void addEngines();
    /// The engines under test, for rows that are made of more.
    [[nodiscard]] static QList<Engine> engines();
    [[nodiscard]] static const char *name(Engine engine);

private:
    QTemporaryDir m_folder;
    DatabaseLocation m_location;
    std::unique_ptr<Database> m_database;
};

} // namespace toasoan
