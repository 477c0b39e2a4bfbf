#include "document/Schema.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

// A static library's resource is only linked in when it is asked for, and the macro wants the global namespace.
static void initializeResource()
{
    Q_INIT_RESOURCE(document);
}

namespace toasoan::document {

namespace {

using namespace Qt::StringLiterals;

Error invalid(const QString &place)
{
    return {.code = ErrorCode::InvalidInput, .subject = u"schema."_s + place, .detail = {}};
}

QStringList toStrings(const QJsonValue &value)
{
    QStringList strings;
    for (const auto &entry : value.toArray())
        strings.append(entry.toString());
    return strings;
}

Result<AttributeSpec> readAttribute(const QJsonObject &json, const QString &place)
{
    AttributeSpec spec;
    const QString type = json["type"_L1].toString();
    if (type == "enum"_L1) {
        spec.type = AttributeType::Enum;
        spec.values = toStrings(json["values"_L1]);
        if (!spec.values.contains(json["default"_L1].toString()))
            return invalid(place + u".default"_s);
    } else if (type == "integer"_L1) {
        spec.type = AttributeType::Integer;
        spec.minimum = json["min"_L1].toInteger();
        spec.maximum = json["max"_L1].toInteger();
        if (!json["default"_L1].isDouble())
            return invalid(place + u".default"_s);
    } else if (type == "string"_L1) {
        spec.type = AttributeType::String;
        spec.maxLength = json["maxLength"_L1].toInteger();
    } else if (type == "uuid"_L1) {
        spec.type = AttributeType::Uuid;
    } else if (type == "href"_L1) {
        spec.type = AttributeType::Href;
        spec.maxLength = json["maxLength"_L1].toInteger();
    } else {
        return invalid(place + u".type"_s);
    }
    if (spec.type == AttributeType::Integer)
        spec.defaultValue = json["default"_L1].toInteger();
    else if (json["default"_L1].isString())
        spec.defaultValue = json["default"_L1].toString();
    else
        return invalid(place + u".default"_s);
    return spec;
}

Result<AttributeSpecs> readAttributes(const QJsonObject &json, const QString &place)
{
    AttributeSpecs specs;
    for (auto entry = json.begin(); entry != json.end(); ++entry) {
        auto spec = readAttribute(entry.value().toObject(), place + u".attrs."_s + entry.key());
        if (!spec)
            return spec.error();
        specs.insert(entry.key(), *spec);
    }
    return specs;
}

} // namespace

const Schema &Schema::body()
{
    static const Schema schema = [] {
        initializeResource();
        QFile file(u":/document/schema.json"_s);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("The schema of the body is not in the program");
        auto read = Schema::fromJson(file.readAll());
        if (!read)
            qFatal("The schema of the body does not read: %s", qPrintable(read.error().subject));
        return *read;
    }();
    return schema;
}

Result<Schema> Schema::fromJson(const QByteArray &json)
{
    const auto root = QJsonDocument::fromJson(json).object();
    Schema schema;
    schema.m_version = root["version"_L1].toInt();
    if (schema.m_version < 1)
        return invalid(u"version"_s);
    schema.m_topNode = root["topNode"_L1].toString();
    schema.m_hrefSchemes = toStrings(root["hrefSchemes"_L1]);

    for (const auto &[name, limits] :
         {std::pair("limits"_L1, &schema.m_limits), std::pair("storedLimits"_L1, &schema.m_storedLimits)}) {
        const auto object = root[name].toObject();
        *limits = {.depth = object["depth"_L1].toInt(),
                   .nodes = object["nodes"_L1].toInteger(),
                   .characters = object["characters"_L1].toInteger(),
                   .bytes = object["bytes"_L1].toInteger()};
        if (limits->depth < 1 || limits->nodes < 1 || limits->characters < 1 || limits->bytes < 1)
            return invalid(name);
    }

    const auto nodes = root["nodes"_L1].toObject();
    QHash<QString, QStringList> groups;
    for (auto entry = nodes.begin(); entry != nodes.end(); ++entry) {
        groups[entry.key()].append(entry.key());
        const QString group = entry.value()["group"_L1].toString();
        if (!group.isEmpty())
            groups[group].append(entry.key());
    }
    for (auto entry = nodes.begin(); entry != nodes.end(); ++entry) {
        const QString place = u"nodes."_s + entry.key();
        const auto object = entry.value().toObject();
        NodeType type;
        type.name = entry.key();
        type.isInline = object["inline"_L1].toBool();
        type.expression = object["content"_L1].toString();
        type.isAtom = type.expression.isEmpty() && type.name != "text"_L1;
        if (!type.expression.isEmpty()) {
            auto content = ContentExpression::compile(type.expression, groups);
            if (!content)
                return content.error().during(place);
            type.content = *content;
            type.holdsInline = content->mentions(u"text"_s);
        }
        auto attributes = readAttributes(object["attrs"_L1].toObject(), place);
        if (!attributes)
            return attributes.error();
        type.attributes = *attributes;
        schema.m_nodes.insert(type.name, type);
    }
    if (!schema.m_nodes.contains(schema.m_topNode))
        return invalid(u"topNode"_s);

    const auto marks = root["marks"_L1].toObject();
    schema.m_markOrder = toStrings(root["markOrder"_L1]);
    if (QStringList sorted = schema.m_markOrder; (sorted.sort(), sorted) != marks.keys())
        return invalid(u"markOrder"_s);
    for (auto entry = marks.begin(); entry != marks.end(); ++entry) {
        MarkType type;
        type.name = entry.key();
        type.rank = static_cast<int>(schema.m_markOrder.indexOf(entry.key()));
        type.excludes = entry.value()["excludes"_L1].toString().split(u' ', Qt::SkipEmptyParts);
        auto attributes = readAttributes(entry.value()["attrs"_L1].toObject(), u"marks."_s + entry.key());
        if (!attributes)
            return attributes.error();
        type.attributes = *attributes;
        schema.m_marks.insert(type.name, type);
    }
    return schema;
}

const NodeType *Schema::findNodeType(const QString &name) const
{
    const auto found = m_nodes.find(name);
    return found == m_nodes.end() ? nullptr : &*found;
}

const MarkType *Schema::findMarkType(const QString &name) const
{
    const auto found = m_marks.find(name);
    return found == m_marks.end() ? nullptr : &*found;
}

} // namespace toasoan::document
