// Documents for tests, written short: doc({p("Một đoạn"), h(2, "Mục"), ul({li("một"), li("hai")})}).
#pragma once

#include "document/Document.h"

namespace toasoan::document::build {

inline Node node(const QString &type, const QList<Node> &children = {}, const Attributes &attributes = {})
{
    return {.type = type, .attributes = attributes, .children = children, .text = {}, .marks = {}};
}

inline Mark mark(const QString &type, const Attributes &attributes = {})
{
    return {.type = type, .attributes = attributes};
}

inline Node text(const QString &content, const Marks &marks = {})
{
    return {.type = QStringLiteral("text"), .attributes = {}, .children = {}, .text = content, .marks = marks};
}

inline Node bold(const QString &content)
{
    return text(content, {mark(QStringLiteral("bold"))});
}

/// Words that a merge marked: side "theirs" or "mine".
inline Node conflict(const QString &side, const QString &content)
{
    Attributes attributes;
    if (side != QStringLiteral("mine"))
        attributes.insert(QStringLiteral("side"), side);
    return text(content, {mark(QStringLiteral("conflict"), attributes)});
}

inline Node hardBreak()
{
    return node(QStringLiteral("hardBreak"));
}

inline QList<Node> words(const QString &content)
{
    return content.isEmpty() ? QList<Node>() : QList<Node>{text(content)};
}

inline Node p(const QList<Node> &content)
{
    return node(QStringLiteral("paragraph"), content);
}
inline Node p(const QString &content = {})
{
    return p(words(content));
}
inline Node h(qint64 level, const QString &content)
{
    Attributes attributes;
    if (level != 2)
        attributes.insert(QStringLiteral("level"), level);
    return node(QStringLiteral("heading"), words(content), attributes);
}
inline Node li(const QList<Node> &blocks)
{
    return node(QStringLiteral("listItem"), blocks);
}
inline Node li(const QString &content)
{
    return li(QList<Node>{p(content)});
}
inline Node ul(const QList<Node> &items)
{
    return node(QStringLiteral("bulletList"), items);
}
inline Node ol(const QList<Node> &items, const Attributes &attributes = {})
{
    return node(QStringLiteral("orderedList"), items, attributes);
}
inline Node quote(const QList<Node> &paragraphs)
{
    return node(QStringLiteral("blockquote"), paragraphs);
}
inline Node rule()
{
    return node(QStringLiteral("horizontalRule"));
}
inline Node td(const QString &content, const Attributes &attributes = {})
{
    return node(QStringLiteral("tableCell"), {p(content)}, attributes);
}
inline Node th(const QString &content, const Attributes &attributes = {})
{
    return node(QStringLiteral("tableHeader"), {p(content)}, attributes);
}
inline Node row(const QList<Node> &cells)
{
    return node(QStringLiteral("tableRow"), cells);
}
inline Node table(const QList<Node> &rows, const QString &summary = {})
{
    Attributes attributes;
    if (!summary.isEmpty())
        attributes.insert(QStringLiteral("summary"), summary);
    return node(QStringLiteral("table"), rows, attributes);
}
inline Node figure(const QString &media, const QString &caption, const QString &credit = {}, const QString &alt = {})
{
    Attributes image;
    if (!media.isEmpty())
        image.insert(QStringLiteral("media"), media);
    if (!alt.isEmpty())
        image.insert(QStringLiteral("alt"), alt);
    Attributes attributes;
    if (!credit.isEmpty())
        attributes.insert(QStringLiteral("credit"), credit);
    return node(QStringLiteral("figure"),
                {node(QStringLiteral("figimage"), {}, image), node(QStringLiteral("figcaption"), words(caption))},
                attributes);
}
inline Node doc(const QList<Node> &blocks)
{
    return node(QStringLiteral("doc"), blocks);
}

/// A media id made from a small number.
inline QString media(int number)
{
    return QStringLiteral("018af3a1-b2c3-7000-8000-%1").arg(number, 12, 10, QLatin1Char('0'));
}

} // namespace toasoan::document::build
