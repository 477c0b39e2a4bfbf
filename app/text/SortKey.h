// The order of a Vietnamese dictionary as plain ASCII, for databases: bytes compare as people order the texts, on every
// engine, whatever its collation.
#pragma once

#include <QString>

namespace toasoan {

/// A text whose bytes sort as `text` does among others: letters by their base and its sign (a ă â … d đ e ê … o ô ơ …
/// u ư), then, of texts that are the same so far, by their tones (level, huyền, hỏi, ngã, sắc, nặng); numbers within it
/// by their value; capitals and stray signs do not count. Of a long text the beginning.
[[nodiscard]] QString sortKey(const QString &text);

} // namespace toasoan
