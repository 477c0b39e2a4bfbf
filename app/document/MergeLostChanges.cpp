// Deleted by one, changed by the other: the change comes back.
#include "document/MergeSides.h"
#include "document/Schema.h"

namespace toasoan::document {

namespace {

using namespace Qt::StringLiterals;

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

// A word of these blocks that the base has once stands elsewhere in the side: it was moved, not deleted.
bool movedWords(const Comparison &all, const QSet<int> &insertedKeys, BlockRange blocks)
{
    for (int i = all.firstToken(blocks); i <= all.lastToken(blocks); ++i) {
        const int key = all.baseKeys[i];
        if (all.base.token(i).kind == TokenKind::Word && all.baseCounts.value(key) == 1 && insertedKeys.contains(key))
            return true;
    }
    return false;
}

// What one side emptied and the other wrote in; it is to come back as the other left it.
std::vector<BlockRange> findLostChanges(const Comparison &all, SideName deleter)
{
    const Side &side = all.sides[deleter];
    const Side &other = all.sides[otherSide(deleter)];
    QSet<int> insertedKeys;
    for (int i = 0; i < side.flat.size(); ++i) {
        if (side.alignment.toA[i] < 0)
            insertedKeys.insert(side.key(i));
    }

    const auto isRestorable = [&](BlockRange blocks) { return !movedWords(all, insertedKeys, blocks); };
    std::vector<BlockRange> found;
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
        BlockRange unit = alone;
        for (const int container : block.path) {
            const Container &around = all.base.container(container);
            const BlockRange whole{around.firstBlock, around.lastBlock};
            const bool isUnit = around.type == "table"_L1 || around.type == "tableRow"_L1 || around.type == "figure"_L1;
            if (isUnit && all.isGone(side, whole)) {
                unit = whole;
                break;
            }
        }
        if (isRestorable(unit))
            found.push_back(unit);
    }
    // The text of a container: a credit, the summary of a table.
    const auto toBase = matchContainers(all.base, other.flat, other.alignment);
    for (int i = 0; i < std::ssize(toBase); ++i) {
        if (toBase[i] < 0)
            continue;
        const Container &container = all.base.container(toBase[i]);
        const BlockRange whole{container.firstBlock, container.lastBlock};
        if (changedText(container.type, container.attributes, other.flat.container(i).attributes)
            && all.isGone(side, whole) && isRestorable(whole))
            found.push_back(whole);
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
