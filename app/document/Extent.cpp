#include "document/Extent.h"

#include "document/Json.h"
#include "document/Schema.h"

#include <algorithm>

namespace toasoan::document {

using namespace Qt::StringLiterals;

namespace {

void measure(const Node &node, int depth, Extent &extent)
{
    extent.depth = std::max(extent.depth, depth);
    extent.nodes += 1;
    extent.characters += node.text.size();
    for (const Node &child : node.children)
        measure(child, depth + 1, extent);
}

} // namespace

Extent extentOf(const Node &document)
{
    Extent extent;
    measure(document, 1, extent);
    extent.bytes = toJson(document).size();
    return extent;
}

bool isOverLimits(const Extent &extent)
{
    return !checkLimits(extent, {}, {}).ok();
}

Result<void> checkLimits(const Extent &now, const Extent &before, const QString &place)
{
    const Limits &limits = Schema::body().limits();
    const auto grewOver = [](qsizetype value, qsizetype limit, qsizetype was) { return value > limit && value > was; };
    const auto tooLarge = [&place](const QString &what) { return Error{ErrorCode::TooLarge, place, what}; };
    if (grewOver(now.depth, limits.depth, before.depth))
        return tooLarge(u"depth"_s);
    if (grewOver(now.nodes, limits.nodes, before.nodes))
        return tooLarge(u"nodes"_s);
    if (grewOver(now.characters, limits.characters, before.characters))
        return tooLarge(u"characters"_s);
    if (grewOver(now.bytes, limits.bytes, before.bytes))
        return tooLarge(u"bytes"_s);
    return {};
}

} // namespace toasoan::document
