// What two sides did to one base, word by word, before anything is put together. Part of merge; not for other modules.
#pragma once

#include "document/Alignment.h"

#include <QHash>
#include <QSet>

#include <array>
#include <optional>
#include <vector>

namespace toasoan::document {

/// The two descendants; also their index where there is one of something for each.
enum SideName
{
    Theirs,
    Mine
};

constexpr SideName otherSide(SideName side)
{
    return side == Theirs ? Mine : Theirs;
}

/// When inserted words go under the conflict mark.
enum class Contest : std::uint8_t
{
    None,
    IfBothRemain, ///< both sides put words at the same place; equal ones are taken together first
    Always, ///< the other side changed or deleted what these words replace
};

/// Tokens of one document, by index.
using Tokens = std::vector<int>;

/// One of the two descendants, compared with the base.
struct Side
{
    SideName name = Theirs;
    Flat flat;
    std::vector<int> keys;
    Alignment alignment; ///< a: base, b: this side
    std::vector<Hunk> hunks;
    std::vector<bool> keeps; ///< base tokens that are still there, or that the other side's change brought back
    std::vector<Tokens> inserted; ///< own tokens by the gap of the base they stand in
    std::vector<Contest> contest; ///< of own tokens
    std::vector<int> movedTo; ///< base block -> own block with the same words at another place, or -1
    std::vector<int> movedFrom; ///< the reverse

    [[nodiscard]] int partner(int baseToken) const { return alignment.toB[baseToken]; }
    [[nodiscard]] bool isKept(int baseToken) const { return keeps[baseToken]; }
    [[nodiscard]] const Tokens &insertedAt(int gap) const { return inserted[gap]; }
    [[nodiscard]] int key(int token) const { return keys[token]; }
    [[nodiscard]] bool closesBlock(int token) const { return flat.token(token).closesBlock(); }
    [[nodiscard]] const FlatBlock &blockOf(int token) const { return flat.block(flat.token(token).block); }
    /// The block whose end is the partner of that end of a base block; null if there is none.
    [[nodiscard]] const FlatBlock *partnerBlock(int baseEnd) const
    {
        return partner(baseEnd) < 0 ? nullptr : &blockOf(partner(baseEnd));
    }
    /// Of tokens at a gap between blocks: where those begin that belong to the block behind it.
    [[nodiscard]] std::size_t partialBegin(const Tokens &tokens) const;
};

/// Blocks of the base, from first to last.
struct BlockRange
{
    int first;
    int last;
};

/// The base and its two sides.
struct Comparison
{
    Flat base;
    std::vector<int> baseKeys;
    QHash<int, int> baseCounts; ///< how often a key is in the base
    std::array<Side, 2> sides;
    /// Words that all three have once and that both sides put elsewhere. They stand where theirs has them.
    QSet<int> movedByBoth;
    std::vector<std::optional<SideName>> restored; ///< base blocks that came back, and whose change brought them back

    [[nodiscard]] const Side &theirs() const { return sides[Theirs]; }
    [[nodiscard]] const Side &mine() const { return sides[Mine]; }
    [[nodiscard]] int firstToken(BlockRange blocks) const { return base.block(blocks.first).first; }
    [[nodiscard]] int lastToken(BlockRange blocks) const { return base.block(blocks.last).last; }
    /// Whether nothing of the blocks is left in the side.
    [[nodiscard]] bool isGone(const Side &side, BlockRange blocks) const;
    /// Whether a side has the block at another place.
    [[nodiscard]] bool isMoved(int baseBlock) const;
};

/// Compares both with the base; what one emptied and the other wrote in is back as the other left it.
[[nodiscard]] Comparison compareSides(Flat base, Flat theirs, Flat mine);

/// Brings back what one side emptied and the other wrote in.
void restoreLostChanges(Comparison &comparison);

} // namespace toasoan::document
