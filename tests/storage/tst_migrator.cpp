#include "storage/Database.h"
#include "storage/Migrator.h"
#include "storage/Statement.h"
#include "support/TemporaryDatabase.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <future>

using namespace toasoan;

namespace {

const QByteArray firstText = "-- A table.\nCREATE TABLE a (\n    b TEXT NOT NULL\n);\n"
                             "-- only: sqlite\nCREATE TABLE here (s TEXT);\n\n"
                             "-- only: postgresql\nCREATE TABLE here (p TEXT);\n"
                             "INSERT INTO a (b) VALUES ('x; y');\n";

/// A folder of migrations that a test fills.
class Folder
{
public:
    explicit Folder(const QString &set = QStringLiteral("news")) : m_set(set) { QDir(m_folder.path()).mkdir(set); }
    QString path() const { return m_folder.filePath(m_set); }
    void put(const char *name, const QByteArray &text) const
    {
        QFile file(path() + u'/' + QLatin1StringView(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write %s", name);
    }

private:
    QTemporaryDir m_folder;
    QString m_set;
};

Result<int> migrate(Database &database, const QString &folder)
{
    const SystemClock clock;
    return Migrator(database, folder, clock).migrate();
}

qint64 count(Database &database, std::string_view sql)
{
    auto transaction = Transaction::begin(database, Access::Read);
    Statement statement(*transaction, sql);
    return statement.one({}, [](const Statement &row) { return row.integer(0); }).valueOr(-1);
}

} // namespace

class TestMigrator : public QObject
{
    Q_OBJECT

private slots:
    void appliesWhatIsMissingAndOnlyThat_data() { TemporaryDatabase::addEngines(); }
    void appliesWhatIsMissingAndOnlyThat()
    {
        QFETCH(Engine, engine);
        TemporaryDatabase temporary(engine, {});
        const Folder folder;
        folder.put("0001_first.sql", firstText);
        QCOMPARE(migrate(temporary.database(), folder.path()).valueOr(-1), 1);
        QCOMPARE(migrate(temporary.database(), folder.path()).valueOr(-1), 0);
        folder.put("0002_second.sql", "CREATE TABLE c (d TEXT);\n");
        folder.put("0003_third.sql", "INSERT INTO c (d) VALUES ('1');\nINSERT INTO c (d) VALUES ('2')");
        QCOMPARE(migrate(temporary.database(), folder.path()).valueOr(-1), 2);
        QCOMPARE(count(temporary.database(), "SELECT count(*) FROM a"), qint64(1));
        QCOMPARE(count(temporary.database(), "SELECT count(*) FROM c"), qint64(2));
        QCOMPARE(count(temporary.database(), "SELECT count(*) FROM schema_migrations WHERE applied_at > 0"), qint64(3));
    }

    // A newsroom from before 000x_changes.sql, where the feed had a line for each step.
    void theFeedKeepsTheNewestChangeOfEachNoun_data() { TemporaryDatabase::addEngines(); }
    void theFeedKeepsTheNewestChangeOfEachNoun()
    {
        QFETCH(Engine, engine);
        TemporaryDatabase temporary(engine, {});
        Database &database = temporary.database();
        const QString all = QStringLiteral(":/sql/migrations");
        const Folder before(QStringLiteral("migrations"));
        for (const QString &name : QDir(all).entryList(QDir::Files, QDir::Name)) {
            if (name.endsWith(QStringLiteral("_changes.sql")))
                break;
            QVERIFY(QFile::copy(all + u'/' + name, before.path() + u'/' + name));
        }
        QVERIFY(migrate(database, before.path()));
        {
            auto transaction = Transaction::begin(database, Access::Write);
            QVERIFY(transaction->execute(R"(
                INSERT INTO changes (sequence, noun, id, at)
                VALUES (1, 'article', 'a', 0), (2, 'article', 'b', 0), (3, 'article', 'a', 0), (4, 'user', 'a', 0))"));
            QVERIFY(transaction->commit());
        }
        QVERIFY(migrate(database, all).valueOr(0) > 0);
        QCOMPARE(count(database, "SELECT count(*) FROM changes"), qint64(3));
        QCOMPARE(count(database, "SELECT count(*) FROM changes WHERE sequence IN (2, 3, 4)"), qint64(3));
    }

    void markedStatementsAreForTheirEngineOnly()
    {
        const Migration migration{.number = 1, .name = QStringLiteral("0001_x"), .text = firstText};
        const auto sqlite = migration.statements(Engine::Sqlite);
        const auto postgres = migration.statements(Engine::Postgres);
        QVERIFY(sqlite && postgres);
        QCOMPARE(sqlite->size(), std::size_t(3));
        QCOMPARE(postgres->size(), std::size_t(3));
        QVERIFY((*sqlite)[1].find("s TEXT") != std::string::npos);
        QVERIFY((*postgres)[1].find("p TEXT") != std::string::npos);
        QVERIFY((*sqlite)[2].find("'x; y'") != std::string::npos);
    }

    void anUnknownMarkerIsRefused()
    {
        const Migration migration{.number = 1, .name = {}, .text = "-- only: oracle\nSELECT 1;\n"};
        QCOMPARE(migration.statements(Engine::Sqlite).error().subject, QStringLiteral("migration.marker"));
    }

    void lineEndsDoNotCountForTheChecksum()
    {
        const Migration unixText{.number = 1, .name = {}, .text = "a;\nb;\n"};
        const Migration windowsText{.number = 1, .name = {}, .text = "a;\r\nb;\r\n"};
        QCOMPARE(unixText.checksum(), windowsText.checksum());
        QCOMPARE(windowsText.statements(Engine::Sqlite)->size(), std::size_t(2));
    }

    void aFailedMigrationLeavesNothing_data() { TemporaryDatabase::addEngines(); }
    void aFailedMigrationLeavesNothing()
    {
        QFETCH(Engine, engine);
        TemporaryDatabase temporary(engine, {});
        const Folder folder;
        folder.put("0001_first.sql", firstText);
        folder.put("0002_wrong.sql", "CREATE TABLE half (a TEXT);\nCREATE TABLE half (a TEXT);\n");
        const auto migrated = migrate(temporary.database(), folder.path());
        QVERIFY(!migrated);
        QVERIFY(migrated.error().detail.contains(QStringLiteral("0002_wrong")));
        QCOMPARE(count(temporary.database(), "SELECT count(*) FROM a"), qint64(1)); // the first stays
        folder.put("0002_wrong.sql", "CREATE TABLE half (a TEXT);\n");
        QCOMPARE(migrate(temporary.database(), folder.path()).valueOr(-1), 1);
    }

    void aNewerSchemaIsRefused_data() { TemporaryDatabase::addEngines(); }
    void aNewerSchemaIsRefused()
    {
        QFETCH(Engine, engine);
        TemporaryDatabase temporary(engine, {});
        const Folder folder;
        folder.put("0001_first.sql", firstText);
        folder.put("0002_second.sql", "CREATE TABLE c (d TEXT);\n");
        QVERIFY(migrate(temporary.database(), folder.path()));
        QVERIFY(QFile::remove(folder.path() + QStringLiteral("/0002_second.sql")));
        const auto older = migrate(temporary.database(), folder.path());
        QVERIFY(!older);
        QCOMPARE(older.error().code, ErrorCode::Unsupported);
        QCOMPARE(older.error().subject, QStringLiteral("database.schema"));
    }

    void aChangedMigrationIsRefused_data() { TemporaryDatabase::addEngines(); }
    void aChangedMigrationIsRefused()
    {
        QFETCH(Engine, engine);
        TemporaryDatabase temporary(engine, {});
        const Folder folder;
        folder.put("0001_first.sql", firstText);
        QVERIFY(migrate(temporary.database(), folder.path()));
        folder.put("0001_first.sql", firstText + "-- a word more\n");
        const auto changed = migrate(temporary.database(), folder.path());
        QVERIFY(!changed);
        QCOMPARE(changed.error().code, ErrorCode::Corrupt);
        QCOMPARE(changed.error().subject, QStringLiteral("database.schema"));
    }

    void badNamesAreRefused_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::newRow("none") << QStringList();
        QTest::newRow("no number") << QStringList{QStringLiteral("first.sql")};
        QTest::newRow("begins at two") << QStringList{QStringLiteral("0002_x.sql")};
        QTest::newRow("gap") << QStringList{QStringLiteral("0001_x.sql"), QStringLiteral("0003_x.sql")};
        QTest::newRow("twice") << QStringList{QStringLiteral("0001_x.sql"), QStringLiteral("0001_y.sql")};
    }
    void badNamesAreRefused()
    {
        QFETCH(QStringList, names);
        const Folder folder;
        for (const QString &name : names)
            folder.put(qPrintable(name), "SELECT 1;\n");
        QCOMPARE(Migrator::load(folder.path()).error().subject, QStringLiteral("migration.name"));
    }

    void setsAreRememberedApart_data() { TemporaryDatabase::addEngines(); }
    void setsAreRememberedApart()
    {
        QFETCH(Engine, engine);
        TemporaryDatabase temporary(engine, {});
        const Folder folder;
        folder.put("0001_first.sql", firstText);
        QCOMPARE(migrate(temporary.database(), folder.path()).valueOr(-1), 1);
        QCOMPARE(migrate(temporary.database(), QStringLiteral(":/sql/visits")).valueOr(-1), 1);
    }

    void severalAtOnceApplyEachOnce_data() { TemporaryDatabase::addEngines(); }
    void severalAtOnceApplyEachOnce()
    {
        QFETCH(Engine, engine);
        TemporaryDatabase temporary(engine, {});
        const Folder folder;
        folder.put("0001_first.sql", firstText);
        for (int i = 2; i < 6; ++i)
            folder.put(qPrintable(QStringLiteral("000%1_more.sql").arg(i)), "INSERT INTO a (b) VALUES ('more');\n");
        std::vector<std::future<Result<int>>> results;
        for (int i = 0; i < 4; ++i)
            results.push_back(std::async(std::launch::async, [&] {
                const auto database = temporary.open();
                return migrate(*database, folder.path());
            }));
        int applied = 0;
        for (auto &result : results) {
            const auto migrated = result.get();
            QVERIFY2(migrated, migrated ? "" : qPrintable(migrated.error().detail));
            applied += *migrated;
        }
        QCOMPARE(applied, 5);
        QCOMPARE(count(temporary.database(), "SELECT count(*) FROM a"), qint64(5));
    }

    void everyEmbeddedSetAppliesToAnEmptyDatabase_data()
    {
        QTest::addColumn<Engine>("engine");
        QTest::addColumn<QString>("set");
        for (const Engine engine : TemporaryDatabase::engines()) {
            for (const QString &set : QDir(QStringLiteral(":/sql")).entryList(QDir::Dirs)) {
                if (set == QStringLiteral("desk") && engine != Engine::Sqlite)
                    continue; // a desk is one person's own: SQLite alone
                QTest::addRow("%s, %s", TemporaryDatabase::name(engine), qPrintable(set)) << engine << set;
            }
        }
    }
    void everyEmbeddedSetAppliesToAnEmptyDatabase()
    {
        QFETCH(Engine, engine);
        QFETCH(QString, set);
        // The desk's tables stand beside those of the newsroom.
        QStringList folders{QStringLiteral(":/sql/") + set};
        if (set == QStringLiteral("desk"))
            folders.prepend(QStringLiteral(":/sql/migrations"));
        TemporaryDatabase temporary(engine, folders);
        QCOMPARE(migrate(temporary.database(), folders.last()).valueOr(-1), 0);
    }
};

QTEST_GUILESS_MAIN(TestMigrator)
#include "tst_migrator.moc"
