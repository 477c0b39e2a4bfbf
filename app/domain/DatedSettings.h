// Settings of the newsroom: a register of one entry (Register::isSingle) with rows, each in force from its day on. A
// row says what changes with it; a cell that is empty leaves what was. A struct names the columns of such a register,
// and its members begin with what is so until somebody sets it otherwise.
//     struct ReviewSettings
//     {
//         static constexpr const char *noun = "reviewSettings";
//         qint64 longTitle = 150;
//         template <typename Visit>
//         void fields(Visit &visit) { visit("longTitle", longTitle); }
//     };
#pragma once

#include "domain/EntryStruct.h"

#include <algorithm>

namespace toasoan {

namespace settings {

inline const QString rows = u"values"_s; ///< the field of the rows
inline const QString from = u"from"_s; ///< their column with the first day; without it from the beginning

/// The rows that are in force on that day, in the order in which they came into force; of two of one day the lower one
/// later.
[[nodiscard]] std::vector<QJsonObject> inForce(const QByteArray &content, QDate day);

/// Reads the cells that are there; of another kind than the member's, or out of nothing, the member stays.
class CellReader
{
public:
    explicit CellReader(const QJsonObject &row) : m_row(row) { }

    void operator()(const char *name, QString &text) const
    {
        if (const QJsonValue cell = at(name); cell.isString())
            text = cell.toString();
    }
    void operator()(const char *name, qint64 &number) const
    {
        if (const QJsonValue cell = at(name); cell.isDouble())
            number = cell.toInteger();
    }

private:
    [[nodiscard]] QJsonValue at(const char *name) const { return m_row.value(QLatin1StringView(name)); }

    const QJsonObject &m_row;
};

} // namespace settings

/// What an entry of T's register says is in force on that day.
template <typename T>
[[nodiscard]] T settingsOn(const QByteArray &content, QDate day)
{
    T all;
    for (const QJsonObject &row : settings::inForce(content, day)) {
        const settings::CellReader reader(row);
        all.fields(reader);
    }
    return all;
}

} // namespace toasoan
