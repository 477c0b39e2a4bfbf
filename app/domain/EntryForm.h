// What the parts of Entry and EntryMerge share: the canonical form of values, rows and what is open. Not for other
// modules.
#pragma once

#include "domain/Entry.h"

#include <QJsonArray>
#include <QJsonObject>

#include <span>

namespace toasoan::entry {

/// How far over its limits a content may be to be read, times the limits: what is stored, or was merged of two that
/// were within them, can be opened and shortened.
inline constexpr qsizetype room = 4;

inline constexpr auto openMember = QLatin1StringView("open");
inline constexpr auto rowMember = QLatin1StringView("row");
inline constexpr auto atMember = QLatin1StringView("at");
inline constexpr auto mineMember = QLatin1StringView("mine");

/// A content as JSON; no bytes at all are one that says nothing. InvalidInput "entry", TooLarge "entry".
[[nodiscard]] Result<QJsonObject> read(const QByteArray &content);
[[nodiscard]] QByteArray canonical(const QJsonObject &content);
/// Of a value alone, for comparing and telling apart.
[[nodiscard]] QByteArray canonical(const QJsonValue &value);

/// Whether nothing is said: absent, null, "", [], {}, false.
[[nodiscard]] bool isEmpty(const QJsonValue &value);

/// A value of a field, of Rows all of them, in the form that is stored; undefined if it is empty.
[[nodiscard]] Result<QJsonValue> cleanValue(const Field &field, const QJsonValue &value, const QString &place);

/// Rows with an id each, none twice. The first of two keeps it; the others, and those without, get one made of the
/// field, of what the row says and of its place: the same wherever it is made. Undefined if it is no array of objects.
[[nodiscard]] QJsonValue withRowIds(const Field &field, const QJsonValue &rows);

/// What an `at` names. Nothing at all of what this description does not have.
struct Spot
{
    const Field *field = nullptr; ///< of the entry
    QString row; ///< of Rows
    const Field *column = nullptr; ///< null: the whole row, or no row

    [[nodiscard]] bool isRow() const { return !row.isEmpty() && !column; }
};
[[nodiscard]] Spot spotOf(const Register &described, const QString &at);
[[nodiscard]] QString atOf(const QString &field, const QString &row, const QString &column);

[[nodiscard]] qsizetype placeOfRow(const QJsonArray &rows, const QString &row); ///< -1: it is not there
/// The value at a spot; undefined if there is none.
[[nodiscard]] QJsonValue valueAt(const QJsonObject &content, const Spot &spot);

/// What a description does not know of a content.
struct Unknown
{
    qsizetype size = 0; ///< in bytes
    int depth = 0; ///< objects and arrays within each other
};
[[nodiscard]] Unknown unknownIn(const Register &described, const QJsonObject &content);

/// Ids that a value of the field names.
void collectLinks(const Field &field, const QJsonValue &value, const QString &name, std::vector<Link> &links);

} // namespace toasoan::entry
