#include "document/Node.h"

#include "document/Schema.h"

namespace toasoan::document {

namespace {

template <typename Value>
Value attributeOr(const Attributes &attributes, const AttributeSpecs &specs, const QString &name)
{
    const auto written = attributes.find(name);
    if (written != attributes.end())
        return std::get<Value>(*written);
    const auto spec = specs.find(name);
    Q_ASSERT(spec != specs.end());
    return spec == specs.end() ? Value() : std::get<Value>(spec->defaultValue);
}

} // namespace

qint64 integerAttribute(const Node &node, const QString &name)
{
    return attributeOr<qint64>(node.attributes, Schema::body().findNodeType(node.type)->attributes, name);
}

QString textAttribute(const Node &node, const QString &name)
{
    return attributeOr<QString>(node.attributes, Schema::body().findNodeType(node.type)->attributes, name);
}

QString textAttribute(const Mark &mark, const QString &name)
{
    return attributeOr<QString>(mark.attributes, Schema::body().findMarkType(mark.type)->attributes, name);
}

const Mark *findMark(const Marks &marks, QLatin1StringView type)
{
    const auto found = std::ranges::find(marks, type, &Mark::type);
    return found == marks.end() ? nullptr : &*found;
}

} // namespace toasoan::document
