// How much a document is, and whether that is more than an item may hold. What is written has to be within the schema's
// limits; what is stored may be beyond them (a merge of two long texts, an older program's), is read all the same
// (readStored()), and may be saved as long as it gets no larger.
#pragma once

#include "base/Result.h"
#include "document/Node.h"

namespace toasoan::document {

struct Extent
{
    int depth = 0; ///< nodes from the document to the deepest text, both counted
    qsizetype nodes = 0;
    qsizetype characters = 0; ///< UTF-16 units of all texts together
    qsizetype bytes = 0; ///< of the canonical JSON

    bool operator==(const Extent &) const = default;
};

[[nodiscard]] Extent extentOf(const Node &document);

/// Whether it is more than the schema's limits allow to be written.
[[nodiscard]] bool isOverLimits(const Extent &extent);

/// TooLarge at `place` if `now` is over a limit and there more than `before`: what is too large may only shrink.
[[nodiscard]] Result<void> checkLimits(const Extent &now, const Extent &before, const QString &place);

} // namespace toasoan::document
