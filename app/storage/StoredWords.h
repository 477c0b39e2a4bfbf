// How the words of an item lie beside SQLite's index, which keeps none itself (migration 0010).
#pragma once

#include "base/Result.h"
#include "text/SearchText.h"

#include <QByteArray>

namespace toasoan {

/// What the index was told of an item: it must be told the same again to forget it.
struct IndexedWords
{
    SearchText title;
    SearchText all; ///< the title's too

    bool operator==(const IndexedWords &) const = default;
};

/// The plain forms are left out where they follow from the accented ones, unless it is a long text.
[[nodiscard]] QByteArray packWords(const IndexedWords &words);

/// Corrupt "publication.words" if it is not what packWords() gives.
[[nodiscard]] Result<IndexedWords> unpackWords(const QByteArray &packed);

} // namespace toasoan
