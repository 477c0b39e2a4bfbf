// The search against a reading of every text: what is found, in which order, on both engines.
#include "base/Dice.h"
#include "document/Document.h"
#include "domain/Article.h"
#include "storage/ArticleStore.h"
#include "storage/Migrator.h"
#include "storage/PublicationStore.h"
#include "storage/Reading.h"
#include "storage/SearchIndex.h"
#include "storage/Statement.h"
#include "support/PublishedArticle.h"
#include "support/TemporaryDatabase.h"
#include "text/Vietnamese.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

const Instant start = fromMilliseconds(1'696'238'414'349);

struct Item
{
    qint64 number = 0;
    Instant at;
    QString title;
    QString body;
};

// -- The reference: reads everything, knows nothing of an index.

bool hasSequence(const QStringList &words, const QStringList &wanted)
{
    return std::search(words.begin(), words.end(), wanted.begin(), wanted.end()) != words.end();
}

bool hasAll(const QString &text, const SearchQuery &query)
{
    const QStringList words = searchText(text).plain.split(u' ', Qt::SkipEmptyParts);
    return std::ranges::all_of(query.terms, [&](const SearchTerm &term) {
        return hasSequence(words, term.plain) || (!term.written.isEmpty() && hasSequence(words, term.written));
    });
}

bool hasAccents(const QString &text, const SearchQuery &query)
{
    const QStringList words = searchText(text).accented.split(u' ', Qt::SkipEmptyParts);
    return query.isAccented() && std::ranges::all_of(query.terms, [&](const SearchTerm &term) {
               return std::ranges::all_of(
                   term.accented, [&](const QString &word) { return word[0].isDigit() || words.contains(word); });
           });
}

bool hasWhole(const QString &text, const SearchQuery &query)
{
    QStringList whole;
    for (const SearchTerm &term : query.terms)
        whole += term.plain;
    return hasSequence(searchText(text).plain.split(u' ', Qt::SkipEmptyParts), whole);
}

/// Smaller is better; nothing: not found.
std::optional<int> rankOf(const Item &item, const SearchQuery &query)
{
    const QString all = item.title + u' ' + item.body;
    if (!hasAll(all, query))
        return std::nullopt;
    const auto whole = [&](const QString &text) { return hasWhole(text, query) || query.terms.size() == 1 ? 0 : 1; };
    if (hasAll(item.title, query) && hasAccents(item.title, query))
        return whole(item.title);
    if (hasAccents(all, query))
        return 2 + whole(all);
    return hasAll(item.title, query) ? 4 + whole(item.title) : 6 + whole(all);
}

std::vector<qint64> readAll(const std::vector<Item> &items, const SearchQuery &query)
{
    struct Found
    {
        int rank;
        qint64 week;
        qint64 number;
    };
    std::vector<Found> found;
    if (query.terms.empty())
        return {};
    for (const Item &item : items) {
        if (const auto rank = rankOf(item, query))
            found.push_back({*rank, toMilliseconds(item.at) / 604'800'000, item.number});
    }
    std::ranges::sort(found, [](const Found &left, const Found &right) {
        return std::tuple(left.rank, -left.week, -left.number) < std::tuple(right.rank, -right.week, -right.number);
    });
    std::vector<qint64> numbers;
    for (const Found &each : found)
        numbers.push_back(each.number);
    return numbers;
}

// -- Texts and queries by dice. Few words, so that they meet; with accents, tones in both places, signs, numbers.

const QStringList syllables =
    u"hoa hòa hoà hóa Hoa đa da dạ triệu trieu phong phòng Phong ủy uỷ ban bàn 9 959/QĐ mới. "
    "(mới) “nữa” 5\t1.200.300 5\u00A01.200.300 1200300 😀 e\u0301 𝒳 新聞 AND not"_s.split(u' ');

template <typename T>
const T &any(SeededDice &dice, const QList<T> &values)
{
    return values[qsizetype(dice.below(quint64(values.size())))];
}

QString randomText(SeededDice &dice, quint64 most)
{
    QString text;
    for (quint64 i = dice.below(most) + 1; i > 0; --i)
        text += any(dice, syllables) + (dice.below(9) == 0 ? u" \n"_s : u" "_s);
    return text;
}

/// Different words of SQLite's index.
qint64 wordsInIndex(Database &database)
{
    auto transaction = Transaction::begin(database, Access::Write);
    for (const std::string table : {"publication_search", "publication_accents"}) {
        if (!transaction->execute("CREATE VIRTUAL TABLE words_of_" + table + " USING fts5vocab(" + table + ", row)"))
            return -1;
    }
    Statement statement(*transaction,
                        "SELECT (SELECT COUNT(*) FROM words_of_publication_search) "
                        "+ (SELECT COUNT(*) FROM words_of_publication_accents)");
    return oneInteger(statement).valueOr(-1); // and the tables go with the transaction
}

QString randomQuery(SeededDice &dice)
{
    const QString words = randomText(dice, 3).trimmed();
    switch (dice.below(4)) {
    case 0:
        return u'"' + words + u'"';
    case 1:
        return words + u" \""_s + randomText(dice, 2) + u'"';
    default:
        return words;
    }
}

Content contentOf(const QString &title, const QString &body)
{
    Content content;
    content.title = title;
    content.body = document::toJson(document::fromPlainText(body));
    content.genre = newsBrief();
    return content;
}

/// Published items, as the store writes them.
class Portal
{
public:
    explicit Portal(Engine engine) : m_temporary(engine) { }

    [[nodiscard]] Database &database() { return m_temporary.database(); }

    void publish(const Item &item) { put(item, std::nullopt); }
    void takeDown(const Item &item) { put(item, item.at + std::chrono::hours(1)); }

    std::vector<qint64> search(const QString &query, qint64 offset = 0, int limit = 1000)
    {
        auto transaction = Transaction::begin(database(), Access::Read);
        std::vector<qint64> numbers;
        const auto found = PublicationStore(*transaction).search(searchQuery(query), offset, limit);
        if (!found)
            qFatal("%s", qPrintable(found.error().detail));
        for (const PublicItem &item : found->items)
            numbers.push_back(item.number);
        return numbers;
    }

    Error contentError(qint64 number)
    {
        return readIn(database(),
                      [number](Transaction &transaction) {
                          const PublicationStore publications(transaction);
                          return publications.content(*publications.find(number));
                      })
            .error();
    }

    qint64 count(const QString &query)
    {
        auto transaction = Transaction::begin(database(), Access::Read);
        return PublicationStore(*transaction)
            .search(searchQuery(query), 0, 1)
            .valueOr({.count = -1, .items = {}})
            .count;
    }

private:
    void put(const Item &item, const std::optional<Instant> &takenDownAt)
    {
        const Content content = contentOf(item.title, item.body);
        auto transaction = Transaction::begin(database(), Access::Write);
        ArticleStore articles(*transaction);
        ArticleId &id = m_ids[item.number];
        const bool isNew = id.isNull();
        if (isNew)
            id = ArticleId{Uuid::version7(item.at, m_dice)};
        const Version version = ++m_versions[item.number];
        const Article article = publishedArticle(id, content,
                                                 {.number = item.number,
                                                  .slug = u"tin"_s,
                                                  .version = version,
                                                  .firstAt = item.at,
                                                  .at = item.at,
                                                  .takenDownAt = takenDownAt});
        const bool done = articles.put(article) && articles.addRevision(revisionOf(article))
            && PublicationStore(*transaction).put(article, content) && transaction->commit();
        if (!done)
            qFatal("an item could not be published");
    }

    TemporaryDatabase m_temporary;
    SeededDice m_dice{7};
    std::map<qint64, ArticleId> m_ids;
    std::map<qint64, Version> m_versions;
};

Item item(qint64 number, const QString &title, const QString &body = u"Không có gì."_s)
{
    return {.number = number, .at = start + std::chrono::minutes(number), .title = title, .body = body};
}

using Numbers = std::vector<qint64>;

} // namespace

class TestSearchIndex : public QObject
{
    Q_OBJECT

private slots:
    void findsWhatAReadingOfEverythingFinds_data() { TemporaryDatabase::addEngines(); }
    void findsWhatAReadingOfEverythingFinds()
    {
        QFETCH(Engine, engine);
        TemporaryDatabase temporary(engine);
        SeededDice dice(2'345);
        std::vector<Item> items;
        {
            auto transaction = Transaction::begin(temporary.database(), Access::Write);
            SearchIndex index(*transaction);
            for (qint64 number = 1; number <= 150; ++number) {
                const Item one{
                    .number = number,
                    .at = start
                        + std::chrono::minutes(dice.below(40'000)), // of four weeks, not in the order of their numbers
                    .title = randomText(dice, 4),
                    .body = randomText(dice, 20)};
                const QString all = one.title + u' ' + one.body;
                QVERIFY(index.put(SearchRow::of(one.at, number), searchText(one.title), searchText(all)));
                items.push_back(one);
            }
            QVERIFY(transaction->commit());
        }
        auto transaction = Transaction::begin(temporary.database(), Access::Read);
        const SearchIndex index(*transaction);
        int found = 0;
        for (int round = 0; round < 400; ++round) {
            const QString text = randomQuery(dice);
            const SearchQuery query = searchQuery(text);
            const Numbers expected = readAll(items, query);
            const auto all = index.find(query, 0, 1000);
            QVERIFY2(all, all ? "" : qPrintable(all.error().detail));
            QVERIFY2(all->numbers == expected, qPrintable(text));
            QCOMPARE(all->count, std::ssize(expected));
            // A page in its place, wherever it begins.
            const qint64 offset = qint64(dice.below(quint64(expected.size() + 3)));
            const qint64 limit = qint64(dice.below(12)) + 1;
            const auto from = expected.begin() + std::min<qint64>(offset, std::ssize(expected));
            const auto end = from + std::min<qint64>(limit, std::distance(from, expected.end()));
            const auto page = index.find(query, offset, limit);
            QVERIFY2(page && page->numbers == Numbers(from, end), qPrintable(text));
            QCOMPARE(page->count, std::ssize(expected));
            found += expected.empty() ? 0 : 1;
        }
        QVERIFY(found > 200); // the queries ask for something
    }

    void exactAccentsAreFirstThenTitlesThenWordsTogetherThenTheNewest_data() { TemporaryDatabase::addEngines(); }
    void exactAccentsAreFirstThenTitlesThenWordsTogetherThenTheNewest()
    {
        QFETCH(Engine, engine);
        Portal portal(engine);
        portal.publish(item(1, u"Cộng hoà xã hội"_s));
        portal.publish(item(2, u"Hòa của cộng đồng"_s));
        portal.publish(item(3, u"Tin"_s, u"Nền cộng hòa."_s));
        portal.publish(item(4, u"Tin"_s, u"Hòa vào cái cộng."_s));
        portal.publish(item(5, u"Cổng hoa"_s));
        portal.publish(item(6, u"Hoa trước cổng"_s));
        portal.publish(item(7, u"Tin"_s, u"Công hóa."_s));
        portal.publish(item(8, u"Tin"_s, u"Hoa và công."_s));
        portal.publish(item(9, u"Tin"_s, u"Hóa và cống."_s));
        portal.publish(item(10, u"Không liên quan"_s));
        QCOMPARE(portal.search(u"Cộng Hòa"_s), (Numbers{1, 2, 3, 4, 5, 6, 7, 9, 8}));
        QCOMPARE(portal.search(u"cộng hoà"_s), portal.search(u"Cộng Hòa"_s));
        // Without accents no item is nearer than another for having none.
        QCOMPARE(portal.search(u"cong hoa"_s), (Numbers{5, 1, 6, 2, 7, 3, 9, 8, 4}));
        QCOMPARE(portal.search(u"\"cộng hòa\""_s), (Numbers{1, 3, 5, 7}));
        QCOMPARE(portal.count(u"\"cộng hòa\""_s), 4);
        for (qint64 offset = 0; offset < 10; ++offset) {
            const Numbers all{1, 2, 3, 4, 5, 6, 7, 9, 8};
            const Numbers page(all.begin() + std::min<qint64>(offset, 9),
                               all.begin() + std::min<qint64>(offset + 2, 9));
            QCOMPARE(portal.search(u"cộng hòa"_s, offset, 2), page);
        }
    }

    void whatIsTakenDownOrCorrectedIsNotFound_data() { TemporaryDatabase::addEngines(); }
    void whatIsTakenDownOrCorrectedIsNotFound()
    {
        QFETCH(Engine, engine);
        Portal portal(engine);
        portal.publish(item(1, u"Tin nhầm"_s));
        portal.publish(item(2, u"Tin đúng"_s));
        QCOMPARE(portal.search(u"tin"_s), (Numbers{2, 1}));
        portal.takeDown(item(1, u"Tin nhầm"_s));
        QCOMPARE(portal.search(u"tin"_s), Numbers{2});
        QCOMPARE(portal.count(u"tin"_s), 1);
        QVERIFY(portal.search(u"nhầm"_s).empty());
        portal.publish(item(2, u"Tin đã sửa"_s));
        QVERIFY(portal.search(u"đúng"_s).empty());
        QCOMPARE(portal.search(u"sửa"_s), Numbers{2});
        QCOMPARE(portal.count(u"tin"_s), 1);
        portal.publish(item(1, u"Tin trở lại"_s));
        QCOMPARE(portal.search(u"tin"_s), (Numbers{2, 1}));
    }

    // The index keeps no words itself: it must be told of each that it forgets, as it was told of it.
    void nothingIsLeftInTheIndexOfWhatIsTakenDown()
    {
        Portal portal(Engine::Sqlite);
        SeededDice dice(41);
        const QStringList odd{
            u"Ðà Ɖuống"_s,      u"quý kỹ lý y tai tay quỳnh"_s, u"05 007 0 000"_s,        u"0912.345.678"_s,
            QString(200, u'ệ'), QString(70, u'y') + u" hy"_s,   u"e\u0301 i\u0307 İ ı"_s, u"新聞 𝒳 😀"_s,
            u"05-NQ/ĐU"_s};
        std::vector<Item> items;
        for (qint64 number = 1; number <= 60; ++number) {
            const QString body = number % 10 == 0 ? randomText(dice, 3000) : randomText(dice, 40); // long ones too
            items.push_back({.number = number,
                             .at = start + std::chrono::minutes(number),
                             .title = randomText(dice, 6) + any(dice, odd),
                             .body = body + any(dice, odd) + u' ' + any(dice, odd)});
            portal.publish(items.back());
        }
        QVERIFY(wordsInIndex(portal.database()) > 0);
        for (Item &item : items) {
            if (item.number % 2 == 0) { // corrected before
                item.body = randomText(dice, 20);
                portal.publish(item);
            }
            portal.takeDown(item);
        }
        QCOMPARE(wordsInIndex(portal.database()), 0);
    }

    // A damaged row of words is in nobody's way: a take-down is done, and readers do not find what is down.
    void unreadableWordsHoldUpNoTakeDown()
    {
        Portal portal(Engine::Sqlite);
        portal.publish(item(1, u"Tin hỏng"_s, u"Nội dung"_s));
        portal.publish(item(2, u"Tin lành"_s, u"Nội dung"_s));
        {
            auto transaction = Transaction::begin(portal.database(), Access::Write);
            QVERIFY(transaction->execute("UPDATE publication_words SET packed = x'0000000000'"));
            QVERIFY(transaction->commit());
        }
        QCOMPARE(portal.search(u"tin"_s), (Numbers{2, 1}));
        portal.takeDown(item(1, u"Tin hỏng"_s, u"Nội dung"_s));
        QCOMPARE(portal.search(u"tin"_s), Numbers{2});
        portal.publish(item(1, u"Tin mới"_s, u"Nội dung"_s));
        QCOMPARE(portal.search(u"tin mới"_s), Numbers{1});
    }

    void everyPartOfAnItemIsFound_data() { TemporaryDatabase::addEngines(); }
    void everyPartOfAnItemIsFound()
    {
        QFETCH(Engine, engine);
        Portal portal(engine);
        // Words behind those that PostgreSQL has positions for, and more often than it remembers.
        const QString long_ = u"từ nữa "_s.repeated(20'000) + u"Cuối Cùng từ nữa"_s;
        portal.publish(item(1, u"Một"_s, long_));
        portal.publish(item(2, u"Hai"_s, u"cùng cuối"_s));
        QCOMPARE(portal.search(u"\"nữa cuối cùng\""_s), Numbers{1});
        QCOMPARE(portal.search(u"\"cùng từ nữa\""_s), Numbers{1});
        QVERIFY(portal.search(u"\"nữa nữa\""_s).empty());
        QCOMPARE(portal.search(u"cuối cùng"_s), (Numbers{1, 2}));
    }

    void aBookOfDifferentWordsCanBePublished_data() { TemporaryDatabase::addEngines(); }
    void aBookOfDifferentWordsCanBePublished()
    {
        QFETCH(Engine, engine);
        TemporaryDatabase temporary(engine);
        QString book;
        for (int i = 0; book.size() < 500'000; ++i)
            book += QString::number(i, 36) + u"ệ新 "_s;
        book += u"x"_s.repeated(5000);
        auto transaction = Transaction::begin(temporary.database(), Access::Write);
        SearchIndex index(*transaction);
        QVERIFY(index.put(SearchRow::of(start, 1), searchText(u"Sách"_s), searchText(book)));
        QCOMPARE(index.find(searchQuery(u"100ệ新"_s), 0, 10)->numbers, Numbers{1});
        QVERIFY(transaction->commit());
    }

    void noQueryIsAnError_data()
    {
        QTest::addColumn<Engine>("engine");
        QTest::addColumn<QString>("query");
        for (const Engine engine : TemporaryDatabase::engines()) {
            const auto row = [engine](const char *name, const QString &query) {
                QTest::addRow("%s: %s", TemporaryDatabase::name(engine), name) << engine << query;
            };
            row("nothing", {});
            row("signs", u"\"*^:-+(){}[]&|!<>\\'%_;--/*"_s);
            row("operators", u"tin AND NOT (a OR b) NEAR(c d) title:e -f g* ^h"_s);
            row("tsquery", u"'tin' & !'a' <-> b:* | \\"_s);
            row("column of the index", u"{title words} : tin"_s);
            row("NUL", QString(u"tin"_s + QChar(0) + u"x"_s));
            row("half a pair", QString(u"tin "_s + QChar(0xD83D)));
            row("emoji", u"👨‍👩‍👧 😀"_s);
            row("other scripts", u"新聞 новости خبر ข่าว \u0301\u0301"_s);
            row("10,000 characters", u"từ \"cụm từ\" "_s.repeated(1000));
            row("10,000 characters in a word", u"ệ"_s.repeated(10'000));
            row("half quotations", u"\"“«tin"_s);
        }
    }
    void noQueryIsAnError()
    {
        QFETCH(Engine, engine);
        QFETCH(QString, query);
        Portal portal(engine);
        portal.publish(item(1, u"Tin a b c d e f g h or not and near title words x"_s));
        QVERIFY(portal.count(query) >= 0);
        QCOMPARE(std::ssize(portal.search(query)), portal.count(query));
    }

    // A damaged disk, a hand in the tables, a genre of a newer program: the other items are found, and this one by
    // what its row says.
    void anUnreadableRevisionHoldsUpNoOther_data()
    {
        QTest::addColumn<Engine>("engine");
        QTest::addColumn<QByteArray>("damage");
        QTest::addColumn<QString>("place");
        for (const Engine engine : TemporaryDatabase::engines()) {
            const char *name = TemporaryDatabase::name(engine);
            QTest::addRow("%s: no JSON", name) << engine << QByteArray("'{'") << u"content.title"_s;
            QTest::addRow("%s: no genre", name)
                << engine << QByteArray("'{\"title\":\"x\",\"genre\":\"a hologram\"}'") << u"content.genre"_s;
        }
    }
    void anUnreadableRevisionHoldsUpNoOther()
    {
        QFETCH(Engine, engine);
        QFETCH(QByteArray, damage);
        QFETCH(QString, place);
        Portal portal(engine);
        portal.publish(item(1, u"Tin hỏng"_s, u"Nội dung"_s));
        portal.publish(item(2, u"Tin lành"_s, u"Nội dung"_s));
        {
            auto transaction = Transaction::begin(portal.database(), Access::Write);
            QVERIFY(transaction->execute("UPDATE publications SET search_form = 0"));
            QVERIFY(transaction->execute("UPDATE revisions SET packed = NULL, content = " + damage.toStdString()
                                         + " WHERE record_id = (SELECT record_id FROM publications WHERE number = 1)"));
            QCOMPARE(PublicationStore(*transaction).refillSearch(10).valueOr(-1), 2);
            QCOMPARE(PublicationStore(*transaction).refillSearch(10).valueOr(-1), 0);
            QVERIFY(transaction->commit());
        }
        QCOMPARE(portal.contentError(1), (Error{ErrorCode::Corrupt, u"revision.content"_s, place}));
        QCOMPARE(portal.search(u"nội dung"_s), Numbers{2});
        QCOMPARE(portal.search(u"tin hỏng"_s), Numbers{1});
        QCOMPARE(portal.search(u"tin"_s), (Numbers{2, 1}));
    }

    // A newsroom of an older program: its items are found again once its rows have been taken in, wherever that
    // stopped.
    void olderItemsAreTakenIn_data() { TemporaryDatabase::addEngines(); }
    void olderItemsAreTakenIn()
    {
        QFETCH(Engine, engine);
        const QTemporaryDir folder;
        const QString older = folder.filePath(u"migrations"_s);
        QVERIFY(QDir().mkpath(older));
        QVERIFY(QFile::copy(u":/sql/migrations/0001_newsroom.sql"_s, older + u"/0001_newsroom.sql"_s));
        TemporaryDatabase temporary(engine, {older});
        Database &database = temporary.database();
        SeededDice dice(3);
        {
            auto transaction = Transaction::begin(database, Access::Write);
            for (qint64 number = 1; number <= 5; ++number) {
                const auto id = ArticleId{Uuid::version7(start, dice)};
                const Content content = contentOf(u"Tin số %1"_s.arg(number), u"Nội dung hòa bình"_s);
                Statement item(*transaction, R"(
                    INSERT INTO articles (id, author_id, section_id, genre, title, title_folded, version, content_hash,
                                          state, reason, approved_hash, approved_by, slug, created_at, updated_at)
                    VALUES (:id, '', '', 'newsBrief', :title, '', 1, '', 'published', '', '', '', '', 1, 1)
                )");
                item.bind("id", id);
                item.bind("title", content.title);
                QVERIFY(item.run());
                Statement revision(*transaction, R"(
                    INSERT INTO revisions (article_id, version, saved_by, saved_at, content_hash, content)
                    VALUES (:article, 1, '', :at, '', :content)
                )");
                revision.bind("article", id);
                revision.bind("at", start);
                revision.bind("content", QString::fromUtf8(canonicalBytes(content)));
                QVERIFY(revision.run());
                Statement statement(*transaction, R"(
                    INSERT INTO publications (number, article_id, version, section_id, genre, slug, title, lead,
                                              picture_id, first_at, at, taken_down_at, search_text)
                    VALUES (:number, :article, 1, :section, 'newsBrief', 'tin', :title, '', '', :at, :at, :down, 'tin')
                )");
                statement.bind("number", number);
                statement.bind("article", id);
                statement.bind("section", id.uuid);
                statement.bind("title", content.title);
                statement.bind("at", start);
                statement.bind("down", number == 4 ? std::optional(start) : std::nullopt);
                QVERIFY(statement.run());
            }
            QVERIFY(transaction->commit());
        }
        const SystemClock clock;
        QVERIFY(Migrator(database, u":/sql/migrations"_s, clock).migrate());
        const auto refill = [&database](int limit) {
            auto transaction = Transaction::begin(database, Access::Write);
            const int count = PublicationStore(*transaction).refillSearch(limit).valueOr(-1);
            return transaction->commit() ? count : -1;
        };
        QCOMPARE(refill(2), 2);
        {
            // A program that ends in the middle of a batch leaves what was before it.
            auto transaction = Transaction::begin(database, Access::Write);
            QCOMPARE(PublicationStore(*transaction).refillSearch(2).valueOr(-1), 2);
        }
        QCOMPARE(refill(2), 2);
        QCOMPARE(refill(2), 1);
        QCOMPARE(refill(2), 0);
        auto transaction = Transaction::begin(database, Access::Read);
        const PublicationStore publications(*transaction);
        const auto found = publications.search(searchQuery(u"\"hoà bình\""_s), 0, 10);
        QVERIFY(found);
        Numbers numbers;
        for (const PublicItem &each : found->items)
            numbers.push_back(each.number);
        QCOMPARE(numbers, (Numbers{5, 3, 2, 1}));
        QCOMPARE(publications.search(searchQuery(u"tin"_s), 0, 1)->count, 4);
    }
};

QTEST_GUILESS_MAIN(TestSearchIndex)
#include "tst_searchindex.moc"
