// A long text in parts, so that the lines around what was found in it are not sought in all of it.
#pragma once

#include <QString>

#include <vector>

namespace toasoan {

/// What is shorter is read whole; in characters.
inline constexpr qsizetype shortestInParts = 8000;
/// Nor is a body read for its text that is longer than this, in bytes of JSON: a table of empty cells says little.
inline constexpr qsizetype longestReadWhole = 32'000;

struct TextPart
{
    QString text;
    QString words; ///< as the index has them, each between blanks

    bool operator==(const TextPart &) const = default;
};

/// Parts of about 2,000 characters, cut between words, each with the end of the one before, so that words side by side
/// are so in one of the two; none of a short text in a short body.
[[nodiscard]] std::vector<TextPart> partsOf(const QString &text, qsizetype bodySize);

} // namespace toasoan
