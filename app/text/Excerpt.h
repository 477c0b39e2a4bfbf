// A few lines of a text around the words that were searched for.
#pragma once

#include "text/SearchText.h"

#include <QString>

#include <vector>

namespace toasoan {

struct ExcerptPiece
{
    QString text;
    bool isMatch = false;

    bool operator==(const ExcerptPiece &) const = default;
};

/// About `length` characters of `text` in one line, its own lines told apart by · and what stands between tabs by a
/// comma, where most of the query's terms stand close together (the first such place), or its beginning when none does;
/// cut at words, with … where something is left out. Lines that look like bylines and credits are no part of it. With
/// an accented query the words are those with the same accents, if all are there.
[[nodiscard]] std::vector<ExcerptPiece> excerpt(const QString &text, const SearchQuery &query, qsizetype length);

/// All of `text`, a title, in which the query's words are marked. With an accented query those with the same accents,
/// if there is one. Nothing if it has no word.
[[nodiscard]] std::vector<ExcerptPiece> marked(const QString &text, const SearchQuery &query);

} // namespace toasoan
