// Vietnamese text as values: the stored form, the folded form for searching, and addresses made from it.
#pragma once

#include "base/Result.h"

#include <QString>

namespace toasoan {

/// Whether line breaks may stand in a text: a title is one line, a note may have several.
enum class Lines
{
    Single,
    Multiple
};

/// `text` as it is stored: NFC, breaks of all kinds as '\n', leading and trailing blanks gone, without what nobody sees
/// (zero widths, byte order marks, direction controls, invisible operators, places of objects, and joiners where they
/// join no parts of a sign nor letters of a script that needs them). In a Single line, breaks and tabs become
/// blanks. InvalidInput with `subject` when it holds another control character or a lone surrogate (U+00AD, the soft
/// hyphen, stays: in TCVN3 it is the letter ư); TooLarge when it is longer than `maximum` UTF-16 units.
[[nodiscard]] Result<QString> cleanText(const QString &text, Lines lines, qsizetype maximum, const QString &subject);

/// Whether a character is not drawn, wherever it stands (Unicode's Default_Ignorable_Code_Point): no word ends there.
[[nodiscard]] bool isIgnorable(char32_t character);

/// `text` for searching: lower case, without accents, đ as d, without ignorable characters, every run of others as one
/// blank.
/// fold("Đường Triệu Phong đổi mới") = "duong trieu phong doi moi". Both tone placements fold alike.
[[nodiscard]] QString fold(const QString &text);
/// Whether `text` says `asked`, whatever the accents and signs of both. What has no letter or digit, nothing says.
[[nodiscard]] bool saysFolded(const QString &text, const QString &asked);

/// The same words with their accents, for comparing exactly: decomposed, each tone at the end of its word, so that both
/// tone placements (hòa, hoà) are one.
[[nodiscard]] QString foldKeepingAccents(const QString &text);

/// An address made from a title: the fold with hyphens, cut at a word near `maximum` characters; "bai" when nothing
/// is left of it.
[[nodiscard]] QString slug(const QString &title, qsizetype maximum = 100);

} // namespace toasoan
