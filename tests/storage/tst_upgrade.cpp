// A database of an earlier program is brought to this one's schema: in minutes at any size, telling how far it is, and
// whole wherever it is cut off.
//     TOASOAN_UPGRADE_FULL=1 tst_upgrade pictures     20,000 pictures and 100,000 versions instead of a tenth of them
#include "base/Log.h"
#include "document/Document.h"
#include "storage/Database.h"
#include "storage/Migrator.h"
#include "storage/PublicationStore.h"
#include "storage/SearchIndex.h"
#include "storage/Statement.h"
#include "support/TemporaryDatabase.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <csignal>
#include <map>
#include <set>
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

struct Amount
{
    int media = 0;
    int articles = 0;
    int versions = 0; ///< of each article
};

// Each article has two pictures, the second from its second version on; its texts name one that nobody has.
void fill(Database &database, Amount size)
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
                       "WHERE table_schema = current_schema() UNION ALL "
                       "SELECT replace(indexdef, schemaname || '.', '') FROM pg_indexes "
                       "WHERE schemaname = current_schema() ORDER BY 1");
}

struct PublishedItem
{
    qint64 number = 0;
    Content content;

    [[nodiscard]] QString words() const
    {
        return content.title + u'\n' + document::toPlainText(*document::readStored(content.body));
    }
};

const Instant publishedAt = fromMilliseconds(1'696'238'414'349);

PublishedItem publishedItem(qint64 number, const QString &title, const QString &body)
{
    PublishedItem item{.number = number, .content = {}};
    item.content.title = title;
    item.content.body = document::toJson(document::fromPlainText(body));
    item.content.genre = newsBrief();
    return item;
}

/// As the program whose last migration was the tenth left them: a long text in parts, each with the place of its first
/// word among the words of the item.
void publishAsTheTenthDid(Database &database, const std::vector<PublishedItem> &items)
{
    constexpr qsizetype partSize = 2000;
    auto transaction = Transaction::begin(database, Access::Write);
    const auto must = [](const Result<void> &done) {
        if (!done)
            qFatal("%s %s", qPrintable(done.error().subject), qPrintable(done.error().detail));
    };
    Statement article(*transaction, R"(
        INSERT INTO articles (id, author_id, section_id, genre, title, title_folded, version, content_hash, state,
                              reason, approved_hash, approved_by, slug, created_at, updated_at)
        VALUES (:id, 'x', '', 'newsBrief', 'x', 'x', 1, 'x', 'published', '', '', '', '', 1, 1))");
    Statement revision(*transaction, R"(
        INSERT INTO revisions (article_id, version, saved_by, saved_at, content_hash, content)
        VALUES (:article, 1, 'x', 1, 'x', :content))");
    Statement publication(*transaction, R"(
        INSERT INTO publications (number, article_id, version, section_id, genre, slug, title, lead, picture_id,
                                  first_at, at, search_form)
        VALUES (:number, :article, 1, :section, 'newsBrief', 'tin', :title, '', '', :at, :at, 3))");
    Statement part(*transaction, R"(
        INSERT INTO publication_texts (number, first_word, text)
        VALUES (:number, :word, :text))");
    Statement search(*transaction, R"(
        INSERT INTO publication_search (rowid, title, words, accented_title, accented_words)
        VALUES (:row, :title, :words, :accentedTitle, :accentedWords))");
    for (const PublishedItem &item : items) {
        const QString id = idOf('a', int(item.number));
        must(article.bind("id", id).run());
        must(revision.bind("article", id).bind("content", QString::fromUtf8(canonicalBytes(item.content))).run());
        must(publication.bind("number", item.number)
                 .bind("article", id)
                 .bind("section", idOf('5', 1))
                 .bind("title", item.content.title)
                 .bind("at", publishedAt)
                 .run());
        const SearchText title = searchText(item.content.title);
        const SearchText words = searchText(item.words());
        const qint64 row = (toMilliseconds(publishedAt) / 1000 << 30) + item.number;
        must(search.bind("row", row)
                 .bind("title", title.plain)
                 .bind("words", words.plain)
                 .bind("accentedTitle", title.accented)
                 .bind("accentedWords", words.accented)
                 .run());
        if (database.engine() == Engine::Sqlite)
            must(Statement(*transaction, "INSERT INTO publication_words (row_id, packed) VALUES (:row, :packed)")
                     .bind("row", row)
                     .bind("packed", qCompress((title.accented + u'\n' + words.accented).toUtf8()))
                     .run());
        const QString text = document::toPlainText(*document::readStored(item.content.body));
        for (qsizetype from = 0; text.size() >= 8000 && from < text.size(); from += partSize) {
            must(part.bind("number", item.number)
                     .bind("word", qint64(searchText(text.first(from)).plain.count(u' ')))
                     .bind("text", text.mid(from, partSize))
                     .run());
        }
    }
    must(transaction->commit());
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
    // Databases remember these; a program with others refuses them. A released file does not change, ever: its line in
    // migrations.sha256 stays as it is, and a new file brings one more (sha256sum */*.sql in resources/sql).
    void releasedFilesAreAsTheyWere_data()
    {
        QTest::addColumn<QString>("released");
        QTest::addColumn<QString>("now");
        QFile file(QFINDTESTDATA("migrations.sha256"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        std::map<QString, QString> released;
        for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts))
            released.emplace(line.section(u"  "_s, 1), line.section(u"  "_s, 0, 0));
        std::map<QString, QString> now;
        for (const QString &set : QDir(u":/sql"_s).entryList(QDir::Dirs)) {
            const auto migrations = Migrator::load(u":/sql/"_s + set);
            QVERIFY(migrations);
            for (const Migration &migration : *migrations)
                now.emplace(set + u'/' + migration.name + u".sql"_s, migration.checksum());
        }
        std::set<QString> names;
        for (const auto &[name, checksum] : released)
            names.insert(name);
        for (const auto &[name, checksum] : now)
            names.insert(name);
        for (const QString &name : names)
            QTest::newRow(qPrintable(name)) << released[name] << now[name];
    }
    void releasedFilesAreAsTheyWere()
    {
        QFETCH(QString, released);
        QFETCH(QString, now);
        QVERIFY2(!released.isEmpty(), "a new file: add its line to migrations.sha256");
        QCOMPARE(now, released);
    }

    void picturesOfManyVersionsAreNoted_data() { TemporaryDatabase::addEngines(); }
    void picturesOfManyVersionsAreNoted()
    {
        QFETCH(Engine, engine);
        const bool full = qEnvironmentVariableIntValue("TOASOAN_UPGRADE_FULL") != 0;
        const Amount size = full ? Amount{.media = 20'000, .articles = 25'000, .versions = 4}
                                 : Amount{.media = 2'000, .articles = 2'500, .versions = 4};
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
        QCOMPARE(number(temporary.database(), "SELECT count(*) FROM record_media"), qint64(size.articles) * 2);
        QCOMPARE(number(temporary.database(), R"(
                     SELECT count(*)
                     FROM record_media am
                     JOIN revisions r ON r.record_id = am.record_id AND r.version = 1
                     WHERE substr(am.media_id, 36) = '1' AND substr(am.record_id, 36) = 'a')"),
                 qint64(size.articles) * 2);
    }

    // The parts of the tenth migration's texts have another form since the twelfth, the index other rows since the
    // 14th.
    void whatWasFoundBeforeIsFoundAfterwards_data() { TemporaryDatabase::addEngines(); }
    void whatWasFoundBeforeIsFoundAfterwards()
    {
        QFETCH(Engine, engine);
        const QString longText = u"Xã đã làm nhiều việc trong năm. "_s.repeated(400) + u"Cầu Rạch Miễu thông xe. "_s
            + u"Xã còn làm nhiều việc nữa. "_s.repeated(100);
        const std::vector<PublishedItem> items{publishedItem(1, u"Tin hoà bình"_s, u"Một buổi sáng ở xã."_s),
                                               publishedItem(2, u"Báo cáo năm"_s, longText),
                                               publishedItem(3, u"Việc của xã"_s, u"Cầu mới thông xe."_s)};
        const std::map<QString, std::vector<qint64>> queries{{u"xã"_s, {3, 2, 1}},
                                                             {u"\"hòa bình\""_s, {1}},
                                                             {u"rạch miễu"_s, {2}},
                                                             {u"thông xe"_s, {3, 2}},
                                                             {u"nhiều việc"_s, {2}}};
        const Before before(11);
        TemporaryDatabase temporary(engine, {before.path()});
        Database &database = temporary.database();
        publishAsTheTenthDid(database, items);
        QVERIFY(number(database, "SELECT COUNT(*) FROM publication_texts") > 4);
        const auto found = [&database](const QString &query) {
            auto transaction = Transaction::begin(database, Access::Read);
            return SearchIndex(*transaction).find(searchQuery(query), 0, 10).valueOr({}).numbers;
        };

        QVERIFY(migrate(database));
        {
            auto transaction = Transaction::begin(database, Access::Write);
            const auto refilled = PublicationStore(*transaction).refillSearch(10);
            QVERIFY2(refilled, refilled ? "" : qPrintable(refilled.error().subject + refilled.error().detail));
            QCOMPARE(*refilled, 3);
            QVERIFY(transaction->commit());
        }
        for (const auto &[query, numbers] : queries)
            QCOMPARE(found(query), numbers);
        {
            auto transaction = Transaction::begin(database, Access::Read);
            const PublicationStore publications(*transaction);
            for (const PublishedItem &item : items)
                QVERIFY(publications.verifyTexts(*publications.find(item.number), item.content));
            const auto part = publications.partAround(*publications.find(2), searchQuery(u"rạch miễu"_s));
            QVERIFY(part && *part);
            QVERIFY((*part)->contains(u"Cầu Rạch Miễu thông xe"_s));
        }
        TemporaryDatabase fresh(engine);
        QCOMPARE(schemaOf(database), schemaOf(fresh.database()));
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
        const Amount size{.media = 3, .articles = 4, .versions = 2};
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
            QCOMPARE(number(*again, "SELECT count(*) FROM record_media"), qint64(8));
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
        QCOMPARE(number(*database, "SELECT count(*) FROM record_media"), qint64(8));
    }
};

QTEST_GUILESS_MAIN(TestUpgrade)
#include "tst_upgrade.moc"
