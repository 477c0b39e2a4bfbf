// Rows whose reading can fail: a stored text that does not read as what it should be. For all others Statement has
// all(), find() and one().
#pragma once

#include "domain/Content.h"
#include "storage/Statement.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>

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

/// The rows of many keys, asked for some at a time: each question to a database elsewhere is a way there and back.
/// `sql` says where the keys stand: `WHERE number IN (:keys)`. Rows come in no order; one key's may come twice only if
/// the key does.
template <typename Key, typename Read>
[[nodiscard]] auto rowsOf(Transaction &transaction, const std::string &sql, const std::vector<Key> &keys, Read read)
    -> Result<std::vector<std::invoke_result_t<Read, const Statement &>>>
{
    // Always as many, so that one text is prepared once.
    static const std::vector<std::string> names{"key0",  "key1",  "key2",  "key3",  "key4",  "key5",  "key6",
                                                "key7",  "key8",  "key9",  "key10", "key11", "key12", "key13",
                                                "key14", "key15", "key16", "key17", "key18", "key19"};
    std::string places;
    for (const std::string &name : names)
        places.append(places.empty() ? ":" : ", :").append(name);
    constexpr std::string_view wanted = ":keys";
    const std::string text = std::string(sql).replace(sql.find(wanted), wanted.size(), places);
    std::vector<std::invoke_result_t<Read, const Statement &>> rows;
    for (std::size_t first = 0; first < keys.size(); first += names.size()) {
        Statement statement(transaction, text);
        for (std::size_t i = 0; i < names.size(); ++i) // the last fills the rest
            statement.bind(names[i], keys[std::min(first + i, keys.size() - 1)]);
        auto some = statement.all(read);
        if (!some)
            return some.error();
        std::ranges::move(*some, std::back_inserter(rows));
    }
    return rows;
}

/// Content as it was stored. Corrupt `subject` if it does not read, with the place in it as detail.
[[nodiscard]] Result<Content> readStoredContent(const QByteArray &bytes, QStringView subject);

/// The number in the first column of the only row.
[[nodiscard]] inline Result<qint64> oneInteger(Statement &statement)
{
    return statement.one(QStringLiteral("database.row"), [](const Statement &row) { return row.integer(0); });
}

} // namespace toasoan
