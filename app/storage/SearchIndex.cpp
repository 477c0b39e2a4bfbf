#include "storage/SearchIndex.h"

#include "storage/Database.h"
#include "storage/Reading.h"

namespace toasoan {

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

/// The ranks of what is found, the best first. An item has the first rank whose pattern it fits; whatever is found fits
/// the last.
std::vector<SearchPattern> ranksOf(const SearchQuery &query)
{
    std::vector<SearchPattern> ranks;
    const auto add = [&](const char *column, QStringList SearchTerm::*form) {
        if (query.terms.size() > 1)
            ranks.push_back({.column = column, .sequences = together(query, form)});
        ranks.push_back({.column = column, .sequences = apart(query, form)});
    };
    if (query.isAccented()) {
        add("accented_title", &SearchTerm::accented);
        add("accented_words", &SearchTerm::accented);
    }
    add("title", &SearchTerm::plain);
    add("words", &SearchTerm::plain);
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

SearchIndex::SearchIndex(Transaction &transaction) : m_transaction(transaction) { }

Result<void> SearchIndex::put(SearchRow row, const SearchText &title, const SearchText &words)
{
    // The engines' tables have no common way of replacing a row.
    if (auto removed = remove(row); !removed)
        return removed.error();
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
    Statement statement(m_transaction, "DELETE FROM publication_search WHERE rowid = :row");
    statement.bind("row", row.id);
    return statement.run();
}

Result<qint64> SearchIndex::count(const SearchQuery &query) const
{
    if (query.terms.empty())
        return qint64(0);
    return count({.column = "words", .sequences = apart(query, &SearchTerm::plain)}, {});
}

Result<std::vector<qint64>> SearchIndex::find(const SearchQuery &query, qint64 offset, qint64 limit) const
{
    std::vector<qint64> numbers;
    if (query.terms.empty())
        return numbers;
    // Rank by rank, until the page is full: most pages are full before the ranks that are many items long.
    const std::vector<SearchPattern> ranks = ranksOf(query);
    for (std::size_t i = 0; i < ranks.size() && limit > 0; ++i) {
        const std::span better(ranks.data(), i);
        auto found = find(ranks[i], better, offset, limit);
        if (!found)
            return found.error();
        if (found->empty() && offset > 0 && i + 1 < ranks.size()) {
            auto passed = count(ranks[i], better);
            if (!passed)
                return passed.error();
            offset -= *passed;
            continue;
        }
        numbers.insert(numbers.end(), found->begin(), found->end());
        limit -= std::ssize(*found);
        offset = 0;
    }
    return numbers;
}

Result<qint64> SearchIndex::count(const SearchPattern &wanted, std::span<const SearchPattern> unwanted) const
{
    const SearchCondition where = condition(wanted, unwanted);
    Statement statement(m_transaction, "SELECT COUNT(*) FROM publication_search WHERE " + where.sql);
    bind(statement, where);
    return oneInteger(statement);
}

Result<std::vector<qint64>> SearchIndex::find(const SearchPattern &wanted, std::span<const SearchPattern> unwanted,
                                              qint64 offset, qint64 limit) const
{
    const SearchCondition where = condition(wanted, unwanted);
    Statement statement(m_transaction,
                        "SELECT rowid FROM publication_search WHERE " + where.sql
                            + " ORDER BY rowid DESC LIMIT :limit OFFSET :offset");
    bind(statement, where);
    statement.bind("limit", limit);
    statement.bind("offset", offset);
    return statement.all([](const Statement &row) { return SearchRow{row.integer(0)}.number(); });
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
