#include "document/MergeSides.h"

namespace toasoan::document {

namespace {

// A stretch that became another one: the new words stand where the old ones began. But when whole blocks went from
// there, what was put before the rest of the next block goes with that block.
void placeInsertions(const Flat &base, Side &side)
{
    side.inserted.resize(base.tokens.size() + 1);
    for (const Hunk &hunk : side.hunks) {
        int trailing = hunk.bBegin; // what comes behind the last inserted End
        for (int i = hunk.bBegin; i < hunk.bEnd; ++i) {
            if (side.closesBlock(i))
                trailing = i + 1;
        }
        int lastGap = hunk.aBegin;
        if (base.isBlockStart(hunk.aBegin)) {
            for (int i = hunk.aBegin; i < hunk.aEnd; ++i) {
                if (base.token(i).closesBlock())
                    lastGap = i + 1;
            }
        }
        for (int i = hunk.bBegin; i < hunk.bEnd; ++i)
            side.inserted[i < trailing ? hunk.aBegin : lastGap].push_back(i);
    }
}

void findWordsMovedByBoth(Comparison &all)
{
    std::array<QHash<int, int>, 2> counts;
    for (const SideName side : {Theirs, Mine}) {
        for (const int key : all.sides[side].keys)
            ++counts[side][key];
    }
    for (int i = 0; i < all.base.size(); ++i) {
        const int key = all.baseKeys[i];
        if (all.base.token(i).kind == TokenKind::Word && !all.sides[Theirs].isKept(i) && !all.sides[Mine].isKept(i)
            && all.baseCounts.value(key) == 1 && counts[Theirs].value(key) == 1 && counts[Mine].value(key) == 1)
            all.movedByBoth.insert(key);
    }
}

void contestAll(Side &side, const Hunk &hunk, Contest contest)
{
    for (int i = hunk.bBegin; i < hunk.bEnd; ++i) {
        Contest &entry = side.contest[i];
        entry = std::max(entry, contest);
    }
}

// New blocks of both sides at one place are no contest: they stand one after the other.
void contestWordsBehindBlocks(Side &side, const Hunk &hunk)
{
    for (int i = hunk.bEnd; i > hunk.bBegin && !side.closesBlock(i - 1); --i)
        side.contest[i - 1] = Contest::IfBothRemain;
}

void findContests(Comparison &all)
{
    const auto &theirs = all.sides[Theirs].hunks;
    const auto &mine = all.sides[Mine].hunks;
    auto t = theirs.begin();
    auto m = mine.begin();
    while (t != theirs.end() && m != mine.end()) {
        const bool sameRange = t->aBegin == m->aBegin && t->aEnd == m->aEnd;
        const bool shareWords = std::max(t->aBegin, m->aBegin) < std::min(t->aEnd, m->aEnd);
        const auto isInside = [](const Hunk &point, const Hunk &range) {
            return point.aBegin == point.aEnd && range.aBegin < point.aBegin && point.aBegin < range.aEnd;
        };
        const bool bothInsert = t->bBegin < t->bEnd && m->bBegin < m->bEnd;
        if (sameRange && t->aBegin == t->aEnd && all.base.isBlockStart(t->aBegin)) {
            contestWordsBehindBlocks(all.sides[Theirs], *t);
            contestWordsBehindBlocks(all.sides[Mine], *m);
        } else if (sameRange) {
            contestAll(all.sides[Theirs], *t, bothInsert ? Contest::IfBothRemain : Contest::Always);
            contestAll(all.sides[Mine], *m, bothInsert ? Contest::IfBothRemain : Contest::Always);
        } else if (shareWords || isInside(*t, *m) || isInside(*m, *t)) {
            contestAll(all.sides[Theirs], *t, Contest::Always);
            contestAll(all.sides[Mine], *m, Contest::Always);
        }
        if (t->aEnd < m->aEnd || (t->aEnd == m->aEnd && t->aBegin <= m->aBegin))
            ++t;
        else
            ++m;
    }
}

// A block that is gone at one place and stands with the same words, and only once, at another.
void findMoves(const Comparison &all, Side &side)
{
    side.movedTo.assign(all.base.blocks.size(), -1);
    side.movedFrom.assign(side.flat.blocks.size(), -1);
    const auto isLong = [](const Flat &flat, const FlatBlock &block) {
        return block.last - block.first >= 3
            || (flat.token(block.last).kind == TokenKind::Leaf && !block.attributes.isEmpty());
    };
    const auto isAlone = [](const std::vector<int> &partners, const FlatBlock &block) {
        return std::all_of(partners.begin() + block.first, partners.begin() + block.last + 1,
                           [](int partner) { return partner < 0; });
    };
    struct Seen
    {
        int inBase = 0;
        int inSide = 0;
        int gone = -1;
    };
    QHash<QByteArray, Seen> seen;
    for (int i = 0; i < std::ssize(all.base.blocks); ++i) {
        if (!isLong(all.base, all.base.block(i)))
            continue;
        Seen &entry = seen[contentOf(all.base.block(i), all.baseKeys)];
        ++entry.inBase;
        entry.gone = isAlone(side.alignment.toB, all.base.block(i)) ? i : -1;
    }
    for (const FlatBlock &block : side.flat.blocks) {
        const auto entry = seen.find(contentOf(block, side.keys));
        if (entry != seen.end())
            ++entry->inSide;
    }
    for (int i = 0; i < std::ssize(side.flat.blocks); ++i) {
        const FlatBlock &block = side.flat.block(i);
        const auto entry = seen.constFind(contentOf(block, side.keys));
        if (entry == seen.constEnd() || entry->inBase != 1 || entry->inSide != 1 || entry->gone < 0
            || !isAlone(side.alignment.toA, block))
            continue;
        side.movedTo[entry->gone] = i;
        side.movedFrom[i] = entry->gone;
    }
}

// One side moved the block, the other moved its words and changed some: then they are followed word by word.
void dropUncertainMoves(Comparison &all)
{
    for (int i = 0; i < std::ssize(all.base.blocks); ++i) {
        const FlatBlock &block = all.base.block(i);
        const bool movedWords = std::any_of(all.baseKeys.begin() + block.first, all.baseKeys.begin() + block.last,
                                            [&](int key) { return all.movedByBoth.contains(key); });
        if (!movedWords || (all.sides[Theirs].movedTo[i] >= 0 && all.sides[Mine].movedTo[i] >= 0))
            continue;
        for (Side &side : all.sides) {
            if (const int to = std::exchange(side.movedTo[i], -1); to >= 0)
                side.movedFrom[to] = -1;
        }
    }
}

} // namespace

std::size_t Side::partialBegin(const Tokens &tokens) const
{
    std::size_t begin = tokens.size();
    while (begin > 0 && !closesBlock(tokens[begin - 1]))
        --begin;
    return begin;
}

bool Comparison::isGone(const Side &side, BlockRange blocks) const
{
    return std::none_of(side.keeps.begin() + firstToken(blocks), side.keeps.begin() + lastToken(blocks) + 1,
                        [](bool isKept) { return isKept; });
}

bool Comparison::isMoved(int baseBlock) const
{
    return std::ranges::any_of(sides, [&](const Side &side) { return side.movedTo[baseBlock] >= 0; });
}

Comparison compareSides(Flat base, Flat theirs, Flat mine)
{
    Comparison all;
    all.base = std::move(base);
    all.sides[Theirs].flat = std::move(theirs);
    all.sides[Mine].flat = std::move(mine);
    TokenKeys keys;
    all.baseKeys = keys.keysOf(all.base);
    for (const int key : all.baseKeys)
        ++all.baseCounts[key];
    for (const SideName name : {Theirs, Mine}) {
        Side &side = all.sides[name];
        side.name = name;
        side.keys = keys.keysOf(side.flat);
        side.alignment = alignTokens(all.base, all.baseKeys, side.flat, side.keys);
        side.hunks = hunksOf(side.alignment);
        for (const int partner : side.alignment.toB)
            side.keeps.push_back(partner >= 0);
        side.contest.assign(side.flat.tokens.size(), Contest::None);
        placeInsertions(all.base, side);
    }
    findWordsMovedByBoth(all);
    findContests(all);
    for (Side &side : all.sides)
        findMoves(all, side);
    dropUncertainMoves(all);
    restoreLostChanges(all);
    return all;
}

} // namespace toasoan::document
