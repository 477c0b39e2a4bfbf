#include "storage/SearchIndex.h"

#include "base/Log.h"
#include "storage/Database.h"
#include "storage/Reading.h"

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

// A thousand million items, and times up to the year 2242.
constexpr int numberBits = 30;

// A sum. As rowid alone, PostgreSQL's planner walks the rows from the newest on and reads each one's text until the
// page is full; and FTS5 walks its lists that way too, looks for a floor only where a row fits, and so reads them to
// their ends where none does.
constexpr std::string_view byNewest = "rowid + 0 DESC";

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

qint64 SearchRow::week() const
{
    return (id >> numberBits) / (7 * 86'400);
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
    const auto found = newest(query, most);
    if (!found)
        return found.error();
    return qint64(found->size());
}

Result<std::vector<qint64>> SearchIndex::newest(const SearchQuery &query, qint64 most) const
{
    const SearchCondition where = condition({.column = "words", .sequences = apart(query, &SearchTerm::plain)}, {});
    if (m_transaction.database().engine() == Engine::Postgres)
        return newestOfPostgres(where, most);
    return rows(where, "rowid DESC", most);
}

Result<std::vector<qint64>> SearchIndex::newestOfPostgres(const SearchCondition &where, qint64 most) const
{
    Statement statement(m_transaction, "SELECT MIN(rowid), MAX(rowid) FROM publication_search");
    const auto ends =
        statement.find([](const Statement &row) { return std::pair(row.optionalInteger(0), row.optionalInteger(1)); });
    if (!ends)
        return ends.error();
    std::vector<qint64> found;
    if (!*ends || !(*ends)->first)
        return found;
    // Twice as many weeks each time: what is common ends in the first ones, what is rare costs little anywhere.
    const qint64 oldest = SearchRow{*(*ends)->first}.week();
    qint64 last = SearchRow{*(*ends)->second}.week();
    for (qint64 weeks = 1; last >= oldest && std::ssize(found) < most; weeks *= 2) {
        const qint64 first = std::max(oldest, last - weeks + 1);
        SearchCondition within = where;
        postgresWithin(within, first, last);
        auto more = rows(within, byNewest, most - std::ssize(found));
        if (!more)
            return more.error();
        found.insert(found.end(), more->begin(), more->end());
        last = first - 1;
    }
    return found;
}

Result<std::vector<qint64>> SearchIndex::rows(const SearchCondition &where, std::string_view order, qint64 most,
                                              std::optional<qint64> floor) const
{
    Statement statement(m_transaction,
                        "SELECT rowid FROM publication_search WHERE " + where.sql
                            + (floor ? " AND rowid >= :floor" : "") + " ORDER BY " + std::string(order)
                            + " LIMIT :most");
    bind(statement, where);
    if (floor)
        statement.bind("floor", *floor);
    statement.bind("most", most);
    return statement.all([](const Statement &row) { return row.integer(0); });
}

Result<std::vector<qint64>> SearchIndex::find(const SearchQuery &query, qint64 offset, qint64 limit) const
{
    std::vector<qint64> numbers;
    if (query.terms.empty())
        return numbers;
    const auto looked = newest(query, mostRanked);
    if (!looked)
        return looked.error();
    if (looked->empty())
        return numbers;
    // Rank by rank, until the page is full: most pages are full before the ranks that are many items long.
    for (const Rank &rank : ranksOf(query)) {
        SearchCondition where = condition(rank.wanted, rank.better);
        std::optional<qint64> floor;
        if (std::ssize(*looked) == mostRanked) {
            floor = looked->back();
            if (m_transaction.database().engine() == Engine::Postgres)
                postgresWithin(where, SearchRow{*floor}.week(), SearchRow{looked->front()}.week());
        }
        const auto found = rows(where, byNewest, offset + limit, floor);
        if (!found)
            return found.error();
        const qint64 passed = std::min<qint64>(offset, std::ssize(*found));
        for (auto row = found->begin() + passed; row != found->end(); ++row)
            numbers.push_back(SearchRow{*row}.number());
        limit -= std::ssize(*found) - passed;
        offset -= passed;
        if (limit == 0)
            break;
    }
    return numbers;
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
