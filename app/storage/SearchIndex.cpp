#include "storage/SearchIndex.h"

#include "base/Log.h"
#include "storage/Database.h"
#include "storage/Reading.h"

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

constexpr int numberBits = 24; // sixteen million items

// Of PostgreSQL. After so many weeks it is told how rare the words are. All rows that have them are visited then: no
// more than are looked at anyway.
constexpr qint64 weeksBeforeRare = 15;
constexpr qint64 mostOfRare = SearchIndex::mostRanked;
constexpr qint64 mostWeeksNamed = 100;

std::vector<SearchSequence> apart(const SearchQuery &query)
{
    std::vector<SearchSequence> sequences;
    for (const SearchTerm &term : query.terms)
        sequences.push_back({.words = term.plain, .otherwise = term.coversWritten ? QStringList() : term.written});
    return sequences;
}

std::vector<SearchSequence> accentedWords(const SearchQuery &query)
{
    std::vector<SearchSequence> words;
    for (const SearchTerm &term : query.terms) {
        for (const QString &word : term.accented) {
            if (!word.front().isDigit()) // it has no accent, and may stand in the text in another grouping
                words.push_back({.words = {word}});
        }
    }
    return words;
}

/// As they stand side by side in a text.
QStringList allWords(const SearchQuery &query)
{
    QStringList words;
    for (const SearchTerm &term : query.terms)
        words += term.coversWritten ? term.written : term.plain;
    return words;
}

/// Which of the rows that are looked at have more than all the words.
struct Fits
{
    QSet<qint64> title; ///< all terms
    QSet<qint64> titleTogether; ///< the whole query word by word
    QSet<qint64> together;
    QSet<qint64> titleAccents; ///< all words
    QSet<qint64> accents;

    /// The best is 0.
    [[nodiscard]] int rankOf(qint64 row) const
    {
        const bool isInTitle = title.contains(row);
        const auto rank = [&](int place, const QSet<qint64> &whole) {
            return 2 * place + (whole.contains(row) ? 0 : 1);
        };
        if (isInTitle && titleAccents.contains(row))
            return rank(0, titleTogether);
        if (accents.contains(row))
            return rank(1, together);
        return isInTitle ? rank(2, titleTogether) : rank(3, together);
    }
};

QSet<qint64> setOf(const std::vector<qint64> &rows)
{
    return {rows.begin(), rows.end()};
}

} // namespace

SearchRow SearchRow::of(Instant firstAt, qint64 number)
{
    // A desk's replay gives numbers above all others, on an index that it throws away: the bits must not meet.
    constexpr qint64 mask = (qint64(1) << numberBits) - 1;
    const qint64 day = std::chrono::floor<std::chrono::days>(firstAt).time_since_epoch().count();
    return {.id = day / 7 * (mask + 1) + (number & mask)};
}

qint64 SearchRow::number() const
{
    return id & ((qint64(1) << numberBits) - 1);
}

qint64 SearchRow::week() const
{
    return id >> numberBits;
}

SearchIndex::SearchIndex(Transaction &transaction) : m_transaction(transaction) { }

Result<void> SearchIndex::put(SearchRow row, const SearchText &title, const SearchText &words)
{
    // The engines' tables have no common way of replacing a row.
    if (auto removed = remove(row); !removed)
        return removed.error();
    const IndexedWords all{.title = title, .all = words};
    if (engine() == Engine::Sqlite) {
        if (auto told = tellSqlite(row, all, Told::Keep); !told)
            return told.error();
        Statement statement(m_transaction, "INSERT INTO publication_words (row_id, packed) VALUES (:row, :packed)");
        statement.bind("row", row.id);
        statement.bind("packed", packWords(all));
        return statement.run();
    }
    Statement statement(m_transaction, R"(
        INSERT INTO publication_search (rowid, title, words, accented_title, accented_words)
        VALUES (:row, :title, :words, :accentedTitle, :accentedWords)
    )");
    statement.bind("row", row.id);
    statement.bind("title", title.plain);
    statement.bind("words", words.plain);
    statement.bind("accentedTitle", title.accented);
    statement.bind("accentedWords", words.accented);
    return statement.run();
}

Result<void> SearchIndex::remove(SearchRow row)
{
    if (engine() == Engine::Postgres) {
        Statement statement(m_transaction, "DELETE FROM publication_search WHERE rowid = :row");
        statement.bind("row", row.id);
        return statement.run();
    }
    const auto words = storedWords(row);
    if (!words)
        return words.error();
    if (*words) {
        if (auto told = tellSqlite(row, **words, Told::Forget); !told)
            return told.error();
    }
    Statement statement(m_transaction, "DELETE FROM publication_words WHERE row_id = :row");
    statement.bind("row", row.id);
    return statement.run();
}

Result<void> SearchIndex::tellSqlite(SearchRow row, const IndexedWords &words, Told what)
{
    // "The 'delete' Command": a table without a content of its own is told the words again to forget them.
    const auto insert = [what](const std::string &table, const std::string &columns, const std::string &values) {
        const bool forget = what == Told::Forget;
        return "INSERT INTO " + table + " (" + (forget ? table + ", " : "") + "rowid, " + columns + ") VALUES ("
            + (forget ? "'delete', " : "") + ":row, " + values + ")";
    };
    Statement plain(m_transaction, insert("publication_search", "title, words", ":title, :words"));
    plain.bind("row", row.id);
    plain.bind("title", words.title.plain);
    plain.bind("words", words.all.plain);
    if (auto done = plain.run(); !done)
        return done;
    Statement accents(m_transaction, insert("publication_accents", "words", ":words"));
    accents.bind("row", row.id);
    accents.bind("words", accentsForSqlite(words));
    return accents.run();
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

Engine SearchIndex::engine() const
{
    return m_transaction.database().engine();
}

Result<std::vector<qint64>> SearchIndex::newest(const SearchQuery &query, qint64 most) const
{
    const SearchCondition where = condition({.place = SearchPlace::Words, .sequences = apart(query)});
    if (engine() == Engine::Postgres)
        return newestOfPostgres(where, most);
    return rows(where, "ORDER BY rowid DESC LIMIT :most", "most", most);
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
    // Each row of a window is visited: as many weeks as hold what is still wanted, if they are like those before, and
    // at most twice as many.
    const auto next = [](qint64 weeks, qint64 foundInThem, qint64 wanted) {
        return foundInThem == 0 ? weeks * 2 : std::clamp<qint64>(wanted * weeks / foundInThem + 1, 1, weeks * 2);
    };
    const qint64 oldest = SearchRow{*(*ends)->first}.week();
    const qint64 newest = SearchRow{*(*ends)->second}.week();
    qint64 last = newest;
    for (qint64 weeks = 1; last >= oldest && std::ssize(found) < most;) {
        const qint64 first = std::max(oldest, last - weeks + 1);
        SearchCondition within = where;
        postgresWithin(within, first, last);
        // A sum: by rowid alone the planner walks all rows from the newest on and reads each one's text.
        auto more = rows(within, "ORDER BY rowid + 0 DESC LIMIT :most", "most", most - std::ssize(found));
        if (!more)
            return more.error();
        found.insert(found.end(), more->begin(), more->end());
        last = first - 1;
        weeks = next(weeks, std::ssize(*more), most - std::ssize(found));
        // What is rare is found at once without the weeks, each of which is looked up by itself.
        const qint64 seen = newest - last;
        if (seen >= weeksBeforeRare && last >= oldest && std::ssize(found) < most
            && std::ssize(found) * (newest - oldest + 1) / seen <= mostOfRare)
            return rows(where, "ORDER BY rowid + 0 DESC LIMIT :most", "most", most);
    }
    return found;
}

Result<std::vector<qint64>> SearchIndex::rows(const SearchCondition &where, std::string_view end,
                                              const std::string &name, qint64 value) const
{
    Statement statement(m_transaction,
                        "SELECT rowid FROM " + where.table + " WHERE " + where.sql + ' ' + std::string(end));
    for (const auto &[condition, text] : where.values)
        statement.bind(condition, text);
    statement.bind(name, value);
    return statement.all([](const Statement &row) { return row.integer(0); });
}

Result<QSet<qint64>> SearchIndex::fitting(const SearchPattern &pattern, const Looked &looked) const
{
    SearchCondition where = condition(pattern);
    if (engine() == Engine::Postgres) {
        // A word that very many have is met in few of them where the others are rare: the index then passes over the
        // rest.
        postgresHaving(where, apart(looked.query));
        const qint64 first = SearchRow{looked.rows.back()}.week();
        const qint64 last = SearchRow{looked.rows.front()}.week();
        if (std::ssize(looked.rows) == mostRanked && last - first < mostWeeksNamed)
            postgresWithin(where, first, last);
    }
    // In no order: from the newest on, FTS5 looks for a floor only where a row fits, and reads to the end where none
    // does.
    // PostgreSQL has the weeks: by the sum it looks up no row number beside them.
    const auto found = rows(where, engine() == Engine::Postgres ? "AND rowid + 0 >= :floor" : "AND rowid >= :floor",
                            "floor", looked.rows.back());
    if (!found)
        return found.error();
    return setOf(*found);
}

Result<QSet<qint64>> SearchIndex::together(SearchPlace place, const QStringList &words, const Looked &looked) const
{
    if (engine() == Engine::Sqlite)
        return fitting({.place = place, .sequences = {{.words = words}}}, looked);
    const auto found =
        rows(postgresTogether(place, words, looked.rows), "AND rowid >= :floor", "floor", looked.rows.back());
    if (!found)
        return found.error();
    return setOf(*found);
}

Result<SearchIndex::Found> SearchIndex::find(const SearchQuery &query, qint64 offset, qint64 limit) const
{
    if (query.terms.empty())
        return Found{};
    const auto rows = newest(query, mostRanked);
    if (!rows)
        return rows.error();
    Found page{.count = std::ssize(*rows), .numbers = {}};
    if (offset >= page.count)
        return page;

    const Looked looked{.query = query, .rows = *rows};
    Fits fits;
    const auto ask = [](QSet<qint64> &answer, Result<QSet<qint64>> found) -> Result<void> {
        if (!found)
            return found.error();
        answer = *std::move(found);
        return {};
    };
    auto asked = ask(fits.title, fitting({.place = SearchPlace::Title, .sequences = apart(query)}, looked));
    if (const auto words = accentedWords(query); asked && query.isAccented() && !words.empty()) {
        asked = ask(fits.accents, fitting({.place = SearchPlace::AccentedWords, .sequences = words}, looked));
        if (asked)
            asked = ask(fits.titleAccents, fitting({.place = SearchPlace::AccentedTitle, .sequences = words}, looked));
    }
    if (asked && query.terms.size() > 1) {
        asked = ask(fits.titleTogether, together(SearchPlace::Title, allWords(query), looked));
        if (asked)
            asked = ask(fits.together, together(SearchPlace::Words, allWords(query), looked));
    }
    if (!asked)
        return asked.error();

    std::vector<std::pair<int, qint64>> ranked;
    for (const qint64 row : looked.rows)
        ranked.emplace_back(fits.rankOf(row), row);
    std::ranges::stable_sort(ranked, {}, &std::pair<int, qint64>::first);
    for (qint64 i = offset; i < std::min(offset + limit, page.count); ++i)
        page.numbers.push_back(SearchRow{ranked[std::size_t(i)].second}.number());
    return page;
}

SearchCondition SearchIndex::condition(const SearchPattern &pattern) const
{
    switch (engine()) {
    case Engine::Sqlite:
        return sqliteSearch(pattern);
    case Engine::Postgres:
        return postgresSearch(pattern);
    }
    Q_UNREACHABLE();
}

} // namespace toasoan
