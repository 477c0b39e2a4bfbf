#include "document/MergedContainers.h"

#include "document/MergedValues.h"

namespace toasoan::document {

MergedContainers::MergedContainers(const Comparison &comparison) : m_comparison(comparison)
{
    for (int i = 0; i < std::ssize(comparison.base.containers); ++i)
        m_shared.push_back({.inBase = i, .inSide = {-1, -1}});
    for (const SideName name : {Theirs, Mine}) {
        const Side &side = comparison.sides[name];
        m_numbers[name] = matchContainers(comparison.base, side.flat, side.alignment);
        if (name == Mine)
            shareNew();
        for (int i = 0; i < std::ssize(m_numbers[name]); ++i) {
            int &number = m_numbers[name][i];
            if (number < 0) {
                number = static_cast<int>(m_shared.size());
                m_shared.push_back({});
            }
            m_shared[number].inSide[name] = i;
        }
    }
}

// Both sides put the same paragraphs into a list of their own: it is one list.
void MergedContainers::shareNew()
{
    const Side &theirs = m_comparison.theirs();
    const Side &mine = m_comparison.mine();
    const auto baseCount = std::ssize(m_comparison.base.containers);
    QSet<int> shared;
    for (const FlatBlock &block : m_comparison.base.blocks) {
        const FlatBlock *theirBlock = theirs.partnerBlock(block.last);
        const FlatBlock *myBlock = mine.partnerBlock(block.last);
        if (!theirBlock || !myBlock)
            continue;
        for (std::size_t level = 0; level < std::min(theirBlock->path.size(), myBlock->path.size()); ++level) {
            const int theirContainer = theirBlock->path[level];
            const int myContainer = myBlock->path[level];
            const int theirNumber = m_numbers[Theirs][theirContainer];
            int &myNumber = m_numbers[Mine][myContainer];
            const bool isSameType = theirs.flat.container(theirContainer).type == mine.flat.container(myContainer).type;
            if (myNumber < 0 && theirNumber >= baseCount && isSameType && !shared.contains(theirNumber)) {
                myNumber = theirNumber;
                shared.insert(theirNumber);
            }
            if (myNumber != theirNumber)
                break;
        }
    }
}

std::vector<int> MergedContainers::path(SideName side, const FlatBlock &block) const
{
    std::vector<int> path = block.path;
    for (int &container : path)
        container = m_numbers[side][container];
    return path;
}

std::vector<Node> MergedContainers::nodes(QStringList &leftover) const
{
    std::vector<Node> nodes;
    for (const Shared &container : m_shared)
        nodes.push_back(node(container, leftover));
    return nodes;
}

Node MergedContainers::node(const Shared &container, QStringList &leftover) const
{
    const auto nodeIn = [](const Flat &flat, int index) {
        if (index < 0)
            return std::optional<Node>();
        return std::optional(makeNode(flat.container(index).type, flat.container(index).attributes));
    };
    const auto base = nodeIn(m_comparison.base, container.inBase);
    auto theirs = nodeIn(m_comparison.theirs().flat, container.inSide[Theirs]);
    auto mine = nodeIn(m_comparison.mine().flat, container.inSide[Mine]);
    if (!theirs)
        theirs = base;
    if (!mine)
        mine = base;
    if (!theirs || !mine)
        return theirs ? *theirs : *mine;
    // Where both made it, mine wins where they differ.
    return mergedNode(base ? *base : *theirs, *theirs, *mine, leftover);
}

} // namespace toasoan::document
