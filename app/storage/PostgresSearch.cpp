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

// Reading a text takes some 30 µs. Where it decides over the order alone, more is not worth the wait.
constexpr int mostTextsRead = 2000;

std::string expression(const SearchPattern &pattern, const std::string &prefix, SearchCondition &condition)
{
    const std::string hasWords = "search_lexemes(" + pattern.column + ") @@ CAST(:" + prefix + " AS tsquery)";
    condition.values.emplace_back(prefix, lexemes(pattern));
    std::string hasPhrases;
    int phrase = 0;
    for (const QStringList &sequence : pattern.sequences) {
        if (sequence.size() < 2)
            continue;
        const std::string name = prefix + "p" + std::to_string(phrase++);
        hasPhrases +=
            (hasPhrases.empty() ? "" : " AND ") + ("strpos(' ' || " + pattern.column + " || ' ', :" + name) + ") > 0";
        condition.values.emplace_back(name, u' ' + sequence.join(u' ') + u' ');
    }
    if (hasPhrases.empty())
        return hasWords;
    if (!pattern.isForOrder)
        return hasWords + " AND " + hasPhrases;
    return "rowid IN (SELECT rowid FROM (SELECT rowid, " + pattern.column + " FROM publication_search WHERE " + hasWords
        + " ORDER BY rowid + 0 DESC LIMIT " + std::to_string(mostTextsRead) + ") AS newest WHERE " + hasPhrases + ")";
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

void postgresWithin(SearchCondition &condition, qint64 first, qint64 last)
{
    QStringList weeks;
    for (qint64 week = first; week <= last; ++week)
        weeks.append(QString::number(week));
    condition.sql += " AND ARRAY[(rowid >> 30) / 604800] && CAST(:weeks AS BIGINT[])"; // as the index has it
    condition.values.emplace_back("weeks", u'{' + weeks.join(u',') + u'}');
}

} // namespace toasoan
