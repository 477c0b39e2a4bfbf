// Single signs of a text: what is not seen, what only one font can show, what no text holds.
#pragma once

#include <QString>

namespace toasoan {

/// Whether a reader neither sees nor hears anything of it: blanks, signs without a width, fillers of other scripts.
[[nodiscard]] bool isBlank(QStringView text);

/// `text` as it is read: fillers as blanks or gone, hidden tags gone (they stay in a flag, which they make), the
/// bullets and ticks of Symbol and Wingdings as the signs they show. Everything else stays.
[[nodiscard]] QString readableSigns(const QString &text);

/// `text` as typing, pasting or a file may hold it, made fit for cleanText(): what that refuses is gone (control
/// characters, halves of pairs), NEL is a line break. Of what a person gives, not of what comes over the wire.
[[nodiscard]] QString withoutStraySigns(const QString &text);

} // namespace toasoan
