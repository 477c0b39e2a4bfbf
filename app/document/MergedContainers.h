// Which lists, tables, figures of the three documents are one and the same. Part of merge; not for other modules.
#pragma once

#include "document/MergeSides.h"

#include <QStringList>

namespace toasoan::document {

class MergedContainers
{
public:
    explicit MergedContainers(const Comparison &comparison);

    /// The containers of a side's block, outermost first, by the numbers common to the three documents. Those of the
    /// base have the numbers that they have there.
    [[nodiscard]] std::vector<int> path(SideName side, const FlatBlock &block) const;

    /// Nodes without children, by number; see mergedNode() for `leftover`.
    [[nodiscard]] std::vector<Node> nodes(QStringList &leftover) const;

private:
    /// A container in the three documents (-1: not there).
    struct Shared
    {
        int inBase = -1;
        std::array<int, 2> inSide{-1, -1};
    };

    void shareNew();
    [[nodiscard]] Node node(const Shared &container, QStringList &leftover) const;

    const Comparison &m_comparison;
    std::array<std::vector<int>, 2> m_numbers; ///< of a side's containers
    std::vector<Shared> m_shared;
};

} // namespace toasoan::document
