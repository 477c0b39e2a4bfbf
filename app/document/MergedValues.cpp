#include "document/MergedValues.h"

#include "document/Merge.h"
#include "document/MergeSides.h"
#include "document/Schema.h"

namespace toasoan::document {

namespace {

Marks mergedMarks(const Marks &base, const Marks &theirs, const Marks &mine)
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
        merged.removeIf([&](const Mark &other) { return schema.findMarkType(type)->excludes.contains(other.type); });
        merged.append(*mark);
    }
    return merged;
}

Attributes mergedAttributes(const QString &type, const Attributes &base, const Attributes &theirs,
                            const Attributes &mine, QStringList &leftover)
{
    Attributes merged;
    const AttributeSpecs &specs = Schema::body().findNodeType(type)->attributes;
    for (auto spec = specs.begin(); spec != specs.end(); ++spec) {
        const auto of = [&](const Attributes &attributes) { return attributes.value(spec.key(), spec->defaultValue); };
        AttributeValue value = changedOne(of(base), of(theirs), of(mine));
        const bool bothChanged = of(theirs) != of(base) && of(mine) != of(base) && of(theirs) != of(mine);
        if (bothChanged && spec->type == AttributeType::String) {
            const QString text =
                mergeText(std::get<QString>(of(base)), std::get<QString>(of(theirs)), std::get<QString>(of(mine)));
            if (text.size() <= spec->maxLength)
                value = text;
            else
                leftover.append(std::get<QString>(of(theirs)));
        }
        if (value != spec->defaultValue)
            merged.insert(spec.key(), value);
    }
    return merged;
}

} // namespace

StyledText mergedText(const StyledText &base, const StyledText &theirs, const StyledText &mine)
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

Node mergedNode(const Node &base, const Node &theirs, const Node &mine, QStringList &leftover)
{
    if (base.type == theirs.type && base.type == mine.type)
        return makeNode(base.type,
                        mergedAttributes(base.type, base.attributes, theirs.attributes, mine.attributes, leftover));
    return mine.type == base.type ? theirs : mine;
}

} // namespace toasoan::document
