// What a table is as a whole, read off its cells before it is written: which rows are its head, and how much room its
// words need on paper. For this module.
#pragma once

#include "document/Node.h"

namespace toasoan::document {

/// How much of a page's width the words of a table take if none of them is broken.
enum class TableBreadth
{
    Narrow, ///< an upright A4 page is enough
    Wide, ///< a page on its side
    Crowded, ///< no page: the columns share the width alike, and words are broken where they must be
};

/// What becomes of the colspans and rowspans of a table's cells.
enum class CellSpans
{
    Kept,
    LeftOut, ///< they would make more columns than anybody reads, each of which a browser lays out in each row
};

struct TableForm
{
    /// The first rows that are repeated on each page and stay in sight on a screen: those of header cells alone, with
    /// the rows that their cells reach into. 0: the table has no head, or is nothing else.
    qsizetype headRows = 0;
    TableBreadth breadth = TableBreadth::Narrow;
    CellSpans spans = CellSpans::Kept;
    qint64 columns = 0; ///< that are seen
};

[[nodiscard]] TableForm tableForm(const Node &table);

/// Whether the cell holds a word too long to set a column's width: an address, a file's name.
[[nodiscard]] bool holdsLongWord(const Node &cell);

/// Whether the cell holds so many words that a column as narrow as the longest of them would be a tower.
[[nodiscard]] bool holdsSentence(const Node &cell);

} // namespace toasoan::document
