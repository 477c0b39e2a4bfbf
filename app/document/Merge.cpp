#include "document/Merge.h"

#include "document/MergedContainers.h"
#include "document/MergedText.h"
#include "document/MergedValues.h"
#include "document/Sequence.h"

#include <map>
#include <span>

namespace toasoan::document {

namespace {

using namespace Qt::StringLiterals;

using TokenBlocks = std::vector<Tokens>;

/// What of the words at a gap is wanted.
enum class Part
{
    All,
    WholeBlocks ///< not what belongs to the block behind the gap
};

/// What the other side has left at the same place after equal words were taken together.
enum class Remains
{
    Alone, ///< nothing
    ForBoth, ///< nothing: these words say all that the other side's say
    Both ///< words of its own
};

template <typename Item>
Node nodeOf(const Item &item)
{
    return makeNode(item.type, item.attributes);
}

Tokens part(const Tokens &tokens, std::size_t begin, std::size_t end)
{
    return {tokens.begin() + std::ptrdiff_t(begin), tokens.begin() + std::ptrdiff_t(end)};
}

std::size_t sharedLength(const std::vector<int> &a, const std::vector<int> &b)
{
    return std::size_t(std::ranges::mismatch(a, b).in1 - a.begin());
}

std::vector<int> keysOf(const Side &side, const Tokens &tokens)
{
    std::vector<int> keys;
    for (const int token : tokens)
        keys.push_back(side.key(token));
    return keys;
}

// Weaves two compared sides into one text: goes through the base, token by token, and puts what the sides inserted into
// its gaps.
class Weaver
{
public:
    explicit Weaver(const Comparison &comparison)
        : m_all(comparison)
        , m_theirs(comparison.theirs())
        , m_mine(comparison.mine())
        , m_containers(comparison)
        , m_nextClosed{nextClosed(comparison.base, m_theirs), nextClosed(comparison.base, m_mine)}
        , m_text(comparison)
    {
        emitAll();
    }

    [[nodiscard]] Node document()
    {
        std::vector<PlacedBlock> blocks = m_text.blocks();
        const std::vector<Node> containers = m_containers.nodes(m_leftover);
        for (const QString &text : m_leftover) {
            Node words = makeNode(u"text"_s);
            words.text = text;
            words.marks = {conflictMark(Theirs)};
            Node paragraph = makeNode(u"paragraph"_s);
            paragraph.children.append(words);
            blocks.push_back({paragraph, {}});
        }
        return buildTree(blocks, containers);
    }

    [[nodiscard]] QString line(bool &conflict) const { return m_text.line(conflict); }

private:
    void emitAll()
    {
        int at = 0;
        while (at < m_all.base.size()) {
            const Token &token = m_all.base.token(at);
            const FlatBlock &block = m_all.base.block(token.block);
            if (at == block.first && m_all.isMoved(token.block)) {
                emitGap(at, Part::WholeBlocks);
                at = block.last + 1;
                continue;
            }
            emitGap(at, Part::All);
            emitBaseToken(at);
            ++at;
        }
        emitGap(at, Part::All);
        m_text.finish();
    }

    void emitGap(int gap, Part wanted)
    {
        Tokens theirs = m_theirs.insertedAt(gap);
        Tokens mine = m_mine.insertedAt(gap);
        if (wanted == Part::WholeBlocks) {
            theirs.resize(m_theirs.partialBegin(theirs));
            mine.resize(m_mine.partialBegin(mine));
        }
        if (theirs.empty() || mine.empty()) {
            emitInserted(m_theirs, theirs, Remains::Alone);
            emitInserted(m_mine, mine, Remains::Alone);
            return;
        }
        if (!m_all.base.isBlockStart(gap)) {
            emitBoth(theirs, mine);
            return;
        }
        const std::size_t theirWhole = m_theirs.partialBegin(theirs);
        const std::size_t myWhole = m_mine.partialBegin(mine);
        emitWholeBlocks(gap, part(theirs, 0, theirWhole), part(mine, 0, myWhole));
        emitBoth(part(theirs, theirWhole, theirs.size()), part(mine, myWhole, mine.size()));
    }

    [[nodiscard]] bool sayTheSame(int theirToken, int myToken) const
    {
        return m_theirs.key(theirToken) == m_mine.key(myToken);
    }

    // Whether every token of the shorter stands in the longer too, in the same order: the longer one says it all.
    [[nodiscard]] bool containsTheOther(const Tokens &theirs, const Tokens &mine) const
    {
        const auto partners = alignSequences(keysOf(m_theirs, theirs), keysOf(m_mine, mine));
        const auto alike = std::ranges::count_if(partners, [](int partner) { return partner >= 0; });
        return alike == std::min(std::ssize(theirs), std::ssize(mine));
    }

    void emitLonger(const Tokens &theirs, const Tokens &mine)
    {
        if (theirs.size() >= mine.size())
            emitInserted(m_theirs, theirs, Remains::Alone);
        else
            emitInserted(m_mine, mine, Remains::ForBoth);
    }

    // Words that both put at the same place. What begins or ends alike stands once.
    void emitBoth(const Tokens &theirs, const Tokens &mine)
    {
        if (!theirs.empty() && !mine.empty() && theirs.size() != mine.size() && containsTheOther(theirs, mine)) {
            emitLonger(theirs, mine);
            return;
        }
        const auto hasEnd = [](const Side &side, const Tokens &tokens) {
            return std::ranges::any_of(tokens, [&](int token) { return side.closesBlock(token); });
        };
        std::size_t prefix = 0;
        while (prefix < theirs.size() && prefix < mine.size() && sayTheSame(theirs[prefix], mine[prefix]))
            ++prefix;
        const bool areEqual = prefix == theirs.size() && prefix == mine.size();
        const bool severalBlocks = hasEnd(m_theirs, theirs) || hasEnd(m_mine, mine);
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
        emitInserted(m_theirs, theirRest, remains);
        emitInserted(m_mine, myRest, remains);
        emitCommon(part(theirs, theirs.size() - suffix, theirs.size()), part(mine, mine.size() - suffix, mine.size()));
    }

    [[nodiscard]] static TokenBlocks blocksOf(const Side &side, const Tokens &tokens)
    {
        TokenBlocks blocks;
        bool open = false;
        for (const int token : tokens) {
            if (!open)
                blocks.emplace_back();
            blocks.back().push_back(token);
            open = !side.closesBlock(token);
        }
        return blocks;
    }

    // New blocks of both sides between the same two blocks: equal ones stand once, the others one after the other.
    void emitWholeBlocks(int gap, const Tokens &theirs, const Tokens &mine)
    {
        const auto theirBlocks = blocksOf(m_theirs, theirs);
        const auto myBlocks = blocksOf(m_mine, mine);
        std::map<std::vector<int>, int> numbers;
        const auto numbersOf = [&](const Side &side, const TokenBlocks &blocks) {
            std::vector<int> sequence;
            for (const Tokens &block : blocks)
                sequence.push_back(numbers.try_emplace(keysOf(side, block), int(numbers.size())).first->second);
            return sequence;
        };
        const auto partners = alignSequences(numbersOf(m_theirs, theirBlocks), numbersOf(m_mine, myBlocks));
        std::size_t theirAt = 0;
        std::size_t myAt = 0;
        for (std::size_t i = 0; i <= partners.size(); ++i) {
            if (i < partners.size() && partners[i] < 0)
                continue;
            const std::size_t myEnd = i < partners.size() ? partners[i] : myBlocks.size();
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
        const auto theirParts = splitByAttachment(gap, m_theirs, theirs);
        const auto myParts = splitByAttachment(gap, m_mine, mine);
        for (std::size_t i = 0; i < theirParts.size(); ++i) {
            emitInserted(m_theirs, theirParts[i], remains);
            emitInserted(m_mine, myParts[i], remains);
        }
    }

    // What continues the item, row … before the gap, what stands by itself, what begins the one behind it.
    [[nodiscard]] std::array<Tokens, 3> splitByAttachment(int gap, const Side &side,
                                                          std::span<const Tokens> blocks) const
    {
        const auto sharedWith = [&](const std::vector<int> &basePath, const Tokens &block) {
            return sharedLength(basePath, m_containers.path(side.name, side.blockOf(block.back())));
        };
        const std::vector<int> none;
        const auto &left = gap > 0 ? m_all.base.block(m_all.base.token(gap - 1).block).path : none;
        const auto &right = gap < m_all.base.size() ? m_all.base.block(m_all.base.token(gap).block).path : none;
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

    void emitCommon(const Tokens &theirs, const Tokens &mine)
    {
        for (std::size_t i = 0; i < theirs.size(); ++i) {
            if (emitMovedBlockOf(m_theirs, theirs[i]))
                continue;
            if (m_theirs.closesBlock(theirs[i])) {
                closeAsIn(m_theirs, theirs[i]);
                continue;
            }
            MergedToken merged;
            merged.token = m_theirs.flat.token(theirs[i]);
            merged.inSide = {theirs[i], mine[i]};
            if (merged.token.space.text.isEmpty())
                merged.token.space = m_mine.flat.token(mine[i]).space;
            m_text.add(std::move(merged));
        }
    }

    void emitInserted(const Side &side, const Tokens &tokens, Remains remains)
    {
        bool dropped = false; // the words before stand elsewhere
        for (const int index : tokens) {
            if (remains != Remains::ForBoth && emitMovedBlockOf(side, index))
                continue;
            const Token &token = side.flat.token(index);
            if (side.name == Mine && remains != Remains::ForBoth && m_all.movedByBoth.contains(side.key(index))) {
                dropped = true;
                continue;
            }
            const bool isPunctuation =
                token.kind == TokenKind::Word && std::ranges::none_of(token.word.text, isWordCharacter);
            if (dropped && (isPunctuation || (token.kind == TokenKind::End && !m_text.hasOpenWords())))
                continue;
            dropped = false;
            if (token.closesBlock()) {
                closeAsIn(side, index);
                continue;
            }
            const Contest contest = side.contest[index];
            const bool isContested =
                contest == Contest::Always || (contest == Contest::IfBothRemain && remains == Remains::Both);
            add(side, index, isContested);
        }
    }

    void add(const Side &side, int index, bool isContested)
    {
        MergedToken merged;
        merged.token = side.flat.token(index);
        merged.inSide[side.name] = index;
        if (isContested)
            merged.contest(side.name);
        m_text.add(std::move(merged));
    }

    void close(TokenKind kind, const Node &node, const std::vector<int> &path)
    {
        if (kind == TokenKind::Leaf)
            m_text.addLeaf(node, path);
        else
            m_text.close(node, path);
    }

    // Closes a block as the one that this token of the side ends.
    void closeAsIn(const Side &side, int index)
    {
        const FlatBlock &block = side.blockOf(index);
        close(side.flat.token(index).kind, nodeOf(block), m_containers.path(side.name, block));
    }

    // At the new place of a block that `mover` moved: the block as the other side left it. True if the token is part of
    // such a block, so that nothing more is to be done for it.
    bool emitMovedBlockOf(const Side &mover, int index)
    {
        const int movedBlock = mover.flat.token(index).block;
        const int baseBlock = mover.movedFrom[movedBlock];
        if (baseBlock < 0)
            return false;
        const FlatBlock &moved = mover.flat.block(movedBlock);
        if (index != moved.first)
            return true; // before anything is looked up: each word of the block comes here
        const Side &other = m_all.sides[otherSide(mover.name)];
        const FlatBlock &block = m_all.base.block(baseBlock);
        const bool alsoMoved = other.movedTo[baseBlock] >= 0;
        const bool isDeleted = !alsoMoved && m_all.isGone(other, {baseBlock, baseBlock});
        const bool isElsewhere = alsoMoved && mover.name == Mine;
        if (isDeleted || isElsewhere)
            return true;
        const auto path = m_containers.path(mover.name, moved);
        const auto addOther = [&](int token) {
            if (!other.closesBlock(token))
                add(other, token, false);
            else
                m_text.close(nodeOf(block), path);
        };
        if (!alsoMoved) {
            const auto &atStart = other.insertedAt(block.first);
            for (std::size_t i = other.partialBegin(atStart); i < atStart.size(); ++i)
                addOther(atStart[i]);
        }
        for (int i = block.first; i < block.last; ++i) {
            if (!alsoMoved && i > block.first)
                std::ranges::for_each(other.insertedAt(i), addOther);
            const int movedToken = moved.first + (i - block.first);
            if (alsoMoved || other.isKept(i))
                addMerged(i, mover.name, movedToken, alsoMoved ? -1 : other.partner(i), {});
        }
        if (!alsoMoved && block.last > block.first)
            std::ranges::for_each(other.insertedAt(block.last), addOther);
        const FlatBlock *otherBlock = other.partnerBlock(block.last);
        const Node byMover = nodeOf(moved);
        const Node byOther = nodeOf(otherBlock ? *otherBlock : block);
        const bool isTheirMove = mover.name == Theirs;
        const Node node =
            mergedNode(nodeOf(block), isTheirMove ? byMover : byOther, isTheirMove ? byOther : byMover, m_leftover);
        close(m_all.base.token(block.last).kind, node, path);
        return true;
    }

    void emitBaseToken(int index)
    {
        const Token &token = m_all.base.token(index);
        const bool kept = m_theirs.isKept(index) && m_mine.isKept(index);
        if (!token.closesBlock()) {
            if (kept)
                addMerged(index, Theirs, m_theirs.partner(index), m_mine.partner(index), m_all.restored[token.block]);
            return;
        }
        if (!kept && !mustClose(index))
            return;
        const FlatBlock &base = m_all.base.block(token.block);
        const FlatBlock *theirBlock = m_theirs.partnerBlock(index);
        const FlatBlock *myBlock = m_mine.partnerBlock(index);
        const Node node = mergedNode(nodeOf(base), nodeOf(theirBlock ? *theirBlock : base),
                                     nodeOf(myBlock ? *myBlock : base), m_leftover);
        const auto theirPath = theirBlock ? m_containers.path(Theirs, *theirBlock) : base.path;
        const auto myPath = myBlock ? m_containers.path(Mine, *myBlock) : base.path;
        close(token.kind, node, changedOne(base.path, theirPath, myPath));
    }

    // An End that one side deleted stays when the words before it would otherwise run into a block which that side did
    // not mean: it joined them to a block that the other side deleted, or the other side put a block in between.
    [[nodiscard]] bool mustClose(int index) const
    {
        const Token &token = m_all.base.token(index);
        if (!m_text.hasOpenWords() || token.kind != TokenKind::End)
            return false;
        const bool theyKeep = m_theirs.isKept(index);
        const bool iKeep = m_mine.isKept(index);
        if (!theyKeep && !iKeep)
            return false;
        const Side &deleter = m_all.sides[theyKeep ? Mine : Theirs];
        const Side &keeper = m_all.sides[theyKeep ? Theirs : Mine];
        if (m_all.isGone(deleter, {token.block, token.block}))
            return true;
        if (closesAtGap(keeper, index + 1))
            return true;
        const int next = m_nextClosed[deleter.name][index + 1];
        if (next == m_all.base.size())
            return true;
        return !closesAtGap(deleter, next) && !keeper.isKept(next);
    }

    [[nodiscard]] static bool closesAtGap(const Side &side, int gap)
    {
        return std::ranges::any_of(side.insertedAt(gap), [&](int token) { return side.closesBlock(token); });
    }

    // Of each token the first one from it on at which the side closes a block, with an End of its own before it or by
    // keeping it; the size of the base where it closes none.
    [[nodiscard]] static std::vector<int> nextClosed(const Flat &base, const Side &side)
    {
        std::vector<int> next(base.tokens.size() + 1, base.size());
        for (int i = base.size() - 1; i >= 0; --i) {
            const bool closes = (base.token(i).closesBlock() && side.isKept(i)) || closesAtGap(side, i);
            next[i] = closes ? i : next[i + 1];
        }
        return next;
    }

    // A token that is in the base and in both sides; `first` names the side that `firstIndex` belongs to.
    void addMerged(int inBase, SideName first, int firstIndex, int otherIndex, std::optional<SideName> restored)
    {
        MergedToken merged;
        merged.token = m_all.base.token(inBase);
        merged.inBase = inBase;
        merged.inSide[first] = firstIndex;
        merged.inSide[otherSide(first)] = otherIndex;
        const auto in = [&](SideName side) -> const Token & {
            const int index = merged.inSide[side];
            return index < 0 ? m_all.base.token(inBase) : m_all.sides[side].flat.token(index);
        };
        merged.token.word = mergedText(m_all.base.token(inBase).word, in(Theirs).word, in(Mine).word);
        merged.token.space = mergedText(m_all.base.token(inBase).space, in(Theirs).space, in(Mine).space);
        if (restored)
            merged.contest(*restored);
        m_text.add(std::move(merged));
    }

    const Comparison &m_all;
    const Side &m_theirs;
    const Side &m_mine;
    const MergedContainers m_containers;
    const std::array<std::vector<int>, 2> m_nextClosed; // by side
    MergedText m_text;
    QStringList m_leftover; // texts that did not fit into their attribute
};

} // namespace

Node merge(const Node &base, const Node &theirs, const Node &mine)
{
    if (theirs == base || theirs == mine)
        return mine;
    if (mine == base)
        return theirs;
    const Grain grain = grainFor({&base, &theirs, &mine});
    return Weaver(compareSides(flatten(base, grain), flatten(theirs, grain), flatten(mine, grain))).document();
}

QString mergeText(const QString &base, const QString &theirs, const QString &mine, bool *conflict)
{
    if (conflict)
        *conflict = false;
    if (theirs == base || theirs == mine)
        return mine;
    if (mine == base)
        return theirs;
    bool found = false;
    const QString merged = Weaver(compareSides(flatten(base), flatten(theirs), flatten(mine))).line(found);
    if (conflict)
        *conflict = found;
    return merged;
}

} // namespace toasoan::document
