// What people write in one word or in several: the letters of a document's number, hours, names with a number. For
// SearchText.
#pragma once

#include <QString>

namespace toasoan {

/// `text` with a blank wherever letters and digits touch: "QL15D" is "QL 15 D", "m²" is "m ²".
[[nodiscard]] QString withRunsApart(const QString &text);

/// Whether letters and digits touch in it.
[[nodiscard]] bool hasSeveralRuns(QStringView word);

/// Whether a word is one or two letters that could be a syllable with a number behind it, as CO2 and U23 are. Apart
/// they would be found wherever someone has two of something ("có 2"), so they are words too.
[[nodiscard]] bool isShortNameWithNumber(QStringView word);

/// Those names in `text`, in one word each and divided by blanks, however they are written (CO2, CO-2, U.23).
[[nodiscard]] QString shortNamesWithNumbers(const QString &text);

/// What a text is found by besides its words. Stands behind the text, where it comes between no words of a phrase. Each
/// spelling once.
/// Days without a year are those of `written`, if that is known.
[[nodiscard]] QString otherSpellings(const QString &text, const QDate &written);

/// The words of a query in the spelling that each text has beside its own: 6g30 is 6h30, 17:00 is 17h00.
[[nodiscard]] QString inKnownSpelling(QString words);

} // namespace toasoan
