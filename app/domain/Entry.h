// What an entry of a register says: canonical JSON, by the register's description. Keys sorted, what is empty is
// absent. Members that the description does not name are kept as they came, within bounds.
//
// A member "open" lists what two people changed and nobody has chosen between: [{"at", "mine"}], `at` as "phone" or
// "rows/<row id>/phone". The value itself stays theirs, always a valid one. While something is open nothing vouches for
// the entry (isSettled()).
#pragma once

#include "domain/Register.h"

#include <QByteArray>
#include <QJsonValue>

namespace toasoan {

namespace entry {

/// Bounds of what is not known in one entry; see ContentLimits::others.
inline constexpr qsizetype longestOthers = 16'384;
inline constexpr int deepestOthers = 4;
/// The longest content of an entry, in bytes.
inline constexpr qsizetype longestContent = 1'048'576;

/// The content in the form that is stored and hashed: texts cleaned (cleanText()), lists without what is in them twice,
/// rows with their ids. Of the wrong form: InvalidInput "entry.<field>" ("entry.rows.2.phone" in rows); TooLarge over a
/// limit. A field that is missing is no error here (checkComplete()).
[[nodiscard]] Result<QByteArray> clean(const Register &described, const QByteArray &content);

/// As a person typed it, without what cannot be in texts; values that do not read stay as they are, to be shown at
/// their field. Never fails: what does not read as JSON comes back.
[[nodiscard]] QByteArray tidy(const Register &described, const QByteArray &content);

/// TooLarge at the place where a clean content is over its limits, unless `was` is so there too and no smaller.
[[nodiscard]] Result<void> checkLimits(const Register &described, const QByteArray &content, const QByteArray &was);

/// InvalidInput "entry.<field>" for the first required field that is empty, in the order of the form.
[[nodiscard]] Result<void> checkComplete(const Register &described, const QByteArray &content);

/// All that is wrong with a content as it stands in a form, each at its field, in the order of the form; empty if it
/// can be saved.
[[nodiscard]] std::vector<Error> faults(const Register &described, const QByteArray &content);

/// Whether nothing in it is left to be chosen.
[[nodiscard]] bool isSettled(const QByteArray &content);

/// What the entry is called: the register's title with its fields filled in; what is empty leaves no stray signs
/// between. Of a Choice its label in Vietnamese.
[[nodiscard]] QString titleOf(const Register &described, const QByteArray &content);

/// A value as people read it, on one line: dates as 30-11-2026, money with its dots, labels of choices, "từ … đến …".
/// Of a reference and a file its id: whoever shows it knows the names.
[[nodiscard]] QString shown(const Field &field, const QJsonValue &value, bool isEnglish);

/// The ids in a content, by field: what it refers to.
struct Link
{
    QString field;
    Noun noun; ///< of the field's nouns the first, where several are allowed and the value does not say
    QString id;

    bool operator==(const Link &) const = default;
};
[[nodiscard]] std::vector<Link> links(const Register &described, const QByteArray &content);

/// A new id for a row: 12 characters of 0–9 a–z.
[[nodiscard]] QString newRowId(class Dice &dice);

} // namespace entry

} // namespace toasoan
