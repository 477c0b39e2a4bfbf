// Which words of a document are which words of its descendant. Part of diff and merge; not for other modules.
#pragma once

#include "document/Flat.h"

#include <QByteArray>
#include <QHash>

#include <vector>

namespace toasoan::document {

/// Numbers for what tokens say, without marks and attributes: tokens with the same number are the same words.
class TokenKeys
{
public:
    [[nodiscard]] std::vector<int> keysOf(const Flat &flat);

private:
    QHash<QString, int> m_keys;
};

/// What a block says, as a key: the same for blocks of the same words. `keys` are those of its document.
[[nodiscard]] QByteArray contentOf(const FlatBlock &block, const std::vector<int> &keys);

/// The alignment of a document `a` with its descendant `b`.
struct Alignment
{
    std::vector<int> toB; ///< for each token of a its partner in b, or -1; increasing
    std::vector<int> toA; ///< the reverse
};

/// Aligns by blocks that are equal, then by words. Coincidences (a "và" between two rewritten sentences) are no
/// partners. Inserted and deleted stretches are shifted, where there is a choice, so that they are whole blocks.
[[nodiscard]] Alignment alignTokens(const Flat &a, const std::vector<int> &aKeys, const Flat &b,
                                    const std::vector<int> &bKeys);

/// A stretch of a that became a stretch of b; one of them may be empty.
struct Hunk
{
    int aBegin = 0;
    int aEnd = 0;
    int bBegin = 0;
    int bEnd = 0;
};
[[nodiscard]] std::vector<Hunk> hunksOf(const Alignment &alignment);

/// Which container of `b` is which of `a` (or -1): those that hold partners at the same depth and take the same
/// content, so that a bullet list that became a numbered one is the same list.
[[nodiscard]] std::vector<int> matchContainers(const Flat &a, const Flat &b, const Alignment &alignment);

} // namespace toasoan::document
