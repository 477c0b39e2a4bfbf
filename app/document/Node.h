// The body of an item as a value: a tree of nodes of the closed schema (see Schema). Nothing here does IO; a value
// may be read from any thread. Copies are cheap: the lists are implicitly shared.
#pragma once

#include <QList>
#include <QMap>
#include <QString>

#include <variant>

namespace toasoan::document {

/// The value of an attribute: a number (integer) or a text (enum, string, uuid, href).
using AttributeValue = std::variant<qint64, QString>;

/// Attributes by name. What equals the schema's default is left out, so equal documents compare equal.
using Attributes = QMap<QString, AttributeValue>;

/// A mark on inline content: bold, a link …
struct Mark
{
    QString type;
    Attributes attributes;

    bool operator==(const Mark &) const = default;
};

/// The marks of one piece of inline content, in the schema's order.
using Marks = QList<Mark>;

/// A node. Only a node of type "text" has text; only inline nodes have marks; only the others have children.
struct Node
{
    QString type;
    Attributes attributes;
    QList<Node> children;
    QString text;
    Marks marks;

    [[nodiscard]] bool isText() const { return type == QLatin1StringView("text"); }

    bool operator==(const Node &other) const
    {
        return type == other.type && text == other.text && attributes == other.attributes && marks == other.marks
            && children == other.children;
    }
};

/// The attribute's value, or the schema's default for it. The name must be one of the node's type, and of that kind.
[[nodiscard]] qint64 integerAttribute(const Node &node, const QString &name);
[[nodiscard]] QString textAttribute(const Node &node, const QString &name);
[[nodiscard]] QString textAttribute(const Mark &mark, const QString &name);

/// The mark of that type, or null.
[[nodiscard]] const Mark *findMark(const Marks &marks, QLatin1StringView type);

} // namespace toasoan::document
