// The search in PostgreSQL's own words: the GIN index finds the rows that have all words; whether the words of a phrase
// stand side by side is read in the text of those. (A tsvector with positions would not do: it forgets those behind the
// 16,383rd word and the 256th of each word, and is read from the row all the same.)
#include "storage/SearchIndex.h"

#include <algorithm>

namespace toasoan {

namespace {

/// `'a' & 'b' & ('c' | 'd' & 'e')`. Words are letters and digits alone, so the apostrophes make lexemes of anything.
QString lexemes(const SearchPattern &pattern)
{
    const auto all = [](const QStringList &words) { return u'\'' + words.join(QStringLiteral("' & '")) + u'\''; };
    QStringList sequences;
    for (const SearchSequence &sequence : pattern.sequences) {
        sequences.append(sequence.otherwise.isEmpty()
                             ? all(sequence.words)
                             : QStringLiteral("(%1 | %2)").arg(all(sequence.words), all(sequence.otherwise)));
    }
    sequences.removeDuplicates();
    return sequences.join(QStringLiteral(" & "));
}

// Reading a text takes some 10 to 30 µs. Where it decides over the order alone, more is not worth the wait.
constexpr std::size_t mostTextsRead = 200;

std::string columnOf(SearchPlace place)
{
    switch (place) {
    case SearchPlace::Title:
        return "title";
    case SearchPlace::Words:
        return "words";
    case SearchPlace::AccentedTitle:
        return "accented_title";
    case SearchPlace::AccentedWords:
        return "accented_words";
    }
    Q_UNREACHABLE();
}

/// Whether the words stand side by side in the column. `name` is the bound value's.
std::string sideBySide(SearchCondition &condition, const std::string &column, const std::string &name,
                       const QStringList &words)
{
    condition.values.emplace_back(name, u' ' + words.join(u' ') + u' ');
    return "strpos(' ' || " + column + " || ' ', :" + name + ") > 0";
}

} // namespace

SearchCondition postgresSearch(const SearchPattern &pattern)
{
    const std::string column = columnOf(pattern.place);
    SearchCondition condition{.table = "publication_search",
                              .sql = "search_lexemes(" + column + ") @@ CAST(:words AS tsquery)",
                              .values = {{"words", lexemes(pattern)}}};
    int phrase = 0;
    for (const SearchSequence &sequence : pattern.sequences) {
        if (sequence.words.size() == 1 && sequence.otherwise.isEmpty())
            continue; // to have it is enough
        const std::string name = "phrase" + std::to_string(phrase++);
        std::string stands = sideBySide(condition, column, name, sequence.words);
        if (!sequence.otherwise.isEmpty())
            stands += " OR " + sideBySide(condition, column, "other" + name, sequence.otherwise);
        condition.sql += " AND (" + stands + ')';
    }
    return condition;
}

SearchCondition postgresTogether(SearchPlace place, const QStringList &words, std::span<const qint64> newest)
{
    QStringList rows;
    for (const qint64 row : newest.first(std::min(newest.size(), mostTextsRead)))
        rows.append(QString::number(row));
    SearchCondition condition{.table = "publication_search",
                              .sql = "rowid = ANY (CAST(:rows AS BIGINT[]))",
                              .values = {{"rows", u'{' + rows.join(u',') + u'}'}}};
    condition.sql += " AND " + sideBySide(condition, columnOf(place), "phrase", words);
    return condition;
}

void postgresWithin(SearchCondition &condition, qint64 first, qint64 last)
{
    QStringList weeks;
    for (qint64 week = first; week <= last; ++week)
        weeks.append(QString::number(week));
    condition.sql += " AND ARRAY[rowid >> 24] && CAST(:weeks AS BIGINT[])"; // as the index has it
    condition.values.emplace_back("weeks", u'{' + weeks.join(u',') + u'}');
}

} // namespace toasoan
