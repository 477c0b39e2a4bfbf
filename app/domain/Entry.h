// What an entry of a register says: canonical JSON, by the register's description. Keys sorted, what is empty is
// absent. Members that the description does not name are kept as they came, within bounds.
//
// A value is of the form of its field's kind, or the content is refused; whether it is one that the description allows
// (a choice that is there, a pattern, a range) is judged apart (checkComplete(), faults()): what another description
// allowed can be read and kept, and is not written anew.
//  - Decimal: "-1.5"; no zeros before it ("01"), none at its end: "1.50" becomes "1.5".
//  - Date: "2026-11-30", of the years 1000 to 9999. Moment: "2026-11-30T07:00:00.000Z". Period: {"from", "to"}, the
//    one, the other or both.
//  - Reference: "<id>"; where several nouns are allowed "<noun>/<id>" of all but the first. File: "<id>".
//  - Body: as the body of an item; an empty document is absent. Many: an array, each once.
//  - Rows: an array of objects; the member "row" is a row's id. A row that says nothing is none.
//
// A member "open" lists what two people changed and nobody has chosen between: [{"at", "mine"}], `at` as "phone",
// "rows/<row id>/phone" or, of a row that one took out and the other changed, "rows/<row id>"; without "mine" what I
// did was to take it out. The value itself stays theirs, always a valid one; of a row that they took out and I changed
// it is mine, so that nothing is lost. Other members of an item ("by", "when") stay with it. Two wordings of one place
// are two items. While something is open nothing vouches for the entry (isSettled()).
#pragma once

#include "domain/Register.h"

#include <QByteArray>
#include <QJsonValue>

namespace toasoan {

class Dice;

namespace entry {

/// Bounds of what is not known in one entry; see ContentLimits::others.
inline constexpr qsizetype longestOthers = 16'384;
inline constexpr int deepestOthers = 4;
/// The longest content of an entry, in bytes.
inline constexpr qsizetype longestContent = 1'048'576;

/// The content in the form that is stored and hashed: texts cleaned (cleanText()), lists without what is in them twice,
/// rows with their ids, of two of one id the second with another; an id that is missing is made of what the row says
/// and of its place, so that it is the same on every computer. What is open and decided meanwhile (the value is mine;
/// the row is gone) is open no longer. What the description says is computed is not there. Of the wrong form:
/// InvalidInput "entry.<field>" ("entry.rows.2.phone" in rows, "entry.open"), "entry" of what is no JSON object.
/// TooLarge far over a limit, that is four times: what two people wrote in reach of it, or a description with shorter
/// limits, can be opened; checkLimits() says what may be written. Where rows are told by their number, those that say
/// nothing count. A field that is missing is no error here (checkComplete()).
[[nodiscard]] Result<QByteArray> clean(const Register &described, const QByteArray &content);

/// As a person typed it, without what cannot be in texts; values that do not read stay as they are, to be shown at
/// their field. Never fails: what does not read as JSON comes back.
[[nodiscard]] QByteArray tidy(const Register &described, const QByteArray &content);

/// TooLarge at the place where a clean content is over its limits, unless `was` is so there too and no smaller. Cells
/// are held against those of the same row.
[[nodiscard]] Result<void> checkLimits(const Register &described, const QByteArray &content, const QByteArray &was);

/// InvalidInput at the first place, in the order of the form, where a clean content lacks what is required, or says
/// what the description does not allow. The detail is one of:
///  - "empty"
///  - "not one of the choices", "not one of the nouns"
///  - "out of range", "not of the pattern"
/// What stands in `was` at the same place is allowed, but for emptiness: an entry stays as it is when the board takes a
/// choice away, until somebody chooses anew.
[[nodiscard]] Result<void> checkComplete(const Register &described, const QByteArray &content,
                                         const QByteArray &was = {});

/// All that is wrong with a content as it stands in a form, each at its field, in the order of the form; empty if it
/// can be saved in place of `was`. Of one place the first that is wrong: that it does not read (clean()), is too large
/// (checkLimits()), is empty or not allowed (checkComplete()).
[[nodiscard]] std::vector<Error> faults(const Register &described, const QByteArray &content,
                                        const QByteArray &was = {});

/// Whether nothing in it is left to be chosen: nothing is open, and no Body has words of two wordings. False of what
/// does not read.
[[nodiscard]] bool isSettled(const QByteArray &content);

/// What the entry is called: the register's title with its fields filled in; what is empty leaves no stray signs
/// between. Of a Choice its label in Vietnamese; of the entry of a single register how the register calls it. At most
/// `longestTitle` long; empty if all its fields are.
inline constexpr qsizetype longestTitle = 300;
[[nodiscard]] QString titleOf(const Register &described, const QByteArray &content);

/// A value as people read it, on one line: dates as 30-11-2026 (30 November 2026), money as "1.500.000 đ", labels of
/// choices, "từ … đến …"; a moment on the newsroom's clock (text/NewsroomZone.h); of rows and bodies their words. Of a
/// reference and a file its id: whoever shows it knows the names. What does not read as its kind: as it stands there.
[[nodiscard]] QString shown(const Field &field, const QJsonValue &value, bool isEnglish);

/// The ids in a content, by field: what it refers to, pictures within a Body included, and what is open too.
struct Link
{
    QString field; ///< "rows.picture" of a column; "open"
    Noun noun; ///< nouns::media of a File; of a Reference that does not say it the field's first
    QString id;

    bool operator==(const Link &) const = default;
};
[[nodiscard]] std::vector<Link> links(const Register &described, const QByteArray &content);

/// A new id for a row: 12 characters of 0–9 a–z.
[[nodiscard]] QString newRowId(Dice &dice);

} // namespace entry

} // namespace toasoan
