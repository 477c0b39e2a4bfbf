#include "support/TemporaryDatabase.h"

#include "base/Dice.h"
#include "storage/Migrator.h"
#include "storage/Transaction.h"

#include <QFile>
#include <QTest>

namespace toasoan {

namespace {

/// A database that cannot be had must end the test program with a failure: a test of nothing is worse than none.
template <typename T>
T required(Result<T> result, const char *what)
{
    if (!result)
        qFatal("%s: %s: %s", what, qPrintable(result.error().subject), qPrintable(result.error().detail));
    return std::move(*result);
}

QString postgresUrl()
{
    if (const QString url = qEnvironmentVariable("TOASOAN_TEST_POSTGRES"); !url.isEmpty())
        return url;
    QFile file(QStringLiteral(TOASOAN_POSTGRES_STATE "/url"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).trimmed();
}

bool isWithoutPostgres()
{
    return postgresUrl() == QStringLiteral("none");
}

DatabaseLocation postgresLocation()
{
    const QString url = postgresUrl();
    if (url.isEmpty())
        qFatal("No PostgreSQL to test on: run the tests with ctest, or tests/support/postgres.sh start %s, or set "
               "TOASOAN_TEST_POSTGRES to a URL or to none.",
               TOASOAN_POSTGRES_STATE);
    return required(DatabaseLocation::fromText(url), "TOASOAN_TEST_POSTGRES");
}

QString uniqueSchema()
{
    SystemDice dice;
    return QStringLiteral("t_%1").arg(dice.next(), 16, 16, QChar(u'0'));
}

void executeOn(const DatabaseLocation &location, const QString &sql)
{
    const auto database = required(Database::open(location, Durability::Noisy), "opening the test cluster");
    auto transaction = required(Transaction::begin(*database, Access::Write), "a transaction on the test cluster");
    if (!transaction.execute(sql.toStdString()) || !transaction.commit())
        qFatal("The test cluster refuses: %s", qPrintable(sql));
}

} // namespace

TemporaryDatabase::TemporaryDatabase(Engine engine, const QStringList &folders)
{
    if (engine == Engine::Sqlite) {
        m_location = DatabaseLocation::sqlite(m_folder.filePath(QStringLiteral("test.db")));
    } else {
        m_location = postgresLocation();
        const QString schema = uniqueSchema();
        executeOn(m_location, QStringLiteral("CREATE SCHEMA ") + schema);
        m_location.schema = schema;
    }
    m_database = open();
    const SystemClock clock;
    for (const QString &folder : folders)
        required(Migrator(*m_database, folder, clock).migrate(), "migrating");
}

TemporaryDatabase::~TemporaryDatabase()
{
    m_database.reset();
    if (m_location.engine == Engine::Postgres)
        executeOn(m_location, QStringLiteral("DROP SCHEMA %1 CASCADE").arg(m_location.schema));
}

std::unique_ptr<Database> TemporaryDatabase::open(Durability durability) const
{
    return required(Database::open(m_location, durability), "opening a temporary database");
}

QList<Engine> TemporaryDatabase::engines()
{
    if (isWithoutPostgres()) {
        qWarning("Testing without PostgreSQL, as TOASOAN_TEST_POSTGRES says.");
        return {Engine::Sqlite};
    }
    return {Engine::Sqlite, Engine::Postgres};
}

const char *TemporaryDatabase::name(Engine engine)
{
    switch (engine) {
    case Engine::Sqlite:
        return "sqlite";
    case Engine::Postgres:
        return "postgresql";
    }
    Q_UNREACHABLE();
}

void TemporaryDatabase::addEngines()
{
    QTest::addColumn<Engine>("engine");
    for (const Engine engine : engines())
        QTest::newRow(name(engine)) << engine;
}

} // namespace toasoan
