// The search in PostgreSQL's own words: the GIN index finds the rows that have all words, and all pairs of a phrase;
// whether three and more words of a phrase stand side by side is read in the text of those. (A tsvector with positions
// would not do: it forgets those behind the 16,383rd word and the 256th of each word, and is read from the row all the
// same.)
#include "storage/SearchIndex.h"

#include <algorithm>

namespace toasoan {

namespace {

/// `'a' & 'b' & ('c' | 'd' & 'e')`. Words are letters and digits alone, so the apostrophes make lexemes of anything.
QString lexemes(const std::vector<SearchSequence> &sequences)
{
    const auto all = [](const QStringList &words) { return u'\'' + words.join(QStringLiteral("' & '")) + u'\''; };
    QStringList lexemes;
    for (const SearchSequence &sequence : sequences) {
        lexemes.append(sequence.otherwise.isEmpty()
                           ? all(sequence.words)
                           : QStringLiteral("(%1 | %2)").arg(all(sequence.words), all(sequence.otherwise)));
    }
    lexemes.removeDuplicates();
    return lexemes.join(QStringLiteral(" & "));
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

/// The index has the pairs of the words alone. What may be said in two ways is left to the text: the planner would make
/// two searches of it.
/// `names`: the beginning of the bound values' names.
void havePairs(SearchCondition &condition, const std::vector<SearchSequence> &sequences, const std::string &names)
{
    int phrase = 0;
    for (const SearchSequence &sequence : sequences) {
        if (sequence.words.size() == 1 || !sequence.otherwise.isEmpty())
            continue;
        const std::string name = names + std::to_string(phrase++);
        condition.sql += " AND search_pairs(words) @> search_pairs(:" + name + ')';
        condition.values.emplace_back(name, sequence.words.join(u' '));
    }
}

} // namespace

SearchCondition postgresSearch(const SearchPattern &pattern)
{
    const std::string column = columnOf(pattern.place);
    SearchCondition condition{.table = "publication_search",
                              .sql = "search_lexemes(" + column + ") @@ CAST(:words AS tsquery)",
                              .values = {{"words", lexemes(pattern.sequences)}}};
    if (pattern.place == SearchPlace::Words)
        havePairs(condition, pattern.sequences, "pairs");
    int phrase = 0;
    for (const SearchSequence &sequence : pattern.sequences) {
        // To have it is enough, and a pair is what the index has.
        const qsizetype known = pattern.place == SearchPlace::Words ? 2 : 1;
        if (sequence.words.size() <= known && sequence.otherwise.isEmpty())
            continue;
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

void postgresHaving(SearchCondition &condition, const std::vector<SearchSequence> &sequences)
{
    condition.sql += " AND search_lexemes(words) @@ CAST(:having AS tsquery)";
    condition.values.emplace_back("having", lexemes(sequences));
    havePairs(condition, sequences, "havingPairs");
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
