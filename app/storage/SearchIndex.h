// Finds published items by their words, in the order of how well they fit. What is the same on both engines stands in
// SearchIndex.cpp; the condition in each engine's own SQL in SqliteSearch.cpp and PostgresSearch.cpp.
#pragma once

#include "base/Clock.h"
#include "storage/Statement.h"
#include "storage/StoredWords.h"
#include "text/SearchText.h"

#include <QSet>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace toasoan {

class Transaction;
enum class Engine;

/// A row of the index: the week in which an item was first published, and its number, so that rows sort by newness
/// (numbers are given in the order of first publication; an item that is moved in with an old date lies among its
/// contemporaries). The time itself would lie in it as well, but an index keeps the distance to the row before for
/// every word of every item: by the second that was a third of a newsroom's file.
struct SearchRow
{
    qint64 id = 0;

    [[nodiscard]] static SearchRow of(Instant firstAt, qint64 number);
    [[nodiscard]] qint64 number() const;
    /// The week, of seven days since 1970, in which the item was first published.
    [[nodiscard]] qint64 week() const;
};

/// What of an item is looked at. Accents are looked for word by word; where words must stand side by side, as they are
/// without accents.
enum class SearchPlace
{
    Title,
    Words,
    AccentedTitle,
    AccentedWords
};

/// Words that stand side by side; or others that say the same.
struct SearchSequence
{
    QStringList words;
    QStringList otherwise = {}; ///< empty: there are none
};

/// What must stand in one place of an item: all of the sequences. In accents each is one word.
struct SearchPattern
{
    SearchPlace place;
    std::vector<SearchSequence> sequences;
};

/// What fits the pattern, as SQL.
struct SearchCondition
{
    std::string table;
    std::string sql; ///< what stands behind WHERE
    std::vector<std::pair<std::string, QString>> values; ///< to be bound
};
[[nodiscard]] SearchCondition sqliteSearch(const SearchPattern &pattern);
/// What SQLite's table of accents is told of an item.
[[nodiscard]] QString accentsForSqlite(const IndexedWords &words);
[[nodiscard]] SearchCondition postgresSearch(const SearchPattern &pattern);
/// Which of these rows, all of which have the words, have them side by side. It decides over the order alone, and texts
/// are dear to read: the newest of them only.
[[nodiscard]] SearchCondition postgresTogether(SearchPlace place, const QStringList &words,
                                               std::span<const qint64> newest);
/// Narrows it to the rows that have the words of all sequences, wherever those stand.
void postgresHaving(SearchCondition &condition, const std::vector<SearchSequence> &sequences);
/// Narrows it to the rows of the weeks from `first` to `last` (SearchRow::week()).
void postgresWithin(SearchCondition &condition, qint64 first, qint64 last);

class SearchIndex
{
public:
    explicit SearchIndex(Transaction &transaction);

    /// Writes the row anew. `words` are those of the whole item, its title included.
    [[nodiscard]] Result<void> put(SearchRow row, const SearchText &title, const SearchText &words);
    [[nodiscard]] Result<void> remove(SearchRow row);

    /// What find() looks at: where a query is of words that very many items have, the newest of those. Nobody reads
    /// further, and the cost stays the same however many items there are.
    static constexpr qint64 mostRanked = 1500;

    struct Found
    {
        qint64 count = 0; ///< of all that have all terms of the query, no further than mostRanked
        std::vector<qint64> numbers; ///< those of the page
    };
    /// The items from `offset` on, at most `limit`. An accented query finds first what has all its words with the same
    /// accents. Then: all terms in the title before anywhere, the whole query word by word before terms apart, the
    /// newest before older ones. Among the newest `mostRanked` items that have all terms.
    [[nodiscard]] Result<Found> find(const SearchQuery &query, qint64 offset, qint64 limit) const;

private:
    /// What was put in the row, of an index that cannot tell it itself.
    [[nodiscard]] Result<std::optional<IndexedWords>> storedWords(SearchRow row) const;
    enum class Told
    {
        Keep,
        Forget
    };
    [[nodiscard]] Result<void> tellSqlite(SearchRow row, const IndexedWords &words, Told what);
    /// The newest rows that have all terms of the query, at most so many, from the newest on.
    [[nodiscard]] Result<std::vector<qint64>> newest(const SearchQuery &query, qint64 most) const;
    [[nodiscard]] Result<std::vector<qint64>> newestOfPostgres(const SearchCondition &where, qint64 most) const;
    /// `end` is what follows the condition, with one bound value of that name.
    [[nodiscard]] Result<std::vector<qint64>> rows(const SearchCondition &where, std::string_view end,
                                                   const std::string &name, qint64 value) const;
    /// What newest() found for a query, from the newest on.
    struct Looked
    {
        const SearchQuery &query;
        const std::vector<qint64> &rows;
    };
    /// Those of `looked` that have it too, in no order. There may be others among them.
    [[nodiscard]] Result<QSet<qint64>> fitting(const SearchPattern &pattern, const Looked &looked) const;
    [[nodiscard]] Result<QSet<qint64>> together(SearchPlace place, const QStringList &words,
                                                const Looked &looked) const;
    [[nodiscard]] SearchCondition condition(const SearchPattern &pattern) const;
    [[nodiscard]] Engine engine() const;

    Transaction &m_transaction;
};

} // namespace toasoan
