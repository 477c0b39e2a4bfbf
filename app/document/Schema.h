// The closed schema of an item's body, built from resources/editor/schema.json, which the editor reads too.
#pragma once

#include "document/ContentExpression.h"
#include "document/Node.h"

#include <QByteArray>

namespace toasoan::document {

enum class AttributeType
{
    Enum,
    Integer,
    String,
    Uuid,
    Href
};

struct AttributeSpec
{
    AttributeType type = AttributeType::String;
    AttributeValue defaultValue;
    QStringList values; ///< of an Enum
    qint64 minimum = 0; ///< of an Integer
    qint64 maximum = 0; ///< of an Integer
    qsizetype maxLength = 0; ///< of a String or Href, in UTF-16 units
};

using AttributeSpecs = QMap<QString, AttributeSpec>;

struct NodeType
{
    QString name;
    QString expression; ///< as written in the schema
    ContentExpression content;
    AttributeSpecs attributes;
    bool isInline = false;
    bool isAtom = false; ///< has no content
    bool holdsInline = false; ///< its content is text
};

struct MarkType
{
    QString name;
    int rank = 0; ///< marks on one piece stand in this order, the first outermost
    QStringList excludes; ///< other marks that may not stand beside it
    AttributeSpecs attributes;
};

struct Limits
{
    int depth = 0; ///< nodes from the document to the deepest text, both counted
    qsizetype nodes = 0;
    qsizetype characters = 0; ///< UTF-16 units of all texts together
    qsizetype bytes = 0; ///< of the JSON that comes in
};

class Schema
{
public:
    /// The schema of this program. Built once; safe from any thread.
    [[nodiscard]] static const Schema &body();

    /// Reads a schema file. InvalidInput with the place if it does not read.
    [[nodiscard]] static Result<Schema> fromJson(const QByteArray &json);

    [[nodiscard]] int version() const { return m_version; }
    [[nodiscard]] const QString &topNode() const { return m_topNode; }
    /// Of what is written.
    [[nodiscard]] const Limits &limits() const { return m_limits; }
    /// Of what is read: bounds that no program of this house ever wrote beyond.
    [[nodiscard]] const Limits &storedLimits() const { return m_storedLimits; }
    [[nodiscard]] const QStringList &hrefSchemes() const { return m_hrefSchemes; }

    /// The type of that name, or null.
    [[nodiscard]] const NodeType *findNodeType(const QString &name) const;
    [[nodiscard]] const MarkType *findMarkType(const QString &name) const;

    /// In the order of their rank.
    [[nodiscard]] const QStringList &markTypes() const { return m_markOrder; }

private:
    int m_version = 0;
    QString m_topNode;
    Limits m_limits;
    Limits m_storedLimits;
    QStringList m_hrefSchemes;
    QStringList m_markOrder;
    QMap<QString, NodeType> m_nodes;
    QMap<QString, MarkType> m_marks;
};

} // namespace toasoan::document
