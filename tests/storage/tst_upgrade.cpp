// A database of an earlier program is brought to this one's schema: in minutes at any size, telling how far it is, and
// whole wherever it is cut off.
//     TOASOAN_UPGRADE_FULL=1 tst_upgrade pictures     20,000 pictures and 100,000 versions instead of a tenth of them
#include "base/Log.h"
#include "storage/Database.h"
#include "storage/Migrator.h"
#include "storage/Statement.h"
#include "support/TemporaryDatabase.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

const QString allMigrations = u":/sql/migrations"_s;

/// A folder with the migrations before a number, as an earlier program had them.
class Before
{
public:
    explicit Before(int number)
    {
        QDir(m_folder.path()).mkdir(u"migrations"_s);
        for (const QString &name : QDir(allMigrations).entryList(QDir::Files, QDir::Name)) {
            if (name.first(4).toInt() < number && !QFile::copy(allMigrations + u'/' + name, path() + u'/' + name))
                qFatal("cannot copy %s", qPrintable(name));
        }
    }
    [[nodiscard]] QString path() const { return m_folder.filePath(u"migrations"_s); }

private:
    QTemporaryDir m_folder;
};

QString idOf(char kind, int number)
{
    return u"%1-0000-7000-8000-00000000000%2"_s.arg(number, 8, 16, QChar(u'0')).arg(QLatin1Char(kind));
}

struct Size
{
    int media = 0;
    int articles = 0;
    int versions = 0; ///< of each article
};

// Each article has two pictures, the second from its second version on; its texts name one that nobody has.
void fill(Database &database, Size size)
{
    auto transaction = Transaction::begin(database, Access::Write);
    const auto must = [](const Result<void> &done) {
        if (!done)
            qFatal("%s %s", qPrintable(done.error().subject), qPrintable(done.error().detail));
    };
    Statement media(*transaction, R"(
        INSERT INTO media (id, sha256, format, width, height, size, name, uploaded_by, created_at)
        VALUES (:id, 'x', 'jpeg', 1, 1, 1, 'x', 'x', 1))");
    for (int i = 0; i < size.media; ++i)
        must(media.bind("id", idOf('1', i)).run());
    Statement article(*transaction, R"(
        INSERT INTO articles (id, author_id, section_id, genre, title, title_folded, version, content_hash, state,
                              reason, approved_hash, approved_by, slug, created_at, updated_at)
        VALUES (:id, 'x', '', 'newsBrief', 'x', 'x', 1, 'x', 'draft', '', '', '', '', 1, 1))");
    Statement revision(*transaction, R"(
        INSERT INTO revisions (article_id, version, saved_by, saved_at, content_hash, content)
        VALUES (:article, :version, 'x', 1, 'x', :content))");
    const QString words = u"bài-viết của xã 01-02-2025 – "_s.repeated(60);
    for (int i = 0; i < size.articles; ++i) {
        must(article.bind("id", idOf('a', i)).run());
        for (int version = 1; version <= size.versions; ++version) {
            QString content = u"{\"body\":{\"text\":\"%1\",\"media\":\"%2\",\"other\":\"%3\""_s.arg(
                words, idOf('1', i % size.media), idOf('9', i));
            if (version > 1)
                content += u",\"second\":\"%1\""_s.arg(idOf('1', (i + 1) % size.media));
            must(revision.bind("article", idOf('a', i))
                     .bind("version", version)
                     .bind("content", QString(content + u"}}"_s))
                     .run());
        }
    }
    must(transaction->commit());
}

Result<int> migrate(Database &database, const QString &folder = allMigrations, MigrationObserver observer = {})
{
    const SystemClock clock;
    return Migrator(database, folder, clock, std::move(observer)).migrate();
}

qint64 number(Database &database, std::string_view sql)
{
    auto transaction = Transaction::begin(database, Access::Read);
    Statement statement(*transaction, sql);
    return statement.one({}, [](const Statement &row) { return row.integer(0); }).valueOr(-1);
}

QStringList texts(Database &database, std::string_view sql)
{
    auto transaction = Transaction::begin(database, Access::Read);
    Statement statement(*transaction, sql);
    const auto rows = statement.all([](const Statement &row) { return row.text(0); });
    return rows ? QStringList(rows->begin(), rows->end()) : QStringList(rows.error().subject);
}

QStringList schemaOf(Database &database)
{
    return texts(database,
                 database.engine() == Engine::Sqlite
                     ? "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY sql"
                     : "SELECT table_name || ' ' || column_name || ' ' || data_type FROM information_schema.columns "
                       "WHERE table_schema = current_schema() ORDER BY 1");
}

/// Migrates in a process of its own, which kills itself when the observer is told for the `killAt`th time (from 1).
/// Returns whether it was killed.
bool migrateKilled(const DatabaseLocation &location, int killAt)
{
    const pid_t child = fork();
    if (child == 0) {
        auto database = Database::open(location);
        int told = 0;
        const auto migrated = database ? migrate(**database, allMigrations,
                                                 [&](const MigrationProgress &) {
                                                     if (++told == killAt)
                                                         ::kill(::getpid(), SIGKILL);
                                                 })
                                       : Result<int>(database.error());
        ::_exit(migrated ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    if (WIFEXITED(status) && WEXITSTATUS(status) != 0)
        qFatal("the migration failed in its process");
    return WIFSIGNALED(status);
}

} // namespace

class TestUpgrade : public QObject
{
    Q_OBJECT

private slots:
    // Databases remember these; a program with others refuses them. A released file does not change, ever.
    void releasedFilesAreAsTheyWere_data()
    {
        QTest::addColumn<QString>("set");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("checksum");
        QTest::newRow("desk/0001_desk") << u"desk"_s << u"0001_desk"_s
                                        << u"123789b01b80ce5163ca6d68f21572f460939b60a6e36cbd798d77df6292ce17"_s;
        QTest::newRow("migrations/0001_newsroom")
            << u"migrations"_s << u"0001_newsroom"_s
            << u"a9832130b73d0a6b99525011fb0c0616893c5f3fbdc3c95d04bc021f5b674cfe"_s;
        QTest::newRow("migrations/0002_search")
            << u"migrations"_s << u"0002_search"_s
            << u"eb12ea4ec8304635a5258ef97b3200fdce11de9755404528d6df81427fb38ec8"_s;
        QTest::newRow("migrations/0003_clock_unschedules")
            << u"migrations"_s << u"0003_clock_unschedules"_s
            << u"bbf9354ca85de162079113ed7fccc53544db73fbfc7ad61bcc056a2eb0bfa413"_s;
        QTest::newRow("migrations/0004_changes")
            << u"migrations"_s << u"0004_changes"_s
            << u"2268c8b4d0f6b29ddc282394713da7f820de37d96b4103588b7a592d5600faaf"_s;
        QTest::newRow("migrations/0005_private_pictures")
            << u"migrations"_s << u"0005_private_pictures"_s
            << u"fbb3e828a37f97eef0989f5a9f098906a53ebc9dda904cb02516dfaa1581b556"_s;
        QTest::newRow("visits/0001_visits")
            << u"visits"_s << u"0001_visits"_s << u"b8fe40898d9e8ae1e214648240c302f8f5fc5ecf6380f44431d15b86396dc315"_s;
    }
    void releasedFilesAreAsTheyWere()
    {
        QFETCH(QString, set);
        QFETCH(QString, name);
        QFETCH(QString, checksum);
        const auto migrations = Migrator::load(u":/sql/"_s + set);
        QVERIFY(migrations);
        const auto found = std::ranges::find(*migrations, name, &Migration::name);
        QVERIFY(found != migrations->end());
        QCOMPARE(found->checksum(), checksum);
    }

    void picturesOfManyVersionsAreNoted_data() { TemporaryDatabase::addEngines(); }
    void picturesOfManyVersionsAreNoted()
    {
        QFETCH(Engine, engine);
        const bool full = qEnvironmentVariableIntValue("TOASOAN_UPGRADE_FULL") != 0;
        const Size size = full ? Size{.media = 20'000, .articles = 25'000, .versions = 4}
                               : Size{.media = 2'000, .articles = 2'500, .versions = 4};
        const Before before(5);
        TemporaryDatabase temporary(engine, {before.path()});
        fill(temporary.database(), size);
        QElapsedTimer timer;
        timer.start();
        qint64 last = 0;
        int tellings = 0;
        const auto migrated = migrate(temporary.database(), allMigrations, [&](const MigrationProgress &progress) {
            if (progress.migration == u"migrations/0005_private_pictures"_s && progress.allRows > 0) {
                QCOMPARE(progress.allRows, qint64(size.articles) * size.versions);
                QVERIFY(progress.rows >= last);
                last = progress.rows;
                ++tellings;
            }
        });
        QVERIFY2(migrated, migrated ? "" : qPrintable(migrated.error().detail));
        qInfo("%d pictures, %lld versions: %lld ms", size.media, static_cast<long long>(last),
              static_cast<long long>(timer.elapsed()));
        QCOMPARE(last, qint64(size.articles) * size.versions);
        QVERIFY(tellings >= 100);
        // Read as the joining statement reads them, a tenth of the size takes minutes.
        QVERIFY2(timer.elapsed() < (full ? 300'000 : 60'000), "the time grows with pictures times versions");
        QCOMPARE(number(temporary.database(), "SELECT count(*) FROM article_media"), qint64(size.articles) * 2);
        QCOMPARE(number(temporary.database(), R"(
                     SELECT count(*)
                     FROM article_media am
                     JOIN revisions r ON r.article_id = am.article_id AND r.version = 1
                     WHERE substr(am.media_id, 36) = '1' AND substr(am.article_id, 36) = 'a')"),
                 qint64(size.articles) * 2);
    }

    void theEnginesLimitsOfTimeDoNotHold()
    {
        if (!TemporaryDatabase::engines().contains(Engine::Postgres))
            QSKIP("without PostgreSQL");
        QTemporaryDir folder;
        QFile file(folder.filePath(u"0001_times.sql"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("CREATE TABLE times (name TEXT, value TEXT);\n"
                   "INSERT INTO times SELECT name, setting FROM pg_settings WHERE name LIKE '%_timeout';\n");
        file.close();
        TemporaryDatabase temporary(Engine::Postgres, {folder.path()});
        const auto in = [&](const char *name) {
            return texts(temporary.database(), "SELECT value FROM times WHERE name = '" + std::string(name) + "'");
        };
        QCOMPARE(in("statement_timeout"), QStringList(u"0"_s));
        QCOMPARE(in("idle_in_transaction_session_timeout"), QStringList(u"0"_s));
        QCOMPARE(in("lock_timeout"), QStringList(u"5000"_s)); // but not what readers have locked
        // And again behind it.
        QCOMPARE(texts(temporary.database(), "SELECT setting FROM pg_settings WHERE name = 'statement_timeout'"),
                 QStringList(u"60000"_s));
    }

    void whereverItIsKilledTheNextStartFinishes_data() { TemporaryDatabase::addEngines(); }
    void whereverItIsKilledTheNextStartFinishes()
    {
        QFETCH(Engine, engine);
        const Before before(5);
        const Size size{.media = 3, .articles = 4, .versions = 2};
        QStringList wholeSchema;
        {
            TemporaryDatabase whole(engine, {before.path()});
            fill(whole.database(), size);
            QVERIFY(migrate(whole.database()));
            wholeSchema = schemaOf(whole.database());
        }
        bool wasKilled = true;
        int kills = 0;
        for (int at = 1; wasKilled; ++at) {
            TemporaryDatabase temporary(engine, {before.path()});
            fill(temporary.database(), size);
            wasKilled = migrateKilled(temporary.location(), at);
            kills += wasKilled ? 1 : 0;
            const auto again = temporary.open();
            const auto migrated = migrate(*again);
            QVERIFY2(migrated, migrated ? "" : qPrintable(migrated.error().subject + migrated.error().detail));
            QCOMPARE(schemaOf(*again), wholeSchema);
            QCOMPARE(number(*again, "SELECT count(*) FROM article_media"), qint64(8));
            QCOMPARE(number(*again, "SELECT count(*) FROM revisions"), qint64(8));
            QVERIFY(again->verify());
        }
        QVERIFY2(kills >= 6, qPrintable(QString::number(kills)));
    }

    // Another program that migrates takes longer than a writer is waited for.
    void aSecondProgramWaitsForTheFirst_data() { TemporaryDatabase::addEngines(); }
    void aSecondProgramWaitsForTheFirst()
    {
        QFETCH(Engine, engine);
        const Before before(5);
        TemporaryDatabase temporary(engine, {before.path()});
        fill(temporary.database(), {.media = 3, .articles = 4, .versions = 2});
        const pid_t child = fork();
        if (child == 0) {
            auto database = Database::open(temporary.location());
            const auto migrated = migrate(**database, allMigrations, [](const MigrationProgress &progress) {
                if (progress.statement == 1 && progress.migration.endsWith(u"0005_private_pictures"_s))
                    ::sleep(7);
            });
            ::_exit(migrated ? 0 : 1);
        }
        ::sleep(1);
        const auto database = temporary.open();
        const auto migrated = migrate(*database);
        QVERIFY2(migrated, migrated ? "" : qPrintable(migrated.error().subject));
        int status = 0;
        ::waitpid(child, &status, 0);
        QCOMPARE(status, 0);
        QCOMPARE(number(*database, "SELECT count(*) FROM article_media"), qint64(8));
    }
};

QTEST_GUILESS_MAIN(TestUpgrade)
#include "tst_upgrade.moc"
