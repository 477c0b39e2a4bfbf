// Finds published items by their words, in the order of how well they fit. What is the same on both engines stands in
// SearchIndex.cpp; the condition in each engine's own SQL in SqliteSearch.cpp and PostgresSearch.cpp.
#pragma once

#include "base/Clock.h"
#include "storage/Statement.h"
#include "text/SearchText.h"

#include <span>
#include <string>
#include <vector>

namespace toasoan {

class Transaction;

/// A row of the index: when an item was first published (to the second) and its number, so that rows sort by newness.
struct SearchRow
{
    qint64 id = 0;

    [[nodiscard]] static SearchRow of(Instant firstAt, qint64 number);
    [[nodiscard]] qint64 number() const;
};

/// A column of the index, with what must stand in it: all of the sequences, each of words side by side.
struct SearchPattern
{
    std::string column;
    std::vector<QStringList> sequences;
    /// It decides over the order alone, so an engine to which it is dear may ask it of the newest rows only.
    bool isForOrder = false;
};

/// What fits `wanted` and none of `unwanted`, as SQL.
struct SearchCondition
{
    std::string sql; ///< what stands behind WHERE
    std::string order; ///< rowid as the engine sorts by it best
    std::vector<std::pair<std::string, QString>> values; ///< of the placeholders
};
[[nodiscard]] SearchCondition sqliteSearch(const SearchPattern &wanted, std::span<const SearchPattern> unwanted);
[[nodiscard]] SearchCondition postgresSearch(const SearchPattern &wanted, std::span<const SearchPattern> unwanted);

class SearchIndex
{
public:
    explicit SearchIndex(Transaction &transaction);

    /// Writes the row anew. `words` are those of the whole item, its title included.
    [[nodiscard]] Result<void> put(SearchRow row, const SearchText &title, const SearchText &words);
    [[nodiscard]] Result<void> remove(SearchRow row);

    /// How many items have all terms of the query.
    [[nodiscard]] Result<qint64> count(const SearchQuery &query) const;

    /// The numbers of those items from `offset` on, at most `limit`; further back is slower. An accented query finds
    /// first what has the same accents. Then: all terms in the title before anywhere, the whole query word by word
    /// before terms apart, the newest before older ones.
    [[nodiscard]] Result<std::vector<qint64>> find(const SearchQuery &query, qint64 offset, qint64 limit) const;

private:
    [[nodiscard]] Result<std::vector<qint64>> find(const SearchPattern &wanted, std::span<const SearchPattern> unwanted,
                                                   qint64 limit) const;
    [[nodiscard]] SearchCondition condition(const SearchPattern &wanted, std::span<const SearchPattern> unwanted) const;

    Transaction &m_transaction;
};

} // namespace toasoan
