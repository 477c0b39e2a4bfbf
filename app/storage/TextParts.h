// A long text in parts, so that the lines around what was found in it are not sought in all of it.
#pragma once

#include <QString>

#include <vector>

namespace toasoan {

/// What is shorter is read whole; in characters.
inline constexpr qsizetype shortestInParts = 8000;

/// A part, and the place of its first word among the words of the item in the index.
struct TextPart
{
    qint64 firstWord = 0;
    QString text;

    bool operator==(const TextPart &) const = default;
};

/// How many words the index has of a text.
[[nodiscard]] qint64 wordsIn(const QString &text);

/// Parts of about 2,000 characters, cut between words; none of a short text. `wordsBefore` stand before it in the
/// index.
[[nodiscard]] std::vector<TextPart> partsOf(const QString &text, qint64 wordsBefore);

} // namespace toasoan
