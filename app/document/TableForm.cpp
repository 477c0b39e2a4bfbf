#include "document/TableForm.h"

#include "document/PlainText.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace toasoan::document {

namespace {

using namespace Qt::StringLiterals;

// A head is a few rows; what reaches further is a label beside the rows.
constexpr qsizetype mostHeadRows = 6;

// In characters of the type that print.css sets tables in; the padding of a column and its line are as wide as two.
constexpr qsizetype longestWholeWord = 22;
constexpr qsizetype sentence = 48;
constexpr qsizetype columnPadding = 2;
constexpr qsizetype uprightWidth = 76;
constexpr qsizetype sidewaysWidth = 136;

// As many as one cell may span in HTML. The schema bounds a colspan and not a table: the cells of one row that span all
// they may would be a hundred thousand columns.
constexpr std::size_t mostColumns = 1000;

bool isHeader(const Node &cell)
{
    return cell.type == "tableHeader"_L1;
}

qsizetype longestWord(const Node &node)
{
    qsizetype longest = 0;
    qsizetype length = 0; // of the word that goes on, over changes of the format too
    for (const Node &child : node.children) {
        if (!child.isText()) {
            length = 0;
            longest = std::max(longest, longestWord(child));
            continue;
        }
        for (const QChar c : child.text) {
            length = c.isSpace() ? 0 : length + 1;
            longest = std::max(longest, length);
        }
    }
    return longest;
}

qsizetype headRowsOf(const Node &table)
{
    qsizetype rows = 0;
    while (rows < table.children.size() && std::ranges::all_of(table.children[rows].children, isHeader))
        ++rows;
    // A cell may claim rows that the table does not have.
    for (qsizetype row = 0; row < std::min(rows, table.children.size()) && rows <= mostHeadRows; ++row) {
        for (const Node &cell : table.children[row].children)
            rows = std::max<qsizetype>(rows, row + integerAttribute(cell, u"rowspan"_s));
    }
    return rows <= mostHeadRows && rows < table.children.size() ? rows : 0;
}

/// The longest word of each column, in the cells that stand in that column alone. A column in which no cell begins is
/// only claimed by what spans it: nobody sees it. Nothing if there are too many.
std::optional<std::vector<qsizetype>> columnWords(const Node &table)
{
    constexpr qsizetype unseen = -1;
    std::vector<qsizetype> words;
    std::vector<qint64> free; // the row from which on no cell from above reaches into the column
    for (qsizetype row = 0; row < table.children.size(); ++row) {
        std::size_t column = 0;
        for (const Node &cell : table.children[row].children) {
            while (column < free.size() && free[column] > row)
                ++column;
            const auto width = std::size_t(integerAttribute(cell, u"colspan"_s));
            const std::size_t end = column + width;
            if (end > mostColumns)
                return std::nullopt;
            if (free.size() < end) {
                free.resize(end, 0);
                words.resize(end, unseen);
            }
            words[column] =
                std::max<qsizetype>(words[column], width == 1 ? std::min(longestWord(cell), longestWholeWord) : 0);
            const qint64 below = row + integerAttribute(cell, u"rowspan"_s);
            for (; column < end; ++column)
                free[column] = std::max(free[column], below);
        }
    }
    std::erase(words, unseen);
    return words;
}

TableBreadth breadthOf(const std::vector<qsizetype> &words)
{
    qsizetype width = 0;
    for (const qsizetype word : words)
        width += word + columnPadding;
    if (width <= uprightWidth)
        return TableBreadth::Narrow;
    return width <= sidewaysWidth ? TableBreadth::Wide : TableBreadth::Crowded;
}

} // namespace

TableForm tableForm(const Node &table)
{
    const auto words = columnWords(table);
    return {.headRows = headRowsOf(table),
            .breadth = words ? breadthOf(*words) : TableBreadth::Crowded,
            .spans = words ? CellSpans::Kept : CellSpans::LeftOut,
            .columns = words               ? std::ssize(*words)
                : table.children.isEmpty() ? 0
                                           : table.children.first().children.size()};
}

bool holdsLongWord(const Node &cell)
{
    return longestWord(cell) > longestWholeWord;
}

bool holdsSentence(const Node &cell)
{
    return characters(cell) > sentence;
}

} // namespace toasoan::document
