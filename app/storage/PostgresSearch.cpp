// The search in PostgreSQL's own words: the GIN index finds the rows that have all words; whether the words of a phrase
// stand side by side is read in the text of those. (A tsvector with positions would not do: it forgets those behind the
// 16,383rd word and the 256th of each word, and is read from the row all the same.)
#include "storage/SearchIndex.h"

namespace toasoan {

namespace {

/// `'a' & 'b'`. Words are letters and digits alone, so the apostrophes make lexemes of anything.
QString lexemes(const SearchPattern &pattern)
{
    QStringList words;
    for (const QStringList &sequence : pattern.sequences) {
        for (const QString &word : sequence)
            words.append(u'\'' + word + u'\'');
    }
    words.removeDuplicates();
    return words.join(QStringLiteral(" & "));
}

std::string expression(const SearchPattern &pattern, const std::string &prefix, SearchCondition &condition)
{
    std::string sql =
        "array_to_tsvector(string_to_array(" + pattern.column + ", ' ')) @@ CAST(:" + prefix + " AS tsquery)";
    condition.values.emplace_back(prefix, lexemes(pattern));
    int phrase = 0;
    for (const QStringList &sequence : pattern.sequences) {
        if (sequence.size() < 2)
            continue;
        const std::string name = prefix + "p" + std::to_string(phrase++);
        sql += " AND strpos(' ' || " + pattern.column + " || ' ', :" + name + ") > 0";
        condition.values.emplace_back(name, u' ' + sequence.join(u' ') + u' ');
    }
    return sql;
}

} // namespace

SearchCondition postgresSearch(const SearchPattern &wanted, std::span<const SearchPattern> unwanted)
{
    SearchCondition condition;
    std::string sql = expression(wanted, "wanted", condition);
    for (std::size_t i = 0; i < unwanted.size(); ++i) {
        // As a set of rows, which the index gives: asked of each row, the text would be read and divided every time.
        sql += " AND rowid NOT IN (SELECT rowid FROM publication_search WHERE "
            + expression(unwanted[i], "unwanted" + std::to_string(i), condition) + ")";
    }
    condition.sql = std::move(sql);
    return condition;
}

} // namespace toasoan
