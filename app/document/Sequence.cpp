#include "document/Sequence.h"

#include <algorithm>
#include <unordered_map>

namespace toasoan::document {

namespace {

// The most edits that Myers' algorithm may look for; its memory and time grow with the square.
constexpr int maximumEdits = 1000;
constexpr int maximumDepth = 64;
// Up to this many elements on both sides together, the exact way is taken at once.
constexpr std::size_t smallSize = 400;

using Index = std::ptrdiff_t;

class Aligner
{
public:
    Aligner(std::span<const int> a, std::span<const int> b, std::vector<int> &partners)
        : m_a(a)
        , m_b(b)
        , m_partners(partners)
    { }

    void align(Index aBegin, Index aEnd, Index bBegin, Index bEnd, int depth)
    {
        while (aBegin < aEnd && bBegin < bEnd && a(aBegin) == b(bBegin))
            pair(aBegin++, bBegin++);
        while (aBegin < aEnd && bBegin < bEnd && a(aEnd - 1) == b(bEnd - 1))
            pair(--aEnd, --bEnd);
        if (aBegin == aEnd || bBegin == bEnd)
            return;
        if (static_cast<std::size_t>(aEnd - aBegin + bEnd - bBegin) <= smallSize || depth == maximumDepth) {
            alignExactly(aBegin, aEnd, bBegin, bEnd);
            return;
        }
        const auto anchors = findAnchors(aBegin, aEnd, bBegin, bEnd);
        if (anchors.empty()) {
            alignExactly(aBegin, aEnd, bBegin, bEnd);
            return;
        }
        for (const auto &[aIndex, bIndex] : anchors) {
            align(aBegin, aIndex, bBegin, bIndex, depth + 1);
            pair(aIndex, bIndex);
            aBegin = aIndex + 1;
            bBegin = bIndex + 1;
        }
        align(aBegin, aEnd, bBegin, bEnd, depth + 1);
    }

private:
    struct Anchor
    {
        Index a;
        Index b;
    };

    [[nodiscard]] int a(Index index) const { return m_a[static_cast<std::size_t>(index)]; }
    [[nodiscard]] int b(Index index) const { return m_b[static_cast<std::size_t>(index)]; }
    void pair(Index aIndex, Index bIndex) { m_partners[static_cast<std::size_t>(aIndex)] = static_cast<int>(bIndex); }

    // The elements that both have exactly once, as far as they stand in the same order (the longest such chain).
    [[nodiscard]] std::vector<Anchor> findAnchors(Index aBegin, Index aEnd, Index bBegin, Index bEnd) const
    {
        struct Seen
        {
            int inA = 0;
            int inB = 0;
            Index b = 0;
        };
        std::unordered_map<int, Seen> seen;
        for (Index i = aBegin; i < aEnd; ++i)
            ++seen[a(i)].inA;
        for (Index i = bBegin; i < bEnd; ++i) {
            const auto found = seen.find(b(i));
            if (found != seen.end()) {
                ++found->second.inB;
                found->second.b = i;
            }
        }
        std::vector<Anchor> candidates;
        for (Index i = aBegin; i < aEnd; ++i) {
            const Seen &entry = seen[a(i)];
            if (entry.inA == 1 && entry.inB == 1)
                candidates.push_back({i, entry.b});
        }

        // Longest increasing subsequence by patience sorting: tops[k] ends the best chain of length k + 1.
        std::vector<std::size_t> tops;
        std::vector<std::size_t> before(candidates.size());
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            const auto top = std::ranges::lower_bound(tops, candidates[i].b, {},
                                                      [&](std::size_t index) { return candidates[index].b; });
            before[i] = top == tops.begin() ? i : *(top - 1);
            if (top == tops.end())
                tops.push_back(i);
            else
                *top = i;
        }
        std::vector<Anchor> chain(tops.size(), Anchor{});
        if (!tops.empty()) {
            std::size_t index = tops.back();
            for (std::size_t k = chain.size(); k-- > 0; index = before[index])
                chain[k] = candidates[index];
        }
        return chain;
    }

    // Myers' greedy algorithm: furthest[k] is the furthest a-index reached on diagonal k (a-index minus b-index).
    void alignExactly(Index aBegin, Index aEnd, Index bBegin, Index bEnd)
    {
        const Index n = aEnd - aBegin;
        const Index m = bEnd - bBegin;
        const Index limit = std::min<Index>(n + m, maximumEdits);
        std::vector<Index> furthest(static_cast<std::size_t>(2 * limit + 3), 0);
        const auto at = [&](std::vector<Index> &rows, Index k) -> Index & {
            return rows[static_cast<std::size_t>(k + limit + 1)];
        };
        std::vector<std::vector<Index>> trace; // furthest[-d..d] before step d
        const auto stepsDown = [&](Index d, Index k, const auto &value) {
            return k == -d || (k != d && value(k - 1) < value(k + 1));
        };
        for (Index d = 0; d <= limit; ++d) {
            std::vector<Index> row;
            row.reserve(static_cast<std::size_t>(2 * d + 3));
            for (Index k = -d - 1; k <= d + 1; ++k)
                row.push_back(at(furthest, k));
            trace.push_back(std::move(row));
            for (Index k = -d; k <= d; k += 2) {
                const auto value = [&](Index diagonal) { return at(furthest, diagonal); };
                Index x = stepsDown(d, k, value) ? value(k + 1) : value(k - 1) + 1;
                if (d == 0)
                    x = 0;
                while (x < n && x - k < m && a(aBegin + x) == b(bBegin + x - k))
                    ++x;
                at(furthest, k) = x;
                if (x >= n && x - k >= m) {
                    walkBack(trace, d, n, m, aBegin, bBegin);
                    return;
                }
            }
        }
    }

    void walkBack(const std::vector<std::vector<Index>> &trace, Index d, Index x, Index y, Index aBegin, Index bBegin)
    {
        for (; d >= 0; --d) {
            const auto &row = trace[static_cast<std::size_t>(d)];
            const auto value = [&](Index k) { return row[static_cast<std::size_t>(k + d + 1)]; };
            const Index k = x - y;
            Index fromX = 0;
            Index fromY = 0;
            if (d > 0) {
                const bool down = k == -d || (k != d && value(k - 1) < value(k + 1));
                const Index fromK = down ? k + 1 : k - 1;
                fromX = value(fromK);
                fromY = fromX - fromK;
            }
            while (x > fromX && y > fromY && x > 0 && y > 0 && a(aBegin + x - 1) == b(bBegin + y - 1)) {
                --x;
                --y;
                pair(aBegin + x, bBegin + y);
            }
            x = fromX;
            y = fromY;
        }
    }

    std::span<const int> m_a;
    std::span<const int> m_b;
    std::vector<int> &m_partners;
};

} // namespace

std::vector<int> alignSequences(std::span<const int> a, std::span<const int> b)
{
    std::vector<int> partners(a.size(), -1);
    Aligner(a, b, partners).align(0, std::ssize(a), 0, std::ssize(b), 0);
    return partners;
}

} // namespace toasoan::document
