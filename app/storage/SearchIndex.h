// Finds published items by their words, in the order of how well they fit. What is the same on both engines stands in
// SearchIndex.cpp; the condition in each engine's own SQL in SqliteSearch.cpp and PostgresSearch.cpp.
#pragma once

#include "base/Clock.h"
#include "storage/Statement.h"
#include "storage/StoredWords.h"
#include "text/SearchText.h"

#include <optional>
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
    /// The week, of seven days since 1970, in which the item was first published.
    [[nodiscard]] qint64 week() const;
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
    std::vector<std::pair<std::string, QString>> values; ///< of the placeholders
};
[[nodiscard]] SearchCondition sqliteSearch(const SearchPattern &wanted, std::span<const SearchPattern> unwanted);
[[nodiscard]] SearchCondition postgresSearch(const SearchPattern &wanted, std::span<const SearchPattern> unwanted);
/// Narrows it to the rows of the weeks from `first` to `last` (SearchRow::week()).
void postgresWithin(SearchCondition &condition, qint64 first, qint64 last);

class SearchIndex
{
public:
    explicit SearchIndex(Transaction &transaction);

    /// Writes the row anew. `words` are those of the whole item, its title included.
    [[nodiscard]] Result<void> put(SearchRow row, const SearchText &title, const SearchText &words);
    [[nodiscard]] Result<void> remove(SearchRow row);

    /// How many items have all terms of the query; counted no further than `most`.
    [[nodiscard]] Result<qint64> count(const SearchQuery &query, qint64 most) const;

    /// What find() looks at: where a query is of words that very many items have, the newest of those. Nobody reads
    /// further, and the cost stays the same however many items there are.
    static constexpr qint64 mostRanked = 3000;

    /// The numbers of those items from `offset` on, at most `limit`; further back is slower. An accented query finds
    /// first what has the same accents. Then: all terms in the title before anywhere, the whole query word by word
    /// before terms apart, the newest before older ones. Among the newest `mostRanked` items that have all terms.
    [[nodiscard]] Result<std::vector<qint64>> find(const SearchQuery &query, qint64 offset, qint64 limit) const;

private:
    /// What was put in the row, of an index that cannot tell it itself.
    [[nodiscard]] Result<std::optional<IndexedWords>> storedWords(SearchRow row) const;
    [[nodiscard]] Result<void> run(std::string_view sql, SearchRow row, const IndexedWords &words);
    [[nodiscard]] bool keepsWordsApart() const;
    /// The newest rows that have all terms of the query, at most so many, from the newest on.
    [[nodiscard]] Result<std::vector<qint64>> newest(const SearchQuery &query, qint64 most) const;
    [[nodiscard]] Result<std::vector<qint64>> newestOfPostgres(const SearchCondition &where, qint64 most) const;
    /// At most so many, and none below `floor`.
    [[nodiscard]] Result<std::vector<qint64>> rows(const SearchCondition &where, std::string_view order, qint64 most,
                                                   std::optional<qint64> floor = {}) const;
    [[nodiscard]] SearchCondition condition(const SearchPattern &wanted, std::span<const SearchPattern> unwanted) const;

    Transaction &m_transaction;
};

} // namespace toasoan
