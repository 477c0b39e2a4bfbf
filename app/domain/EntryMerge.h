// Two people changed the same entry: both changes are kept.
#pragma once

#include "domain/Entry.h"

namespace toasoan::entry {

/// `theirs` and `mine`, both made from `base`, as one content; not cleaned. What one side alone changed is as that side
/// left it. Of a field that both changed: texts (Line without a pattern, Text) whose changed words do not touch are
/// merged by words, unless that makes them too long; a Body as an item's; lists by value (what either added is there
/// once, what either took out is not); of the register's order theirs, without a word; else the value stays theirs, and
/// mine goes into "open". A field of MergeRule::Refuse that both changed, each in its way: Conflict "entry.<field>"
/// ("entry.rows.2.amount", counted in mine); so is a row with such a column that one changed and the other took out.
///
/// Rows by their ids: changed by one side, that; by both, column by column as fields are; removed by one and untouched
/// by the other, gone; removed and changed, it stays, and is open. The order is that of the side that moved rows; of
/// both, theirs, and my new rows stay behind the row they stood behind. No row is there twice, none is lost.
///
/// What is open: open in both stays, settled by one is settled. Members that the description does not name: changed by
/// one side, that; by both, theirs. Once more merged with mine, the result stays as it is; but of a Body whose words
/// both changed, see document::merge().
///
/// The contents are clean ones; no bytes at all are an entry that says nothing. InvalidInput "entry" of what does not
/// read.
[[nodiscard]] Result<QByteArray> merge(const Register &described, const QByteArray &base, const QByteArray &theirs,
                                       const QByteArray &mine);

/// How a field became another, for the history. Of rows each that is new, moved or changed, in the order in which they
/// stand, then each that is gone. A row that was moved and changed is there twice, first as changed. As few as can be
/// are said to be moved.
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
    /// "open" where what is left to be chosen is another; else a field, or a member that the description does not name.
    QString field;
    QJsonValue before; ///< undefined: absent
    QJsonValue after;
    std::vector<RowChange> rows;

    bool operator==(const FieldChange &) const = default;
};
/// In the order of the form; then "open", then what the description does not name. A content that does not read says
/// nothing.
[[nodiscard]] std::vector<FieldChange> differences(const Register &described, const QByteArray &before,
                                                   const QByteArray &after);

/// `content` with one thing that is open settled, not cleaned: `takeMine` puts mine in the value's place (takes it out
/// where mine says nothing), else the value stays; but a row that they took out and I changed, and that stands there
/// for my sake, goes. Of two things open at one place the first is settled. Without such an `at` the content comes back
/// as it is.
[[nodiscard]] QByteArray settled(const Register &described, const QByteArray &content, const QString &at,
                                 bool takeMine);

} // namespace toasoan::entry
