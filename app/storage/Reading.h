// Rows whose reading can fail: a stored text that does not read as what it should be. For all others Statement has
// all(), find() and one().
#pragma once

#include "domain/Article.h"
#include "storage/Statement.h"

#include <map>

namespace toasoan {

/// All rows, each read by `read(const Statement &) → Result<T>`; the first failure ends it.
template <typename Read>
[[nodiscard]] auto allRead(Statement &statement, Read read)
    -> Result<std::vector<typename std::invoke_result_t<Read, const Statement &>::Value>>
{
    auto results = statement.all(read);
    if (!results)
        return results.error();
    std::vector<typename std::invoke_result_t<Read, const Statement &>::Value> values;
    values.reserve(results->size());
    for (auto &result : *results) {
        if (!result)
            return result.error();
        values.push_back(*std::move(result));
    }
    return values;
}

/// The first row, or nothing.
template <typename Read>
[[nodiscard]] auto findRead(Statement &statement, Read read)
    -> Result<std::optional<typename std::invoke_result_t<Read, const Statement &>::Value>>
{
    using Value = typename std::invoke_result_t<Read, const Statement &>::Value;
    auto result = statement.find(read);
    if (!result)
        return result.error();
    if (!*result)
        return std::optional<Value>();
    if (!**result)
        return (*result)->error();
    return std::optional<Value>(**std::move(*result));
}

/// The ids in the first two columns of all rows.
template <typename Key, typename Value>
[[nodiscard]] Result<std::multimap<Key, Value>> pairsOf(Statement &statement)
{
    std::multimap<Key, Value> pairs;
    auto rows = statement.all([&pairs](const Statement &row) {
        pairs.emplace(row.id<Key>(0), row.id<Value>(1));
        return true;
    });
    if (!rows)
        return rows.error();
    return pairs;
}

/// Content as it was stored. Corrupt `subject` if it does not read, with the place in it as detail.
[[nodiscard]] Result<Content> readStoredContent(const QString &text, QStringView subject);

/// Author, section, state and number of an article, in this order from the column `first` on. Unsupported
/// "article.state" for a state of a newer program: what may be done with it now, this one does not know.
[[nodiscard]] Result<ArticleHead> readHead(const Statement &row, int first);

/// The number in the first column of the only row.
[[nodiscard]] inline Result<qint64> oneInteger(Statement &statement)
{
    return statement.one(QStringLiteral("database.row"), [](const Statement &row) { return row.integer(0); });
}

} // namespace toasoan
