// The search in SQLite's own words: an FTS5 expression (sqlite.org/fts5.html, "Full-text Query Syntax"). FTS5 walks its
// lists from the newest row on and stops when the page is full.
#include "storage/SearchIndex.h"

namespace toasoan {

namespace {

/// `{column} : ("a b" AND "c")`. Words are letters and digits alone, so the quotation marks make strings of anything.
QString expression(const SearchPattern &pattern)
{
    QStringList sequences;
    for (const QStringList &sequence : pattern.sequences)
        sequences.append(u'"' + sequence.join(u' ') + u'"');
    return QStringLiteral("({%1} : (%2))")
        .arg(QString::fromStdString(pattern.column), sequences.join(QStringLiteral(" AND ")));
}

} // namespace

SearchCondition sqliteSearch(const SearchPattern &wanted, std::span<const SearchPattern> unwanted)
{
    QString whole = expression(wanted);
    QStringList others;
    for (const SearchPattern &pattern : unwanted)
        others.append(expression(pattern));
    if (!others.isEmpty())
        whole += QStringLiteral(" NOT (%1)").arg(others.join(QStringLiteral(" OR ")));
    return {.sql = "publication_search MATCH :expression", .values = {{"expression", whole}}};
}

} // namespace toasoan
