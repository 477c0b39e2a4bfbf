#include "document/TableForm.h"

#include "document/PlainText.h"

#include <algorithm>
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
    for (qsizetype row = 0; row < rows && rows <= mostHeadRows; ++row) {
        for (const Node &cell : table.children[row].children)
            rows = std::max<qsizetype>(rows, row + integerAttribute(cell, u"rowspan"_s));
    }
    return rows <= mostHeadRows && rows < table.children.size() ? rows : 0;
}

/// The longest word of each column, in the cells that stand in that column alone.
std::vector<qsizetype> columnWords(const Node &table)
{
    std::vector<qsizetype> words;
    std::vector<qint64> taken; // rows for which a cell from above still reaches into the column
    for (const Node &row : table.children) {
        std::size_t column = 0;
        const auto makeRoom = [&](std::size_t columns) {
            if (taken.size() < columns) {
                taken.resize(columns, 0);
                words.resize(columns, 0);
            }
        };
        std::vector<std::pair<std::size_t, qint64>> reaching;
        for (const Node &cell : row.children) {
            while (column < taken.size() && taken[column] > 0)
                ++column;
            const auto width = std::size_t(integerAttribute(cell, u"colspan"_s));
            makeRoom(column + width);
            if (width == 1)
                words[column] = std::max(words[column], std::min(longestWord(cell), longestWholeWord));
            for (std::size_t i = 0; i < width; ++i)
                reaching.emplace_back(column + i, integerAttribute(cell, u"rowspan"_s));
            column += width;
        }
        for (const auto &[place, rows] : reaching)
            taken[place] = std::max(taken[place], rows);
        for (qint64 &rows : taken)
            rows = std::max<qint64>(0, rows - 1);
    }
    return words;
}

TableBreadth breadthOf(const Node &table)
{
    qsizetype width = 0;
    for (const qsizetype word : columnWords(table))
        width += word + columnPadding;
    if (width <= uprightWidth)
        return TableBreadth::Narrow;
    return width <= sidewaysWidth ? TableBreadth::Wide : TableBreadth::Crowded;
}

} // namespace

TableForm tableForm(const Node &table)
{
    return {.headRows = headRowsOf(table), .breadth = breadthOf(table)};
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
