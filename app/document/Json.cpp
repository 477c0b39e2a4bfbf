#include "document/Json.h"

#include "base/Id.h"
#include "document/Schema.h"
#include "text/Normalized.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace toasoan::document {

namespace {

using namespace Qt::StringLiterals;

// A step on the way from the document to what is being read; spelled out only when there is an error to tell.
struct Place
{
    const Place *parent = nullptr;
    QString key;
    qsizetype index = -1;

    [[nodiscard]] QString toText() const
    {
        const QString step = index < 0 ? key : u"%1[%2]"_s.arg(key).arg(index);
        return parent ? parent->toText() + u'.' + step : step;
    }
};

Error errorAt(ErrorCode code, const Place &place, const QString &detail)
{
    return {.code = code, .subject = place.toText(), .detail = detail};
}
Error invalid(const Place &place, const QString &detail)
{
    return errorAt(ErrorCode::InvalidInput, place, detail);
}
Error tooLarge(const Place &place, const QString &detail)
{
    return errorAt(ErrorCode::TooLarge, place, detail);
}

// What may not stand in any text; nothing when all is well.
std::optional<QString> faultOf(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c < QChar(0x20) || (c >= QChar(0x7F) && c < QChar(0xA0))) // all of the category Cc
            return u"control character U+%1"_s.arg(uint(c.unicode()), 4, 16, QLatin1Char('0'));
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            ++i;
        else if (c.isSurrogate())
            return u"lone surrogate"_s;
        else if (c == QChar(0xFFFE) || c == QChar(0xFFFF))
            return u"noncharacter"_s;
    }
    return std::nullopt;
}

bool isAllowedHref(const QString &href, const Schema &schema)
{
    if (href.isEmpty())
        return true;
    const QString scheme = href.left(href.indexOf(u':')).toLower();
    return href.contains(u':') && schema.hrefSchemes().contains(scheme)
        && std::ranges::none_of(href, [](QChar c) { return c.isSpace() || c == QChar(0xFEFF); });
}

class Reader
{
public:
    Reader(const Schema &schema, const Limits &limits) : m_schema(schema), m_limits(limits) { }

    Result<Node> readDocument(const QJsonObject &json, const Place &place)
    {
        const auto version = json.find("version"_L1);
        if (version != json.end()) {
            const double number = version->toDouble(0);
            if (number > m_schema.version())
                return errorAt(ErrorCode::Unsupported, {&place, u"version"_s}, u"%1"_s.arg(number));
            if (number < 1 || number != std::floor(number))
                return invalid({&place, u"version"_s}, u"no version"_s);
        }
        auto node = readNode(json, place, 1);
        if (node && node->type != m_schema.topNode())
            return invalid({&place, u"type"_s}, u"not a document"_s);
        if (node && m_keptCharacters > m_limits.characters)
            return tooLarge(place, u"characters in NFC"_s);
        return node;
    }

private:
    Result<Node> readNode(const QJsonObject &json, const Place &place, int depth)
    {
        if (depth > m_limits.depth)
            return tooLarge(place, u"depth"_s);
        if (++m_nodes > m_limits.nodes)
            return tooLarge(place, u"nodes"_s);

        const QJsonValue typeName = json["type"_L1];
        if (!typeName.isString())
            return invalid({&place, u"type"_s}, u"missing"_s);
        const NodeType *type = m_schema.findNodeType(typeName.toString());
        if (!type)
            return errorAt(ErrorCode::Unsupported, {&place, u"type"_s}, typeName.toString().left(100));
        const bool isText = type->name == "text"_L1;
        const QJsonValue attributesJson = json["attrs"_L1], marksJson = json["marks"_L1];
        const QJsonValue contentJson = isText ? json["text"_L1] : json["content"_L1];
        // Nearly always these are all: then their names need not be looked at one by one.
        const auto there = [](const QJsonValue &value) { return value.isUndefined() ? 0 : 1; };
        const int usual = 1 + there(attributesJson) + there(contentJson) + (type->isInline ? there(marksJson) : 0);
        if (json.size() != usual) {
            if (auto known = checkKeys(json, *type, place); !known)
                return known.error();
        }

        Node node{.type = type->name, .attributes = {}, .children = {}, .text = {}, .marks = {}};
        auto attributes = readAttributes(attributesJson, type->attributes, place);
        if (!attributes)
            return attributes.error();
        node.attributes = *std::move(attributes);
        auto marks = readMarks(marksJson, place);
        if (!marks)
            return marks.error();
        node.marks = *std::move(marks);
        if (isText) {
            auto text = readText(contentJson, {&place, u"text"_s});
            if (!text)
                return text.error();
            node.text = *std::move(text);
            return node;
        }
        auto children = readChildren(contentJson, *type, place, depth);
        if (!children)
            return children.error();
        node.children = *std::move(children);
        return node;
    }

    Result<void> checkKeys(const QJsonObject &json, const NodeType &type, const Place &place) const
    {
        const bool isText = type.name == "text"_L1;
        for (auto entry = json.begin(); entry != json.end(); ++entry) {
            const QString key = entry.key();
            const bool known = key == "type"_L1 || key == "attrs"_L1 || (key == "content"_L1 && !isText)
                || (key == "text"_L1 && isText) || (key == "marks"_L1 && type.isInline)
                || (key == "version"_L1 && !place.parent);
            if (!known)
                return invalid({&place, key.left(100)}, u"not of this schema"_s);
        }
        return {};
    }

    Result<QString> readText(const QJsonValue &json, const Place &place)
    {
        const QString text = json.toString();
        if (text.isEmpty())
            return invalid(place, u"a text node without text"_s);
        m_characters += text.size();
        if (m_characters > m_limits.characters)
            return tooLarge(place, u"characters"_s);
        if (const auto fault = faultOf(text))
            return invalid(place, *fault);
        return text;
    }

    Result<QList<Node>> readChildren(const QJsonValue &json, const NodeType &type, const Place &place, int depth)
    {
        const Place here{&place, u"content"_s};
        if (!json.isUndefined() && !json.isArray())
            return invalid(here, u"no list"_s);
        QList<Node> children;
        auto state = type.content.start();
        const auto list = json.toArray();
        for (qsizetype i = 0; i < list.size(); ++i) {
            const Place childPlace{&place, u"content"_s, i};
            if (!list[i].isObject())
                return invalid(childPlace, u"no node"_s);
            auto child = readNode(list[i].toObject(), childPlace, depth + 1);
            if (!child)
                return child.error();
            state = type.content.next(state, child->type);
            if (state == ContentExpression::refused)
                return invalid(childPlace, u"%1 may not stand here"_s.arg(child->type));
            children.append(std::move(*child));
        }
        if (!type.content.mayEnd(state))
            return invalid(here, u"%1 needs %2"_s.arg(type.name, type.expression));
        if (!type.holdsInline)
            return children;
        children = joinTexts(std::move(children));
        for (const Node &child : children)
            m_keptCharacters += child.text.size();
        return children;
    }

    Result<Marks> readMarks(const QJsonValue &json, const Place &place)
    {
        if (!json.isUndefined() && !json.isArray())
            return invalid({&place, u"marks"_s}, u"no list"_s);
        Marks marks;
        const auto list = json.toArray();
        for (qsizetype i = 0; i < list.size(); ++i) {
            const Place here{&place, u"marks"_s, i};
            const auto object = list[i].toObject();
            const MarkType *type = m_schema.findMarkType(object["type"_L1].toString());
            if (!list[i].isObject() || !object["type"_L1].isString())
                return invalid(here, u"no mark"_s);
            if (!type)
                return errorAt(ErrorCode::Unsupported, {&here, u"type"_s}, object["type"_L1].toString().left(100));
            for (auto entry = object.begin(); entry != object.end(); ++entry) {
                if (entry.key() != "type"_L1 && entry.key() != "attrs"_L1)
                    return invalid({&here, entry.key().left(100)}, u"not of this schema"_s);
            }
            for (const Mark &other : marks) {
                if (other.type == type->name || type->excludes.contains(other.type)
                    || m_schema.findMarkType(other.type)->excludes.contains(type->name))
                    return invalid(here, u"not beside %1"_s.arg(other.type));
            }
            auto attributes = readAttributes(object["attrs"_L1], type->attributes, here);
            if (!attributes)
                return attributes.error();
            marks.append({.type = type->name, .attributes = *attributes});
        }
        std::ranges::sort(marks, {}, [this](const Mark &mark) { return m_schema.findMarkType(mark.type)->rank; });
        return marks;
    }

    Result<Attributes> readAttributes(const QJsonValue &json, const AttributeSpecs &specs, const Place &place)
    {
        Attributes attributes;
        const Place here{&place, u"attrs"_s};
        if (json.isUndefined())
            return attributes;
        if (!json.isObject())
            return invalid(here, u"no attributes"_s);
        const auto object = json.toObject();
        for (auto entry = object.begin(); entry != object.end(); ++entry) {
            const Place attributePlace{&here, entry.key().left(100)};
            const auto spec = specs.find(entry.key());
            if (spec == specs.end())
                return invalid(attributePlace, u"not of this schema"_s);
            auto value = readAttribute(entry.value(), *spec, attributePlace);
            if (!value)
                return value.error();
            if (*value != spec->defaultValue)
                attributes.insert(spec.key(), *value);
        }
        return attributes;
    }

    Result<AttributeValue> readAttribute(const QJsonValue &json, const AttributeSpec &spec, const Place &place)
    {
        if (spec.type == AttributeType::Integer) {
            const double number = json.toDouble();
            if (!json.isDouble() || number != std::floor(number))
                return invalid(place, u"no integer"_s);
            if (number < double(spec.minimum) || number > double(spec.maximum))
                return invalid(place, u"not in %1…%2"_s.arg(spec.minimum).arg(spec.maximum));
            return AttributeValue(static_cast<qint64>(number));
        }
        if (!json.isString())
            return invalid(place, u"no text"_s);
        QString text = json.toString();
        m_attributeCharacters += text.size();
        if (m_attributeCharacters > m_limits.bytes)
            return tooLarge(place, u"attributes"_s);
        if (const auto fault = faultOf(text))
            return invalid(place, *fault);
        switch (spec.type) {
        case AttributeType::Enum:
            if (!spec.values.contains(text))
                return invalid(place, u"not one of %1"_s.arg(spec.values.join(u", "_s)));
            break;
        case AttributeType::Uuid: {
            const auto uuid = Uuid::fromText(text);
            if (!uuid && !text.isEmpty())
                return invalid(place, u"no UUID"_s);
            text = uuid ? uuid->toText() : QString();
            break;
        }
        case AttributeType::Href:
            if (text.size() > spec.maxLength)
                return tooLarge(place, u"more than %1 characters"_s.arg(spec.maxLength));
            if (!isAllowedHref(text, m_schema))
                return invalid(place, u"no address with %1"_s.arg(m_schema.hrefSchemes().join(u", "_s)));
            break;
        case AttributeType::String:
            text = normalized(text, QString::NormalizationForm_C);
            if (text.size() > spec.maxLength)
                return tooLarge(place, u"more than %1 characters"_s.arg(spec.maxLength));
            break;
        case AttributeType::Integer:
            break;
        }
        return AttributeValue(text);
    }

    const Schema &m_schema;
    const Limits &m_limits;
    qsizetype m_nodes = 0;
    qsizetype m_characters = 0; // as they came
    qsizetype m_keptCharacters = 0; // in NFC; a few scripts grow
    qsizetype m_attributeCharacters = 0;
};

void writeText(QByteArray &json, const QString &text)
{
    json += '"';
    const QByteArray utf8 = text.toUtf8();
    if (utf8.contains('"') || utf8.contains('\\')) {
        for (const char c : utf8) {
            if (c == '"' || c == '\\')
                json += '\\';
            json += c;
        }
    } else {
        json += utf8; // control characters are not in any document
    }
    json += '"';
}

void writeAttributes(QByteArray &json, const Attributes &attributes)
{
    json += "\"attrs\":{";
    for (auto entry = attributes.begin(); entry != attributes.end(); ++entry) {
        if (entry != attributes.begin())
            json += ',';
        writeText(json, entry.key());
        json += ':';
        if (const auto *number = std::get_if<qint64>(&*entry))
            json += QByteArray::number(*number);
        else
            writeText(json, std::get<QString>(*entry));
    }
    json += "},";
}

void writeNode(QByteArray &json, const Node &node)
{
    json += '{';
    if (!node.attributes.isEmpty())
        writeAttributes(json, node.attributes);
    if (!node.children.isEmpty()) {
        json += "\"content\":[";
        for (qsizetype i = 0; i < node.children.size(); ++i) {
            if (i > 0)
                json += ',';
            writeNode(json, node.children[i]);
        }
        json += "],";
    }
    if (!node.marks.isEmpty()) {
        json += "\"marks\":[";
        for (qsizetype i = 0; i < node.marks.size(); ++i) {
            json += i > 0 ? ",{" : "{";
            if (!node.marks[i].attributes.isEmpty())
                writeAttributes(json, node.marks[i].attributes);
            json += "\"type\":";
            writeText(json, node.marks[i].type);
            json += '}';
        }
        json += "],";
    }
    if (!node.text.isEmpty()) {
        json += "\"text\":";
        writeText(json, node.text);
        json += ',';
    }
    json += "\"type\":";
    writeText(json, node.type);
    json += '}';
}

Result<Node> read(const QByteArray &json, const Limits &limits, const QString &place)
{
    const Place root{nullptr, place.isEmpty() ? u"body"_s : place};
    if (json.size() > limits.bytes)
        return tooLarge(root, u"%1 bytes"_s.arg(json.size()));
    QJsonParseError fault;
    const auto parsed = QJsonDocument::fromJson(json, &fault);
    if (fault.error == QJsonParseError::DeepNesting)
        return tooLarge(root, u"depth"_s);
    if (!parsed.isObject())
        return invalid(root, fault.error == QJsonParseError::NoError ? u"no object"_s : fault.errorString());
    return Reader(Schema::body(), limits).readDocument(parsed.object(), root);
}

} // namespace

Node emptyDocument()
{
    Node document{.type = Schema::body().topNode(), .attributes = {}, .children = {}, .text = {}, .marks = {}};
    document.children.append({.type = u"paragraph"_s, .attributes = {}, .children = {}, .text = {}, .marks = {}});
    return document;
}

Result<Node> fromJson(const QByteArray &json, const QString &place)
{
    return read(json, Schema::body().limits(), place);
}

Result<Node> readStored(const QByteArray &json, const QString &place)
{
    return read(json, Schema::body().storedLimits(), place);
}

Result<Node> readStored(const QJsonObject &json, const QString &place)
{
    return Reader(Schema::body(), Schema::body().storedLimits())
        .readDocument(json, {nullptr, place.isEmpty() ? u"body"_s : place});
}

Result<Node> fromJson(const QJsonObject &json, const QString &place)
{
    return Reader(Schema::body(), Schema::body().limits())
        .readDocument(json, {nullptr, place.isEmpty() ? u"body"_s : place});
}

QByteArray toJson(const Node &node)
{
    QByteArray json;
    json.reserve(4096); // of most bodies
    writeNode(json, node);
    const Schema &schema = Schema::body();
    if (node.type == schema.topNode() && schema.version() != 1) {
        json.chop(1);
        json += ",\"version\":" + QByteArray::number(schema.version()) + '}';
    }
    return json;
}

Result<void> check(const Node &document)
{
    if (auto read = fromJson(toJson(document)); !read)
        return read.error();
    return {};
}

QList<Node> joinTexts(QList<Node> children)
{
    QList<Node> joined;
    joined.reserve(children.size());
    for (Node &child : children) {
        if (child.isText() && !joined.isEmpty() && joined.last().isText() && joined.last().marks == child.marks)
            joined.last().text += child.text;
        else
            joined.append(std::move(child));
    }
    for (Node &child : joined) {
        if (child.isText())
            child.text = normalized(child.text, QString::NormalizationForm_C);
    }
    return joined;
}

} // namespace toasoan::document
