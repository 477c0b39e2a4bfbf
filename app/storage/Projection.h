// The entries of a register as rows to be listed, filtered and found: a table that is made of the description, outside
// the migrations. It holds no truth: what stands in it can be made again of the records at any time, and is where the
// description is another.
#pragma once

#include "domain/Register.h"
#include "storage/Statement.h"

#include <string>
#include <vector>

namespace toasoan {

/// What a projection shows.
enum class Face
{
    Board, ///< r_…: the newest of all entries; on a desk with what waits there done
    Public, ///< p_…: what readers may have, on the server alone, with its content: all that the portal reads
};
[[nodiscard]] QString toText(Face face);

/// A column of such a table.
struct ProjectionColumn
{
    enum class Kind
    {
        Code, ///< of a choice, an id, true as "1": compared as a whole
        Order, ///< a text as its sortKey()
        Number, ///< whole numbers; days (Julian) and times; NULL where there is none
        From, ///< the first day of a period; the beginning of time where it is open
        To ///< the last one
    };
    std::string name; ///< as SQL has it
    QString field;
    Kind kind = Kind::Code;
};

class Projection
{
public:
    Projection(const Register &described, Face face);

    [[nodiscard]] const Register &described() const { return m_described; }
    [[nodiscard]] Face face() const { return m_face; }
    /// Another form, another table: of the columns, and of all that the values in them are made by.
    [[nodiscard]] const QString &form() const { return m_form; }
    [[nodiscard]] const std::string &table() const { return m_table; }
    [[nodiscard]] const std::vector<ProjectionColumn> &columns() const { return m_columns; }
    /// Null where the field has none: it is no part of the list, of no filter and no order.
    [[nodiscard]] const ProjectionColumn *column(const QString &field, bool isEnd = false) const;
    /// By which entries stand where nothing else is asked for.
    [[nodiscard]] const std::string &usualOrder() const { return m_usualOrder; }

    /// The statements that make the table and its indexes.
    [[nodiscard]] std::vector<std::string> making() const;
    /// Writes the row of an entry: placeholders :id, :state, :updatedAt, :title, :words, then one for each column by
    /// its name; of the public face :content and :packed besides.
    [[nodiscard]] std::string writing() const;
    /// Binds the columns of an entry that says `content`.
    void bind(Statement &statement, const QByteArray &content) const;

private:
    void addColumn(const Field &field);

    Register m_described;
    Face m_face;
    QString m_form;
    std::string m_table;
    std::string m_usualOrder;
    std::vector<ProjectionColumn> m_columns;
};

/// The days that a period without an end, or a beginning, reaches to.
inline constexpr qint64 firstDay = 0;
inline constexpr qint64 lastDay = 99'999'999;

/// The words that an entry is found by, folded.
[[nodiscard]] QString entryWords(const Register &described, const QByteArray &content);

} // namespace toasoan
