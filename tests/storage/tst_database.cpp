#include "storage/Database.h"
#include "storage/Statement.h"
#include "support/ErrorLines.h"
#include "support/Patience.h"
#include "support/TemporaryDatabase.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <cstdio>
#include <future>

#include <unistd.h>

using namespace toasoan;

namespace {

Result<void> note(Transaction &transaction, int number)
{
    Statement statement(transaction, "INSERT INTO notes (number, bulk) VALUES (:number, :bulk)");
    return statement.bind("number", number).bind("bulk", QByteArray(100'000, 'x')).run();
}

Result<void> noteAndCommit(Database &database, int number)
{
    auto transaction = Transaction::begin(database, Access::Write);
    if (!transaction)
        return transaction.error();
    if (const auto noted = note(*transaction, number); !noted)
        return noted.error();
    return transaction->commit();
}

Result<void> createTable(Database &database)
{
    auto transaction = Transaction::begin(database, Access::Write);
    if (!transaction)
        return transaction.error();
    if (const auto made = transaction->execute("CREATE TABLE notes (number BIGINT PRIMARY KEY, bulk BYTEA)"); !made)
        return made.error();
    return transaction->commit();
}

std::vector<qint64> notes(Database &database)
{
    auto transaction = Transaction::begin(database, Access::Read);
    Statement statement(*transaction, "SELECT number FROM notes ORDER BY number");
    return statement.all([](const Statement &row) { return row.integer(0); }).valueOr({-1});
}

QString askPragma(Database &database, std::string_view sql)
{
    auto transaction = Transaction::begin(database, Access::Write);
    Statement statement(*transaction, sql);
    return statement.one({}, [](const Statement &row) { return row.text(0); }).valueOr({});
}

QString askSetting(Database &database, const char *name)
{
    auto transaction = Transaction::begin(database, Access::Read);
    Statement statement(*transaction, "SELECT current_setting(:name)");
    statement.bind("name", QString::fromLatin1(name));
    return statement.one({}, [](const Statement &row) { return row.text(0); }).valueOr({});
}

using Numbers = std::vector<qint64>;

/// Root may write everything; the tests of missing rights then run as nobody.
class AsOrdinaryUser
{
public:
    AsOrdinaryUser()
    {
        if (geteuid() == 0)
            m_changed = seteuid(65534) == 0;
    }
    ~AsOrdinaryUser()
    {
        if (m_changed && seteuid(0) != 0)
            qFatal("cannot become root again");
    }
    Q_DISABLE_COPY_MOVE(AsOrdinaryUser)

private:
    bool m_changed = false;
};

/// The child of whatACrashLeaves: commits 1, begins 2, and waits for its end.
int crashingChild(const QString &location)
{
    const auto database = Database::open(*DatabaseLocation::fromText(location));
    if (!database || !noteAndCommit(**database, 1))
        return 1;
    auto transaction = Transaction::begin(**database, Access::Write);
    if (!transaction || !note(*transaction, 2))
        return 1;
    std::puts("ready");
    std::fflush(stdout);
    pause();
    return 0;
}

} // namespace

class TestDatabase : public QObject
{
    Q_OBJECT

private slots:
    void whatACrashLeaves_data() { TemporaryDatabase::addEngines(); }
    void whatACrashLeaves()
    {
        QFETCH(Engine, engine);
        TemporaryDatabase temporary(engine, {});
        QVERIFY(createTable(temporary.database()));
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        child.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("--crashing-child"), temporary.location().toText()});
        QVERIFY(child.waitForReadyRead(longestWait));
        QCOMPARE(child.readLine(), QByteArray("ready\n"));
        QCOMPARE(notes(temporary.database()), Numbers({1})); // 2 is written but not committed
        child.kill();
        QVERIFY(child.waitForFinished(longestWait));
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        const auto afterwards = temporary.open();
        QCOMPARE(notes(*afterwards), Numbers({1}));
        QVERIFY(noteAndCommit(*afterwards, 2)); // its lock is gone with it
        QVERIFY(afterwards->verify());
        QCOMPARE(notes(temporary.database()), Numbers({1, 2}));
    }

    void sqliteIsSetUpToKeepItsPromise()
    {
        const TemporaryDatabase temporary(Engine::Sqlite, {});
        const auto promised = temporary.open();
        QCOMPARE(askPragma(*promised, "PRAGMA journal_mode"), QStringLiteral("wal"));
        QCOMPARE(askPragma(*promised, "PRAGMA synchronous"), QStringLiteral("2"));
        QCOMPARE(askPragma(*promised, "PRAGMA foreign_keys"), QStringLiteral("1"));
        QCOMPARE(askPragma(*promised, "PRAGMA busy_timeout"), QStringLiteral("5000"));
        QCOMPARE(askPragma(*promised, "PRAGMA trusted_schema"), QStringLiteral("0"));
        const auto noisy = temporary.open(Durability::Noisy);
        QCOMPARE(askPragma(*noisy, "PRAGMA synchronous"), QStringLiteral("1"));
    }

    void postgresIsSetUpToKeepItsPromise()
    {
        if (!TemporaryDatabase::engines().contains(Engine::Postgres))
            QSKIP("without PostgreSQL");
        const TemporaryDatabase temporary(Engine::Postgres, {});
        const auto promised = temporary.open();
        QCOMPARE(askSetting(*promised, "synchronous_commit"), QStringLiteral("on"));
        QCOMPARE(askSetting(*promised, "lock_timeout"), QStringLiteral("5s"));
        QCOMPARE(askSetting(*promised, "statement_timeout"), QStringLiteral("1min"));
        QCOMPARE(askSetting(*promised, "timezone"), QStringLiteral("UTC"));
        QCOMPARE(askSetting(*promised, "client_encoding"), QStringLiteral("UTF8"));
        QCOMPARE(askSetting(*promised, "standard_conforming_strings"), QStringLiteral("on"));
        QCOMPARE(askSetting(*promised, "default_transaction_isolation"), QStringLiteral("read committed"));
        QCOMPARE(askSetting(*promised, "application_name"), QStringLiteral("toasoan"));
        QCOMPARE(askSetting(*promised, "search_path"), temporary.location().schema);
        const auto noisy = temporary.open(Durability::Noisy);
        QCOMPARE(askSetting(*noisy, "synchronous_commit"), QStringLiteral("off"));
    }

    void aDatabaseInMemoryWorks()
    {
        const auto database = Database::open(DatabaseLocation::sqlite(QStringLiteral(":memory:")));
        QVERIFY(database);
        QVERIFY(createTable(**database));
        QVERIFY(noteAndCommit(**database, 1));
        QCOMPARE(notes(**database), Numbers({1}));
        QVERIFY(!QFile::exists(QStringLiteral(":memory:"))); // it is nowhere else
    }

    // The log is one JSON object a line, whatever PostgreSQL has to say.
    void whatPostgresSaysByItselfIsALineOfTheLog()
    {
        if (!TemporaryDatabase::engines().contains(Engine::Postgres))
            QSKIP("without PostgreSQL");
        const TemporaryDatabase temporary(Engine::Postgres, {});
        const auto database = temporary.open();
        const ErrorLines lines;
        auto transaction = Transaction::begin(*database, Access::Write);
        QVERIFY(transaction->execute("DO $$ BEGIN RAISE WARNING 'it is late'; END $$"));
        const QByteArray said = lines.all().trimmed();
        QCOMPARE(said.count('\n'), 0);
        const QJsonObject line = QJsonDocument::fromJson(said).object();
        QCOMPARE(line.value(QStringLiteral("event")).toString(), QStringLiteral("database.notice"));
        QVERIFY2(line.value(QStringLiteral("detail")).toString().contains(QStringLiteral("it is late")), said);
    }

    void manyOpenANewFileAtOnce()
    {
        for (int round = 0; round < 5; ++round) {
            const QTemporaryDir folder;
            const auto location = DatabaseLocation::sqlite(folder.filePath(QStringLiteral("new.db")));
            std::vector<std::future<QString>> openings;
            for (int i = 0; i < 8; ++i)
                openings.push_back(std::async(std::launch::async, [&] {
                    const auto database = Database::open(location);
                    return database ? QString() : database.error().detail;
                }));
            for (auto &opening : openings)
                QCOMPARE(opening.get(), QString());
        }
    }

    void aFullDatabaseIsToldAndLosesNothing()
    {
        TemporaryDatabase temporary(Engine::Sqlite, {});
        QVERIFY(createTable(temporary.database()));
        QVERIFY(noteAndCommit(temporary.database(), 1));
        {
            auto transaction = Transaction::begin(temporary.database(), Access::Write);
            QVERIFY(transaction);
            QVERIFY(transaction->execute("PRAGMA max_page_count = 64"));
        }
        const auto second = [&] {
            auto transaction = Transaction::begin(temporary.database(), Access::Write);
            for (int number = 2; number < 20; ++number) {
                if (const auto noted = note(*transaction, number); !noted)
                    return noted;
            }
            return transaction->commit();
        }();
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::StorageFull);
        QCOMPARE(second.error().subject, QStringLiteral("database.full"));
        QCOMPARE(notes(temporary.database()), Numbers({1}));
        {
            auto transaction = Transaction::begin(temporary.database(), Access::Write);
            QVERIFY(transaction && transaction->execute("PRAGMA max_page_count = 100000"));
        }
        QVERIFY(noteAndCommit(temporary.database(), 2)); // there is room again
        QVERIFY(temporary.database().verify());
    }

    void aFileThatNobodyMayWriteIsUnavailable()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("kept.db"));
        {
            const auto database = Database::open(DatabaseLocation::sqlite(path));
            QVERIFY(database && createTable(**database));
        }
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther));
        QVERIFY(QFile::setPermissions(folder.path(),
                                      QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther));
        {
            const AsOrdinaryUser user;
            const auto opened = Database::open(DatabaseLocation::sqlite(path));
            const auto written = opened ? noteAndCommit(**opened, 1) : Result<void>(opened.error());
            QVERIFY(!written);
            QCOMPARE(written.error().code, ErrorCode::Unavailable);
        }
        QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

    void whatIsNoDatabaseIsTold_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("text") << QByteArray("xin chào ").repeated(1000);
        QTest::newRow("header, then garbage") << QByteArray("SQLite format 3\0", 16) + QByteArray(8192, '\xff');
    }
    void whatIsNoDatabaseIsTold()
    {
        QFETCH(QByteArray, content);
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("garbage.db")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        const auto database = Database::open(DatabaseLocation::sqlite(file.fileName()));
        QVERIFY(!database);
        QCOMPARE(database.error().code, ErrorCode::Corrupt);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), content); // it is not touched
    }

    void damageFurtherOnIsFoundByVerify()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("damaged.db"));
        {
            const auto database = Database::open(DatabaseLocation::sqlite(path));
            QVERIFY(database && createTable(**database));
            for (int number = 0; number < 5; ++number)
                QVERIFY(noteAndCommit(**database, number));
            QVERIFY((*database)->verify());
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.size() > 100'000);
        QVERIFY(file.seek(4096)); // the root page of the table
        file.write(QByteArray(4096, '\x07'));
        file.close();
        const auto database = Database::open(DatabaseLocation::sqlite(path));
        QVERIFY(database);
        const auto verified = (*database)->verify();
        QVERIFY(!verified);
        QCOMPARE(verified.error().code, ErrorCode::Corrupt);
        auto transaction = Transaction::begin(**database, Access::Read);
        QVERIFY(transaction);
        Statement statement(*transaction, "SELECT bulk FROM notes");
        const auto read = statement.all([](const Statement &row) { return row.blob(0); });
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Corrupt);
    }

    void aFolderThatIsMissingIsUnavailable()
    {
        const auto database = Database::open(DatabaseLocation::sqlite(QStringLiteral("/nowhere/at/all.db")));
        QVERIFY(!database);
        QCOMPARE(database.error().code, ErrorCode::Unavailable);
        QCOMPARE(database.error().subject, QStringLiteral("database.open"));
    }
};

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == QStringLiteral("--crashing-child"))
        return crashingChild(arguments[2]);
    TestDatabase test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_database.moc"
