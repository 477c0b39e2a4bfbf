#include "document/Alignment.h"

#include "document/Schema.h"
#include "document/Sequence.h"

#include <span>

namespace toasoan::document {

namespace {

using namespace Qt::StringLiterals;

template <typename Key>
int numberOf(QHash<Key, int> &numbers, const Key &key)
{
    const auto known = numbers.constFind(key);
    if (known != numbers.constEnd())
        return *known;
    const int number = static_cast<int>(numbers.size());
    numbers.insert(key, number);
    return number;
}

// Whether the block stands in a cell: rows of cells are compared with cells.
bool isInCell(const Flat &flat, const FlatBlock &block)
{
    return std::ranges::any_of(block.path, [&](int container) {
        const QString &type = flat.container(container).type;
        return type == "tableCell"_L1 || type == "tableHeader"_L1;
    });
}

// How much of a document a token is, for weighing what both have against what changed around it.
int weightOf(const Token &token)
{
    return token.kind == TokenKind::Word ? int(token.word.text.size()) : 1;
}

class TokenAligner
{
public:
    TokenAligner(const Flat &a, const std::vector<int> &aKeys, const Flat &b, const std::vector<int> &bKeys)
        : m_a(a)
        , m_aKeys(aKeys)
        , m_b(b)
        , m_bKeys(bKeys)
    {
        m_alignment.toB.assign(a.tokens.size(), -1);
        m_alignment.toA.assign(b.tokens.size(), -1);
    }

    [[nodiscard]] Alignment align()
    {
        countKeys();
        alignBlocks();
        dissolveCoincidences();
        slide(m_bKeys, m_b, m_alignment.toA, m_alignment.toB);
        slide(m_aKeys, m_a, m_alignment.toB, m_alignment.toA);
        return std::move(m_alignment);
    }

private:
    void pair(int aIndex, int bIndex)
    {
        m_alignment.toB[aIndex] = bIndex;
        m_alignment.toA[bIndex] = aIndex;
    }
    [[nodiscard]] int partnerInB(int aIndex) const { return m_alignment.toB[aIndex]; }

    void countKeys()
    {
        for (const int key : m_aKeys)
            ++m_counts[key].first;
        for (const int key : m_bKeys)
            ++m_counts[key].second;
    }
    [[nodiscard]] bool isUnique(int key) const { return m_counts.value(key) == std::pair(1, 1); }

    // Equal blocks with words first; what lies between them is aligned as one stretch, so that splits and joins show.
    void alignBlocks()
    {
        QHash<QByteArray, int> numbers;
        struct Landmarks
        {
            std::vector<int> blocks;
            std::vector<int> numbers;
        };
        const auto landmarksOf = [&](const Flat &flat, const std::vector<int> &keys) {
            Landmarks landmarks;
            for (int i = 0; i < static_cast<int>(flat.blocks.size()); ++i) {
                const FlatBlock &block = flat.block(i);
                if (block.first == block.last)
                    continue;
                landmarks.blocks.push_back(i);
                landmarks.numbers.push_back(numberOf(numbers, contentOf(block, keys)));
            }
            return landmarks;
        };
        const Landmarks inA = landmarksOf(m_a, m_aKeys);
        const Landmarks inB = landmarksOf(m_b, m_bKeys);
        const auto partners = alignSequences(inA.numbers, inB.numbers);

        int aFrom = 0;
        int bFrom = 0;
        for (std::size_t i = 0; i < partners.size(); ++i) {
            if (partners[i] < 0)
                continue;
            const FlatBlock &aBlock = m_a.block(inA.blocks[i]);
            const FlatBlock &bBlock = m_b.block(inB.blocks[partners[i]]);
            alignWords(aFrom, aBlock.first, bFrom, bBlock.first);
            for (int k = 0; k <= aBlock.last - aBlock.first; ++k)
                pair(aBlock.first + k, bBlock.first + k);
            aFrom = aBlock.last + 1;
            bFrom = bBlock.last + 1;
        }
        alignWords(aFrom, m_a.size(), bFrom, m_b.size());
    }

    // Words that both documents have exactly once are landmarks; the rest is aligned between them.
    void alignWords(int aBegin, int aEnd, int bBegin, int bEnd)
    {
        std::vector<int> aUnique;
        for (int i = aBegin; i < aEnd; ++i) {
            if (isLandmark(i))
                aUnique.push_back(i);
        }
        if (aUnique.empty()) {
            alignCommonWords(aBegin, aEnd, bBegin, bEnd);
            return;
        }
        QHash<int, int> placeInB;
        for (int i = bBegin; i < bEnd; ++i)
            placeInB.insert(m_bKeys[i], i);
        std::vector<int> aKeys;
        std::vector<int> bKeys;
        std::vector<int> bPlaces;
        for (const int i : aUnique) {
            const int place = placeInB.value(m_aKeys[i], -1);
            aKeys.push_back(m_aKeys[i]);
            if (place >= 0)
                bPlaces.push_back(place);
        }
        std::ranges::sort(bPlaces);
        for (const int place : bPlaces)
            bKeys.push_back(m_bKeys[place]);
        const auto partners = alignSequences(aKeys, bKeys);
        for (std::size_t i = 0; i < partners.size(); ++i) {
            if (partners[i] < 0)
                continue;
            const int aIndex = aUnique[i];
            const int bIndex = bPlaces[partners[i]];
            alignCommonWords(aBegin, aIndex, bBegin, bIndex);
            pair(aIndex, bIndex);
            aBegin = aIndex + 1;
            bBegin = bIndex + 1;
        }
        alignCommonWords(aBegin, aEnd, bBegin, bEnd);
    }

    [[nodiscard]] bool isLandmark(int aIndex) const
    {
        return m_a.token(aIndex).kind == TokenKind::Word && isUnique(m_aKeys[aIndex])
            && std::ranges::any_of(m_a.token(aIndex).word.text, isWordCharacter);
    }

    void alignCommonWords(int aBegin, int aEnd, int bBegin, int bEnd)
    {
        if (aBegin == aEnd || bBegin == bEnd)
            return;
        const auto partners = alignSequences(
            std::span(m_aKeys).subspan(static_cast<std::size_t>(aBegin), static_cast<std::size_t>(aEnd - aBegin)),
            std::span(m_bKeys).subspan(static_cast<std::size_t>(bBegin), static_cast<std::size_t>(bEnd - bBegin)));
        for (int i = 0; i < aEnd - aBegin; ++i) {
            if (const int partner = partners[i]; partner >= 0)
                pair(aBegin + i, bBegin + partner);
        }
    }

    struct Run
    {
        int aBegin;
        int bBegin;
        int length;
        int weight;
        bool firm; // holds a word that both have once, or the end of a block
    };

    // A short run of partners between two larger changes is a coincidence, as diff programs for people see it; unless
    // it holds something that both documents have exactly once.
    void dissolveCoincidences()
    {
        for (int pass = 0; pass < 4; ++pass) {
            const auto runs = findRuns();
            bool dissolved = false;
            int leftChange = 0; // the larger side of the change before the run
            int aAt = 0;
            int bAt = 0;
            for (std::size_t i = 0; i < runs.size(); ++i) {
                const Run &run = runs[i];
                leftChange = changeSize(aAt, run.aBegin, bAt, run.bBegin);
                aAt = run.aBegin + run.length;
                bAt = run.bBegin + run.length;
                const bool isLast = i + 1 == runs.size();
                const int rightChange = changeSize(aAt, isLast ? m_a.size() : runs[i + 1].aBegin, bAt,
                                                   isLast ? m_b.size() : runs[i + 1].bBegin);
                if (run.firm || run.weight > leftChange || run.weight > rightChange)
                    continue;
                for (int k = 0; k < run.length; ++k) {
                    m_alignment.toB[run.aBegin + k] = -1;
                    m_alignment.toA[run.bBegin + k] = -1;
                }
                dissolved = true;
            }
            if (!dissolved)
                return;
        }
    }

    [[nodiscard]] std::vector<Run> findRuns() const
    {
        std::vector<Run> runs;
        for (int i = 0; i < m_a.size(); ++i) {
            const int partner = partnerInB(i);
            if (partner < 0)
                continue;
            const bool continues = !runs.empty() && runs.back().aBegin + runs.back().length == i
                && runs.back().bBegin + runs.back().length == partner;
            if (!continues)
                runs.push_back({.aBegin = i, .bBegin = partner, .length = 0, .weight = 0, .firm = false});
            ++runs.back().length;
            runs.back().weight += weightOf(m_a.token(i));
            runs.back().firm = runs.back().firm || m_a.token(i).closesBlock() || isUnique(m_aKeys[i]);
        }
        return runs;
    }

    [[nodiscard]] int changeSize(int aBegin, int aEnd, int bBegin, int bEnd) const
    {
        const auto sum = [](const Flat &flat, int begin, int end) {
            int size = 0;
            for (int i = begin; i < end; ++i)
                size += weightOf(flat.token(i));
            return size;
        };
        return std::max(sum(m_a, aBegin, aEnd), sum(m_b, bBegin, bEnd));
    }

    // "phép. [¶ Ban nhạc.] ¶" and "phép. ¶ [Ban nhạc. ¶]" are the same insertion; the one that is whole blocks is
    // meant. The tokens of `flat` that have no partner are shifted; `toOther` are their partners.
    static void slide(const std::vector<int> &keys, const Flat &flat, std::vector<int> &toOther, std::vector<int> &back)
    {
        const int size = flat.size();
        const auto other = [&](int i) -> int & { return toOther[i]; };
        const auto key = [&](int i) { return keys[i]; };
        const auto move = [&](int from, int to) {
            back[other(from)] = to;
            other(to) = std::exchange(other(from), -1);
        };
        int i = 0;
        while (i < size) {
            if (other(i) >= 0) {
                ++i;
                continue;
            }
            int begin = i;
            int end = i;
            while (end < size && other(end) < 0)
                ++end;
            i = end;
            const int before = begin > 0 ? other(begin - 1) : -1;
            const int after = end < size ? other(end) : static_cast<int>(back.size());
            if (after != before + 1)
                continue; // a replacement stays where it is
            while (begin > 0 && other(begin - 1) >= 0 && key(begin - 1) == key(end - 1)
                   && (begin < 2 || other(begin - 2) >= 0)) {
                move(begin - 1, end - 1);
                --begin;
                --end;
            }
            // From the leftmost place to the rightmost; the best is remembered.
            int best = -1;
            int shift = 0;
            const auto isWhole = [&] { return flat.token(end - 1).closesBlock(); };
            if (isWhole())
                best = 0;
            while (end < size && other(end) >= 0 && key(begin) == key(end)
                   && (end + 1 == size || other(end + 1) >= 0)) {
                move(end, begin);
                ++begin;
                ++end;
                ++shift;
                if (isWhole())
                    best = shift;
            }
            for (; best >= 0 && shift > best; --shift) {
                move(begin - 1, end - 1);
                --begin;
                --end;
            }
            i = std::max(i, end);
        }
    }

    const Flat &m_a;
    const std::vector<int> &m_aKeys;
    const Flat &m_b;
    const std::vector<int> &m_bKeys;
    Alignment m_alignment;
    QHash<int, std::pair<int, int>> m_counts;
};

} // namespace

std::vector<int> TokenKeys::keysOf(const Flat &flat)
{
    const auto textOf = [&](const Token &token) -> QString {
        const FlatBlock &block = flat.block(token.block);
        switch (token.kind) {
        case TokenKind::Word:
            return token.word.text;
        case TokenKind::Break:
            return u"\n"_s;
        case TokenKind::End:
            if (block.type == "figcaption"_L1)
                return u"\nfigcaption"_s;
            return isInCell(flat, block) ? u"\ncell"_s : u"\nend"_s;
        case TokenKind::Leaf: {
            const auto media = block.attributes.find(u"media"_s);
            return u"\n"_s + block.type + (media == block.attributes.end() ? QString() : std::get<QString>(*media));
        }
        }
        return {};
    };
    std::vector<int> keys;
    keys.reserve(flat.tokens.size());
    for (const Token &token : flat.tokens)
        keys.push_back(numberOf(m_keys, textOf(token)));
    return keys;
}

QByteArray contentOf(const FlatBlock &block, const std::vector<int> &keys)
{
    return {reinterpret_cast<const char *>(&keys[block.first]),
            (block.last - block.first + 1) * qsizetype(sizeof(int))};
}

Alignment alignTokens(const Flat &a, const std::vector<int> &aKeys, const Flat &b, const std::vector<int> &bKeys)
{
    return TokenAligner(a, aKeys, b, bKeys).align();
}

std::vector<Hunk> hunksOf(const Alignment &alignment)
{
    std::vector<Hunk> hunks;
    const int aSize = static_cast<int>(alignment.toB.size());
    const int bSize = static_cast<int>(alignment.toA.size());
    int b = 0;
    int a = 0;
    while (a <= aSize) {
        const int begin = a;
        while (a < aSize && alignment.toB[a] < 0)
            ++a;
        const int bEnd = a < aSize ? alignment.toB[a] : bSize;
        if (a > begin || bEnd > b)
            hunks.push_back({.aBegin = begin, .aEnd = a, .bBegin = b, .bEnd = bEnd});
        b = bEnd + 1;
        ++a;
    }
    return hunks;
}

std::vector<int> matchContainers(const Flat &a, const Flat &b, const Alignment &alignment)
{
    const auto takeTheSame = [&](int aContainer, int bContainer) {
        const Schema &schema = Schema::body();
        return schema.findNodeType(a.container(aContainer).type)->expression
            == schema.findNodeType(b.container(bContainer).type)->expression;
    };
    std::vector<int> toA(b.containers.size(), -1);
    std::vector<bool> taken(a.containers.size(), false);
    for (const FlatBlock &block : b.blocks) {
        const int partner = alignment.toA[block.last];
        if (partner < 0)
            continue;
        const auto &aPath = a.block(a.token(partner).block).path;
        for (std::size_t level = 0; level < std::min(aPath.size(), block.path.size()); ++level) {
            int &match = toA[block.path[level]];
            const auto aIndex = static_cast<std::size_t>(aPath[level]);
            if (match < 0 && !taken[aIndex] && takeTheSame(aPath[level], block.path[level])) {
                match = aPath[level];
                taken[aIndex] = true;
            }
            if (match != aPath[level])
                break;
        }
    }
    return toA;
}

} // namespace toasoan::document
