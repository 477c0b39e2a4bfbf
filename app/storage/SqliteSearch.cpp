// The search in SQLite's own words: FTS5 expressions (sqlite.org/fts5.html, "Full-text Query Syntax"). The words
// without accents lie with their places, for phrases; those with accents, which decide over the order alone, without
// (detail = none): places were half of the index. Such a table has no columns either, so the title's words have a sign.
#include "storage/SearchIndex.h"

namespace toasoan {

namespace {

// Before a word of the title. A character that no word has, and that divides none: "ascii" takes all others as parts.
const QString signOfTitle = QStringLiteral("\u00B7");

/// `("a b") AND ("c" OR "d e")`. Words are letters and digits alone, so the quotation marks make strings of anything.
QString expression(const std::vector<SearchSequence> &sequences, const QString &sign)
{
    const auto string = [&sign](const QStringList &words) { return u'"' + sign + words.join(u' ') + u'"'; };
    QStringList all;
    for (const SearchSequence &sequence : sequences) {
        const QString others =
            sequence.otherwise.isEmpty() ? QString() : QStringLiteral(" OR ") + string(sequence.otherwise);
        all.append(u'(' + string(sequence.words) + others + u')');
    }
    return all.join(QStringLiteral(" AND "));
}

} // namespace

SearchCondition sqliteSearch(const SearchPattern &pattern)
{
    const auto accents = [&](const QString &sign) {
        return SearchCondition{.table = "publication_accents",
                               .sql = "publication_accents MATCH :expression",
                               .values = {{"expression", expression(pattern.sequences, sign)}}};
    };
    const auto words = [&](const QString &column) {
        return SearchCondition{
            .table = "publication_search",
            .sql = "publication_search MATCH :expression",
            .values = {
                {"expression", QStringLiteral("{%1} : (%2)").arg(column, expression(pattern.sequences, QString()))}}};
    };
    switch (pattern.place) {
    case SearchPlace::Title:
        return words(QStringLiteral("title"));
    case SearchPlace::Words:
        return words(QStringLiteral("words"));
    case SearchPlace::AccentedTitle:
        return accents(signOfTitle);
    case SearchPlace::AccentedWords:
        return accents(QString());
    }
    Q_UNREACHABLE();
}

QString accentsForSqlite(const IndexedWords &words)
{
    QStringList all = words.all.accented.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words.title.accented.split(u' ', Qt::SkipEmptyParts))
        all.append(signOfTitle + word);
    all.removeDuplicates(); // the table keeps no places
    return all.join(u' ');
}

} // namespace toasoan
