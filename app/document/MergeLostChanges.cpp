// Deleted by one, changed by the other: the change comes back.
#include "document/MergeSides.h"
#include "document/Schema.h"

namespace toasoan::document {

namespace {

using namespace Qt::StringLiterals;

// Some of the base's tokens, counted once: a table is asked about for each cell of it.
class CountedTokens
{
public:
    template <typename Counts>
    CountedTokens(const Comparison &all, const Counts &counts) : m_all(all)
    {
        m_before.reserve(all.base.tokens.size() + 1);
        m_before.push_back(0);
        for (int i = 0; i < all.base.size(); ++i)
            m_before.push_back(m_before.back() + (counts(i) ? 1 : 0));
    }

    [[nodiscard]] bool anyIn(BlockRange blocks) const
    {
        return m_before[m_all.lastToken(blocks) + 1] > m_before[m_all.firstToken(blocks)];
    }

private:
    const Comparison &m_all;
    std::vector<int> m_before; // how many of them stand before that token
};

BlockRange blocksOf(const Container &container)
{
    return {container.firstBlock, container.lastBlock};
}

// No word of the blocks is left; of blocks without words, nothing is.
bool isEmptied(const Comparison &all, const Side &side, BlockRange blocks)
{
    bool hasWords = false;
    for (int i = all.firstToken(blocks); i <= all.lastToken(blocks); ++i) {
        if (all.base.token(i).kind == TokenKind::End)
            continue;
        hasWords = true;
        if (side.isKept(i))
            return false;
    }
    return hasWords || all.isGone(side, blocks);
}

bool wroteIn(const Comparison &all, const Side &side, BlockRange blocks)
{
    const int first = all.firstToken(blocks);
    if (side.partialBegin(side.insertedAt(first)) < side.insertedAt(first).size())
        return true;
    for (int gap = first + 1; gap <= all.lastToken(blocks); ++gap) {
        const auto &tokens = side.insertedAt(gap);
        const bool anyWord =
            std::ranges::any_of(tokens, [&](int token) { return side.flat.token(token).kind != TokenKind::End; });
        if (anyWord)
            return true;
    }
    return false;
}

bool changedText(const QString &type, const Attributes &before, const Attributes &after)
{
    const AttributeSpecs &specs = Schema::body().findNodeType(type)->attributes;
    for (auto spec = specs.begin(); spec != specs.end(); ++spec) {
        if (spec->type == AttributeType::String
            && before.value(spec.key(), spec->defaultValue) != after.value(spec.key(), spec->defaultValue))
            return true;
    }
    return false;
}

// The words that the base has once and that stand elsewhere in the side: they were moved, not deleted.
CountedTokens movedWords(const Comparison &all, const Side &side)
{
    QSet<int> insertedKeys;
    for (int i = 0; i < side.flat.size(); ++i) {
        if (side.alignment.toA[i] < 0)
            insertedKeys.insert(side.key(i));
    }
    return {all, [&](int i) {
                const int key = all.baseKeys[i];
                return all.base.token(i).kind == TokenKind::Word && all.baseCounts.value(key) == 1
                    && insertedKeys.contains(key);
            }};
}

// What one side emptied and the other wrote in; it is to come back as the other left it.
std::vector<BlockRange> findLostChanges(const Comparison &all, SideName deleter)
{
    const Side &side = all.sides[deleter];
    const Side &other = all.sides[otherSide(deleter)];
    const CountedTokens kept(all, [&](int i) { return side.isKept(i); });
    const CountedTokens moved = movedWords(all, side);
    std::vector<BlockRange> found;
    std::vector<bool> isFound(all.base.containers.size(), false);
    const auto addContainer = [&](int container) {
        const BlockRange whole = blocksOf(all.base.container(container));
        if (!isFound[container] && !moved.anyIn(whole))
            found.push_back(whole);
        isFound[container] = true;
    };
    for (int i = 0; i < std::ssize(all.base.blocks); ++i) {
        const FlatBlock &block = all.base.block(i);
        const bool wasLeaf = all.base.token(block.last).kind == TokenKind::Leaf;
        const FlatBlock *partner = other.partnerBlock(block.last);
        const bool changedLeaf = wasLeaf && partner && !side.isKept(block.last)
            && changedText(block.type, block.attributes, partner->attributes);
        const BlockRange alone{i, i};
        if (side.movedTo[i] >= 0)
            continue;
        if (!changedLeaf && !(isEmptied(all, side, alone) && !all.isGone(other, alone) && wroteIn(all, other, alone)))
            continue;
        // A whole row, table or figure that was deleted comes back whole.
        const auto unit = std::ranges::find_if(block.path, [&](int container) {
            const Container &around = all.base.container(container);
            const bool isUnit = around.type == "table"_L1 || around.type == "tableRow"_L1 || around.type == "figure"_L1;
            return isUnit && !kept.anyIn(blocksOf(around));
        });
        if (unit != block.path.end())
            addContainer(*unit);
        else if (!moved.anyIn(alone))
            found.push_back(alone);
    }
    // The text of a container: a credit, the summary of a table.
    const auto toBase = matchContainers(all.base, other.flat, other.alignment);
    for (int i = 0; i < std::ssize(toBase); ++i) {
        if (toBase[i] < 0)
            continue;
        const Container &container = all.base.container(toBase[i]);
        if (changedText(container.type, container.attributes, other.flat.container(i).attributes)
            && !kept.anyIn(blocksOf(container)))
            addContainer(toBase[i]);
    }
    return found;
}

void restore(Comparison &all, SideName deleter, BlockRange blocks)
{
    Side &side = all.sides[deleter];
    const Side &other = all.sides[otherSide(deleter)];
    for (int i = all.firstToken(blocks); i <= all.lastToken(blocks); ++i)
        side.keeps[i] = side.isKept(i) || other.isKept(i);
    for (int i = blocks.first; i <= blocks.last; ++i)
        all.restored[i] = otherSide(deleter);
    for (Side &each : all.sides) {
        for (int gap = all.firstToken(blocks); gap <= all.lastToken(blocks); ++gap) {
            const auto &tokens = each.insertedAt(gap);
            const bool atStart = gap == all.firstToken(blocks);
            for (std::size_t i = atStart ? each.partialBegin(tokens) : 0; i < tokens.size(); ++i)
                each.contest[tokens[i]] = Contest::Always;
        }
    }
}

} // namespace

void restoreLostChanges(Comparison &comparison)
{
    comparison.restored.assign(comparison.base.blocks.size(), std::nullopt);
    const auto lostByThem = findLostChanges(comparison, Theirs);
    const auto lostByMe = findLostChanges(comparison, Mine);
    for (const BlockRange blocks : lostByThem)
        restore(comparison, Theirs, blocks);
    for (const BlockRange blocks : lostByMe)
        restore(comparison, Mine, blocks);
}

} // namespace toasoan::document
