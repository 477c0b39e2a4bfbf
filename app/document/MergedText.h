// The result of a merge as it grows: words, and the blocks that they are closed into. Part of merge; not for other
// modules.
#pragma once

#include "document/MergeSides.h"
#include "document/Tree.h"

namespace toasoan::document {

/// A word of the result, and where it was in the three documents (-1: not there).
struct MergedToken
{
    Token token;
    int inBase = -1;
    std::array<int, 2> inSide{-1, -1};
    std::optional<SideName> conflict;

    /// Puts it under the conflict mark of that side.
    void contest(SideName side);
};

/// The mark that shows a conflict, of that side.
[[nodiscard]] Mark conflictMark(SideName side);

class MergedText
{
public:
    explicit MergedText(const Comparison &comparison) : m_comparison(comparison) { }

    void add(MergedToken word) { m_open.push_back(std::move(word)); }
    /// Whether there are words that no block was closed behind yet.
    [[nodiscard]] bool hasOpenWords() const { return !m_open.empty(); }
    /// Closes a block behind the words; `node` is without children.
    void close(const Node &node, const std::vector<int> &path);
    /// Adds a block without content. Words before it whose End is gone become a paragraph of their own.
    void addLeaf(const Node &node, const std::vector<int> &path);
    /// The end: words whose End is gone are a paragraph.
    void finish();

    [[nodiscard]] std::vector<PlacedBlock> blocks() const;
    /// All words as one line; where words of both sides meet, a stroke between them.
    [[nodiscard]] QString line(bool &conflict) const;

private:
    struct Block
    {
        Node node;
        std::vector<int> path;
        std::vector<MergedToken> words;
    };

    [[nodiscard]] bool needsBlank(const MergedToken &before, const MergedToken &after) const;
    void dropBlankAtEnd();
    [[nodiscard]] QList<Node> inlineNodes(const std::vector<MergedToken> &words) const;

    const Comparison &m_comparison;
    std::vector<MergedToken> m_open; ///< words since the last End
    std::vector<Block> m_blocks;
};

} // namespace toasoan::document
