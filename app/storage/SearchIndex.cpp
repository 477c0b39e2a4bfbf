#include "storage/SearchIndex.h"

#include "base/Log.h"
#include "storage/Database.h"
#include "storage/Reading.h"

#include <algorithm>
#include <set>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

// A thousand million items, and times up to the year 2242.
constexpr int numberBits = 30;

std::vector<QStringList> apart(const SearchQuery &query, QStringList SearchTerm::*form)
{
    std::vector<QStringList> sequences;
    for (const SearchTerm &term : query.terms)
        sequences.push_back(term.*form);
    return sequences;
}

std::vector<QStringList> together(const SearchQuery &query, QStringList SearchTerm::*form)
{
    QStringList all;
    for (const SearchTerm &term : query.terms)
        all += term.*form;
    return {all};
}

struct Rank
{
    SearchPattern wanted;
    std::vector<SearchPattern> better; ///< what fits these is of a better rank
};

/// The ranks of what is found, the best first; whatever is found is of one of them.
std::vector<Rank> ranksOf(const SearchQuery &query)
{
    std::vector<Rank> ranks;
    std::vector<SearchPattern> better;
    const auto addForm = [&](const char *titleColumn, const char *wordsColumn, QStringList SearchTerm::*form) {
        // What has the words side by side in a column has them in it; what has them in its title has them.
        std::vector<SearchPattern> without = better;
        for (const char *column : {titleColumn, wordsColumn}) {
            std::vector<SearchPattern> betterHere = without;
            if (query.terms.size() > 1) {
                const SearchPattern whole{.column = column, .sequences = together(query, form), .isForOrder = true};
                ranks.push_back({.wanted = whole, .better = betterHere});
                betterHere.push_back(whole);
            }
            const SearchPattern each{.column = column, .sequences = apart(query, form)};
            ranks.push_back({.wanted = each, .better = betterHere});
            without.push_back(each);
        }
        better = {{.column = wordsColumn, .sequences = apart(query, form)}};
    };
    if (query.isAccented())
        addForm("accented_title", "accented_words", &SearchTerm::accented);
    addForm("title", "words", &SearchTerm::plain);
    return ranks;
}

/// In words that stand between single blanks: the first word of the stretch in which most terms stand.
std::optional<qint64> placeOfTerms(const QString &words, const SearchQuery &query, qint64 from)
{
    constexpr int mostPlaces = 100; // of each term: a common word is found near the others, or anywhere
    constexpr qsizetype stretch = 250; // characters that an excerpt shows
    const QString text = u' ' + words + u' ';
    qsizetype start = 0;
    for (qint64 word = 0; word < from && start >= 0; ++word)
        start = text.indexOf(u' ', start + 1);
    if (start < 0)
        return std::nullopt;
    std::vector<std::pair<qsizetype, std::size_t>> places; // where, and of which term
    for (std::size_t term = 0; term < query.terms.size(); ++term) {
        const QString wanted = u' ' + query.terms[term].plain.join(u' ') + u' ';
        qsizetype at = text.indexOf(wanted, start);
        for (int i = 0; i < mostPlaces && at >= 0; ++i) {
            places.emplace_back(at, term);
            at = text.indexOf(wanted, at + 1);
        }
    }
    if (places.empty())
        return std::nullopt;
    std::ranges::sort(places);
    std::size_t most = 0;
    qsizetype best = places.front().first;
    for (std::size_t first = 0; first < places.size() && most < query.terms.size(); ++first) {
        std::set<std::size_t> terms;
        for (std::size_t i = first; i < places.size() && places[i].first - places[first].first < stretch; ++i)
            terms.insert(places[i].second);
        if (terms.size() > most) {
            most = terms.size();
            best = places[first].first;
        }
    }
    return QStringView(text).left(best).count(u' ');
}

void bind(Statement &statement, const SearchCondition &condition)
{
    for (const auto &[name, value] : condition.values)
        statement.bind(name, value);
}

} // namespace

SearchRow SearchRow::of(Instant firstAt, qint64 number)
{
    // A desk's replay gives numbers above all others, on an index that it throws away: the bits must not meet.
    constexpr qint64 mask = (qint64(1) << numberBits) - 1;
    const qint64 second = std::chrono::floor<std::chrono::seconds>(firstAt).time_since_epoch().count();
    return {.id = second * (mask + 1) + (number & mask)};
}

qint64 SearchRow::number() const
{
    return id & ((qint64(1) << numberBits) - 1);
}

SearchIndex::SearchIndex(Transaction &transaction) : m_transaction(transaction) { }

Result<void> SearchIndex::put(SearchRow row, const SearchText &title, const SearchText &words)
{
    // The engines' tables have no common way of replacing a row.
    if (auto removed = remove(row); !removed)
        return removed.error();
    const IndexedWords all{.title = title, .all = words};
    auto done = run(R"(
        INSERT INTO publication_search (rowid, title, words, accented_title, accented_words)
        VALUES (:row, :title, :words, :accentedTitle, :accentedWords)
    )",
                    row, all);
    if (!done || !keepsWordsApart())
        return done;
    Statement statement(m_transaction, "INSERT INTO publication_words (row_id, packed) VALUES (:row, :packed)");
    statement.bind("row", row.id);
    statement.bind("packed", packWords(all));
    return statement.run();
}

Result<void> SearchIndex::remove(SearchRow row)
{
    if (!keepsWordsApart()) {
        Statement statement(m_transaction, "DELETE FROM publication_search WHERE rowid = :row");
        statement.bind("row", row.id);
        return statement.run();
    }
    const auto words = storedWords(row);
    if (!words)
        return words.error();
    if (*words) {
        auto done = run(R"(
            INSERT INTO publication_search (publication_search, rowid, title, words, accented_title, accented_words)
            VALUES ('delete', :row, :title, :words, :accentedTitle, :accentedWords)
        )",
                        row, **words);
        if (!done)
            return done;
    }
    Statement statement(m_transaction, "DELETE FROM publication_words WHERE row_id = :row");
    statement.bind("row", row.id);
    return statement.run();
}

Result<void> SearchIndex::run(std::string_view sql, SearchRow row, const IndexedWords &words)
{
    Statement statement(m_transaction, sql);
    statement.bind("row", row.id);
    statement.bind("title", words.title.plain);
    statement.bind("words", words.all.plain);
    statement.bind("accentedTitle", words.title.accented);
    statement.bind("accentedWords", words.all.accented);
    return statement.run();
}

Result<std::optional<IndexedWords>> SearchIndex::storedWords(SearchRow row) const
{
    Statement statement(m_transaction, "SELECT packed FROM publication_words WHERE row_id = :row");
    statement.bind("row", row.id);
    auto words = statement.find([](const Statement &found) { return unpackWords(found.blob(0)); });
    if (!words)
        return words.error();
    if (!*words)
        return std::optional<IndexedWords>();
    if (!**words) {
        // What was found by them may be found on: readers are shown live items only. Nothing else may fail with it.
        writeLog(LogLevel::Error, "search.unreadableWords", {{"item"_L1, row.number()}});
        return std::optional<IndexedWords>();
    }
    return std::optional(***std::move(words));
}

bool SearchIndex::keepsWordsApart() const
{
    return m_transaction.database().engine() == Engine::Sqlite;
}

Result<qint64> SearchIndex::count(const SearchQuery &query, qint64 most) const
{
    if (query.terms.empty())
        return qint64(0);
    const SearchCondition where = condition({.column = "words", .sequences = apart(query, &SearchTerm::plain)}, {});
    Statement statement(m_transaction,
                        "SELECT COUNT(*) FROM (SELECT rowid FROM publication_search WHERE " + where.sql
                            + " LIMIT :most) AS found");
    bind(statement, where);
    statement.bind("most", most);
    return oneInteger(statement);
}

Result<qint64> SearchIndex::floorOf(const SearchQuery &query) const
{
    const SearchCondition where = condition({.column = "words", .sequences = apart(query, &SearchTerm::plain)}, {});
    Statement statement(m_transaction,
                        "SELECT rowid FROM publication_search WHERE " + where.sql + " ORDER BY " + where.order
                            + " DESC LIMIT 1 OFFSET :ranked");
    bind(statement, where);
    statement.bind("ranked", mostRanked - 1);
    auto row = statement.find([](const Statement &found) { return found.integer(0); });
    if (!row)
        return row.error();
    return row->value_or(0);
}

Result<std::vector<qint64>> SearchIndex::find(const SearchQuery &query, qint64 offset, qint64 limit) const
{
    std::vector<qint64> numbers;
    if (query.terms.empty())
        return numbers;
    auto floor = floorOf(query);
    if (!floor)
        return floor.error();
    // Rank by rank, until the page is full: most pages are full before the ranks that are many items long.
    for (const Rank &rank : ranksOf(query)) {
        auto found = find(rank.wanted, rank.better, *floor, offset + limit);
        if (!found)
            return found.error();
        const qint64 passed = std::min<qint64>(offset, std::ssize(*found));
        numbers.insert(numbers.end(), found->begin() + passed, found->end());
        limit -= std::ssize(*found) - passed;
        offset -= passed;
        if (limit == 0)
            break;
    }
    return numbers;
}

Result<std::vector<qint64>> SearchIndex::find(const SearchPattern &wanted, std::span<const SearchPattern> unwanted,
                                              qint64 floor, qint64 limit) const
{
    const SearchCondition where = condition(wanted, unwanted);
    Statement statement(m_transaction,
                        "SELECT rowid FROM publication_search WHERE " + where.sql
                            + (floor > 0 ? " AND rowid >= :floor" : "") + " ORDER BY " + where.order
                            + " DESC LIMIT :limit");
    bind(statement, where);
    if (floor > 0)
        statement.bind("floor", floor);
    statement.bind("limit", limit);
    return statement.all([](const Statement &row) { return SearchRow{row.integer(0)}.number(); });
}

Result<std::optional<qint64>> SearchIndex::firstWordOf(SearchRow row, const SearchQuery &query, qint64 from) const
{
    if (keepsWordsApart()) {
        auto words = storedWords(row);
        if (!words)
            return words.error();
        return *words ? placeOfTerms((*words)->all.plain, query, from) : std::nullopt;
    }
    Statement statement(m_transaction, "SELECT words FROM publication_search WHERE rowid = :row");
    statement.bind("row", row.id);
    auto words = statement.find([](const Statement &found) { return found.text(0); });
    if (!words)
        return words.error();
    if (!*words)
        return std::optional<qint64>();
    return placeOfTerms(**words, query, from);
}

SearchCondition SearchIndex::condition(const SearchPattern &wanted, std::span<const SearchPattern> unwanted) const
{
    switch (m_transaction.database().engine()) {
    case Engine::Sqlite:
        return sqliteSearch(wanted, unwanted);
    case Engine::Postgres:
        return postgresSearch(wanted, unwanted);
    }
    Q_UNREACHABLE();
}

} // namespace toasoan
