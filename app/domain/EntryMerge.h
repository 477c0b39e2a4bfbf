// Two people changed the same entry: both changes are kept.
#pragma once

#include "domain/Entry.h"

namespace toasoan::entry {

/// `theirs` and `mine`, both made from `base`, as one content; not cleaned. What one side alone changed is as that side
/// left it. Of a field that both changed: texts (Line, Text) whose changed words do not touch are merged by words, a
/// Body as an item's; lists by value (what either added is there once, what either took out is not); else the value
/// stays theirs, and mine goes into "open". A field of MergeRule::Refuse that both changed, each in its way: Conflict
/// "entry.<field>".
///
/// Rows by their ids: changed by one side, that; by both, column by column as fields are; removed by one and untouched
/// by the other, gone; removed and changed, it stays, and is open. The order is that of the side that moved rows; of
/// both, theirs, and my new rows stay behind the row they stood behind. No row is there twice, none is lost.
///
/// Members that the description does not name: changed by one side, that; by both, theirs.
[[nodiscard]] Result<QByteArray> merge(const Register &described, const QByteArray &base, const QByteArray &theirs,
                                       const QByteArray &mine);

/// How a field became another, for the history. Of rows each row that is new, gone, moved or changed.
struct RowChange
{
    enum class Kind
    {
        New,
        Gone,
        Moved,
        Changed
    };
    Kind kind = Kind::Changed;
    QString row; ///< its id
    QJsonObject before;
    QJsonObject after;
    QStringList columns; ///< the changed ones

    bool operator==(const RowChange &) const = default;
};
struct FieldChange
{
    QString field; ///< "open" where what is left to be chosen is another
    QJsonValue before; ///< undefined: absent
    QJsonValue after;
    std::vector<RowChange> rows;

    bool operator==(const FieldChange &) const = default;
};
/// In the order of the form.
[[nodiscard]] std::vector<FieldChange> differences(const Register &described, const QByteArray &before,
                                                   const QByteArray &after);

/// `content` with one thing that is open settled: `takeMine` puts mine in the value's place, else the value stays.
/// Without such an `at` the content comes back as it is.
[[nodiscard]] QByteArray settled(const Register &described, const QByteArray &content, const QString &at,
                                 bool takeMine);

} // namespace toasoan::entry
