// Blocks with their places, put back together as a document. Part of merge; not for other modules.
#pragma once

#include "document/Node.h"

#include <vector>

namespace toasoan::document {

/// A block of text or a leaf, and the containers it stands in, outermost first, by number.
struct PlacedBlock
{
    Node node;
    std::vector<int> path;
};

/// The document of these blocks in this order. Neighbours whose paths begin alike share those containers; `containers`
/// are nodes without children, by number. Whatever the blocks are, the result follows the schema: an item that lost its
/// paragraph gets an empty one, a heading in a cell becomes a paragraph, a figure of two pictures becomes two figures.
[[nodiscard]] Node buildTree(const std::vector<PlacedBlock> &blocks, const std::vector<Node> &containers);

} // namespace toasoan::document
