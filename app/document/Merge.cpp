#include "document/Merge.h"

#include "document/Flat.h"
#include "document/Schema.h"
#include "document/Sequence.h"
#include "document/Tree.h"

#include <QSet>

namespace toasoan::document {

namespace {

using namespace Qt::StringLiterals;

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

/// One of the two descendants, compared with the base.
struct Side
{
    Flat flat;
    std::vector<int> keys;
    Alignment alignment; // a: base, b: this side
    std::vector<Hunk> hunks;
    std::vector<bool> keeps; // base tokens that are still there, or that the other side's change brought back
    std::vector<std::vector<int>> inserted; // own tokens by the gap of the base they stand in
    std::vector<Contest> contest; // of own tokens
    std::vector<int> containerIds; // own container -> number common to the three documents
    std::vector<int> movedTo; // base block -> own block with the same words at another place, or -1
    std::vector<int> movedFrom; // the reverse

    [[nodiscard]] int partner(int baseToken) const { return alignment.toB[static_cast<std::size_t>(baseToken)]; }
    [[nodiscard]] bool isKept(int baseToken) const { return keeps[static_cast<std::size_t>(baseToken)]; }
    [[nodiscard]] const std::vector<int> &insertedAt(int gap) const { return inserted[static_cast<std::size_t>(gap)]; }
    [[nodiscard]] int key(int token) const { return keys[static_cast<std::size_t>(token)]; }
};

/// A word of the result, and where it was in the three documents (-1: not there).
struct MergedToken
{
    Token token;
    int inBase = -1;
    std::array<int, 2> inSide{-1, -1};
    std::optional<SideName> conflict;
};

struct MergedBlock
{
    QString type;
    Attributes attributes;
    std::vector<int> path;
    std::vector<MergedToken> words; // without the End
};

/// A container in the three documents (-1: not there).
struct SharedContainer
{
    int inBase = -1;
    std::array<int, 2> inSide{-1, -1};
};

template <typename T>
const T &changedOne(const T &base, const T &theirs, const T &mine)
{
    return mine == base ? theirs : mine;
}

QString mergeLine(const QString &base, const QString &theirs, const QString &mine, bool &conflict);

class Merger
{
public:
    Merger(Flat base, Flat theirs, Flat mine) : m_base(std::move(base))
    {
        TokenKeys keys;
        m_baseKeys = keys.keysOf(m_base);
        m_sides[Theirs].flat = std::move(theirs);
        m_sides[Mine].flat = std::move(mine);
        for (Side &side : m_sides) {
            side.keys = keys.keysOf(side.flat);
            side.alignment = alignTokens(m_base, m_baseKeys, side.flat, side.keys);
            side.hunks = hunksOf(side.alignment);
            for (const int partner : side.alignment.toB)
                side.keeps.push_back(partner >= 0);
            side.contest.assign(side.flat.tokens.size(), Contest::None);
            placeInsertions(side);
        }
        countBaseKeys();
        findWordsMovedByBoth();
        findContests();
        for (const SideName side : {Theirs, Mine})
            findMoves(m_sides[side]);
        dropUncertainMoves();
        m_restored.assign(m_base.blocks.size(), std::nullopt);
        const auto lostByThem = findLostChanges(Theirs);
        const auto lostByMe = findLostChanges(Mine);
        for (const Blocks blocks : lostByThem)
            restore(Theirs, blocks);
        for (const Blocks blocks : lostByMe)
            restore(Mine, blocks);
        numberContainers();
        emitAll();
    }

    [[nodiscard]] Node document()
    {
        std::vector<PlacedBlock> placed;
        for (const MergedBlock &block : m_blocks) {
            Node node = makeNode(block.type, block.attributes);
            node.children = inlineNodes(block.words);
            placed.push_back({std::move(node), block.path});
        }
        std::vector<Node> containers;
        for (const SharedContainer &container : m_containers)
            containers.push_back(mergedContainer(container));
        for (const QString &text : m_leftover) {
            Node paragraph = makeNode(u"paragraph"_s);
            Node words = makeNode(u"text"_s);
            words.text = text;
            words.marks = {conflictMark(Theirs)};
            paragraph.children.append(words);
            placed.push_back({paragraph, {}});
        }
        return buildTree(placed, containers);
    }

    [[nodiscard]] QString line(bool &conflict) const
    {
        QString text;
        const MergedToken *before = nullptr;
        for (const MergedBlock &block : m_blocks) {
            for (const MergedToken &word : block.words) {
                const bool sidesMeet = before && before->conflict && word.conflict && before->conflict != word.conflict;
                if (sidesMeet)
                    text = text.trimmed() + u" / "_s;
                else if (before && needsBlank(*before, word))
                    text += u' ';
                text += word.token.word.text + word.token.space.text;
                conflict = conflict || word.conflict;
                before = &word;
            }
        }
        return text;
    }

private:
    using Tokens = std::vector<int>;

    /// Blocks of the base, from first to last.
    struct Blocks
    {
        int first;
        int last;
    };

    [[nodiscard]] static Tokens part(const Tokens &tokens, std::size_t begin, std::size_t end)
    {
        return {tokens.begin() + static_cast<std::ptrdiff_t>(begin), tokens.begin() + static_cast<std::ptrdiff_t>(end)};
    }

    // ---- what each side did ------------------------------------------------------------------------------------

    // A stretch that became another one: the new words stand where the old ones began. But when whole blocks went from
    // there, what was put before the rest of the next block goes with that block.
    void placeInsertions(Side &side)
    {
        side.inserted.resize(m_base.tokens.size() + 1);
        for (const Hunk &hunk : side.hunks) {
            int trailing = hunk.bBegin; // what comes behind the last inserted End
            for (int i = hunk.bBegin; i < hunk.bEnd; ++i) {
                if (side.flat.token(i).closesBlock())
                    trailing = i + 1;
            }
            int lastGap = hunk.aBegin;
            if (m_base.isBlockStart(hunk.aBegin)) {
                for (int i = hunk.aBegin; i < hunk.aEnd; ++i) {
                    if (m_base.token(i).closesBlock())
                        lastGap = i + 1;
                }
            }
            for (int i = hunk.bBegin; i < hunk.bEnd; ++i)
                side.inserted[static_cast<std::size_t>(i < trailing ? hunk.aBegin : lastGap)].push_back(i);
        }
    }

    void countBaseKeys()
    {
        for (const int key : m_baseKeys)
            ++m_baseCounts[key];
    }

    // Words that all three have once and that both sides put elsewhere. They stand where theirs has them.
    void findWordsMovedByBoth()
    {
        std::array<QHash<int, int>, 2> counts;
        for (const SideName side : {Theirs, Mine}) {
            for (const int key : m_sides[side].keys)
                ++counts[side][key];
        }
        for (int i = 0; i < m_base.size(); ++i) {
            const int key = m_baseKeys[static_cast<std::size_t>(i)];
            if (m_base.token(i).kind == TokenKind::Word && !m_sides[Theirs].isKept(i) && !m_sides[Mine].isKept(i)
                && m_baseCounts.value(key) == 1 && counts[Theirs].value(key) == 1 && counts[Mine].value(key) == 1)
                m_movedByBoth.insert(key);
        }
    }

    void contestAll(Side &side, const Hunk &hunk, Contest contest)
    {
        for (int i = hunk.bBegin; i < hunk.bEnd; ++i) {
            Contest &entry = side.contest[static_cast<std::size_t>(i)];
            entry = std::max(entry, contest);
        }
    }

    // New blocks of both sides at one place are no contest: they stand one after the other.
    static void contestWordsBehindBlocks(Side &side, const Hunk &hunk)
    {
        for (int i = hunk.bEnd; i > hunk.bBegin && !side.flat.token(i - 1).closesBlock(); --i)
            side.contest[static_cast<std::size_t>(i - 1)] = Contest::IfBothRemain;
    }

    void findContests()
    {
        const auto &theirs = m_sides[Theirs].hunks;
        const auto &mine = m_sides[Mine].hunks;
        auto t = theirs.begin();
        auto m = mine.begin();
        while (t != theirs.end() && m != mine.end()) {
            const bool sameRange = t->aBegin == m->aBegin && t->aEnd == m->aEnd;
            const bool shareWords = std::max(t->aBegin, m->aBegin) < std::min(t->aEnd, m->aEnd);
            const auto isInside = [](const Hunk &point, const Hunk &range) {
                return point.aBegin == point.aEnd && range.aBegin < point.aBegin && point.aBegin < range.aEnd;
            };
            const bool bothInsert = t->bBegin < t->bEnd && m->bBegin < m->bEnd;
            if (sameRange && t->aBegin == t->aEnd && m_base.isBlockStart(t->aBegin)) {
                contestWordsBehindBlocks(m_sides[Theirs], *t);
                contestWordsBehindBlocks(m_sides[Mine], *m);
            } else if (sameRange) {
                contestAll(m_sides[Theirs], *t, bothInsert ? Contest::IfBothRemain : Contest::Always);
                contestAll(m_sides[Mine], *m, bothInsert ? Contest::IfBothRemain : Contest::Always);
            } else if (shareWords || isInside(*t, *m) || isInside(*m, *t)) {
                contestAll(m_sides[Theirs], *t, Contest::Always);
                contestAll(m_sides[Mine], *m, Contest::Always);
            }
            if (t->aEnd < m->aEnd || (t->aEnd == m->aEnd && t->aBegin <= m->aBegin))
                ++t;
            else
                ++m;
        }
    }

    // A block that is gone at one place and stands with the same words, and only once, at another.
    void findMoves(Side &side)
    {
        side.movedTo.assign(m_base.blocks.size(), -1);
        side.movedFrom.assign(side.flat.blocks.size(), -1);
        const auto content = [](const std::vector<int> &keys, const FlatBlock &block) {
            return QByteArray(reinterpret_cast<const char *>(&keys[static_cast<std::size_t>(block.first)]),
                              (block.last - block.first + 1) * qsizetype(sizeof(int)));
        };
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
        for (int i = 0; i < static_cast<int>(m_base.blocks.size()); ++i) {
            if (!isLong(m_base, m_base.block(i)))
                continue;
            Seen &entry = seen[content(m_baseKeys, m_base.block(i))];
            ++entry.inBase;
            entry.gone = isAlone(side.alignment.toB, m_base.block(i)) ? i : -1;
        }
        for (const FlatBlock &block : side.flat.blocks) {
            const auto entry = seen.find(content(side.keys, block));
            if (entry != seen.end())
                ++entry->inSide;
        }
        for (int i = 0; i < static_cast<int>(side.flat.blocks.size()); ++i) {
            const FlatBlock &block = side.flat.block(i);
            const auto entry = seen.constFind(content(side.keys, block));
            if (entry == seen.constEnd() || entry->inBase != 1 || entry->inSide != 1 || entry->gone < 0
                || !isAlone(side.alignment.toA, block))
                continue;
            side.movedTo[static_cast<std::size_t>(entry->gone)] = i;
            side.movedFrom[static_cast<std::size_t>(i)] = entry->gone;
        }
    }

    // One side moved the block, the other moved its words and changed some: then they are followed word by word.
    void dropUncertainMoves()
    {
        for (std::size_t i = 0; i < m_base.blocks.size(); ++i) {
            const FlatBlock &block = m_base.blocks[i];
            const bool movedWords = std::any_of(m_baseKeys.begin() + block.first, m_baseKeys.begin() + block.last,
                                                [this](int key) { return m_movedByBoth.contains(key); });
            if (!movedWords || (m_sides[Theirs].movedTo[i] >= 0 && m_sides[Mine].movedTo[i] >= 0))
                continue;
            for (Side &side : m_sides) {
                if (const int to = std::exchange(side.movedTo[i], -1); to >= 0)
                    side.movedFrom[static_cast<std::size_t>(to)] = -1;
            }
        }
    }

    // ---- deleted by one, changed by the other ---------------------------------------------------------------------

    [[nodiscard]] int firstToken(Blocks blocks) const { return m_base.block(blocks.first).first; }
    [[nodiscard]] int lastToken(Blocks blocks) const { return m_base.block(blocks.last).last; }

    [[nodiscard]] bool isGone(const Side &side, Blocks blocks) const
    {
        for (int i = firstToken(blocks); i <= lastToken(blocks); ++i) {
            if (side.isKept(i))
                return false;
        }
        return true;
    }

    // No word of the blocks is left; of blocks without words, nothing is.
    [[nodiscard]] bool isEmptied(const Side &side, Blocks blocks) const
    {
        bool hasWords = false;
        for (int i = firstToken(blocks); i <= lastToken(blocks); ++i) {
            if (m_base.token(i).kind == TokenKind::End)
                continue;
            hasWords = true;
            if (side.isKept(i))
                return false;
        }
        return hasWords || isGone(side, blocks);
    }

    // The tokens at a gap between blocks that belong to the block behind it.
    [[nodiscard]] static std::size_t partialBegin(const Side &side, const Tokens &tokens)
    {
        std::size_t begin = tokens.size();
        while (begin > 0 && !side.flat.token(tokens[begin - 1]).closesBlock())
            --begin;
        return begin;
    }

    [[nodiscard]] bool wroteIn(const Side &side, Blocks blocks) const
    {
        const int first = firstToken(blocks);
        if (partialBegin(side, side.insertedAt(first)) < side.insertedAt(first).size())
            return true;
        for (int gap = first + 1; gap <= lastToken(blocks); ++gap) {
            const auto &tokens = side.insertedAt(gap);
            const bool anyWord =
                std::ranges::any_of(tokens, [&](int token) { return side.flat.token(token).kind != TokenKind::End; });
            if (anyWord)
                return true;
        }
        return false;
    }

    [[nodiscard]] static bool changedText(const QString &type, const Attributes &before, const Attributes &after)
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
    [[nodiscard]] bool movedWords(const QSet<int> &insertedKeys, Blocks blocks) const
    {
        for (int i = firstToken(blocks); i <= lastToken(blocks); ++i) {
            const int key = m_baseKeys[static_cast<std::size_t>(i)];
            if (m_base.token(i).kind == TokenKind::Word && m_baseCounts.value(key) == 1 && insertedKeys.contains(key))
                return true;
        }
        return false;
    }

    // What one side emptied and the other wrote in; it is to come back as the other left it.
    [[nodiscard]] std::vector<Blocks> findLostChanges(SideName deleter) const
    {
        const Side &side = m_sides[deleter];
        const Side &other = m_sides[otherSide(deleter)];
        QSet<int> insertedKeys;
        for (int i = 0; i < side.flat.size(); ++i) {
            if (side.alignment.toA[static_cast<std::size_t>(i)] < 0)
                insertedKeys.insert(side.key(i));
        }

        const auto isRestorable = [&](Blocks blocks) { return !movedWords(insertedKeys, blocks); };
        std::vector<Blocks> found;
        for (int i = 0; i < static_cast<int>(m_base.blocks.size()); ++i) {
            const FlatBlock &block = m_base.block(i);
            const bool wasLeaf = m_base.token(block.last).kind == TokenKind::Leaf;
            const int partner = other.partner(block.last);
            const bool changedLeaf = wasLeaf && partner >= 0 && !side.isKept(block.last)
                && changedText(block.type, block.attributes,
                               other.flat.block(other.flat.token(partner).block).attributes);
            const Blocks alone{i, i};
            if (side.movedTo[static_cast<std::size_t>(i)] >= 0)
                continue;
            if (!changedLeaf && !(isEmptied(side, alone) && !isGone(other, alone) && wroteIn(other, alone)))
                continue;
            // A whole row, table or figure that was deleted comes back whole.
            Blocks unit = alone;
            for (const int container : block.path) {
                const Container &around = m_base.container(container);
                const Blocks all{around.firstBlock, around.lastBlock};
                const bool isUnit =
                    around.type == "table"_L1 || around.type == "tableRow"_L1 || around.type == "figure"_L1;
                if (isUnit && isGone(side, all)) {
                    unit = all;
                    break;
                }
            }
            if (isRestorable(unit))
                found.push_back(unit);
        }
        // The text of a container: a credit, the summary of a table.
        const auto toBase = matchContainers(m_base, other.flat, other.alignment);
        for (std::size_t i = 0; i < toBase.size(); ++i) {
            if (toBase[i] < 0)
                continue;
            const Container &container = m_base.container(toBase[i]);
            const Blocks all{container.firstBlock, container.lastBlock};
            if (changedText(container.type, container.attributes, other.flat.containers[i].attributes)
                && isGone(side, all) && isRestorable(all))
                found.push_back(all);
        }
        return found;
    }

    void restore(SideName deleter, Blocks blocks)
    {
        Side &side = m_sides[deleter];
        const Side &other = m_sides[otherSide(deleter)];
        for (int i = firstToken(blocks); i <= lastToken(blocks); ++i)
            side.keeps[static_cast<std::size_t>(i)] = side.isKept(i) || other.isKept(i);
        for (int i = blocks.first; i <= blocks.last; ++i)
            m_restored[static_cast<std::size_t>(i)] = otherSide(deleter);
        for (Side &each : m_sides) {
            for (int gap = firstToken(blocks); gap <= lastToken(blocks); ++gap) {
                const auto &tokens = each.insertedAt(gap);
                const bool atStart = gap == firstToken(blocks);
                for (std::size_t i = atStart ? partialBegin(each, tokens) : 0; i < tokens.size(); ++i)
                    each.contest[static_cast<std::size_t>(tokens[i])] = Contest::Always;
            }
        }
    }

    // ---- containers ----------------------------------------------------------------------------------------------

    void numberContainers()
    {
        for (int i = 0; i < static_cast<int>(m_base.containers.size()); ++i)
            m_containers.push_back({.inBase = i, .inSide = {-1, -1}});
        for (const SideName name : {Theirs, Mine}) {
            Side &side = m_sides[name];
            side.containerIds = matchContainers(m_base, side.flat, side.alignment);
            if (name == Mine)
                shareNewContainers();
            for (std::size_t i = 0; i < side.containerIds.size(); ++i) {
                int &id = side.containerIds[i];
                if (id < 0) {
                    id = static_cast<int>(m_containers.size());
                    m_containers.push_back({});
                }
                m_containers[static_cast<std::size_t>(id)].inSide[name] = static_cast<int>(i);
            }
        }
    }

    // Both sides put the same paragraphs into a list of their own: it is one list.
    void shareNewContainers()
    {
        const Side &theirs = m_sides[Theirs];
        Side &mine = m_sides[Mine];
        const auto baseCount = static_cast<int>(m_base.containers.size());
        QSet<int> shared;
        for (const FlatBlock &block : m_base.blocks) {
            const int theirToken = theirs.partner(block.last);
            const int myToken = mine.partner(block.last);
            if (theirToken < 0 || myToken < 0)
                continue;
            const auto &theirPath = theirs.flat.block(theirs.flat.token(theirToken).block).path;
            const auto &myPath = mine.flat.block(mine.flat.token(myToken).block).path;
            for (std::size_t level = 0; level < std::min(theirPath.size(), myPath.size()); ++level) {
                const int theirId = theirs.containerIds[static_cast<std::size_t>(theirPath[level])];
                int &myId = mine.containerIds[static_cast<std::size_t>(myPath[level])];
                const bool isSameType =
                    theirs.flat.container(theirPath[level]).type == mine.flat.container(myPath[level]).type;
                if (myId < 0 && theirId >= baseCount && isSameType && !shared.contains(theirId)) {
                    myId = theirId;
                    shared.insert(theirId);
                }
                if (myId != theirId)
                    break;
            }
        }
    }

    [[nodiscard]] Node mergedContainer(const SharedContainer &container)
    {
        const auto in = [&](SideName side) -> const Container * {
            const int index = container.inSide[side];
            return index < 0 ? nullptr : &m_sides[side].flat.container(index);
        };
        const Container *base = container.inBase < 0 ? nullptr : &m_base.container(container.inBase);
        const Container *theirs = in(Theirs) ? in(Theirs) : base;
        const Container *mine = in(Mine) ? in(Mine) : base;
        if (!theirs || !mine) {
            const Container &only = theirs ? *theirs : *mine;
            return makeNode(only.type, only.attributes);
        }
        if (!base)
            base = theirs; // both made it: mine wins where they differ
        return mergedNode(base->type, base->attributes, theirs->type, theirs->attributes, mine->type, mine->attributes);
    }

    [[nodiscard]] Node mergedNode(const QString &baseType, const Attributes &base, const QString &theirType,
                                  const Attributes &theirs, const QString &myType, const Attributes &mine)
    {
        if (baseType == theirType && baseType == myType)
            return makeNode(baseType, mergedAttributes(baseType, base, theirs, mine));
        return myType == baseType ? makeNode(theirType, theirs) : makeNode(myType, mine);
    }

    [[nodiscard]] Attributes mergedAttributes(const QString &type, const Attributes &base, const Attributes &theirs,
                                              const Attributes &mine)
    {
        Attributes merged;
        const AttributeSpecs &specs = Schema::body().findNodeType(type)->attributes;
        for (auto spec = specs.begin(); spec != specs.end(); ++spec) {
            const auto of = [&](const Attributes &attributes) {
                return attributes.value(spec.key(), spec->defaultValue);
            };
            AttributeValue value = changedOne(of(base), of(theirs), of(mine));
            const bool bothChanged = of(theirs) != of(base) && of(mine) != of(base) && of(theirs) != of(mine);
            if (bothChanged && spec->type == AttributeType::String) {
                bool conflict = false;
                const QString text = mergeLine(std::get<QString>(of(base)), std::get<QString>(of(theirs)),
                                               std::get<QString>(of(mine)), conflict);
                if (text.size() <= spec->maxLength)
                    value = text;
                else
                    m_leftover.append(std::get<QString>(of(theirs)));
            }
            if (value != spec->defaultValue)
                merged.insert(spec.key(), value);
        }
        return merged;
    }

    // ---- the result ----------------------------------------------------------------------------------------------

    void emitAll()
    {
        int at = 0;
        while (at < m_base.size()) {
            const Token &token = m_base.token(at);
            const FlatBlock &block = m_base.block(token.block);
            if (at == block.first && isMoved(token.block)) {
                emitGap(at, Part::WholeBlocks);
                at = block.last + 1;
                continue;
            }
            emitGap(at, Part::All);
            emitBaseToken(at);
            ++at;
        }
        emitGap(at, Part::All);
        if (!m_pending.empty())
            closeBlock(u"paragraph"_s, {}, {});
    }

    [[nodiscard]] bool isMoved(int baseBlock) const
    {
        return std::ranges::any_of(
            m_sides, [&](const Side &side) { return side.movedTo[static_cast<std::size_t>(baseBlock)] >= 0; });
    }

    enum class Part
    {
        All,
        WholeBlocks
    };

    void emitGap(int gap, Part wanted)
    {
        Tokens theirs = m_sides[Theirs].insertedAt(gap);
        Tokens mine = m_sides[Mine].insertedAt(gap);
        if (wanted == Part::WholeBlocks) {
            theirs.resize(partialBegin(m_sides[Theirs], theirs));
            mine.resize(partialBegin(m_sides[Mine], mine));
        }
        if (theirs.empty() && mine.empty())
            return;
        if (theirs.empty() || mine.empty()) {
            const SideName side = theirs.empty() ? Mine : Theirs;
            emitInserted(side, side == Theirs ? theirs : mine, Remains::Alone);
            return;
        }
        if (!m_base.isBlockStart(gap)) {
            emitBoth(theirs, mine);
            return;
        }
        const std::size_t theirWhole = partialBegin(m_sides[Theirs], theirs);
        const std::size_t myWhole = partialBegin(m_sides[Mine], mine);
        emitWholeBlocks(gap, part(theirs, 0, theirWhole), part(mine, 0, myWhole));
        emitBoth(part(theirs, theirWhole, theirs.size()), part(mine, myWhole, mine.size()));
    }

    /// Whether the other side has words left at the same place after equal ones were taken together.
    enum class Remains
    {
        Alone,
        Both
    };

    [[nodiscard]] bool sayTheSame(int theirToken, int myToken) const
    {
        return m_sides[Theirs].key(theirToken) == m_sides[Mine].key(myToken);
    }

    // Whether every token of the shorter stands in the longer too, in the same order: the longer one says it all.
    [[nodiscard]] bool containsTheOther(const Tokens &theirs, const Tokens &mine) const
    {
        const auto keysOf = [](const Side &side, const Tokens &tokens) {
            std::vector<int> keys;
            for (const int token : tokens)
                keys.push_back(side.key(token));
            return keys;
        };
        const auto partners = alignSequences(keysOf(m_sides[Theirs], theirs), keysOf(m_sides[Mine], mine));
        const auto alike = std::ranges::count_if(partners, [](int partner) { return partner >= 0; });
        return alike == std::min(std::ssize(theirs), std::ssize(mine));
    }

    void emitLonger(const Tokens &theirs, const Tokens &mine)
    {
        if (theirs.size() >= mine.size()) {
            emitInserted(Theirs, theirs, Remains::Alone);
            return;
        }
        m_mineStandsForTheirs = true;
        emitInserted(Mine, mine, Remains::Alone);
        m_mineStandsForTheirs = false;
    }

    // Words that both put at the same place. What begins or ends alike stands once.
    void emitBoth(const Tokens &theirs, const Tokens &mine)
    {
        if (!theirs.empty() && !mine.empty() && theirs.size() != mine.size() && containsTheOther(theirs, mine)) {
            emitLonger(theirs, mine);
            return;
        }
        const auto hasEnd = [](const Side &side, const Tokens &tokens) {
            return std::ranges::any_of(tokens, [&](int token) { return side.flat.token(token).closesBlock(); });
        };
        std::size_t prefix = 0;
        while (prefix < theirs.size() && prefix < mine.size() && sayTheSame(theirs[prefix], mine[prefix]))
            ++prefix;
        const bool areEqual = prefix == theirs.size() && prefix == mine.size();
        const bool severalBlocks = hasEnd(m_sides[Theirs], theirs) || hasEnd(m_sides[Mine], mine);
        if (severalBlocks && !areEqual)
            prefix = 0;
        std::size_t suffix = 0;
        while (!severalBlocks && suffix < theirs.size() - prefix && suffix < mine.size() - prefix
               && sayTheSame(theirs[theirs.size() - 1 - suffix], mine[mine.size() - 1 - suffix]))
            ++suffix;

        emitCommon(part(theirs, 0, prefix), part(mine, 0, prefix));
        const Tokens theirRest = part(theirs, prefix, theirs.size() - suffix);
        const Tokens myRest = part(mine, prefix, mine.size() - suffix);
        const auto remains = theirRest.empty() || myRest.empty() ? Remains::Alone : Remains::Both;
        emitInserted(Theirs, theirRest, remains);
        emitInserted(Mine, myRest, remains);
        emitCommon(part(theirs, theirs.size() - suffix, theirs.size()), part(mine, mine.size() - suffix, mine.size()));
    }

    using TokenBlocks = std::vector<Tokens>;

    [[nodiscard]] TokenBlocks blocksOf(const Side &side, const Tokens &tokens) const
    {
        TokenBlocks blocks;
        bool open = false;
        for (const int token : tokens) {
            if (!open)
                blocks.emplace_back();
            blocks.back().push_back(token);
            open = !side.flat.token(token).closesBlock();
        }
        return blocks;
    }

    // New blocks of both sides between the same two blocks: equal ones stand once, the others one after the other.
    void emitWholeBlocks(int gap, const Tokens &theirs, const Tokens &mine)
    {
        const auto theirBlocks = blocksOf(m_sides[Theirs], theirs);
        const auto myBlocks = blocksOf(m_sides[Mine], mine);
        QHash<QList<int>, int> numbers;
        const auto numbersOf = [&](const Side &side, const TokenBlocks &blocks) {
            std::vector<int> sequence;
            for (const Tokens &block : blocks) {
                QList<int> keys;
                for (const int token : block)
                    keys.append(side.key(token));
                if (!numbers.contains(keys))
                    numbers.insert(keys, static_cast<int>(numbers.size()));
                sequence.push_back(numbers.value(keys));
            }
            return sequence;
        };
        const auto partners =
            alignSequences(numbersOf(m_sides[Theirs], theirBlocks), numbersOf(m_sides[Mine], myBlocks));
        std::size_t theirAt = 0;
        std::size_t myAt = 0;
        for (std::size_t i = 0; i <= partners.size(); ++i) {
            if (i < partners.size() && partners[i] < 0)
                continue;
            const std::size_t myEnd = i < partners.size() ? static_cast<std::size_t>(partners[i]) : myBlocks.size();
            emitDifferentBlocks(gap, std::span(theirBlocks).subspan(theirAt, i - theirAt),
                                std::span(myBlocks).subspan(myAt, myEnd - myAt));
            if (i < partners.size())
                emitCommon(theirBlocks[i], myBlocks[myEnd]);
            theirAt = i + 1;
            myAt = myEnd + 1;
        }
    }

    void emitDifferentBlocks(int gap, std::span<const Tokens> theirs, std::span<const Tokens> mine)
    {
        // A paragraph that one side only wrote on at is the longer one.
        const auto remains = theirs.empty() || mine.empty() ? Remains::Alone : Remains::Both;
        if (theirs.size() == 1 && mine.size() == 1) {
            const bool hasWords = theirs[0].size() > 1 && mine[0].size() > 1;
            if (hasWords && containsTheOther(theirs[0], mine[0])) {
                emitLonger(theirs[0], mine[0]);
                return;
            }
        }
        const auto parts = [&](SideName side, std::span<const Tokens> blocks) {
            return splitByAttachment(gap, m_sides[side], blocks);
        };
        const auto theirParts = parts(Theirs, theirs);
        const auto myParts = parts(Mine, mine);
        for (std::size_t i = 0; i < theirParts.size(); ++i) {
            emitInserted(Theirs, theirParts[i], remains);
            emitInserted(Mine, myParts[i], remains);
        }
    }

    // What continues the item, row … before the gap, what stands by itself, what begins the one behind it.
    [[nodiscard]] std::array<Tokens, 3> splitByAttachment(int gap, const Side &side,
                                                          std::span<const Tokens> blocks) const
    {
        const auto sharedWith = [&](const std::vector<int> &basePath, const Tokens &block) {
            const auto path = sidePath(side, side.flat.token(block.back()).block);
            return sharedLength(basePath, path);
        };
        const std::vector<int> none;
        const auto &left = gap > 0 ? m_base.block(m_base.token(gap - 1).block).path : none;
        const auto &right = gap < m_base.size() ? m_base.block(m_base.token(gap).block).path : none;
        const std::size_t around = sharedLength(left, right);
        std::size_t leftEnd = 0;
        while (leftEnd < blocks.size() && sharedWith(left, blocks[leftEnd]) > around)
            ++leftEnd;
        std::size_t rightBegin = blocks.size();
        while (rightBegin > leftEnd && sharedWith(right, blocks[rightBegin - 1]) > around)
            --rightBegin;
        std::array<Tokens, 3> parts;
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            Tokens &target = parts[i < leftEnd ? 0 : i < rightBegin ? 1 : 2];
            target.insert(target.end(), blocks[i].begin(), blocks[i].end());
        }
        return parts;
    }

    static std::size_t sharedLength(const std::vector<int> &a, const std::vector<int> &b)
    {
        std::size_t length = 0;
        while (length < a.size() && length < b.size() && a[length] == b[length])
            ++length;
        return length;
    }

    [[nodiscard]] std::vector<int> sidePath(const Side &side, int block) const
    {
        std::vector<int> path = side.flat.block(block).path;
        for (int &container : path)
            container = side.containerIds[static_cast<std::size_t>(container)];
        return path;
    }

    void emitCommon(const Tokens &theirs, const Tokens &mine)
    {
        for (std::size_t i = 0; i < theirs.size(); ++i) {
            const Side &side = m_sides[Theirs];
            const Token &token = side.flat.token(theirs[i]);
            if (token.closesBlock()) {
                const FlatBlock &block = side.flat.block(token.block);
                if (!emitMovedBlockOf(Theirs, theirs[i]))
                    close(token.kind, block.type, block.attributes, sidePath(side, token.block));
                continue;
            }
            if (emitMovedBlockOf(Theirs, theirs[i]))
                continue;
            MergedToken merged{.token = token, .inBase = -1, .inSide = {theirs[i], mine[i]}, .conflict = {}};
            const Token &myToken = m_sides[Mine].flat.token(mine[i]);
            if (merged.token.space.text.isEmpty())
                merged.token.space = myToken.space;
            m_pending.push_back(std::move(merged));
        }
    }

    void emitInserted(SideName name, const Tokens &tokens, Remains remains)
    {
        const Side &side = m_sides[name];
        bool dropped = false; // the words before stand elsewhere
        for (const int index : tokens) {
            if (!m_mineStandsForTheirs && emitMovedBlockOf(name, index))
                continue;
            const Token &token = side.flat.token(index);
            if (name == Mine && !m_mineStandsForTheirs && m_movedByBoth.contains(side.key(index))) {
                dropped = true;
                continue;
            }
            const bool isPunctuation =
                token.kind == TokenKind::Word && std::ranges::none_of(token.word.text, isWordCharacter);
            if (dropped && (isPunctuation || (token.kind == TokenKind::End && m_pending.empty())))
                continue;
            dropped = false;
            if (token.closesBlock()) {
                const FlatBlock &block = side.flat.block(token.block);
                close(token.kind, block.type, block.attributes, sidePath(side, token.block));
                continue;
            }
            const Contest contest = side.contest[static_cast<std::size_t>(index)];
            const bool isContested =
                contest == Contest::Always || (contest == Contest::IfBothRemain && remains == Remains::Both);
            push(name, index, isContested);
        }
    }

    void push(SideName name, int index, bool isContested)
    {
        MergedToken merged{.token = m_sides[name].flat.token(index), .inBase = -1, .inSide = {-1, -1}, .conflict = {}};
        merged.inSide[name] = index;
        if (isContested)
            contestToken(merged, name);
        m_pending.push_back(std::move(merged));
    }

    // At the new place of a block that `name` moved: the block as the other side left it. True if the token is part of
    // such a block, so that nothing more is to be done for it.
    bool emitMovedBlockOf(SideName name, int index)
    {
        const Side &mover = m_sides[name];
        const int movedBlock = mover.flat.token(index).block;
        const int baseBlock = mover.movedFrom[static_cast<std::size_t>(movedBlock)];
        if (baseBlock < 0)
            return false;
        const Side &other = m_sides[otherSide(name)];
        const FlatBlock &moved = mover.flat.block(movedBlock);
        const FlatBlock &block = m_base.block(baseBlock);
        const bool alsoMoved = other.movedTo[static_cast<std::size_t>(baseBlock)] >= 0;
        const bool isDeleted = !alsoMoved && isGone(other, {baseBlock, baseBlock});
        const bool isElsewhere = alsoMoved && name == Mine;
        if (isDeleted || isElsewhere)
            return true;
        if (index != moved.first)
            return true;
        const auto path = sidePath(mover, movedBlock);
        const auto pushOther = [&](int token) {
            if (!other.flat.token(token).closesBlock())
                push(otherSide(name), token, false);
            else
                closeBlock(block.type, block.attributes, path);
        };
        if (!alsoMoved) {
            const auto &atStart = other.insertedAt(block.first);
            for (std::size_t i = partialBegin(other, atStart); i < atStart.size(); ++i)
                pushOther(atStart[i]);
        }
        for (int i = block.first; i < block.last; ++i) {
            if (!alsoMoved && i > block.first)
                std::ranges::for_each(other.insertedAt(i), pushOther);
            const int movedToken = moved.first + (i - block.first);
            if (alsoMoved || other.isKept(i))
                pushMerged(i, name, movedToken, alsoMoved ? -1 : other.partner(i), {});
        }
        if (!alsoMoved && block.last > block.first)
            std::ranges::for_each(other.insertedAt(block.last), pushOther);
        const int otherEnd = other.partner(block.last);
        const FlatBlock &otherBlock = otherEnd < 0 ? block : other.flat.block(other.flat.token(otherEnd).block);
        const Node node = name == Theirs ? mergedNode(block.type, block.attributes, moved.type, moved.attributes,
                                                      otherBlock.type, otherBlock.attributes)
                                         : mergedNode(block.type, block.attributes, otherBlock.type,
                                                      otherBlock.attributes, moved.type, moved.attributes);
        close(m_base.token(block.last).kind, node.type, node.attributes, path);
        return true;
    }

    void emitBaseToken(int index)
    {
        const Token &token = m_base.token(index);
        const Side &theirs = m_sides[Theirs];
        const Side &mine = m_sides[Mine];
        const bool kept = theirs.isKept(index) && mine.isKept(index);
        if (!token.closesBlock()) {
            if (kept)
                pushMerged(index, Theirs, theirs.partner(index), mine.partner(index),
                           m_restored[static_cast<std::size_t>(token.block)]);
            return;
        }
        if (!kept && !mustClose(index))
            return;
        const FlatBlock &base = m_base.block(token.block);
        const auto in = [&](const Side &side) -> const FlatBlock * {
            const int partner = side.partner(index);
            return partner < 0 ? nullptr : &side.flat.block(side.flat.token(partner).block);
        };
        const FlatBlock &theirBlock = in(theirs) ? *in(theirs) : base;
        const FlatBlock &myBlock = in(mine) ? *in(mine) : base;
        const Node node = mergedNode(base.type, base.attributes, theirBlock.type, theirBlock.attributes, myBlock.type,
                                     myBlock.attributes);
        const auto theirPath =
            in(theirs) ? sidePath(theirs, theirs.flat.token(theirs.partner(index)).block) : base.path;
        const auto myPath = in(mine) ? sidePath(mine, mine.flat.token(mine.partner(index)).block) : base.path;
        close(token.kind, node.type, node.attributes, changedOne(base.path, theirPath, myPath));
    }

    // An End that one side deleted stays when the words before it would otherwise run into a block which that side did
    // not mean: it joined them to a block that the other side deleted, or the other side put a block in between.
    [[nodiscard]] bool mustClose(int index) const
    {
        const Token &token = m_base.token(index);
        if (m_pending.empty() || token.kind != TokenKind::End)
            return false;
        const bool theyKeep = m_sides[Theirs].isKept(index);
        const bool iKeep = m_sides[Mine].isKept(index);
        if (!theyKeep && !iKeep)
            return false;
        const Side &deleter = m_sides[theyKeep ? Mine : Theirs];
        const Side &keeper = m_sides[theyKeep ? Theirs : Mine];
        if (isGone(deleter, {token.block, token.block}))
            return true;
        const auto &behind = keeper.insertedAt(index + 1);
        if (std::ranges::any_of(behind, [&](int i) { return keeper.flat.token(i).closesBlock(); }))
            return true;
        for (int i = index + 1; i < m_base.size(); ++i) {
            const auto &inserted = deleter.insertedAt(i);
            if (std::ranges::any_of(inserted, [&](int k) { return deleter.flat.token(k).closesBlock(); }))
                return false;
            if (m_base.token(i).closesBlock() && deleter.isKept(i))
                return !keeper.isKept(i);
        }
        return true;
    }

    // A token that is in the base and in both sides; `first` names the side that `firstIndex` belongs to.
    void pushMerged(int inBase, SideName first, int firstIndex, int otherIndex, std::optional<SideName> restored)
    {
        MergedToken merged{.token = m_base.token(inBase), .inBase = inBase, .inSide = {-1, -1}, .conflict = {}};
        merged.inSide[first] = firstIndex;
        merged.inSide[otherSide(first)] = otherIndex;
        const auto in = [&](SideName side) -> const Token & {
            const int index = merged.inSide[side];
            return index < 0 ? m_base.token(inBase) : m_sides[side].flat.token(index);
        };
        merged.token.word = mergedText(m_base.token(inBase).word, in(Theirs).word, in(Mine).word);
        merged.token.space = mergedText(m_base.token(inBase).space, in(Theirs).space, in(Mine).space);
        if (restored)
            contestToken(merged, *restored);
        m_pending.push_back(std::move(merged));
    }

    static StyledText mergedText(const StyledText &base, const StyledText &theirs, const StyledText &mine)
    {
        if (theirs == base || theirs == mine)
            return mine;
        if (mine == base)
            return theirs;
        if (mine.text.isEmpty())
            return theirs; // a blank that one side took away and the other changed
        const bool isSimple = base.stretches.size() == 1 && theirs.stretches.size() == 1 && mine.stretches.size() == 1;
        StyledText merged = mine;
        if (isSimple)
            merged.stretches[0].marks =
                mergedMarks(base.stretches[0].marks, theirs.stretches[0].marks, mine.stretches[0].marks);
        return merged;
    }

    static Marks mergedMarks(const Marks &base, const Marks &theirs, const Marks &mine)
    {
        const Schema &schema = Schema::body();
        Marks merged;
        for (const QString &type : schema.markTypes()) {
            const auto in = [&](const Marks &marks) -> std::optional<Mark> {
                const auto found = std::ranges::find(marks, type, &Mark::type);
                return found == marks.end() ? std::nullopt : std::optional(*found);
            };
            const auto mark = changedOne(in(base), in(theirs), in(mine));
            if (!mark)
                continue;
            merged.removeIf(
                [&](const Mark &other) { return schema.findMarkType(type)->excludes.contains(other.type); });
            merged.append(*mark);
        }
        return merged;
    }

    static Mark conflictMark(SideName side)
    {
        Mark mark{.type = u"conflict"_s, .attributes = {}};
        if (side == Theirs)
            mark.attributes.insert(u"side"_s, u"theirs"_s);
        return mark;
    }

    static void contestToken(MergedToken &merged, SideName side)
    {
        merged.conflict = side;
        for (StyledText *text : {&merged.token.word, &merged.token.space}) {
            for (StyledText::Stretch &stretch : text->stretches) {
                stretch.marks.removeIf([](const Mark &mark) { return mark.type == "conflict"_L1; });
                stretch.marks.append(conflictMark(side));
            }
        }
    }

    void close(TokenKind kind, const QString &type, const Attributes &attributes, const std::vector<int> &path)
    {
        if (kind == TokenKind::Leaf && !m_pending.empty()) {
            // Words whose End is gone, before a picture or a rule: they are a paragraph of their own.
            closeBlock(u"paragraph"_s, {}, {});
        }
        closeBlock(type, attributes, path);
    }

    void closeBlock(const QString &type, const Attributes &attributes, const std::vector<int> &path)
    {
        dropBlankAtEnd();
        m_blocks.push_back({type, attributes, path, std::exchange(m_pending, {})});
    }

    // Two words that no side wrote in one are kept apart.
    [[nodiscard]] bool needsBlank(const MergedToken &before, const MergedToken &after) const
    {
        const QString &left = before.token.word.text;
        const QString &right = after.token.word.text;
        if (!before.token.space.text.isEmpty() || left.isEmpty() || right.isEmpty())
            return false;
        const auto endsWord = [](QChar c) { return isWordCharacter(c) || u".,;:!?…)]»”"_s.contains(c); };
        const auto beginsWord = [](QChar c) { return isWordCharacter(c) || u"([«“"_s.contains(c); };
        if (!endsWord(left.back()) || !beginsWord(right.front()))
            return false;
        const auto isOneWord = [](const Flat &flat, int first, int second) {
            return first >= 0 && second == first + 1 && flat.token(first).space.text.isEmpty();
        };
        return !isOneWord(m_base, before.inBase, after.inBase)
            && !isOneWord(m_sides[Theirs].flat, before.inSide[Theirs], after.inSide[Theirs])
            && !isOneWord(m_sides[Mine].flat, before.inSide[Mine], after.inSide[Mine]);
    }

    // A blank that stood between two words is none at the end of a block.
    void dropBlankAtEnd()
    {
        if (m_pending.empty())
            return;
        MergedToken &last = m_pending.back();
        const auto isLast = [](const Flat &flat, int index) {
            return index >= 0 && flat.token(index + 1).closesBlock();
        };
        if (last.token.kind == TokenKind::Word && !isLast(m_base, last.inBase)
            && !isLast(m_sides[Theirs].flat, last.inSide[Theirs]) && !isLast(m_sides[Mine].flat, last.inSide[Mine]))
            last.token.space = {};
    }

    [[nodiscard]] QList<Node> inlineNodes(const std::vector<MergedToken> &words) const
    {
        InlineWriter writer;
        const MergedToken *before = nullptr;
        for (const MergedToken &word : words) {
            if (before && needsBlank(*before, word))
                writer.add({.text = u" "_s, .stretches = {{1, {}}}});
            if (word.token.kind == TokenKind::Break)
                writer.addBreak(word.token.word.stretches.front().marks);
            else
                writer.add(word.token.word);
            writer.add(word.token.space);
            before = &word;
        }
        return writer.take();
    }

    Flat m_base;
    std::vector<int> m_baseKeys;
    QHash<int, int> m_baseCounts;
    std::array<Side, 2> m_sides;
    QSet<int> m_movedByBoth;
    bool m_mineStandsForTheirs = false; // my words say all that theirs at the same place say
    std::vector<std::optional<SideName>> m_restored; // base blocks that came back, and whose change brought them back
    std::vector<SharedContainer> m_containers;
    std::vector<MergedToken> m_pending; // words since the last End
    std::vector<MergedBlock> m_blocks;
    QStringList m_leftover; // texts that did not fit into their attribute
};

QString mergeLine(const QString &base, const QString &theirs, const QString &mine, bool &conflict)
{
    if (theirs == base || theirs == mine)
        return mine;
    if (mine == base)
        return theirs;
    return Merger(flatten(base), flatten(theirs), flatten(mine)).line(conflict);
}

} // namespace

Node merge(const Node &base, const Node &theirs, const Node &mine)
{
    if (theirs == base || theirs == mine)
        return mine;
    if (mine == base)
        return theirs;
    return Merger(flatten(base), flatten(theirs), flatten(mine)).document();
}

QString mergeText(const QString &base, const QString &theirs, const QString &mine, bool *conflict)
{
    bool found = false;
    const QString merged = mergeLine(base, theirs, mine, found);
    if (conflict)
        *conflict = found;
    return merged;
}

} // namespace toasoan::document
