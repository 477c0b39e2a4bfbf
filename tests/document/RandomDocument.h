// Random documents and random editing, from a seed. Every word is new, so that it can be followed through a merge.
#pragma once

#include "Builders.h"

#include "base/Dice.h"

#include <QSet>

namespace toasoan::document::build {

/// Writes and edits documents as people do. Words are "<prefix><number>", never the same twice.
class RandomWriter
{
public:
    RandomWriter(quint64 seed, QString prefix) : m_dice(seed), m_prefix(std::move(prefix)) { }

    [[nodiscard]] Node document(int blocks)
    {
        QList<Node> content;
        for (int i = 0; i < blocks; ++i)
            content.append(block());
        return doc(content);
    }

    /// One change of a kind that the editor offers. The result is valid.
    [[nodiscard]] Node edited(Node document)
    {
        switch (m_dice.below(15)) {
        case 0:
        case 1:
        case 2:
            insertWords(document);
            break;
        case 3:
        case 4:
            replaceWords(document);
            break;
        case 5:
            deleteWords(document);
            break;
        case 6:
            split(document);
            break;
        case 7:
            join(document);
            break;
        case 8:
            insertBlock(document);
            break;
        case 9:
            deleteBlock(document);
            break;
        case 10:
            moveBlock(document);
            break;
        case 11:
            toggleBold(document);
            break;
        case 12:
            changeForm(document);
            break;
        case 13:
            wrap(document);
            break;
        default:
            editTableOrFigure(document);
            break;
        }
        return document;
    }

    /// A change of words or their form inside this one block.
    void editInside(Node &block)
    {
        switch (m_dice.below(4)) {
        case 0:
            insertWords(block);
            break;
        case 1:
            replaceWords(block);
            break;
        case 2:
            toggleBold(block);
            break;
        default:
            deleteWords(block);
            break;
        }
    }

    [[nodiscard]] quint64 below(quint64 bound) { return m_dice.below(bound); }

private:
    QString word() { return m_prefix + QString::number(++m_words); }

    QString sentence(quint64 most)
    {
        QStringList parts;
        for (quint64 i = 0, count = 1 + m_dice.below(most); i < count; ++i)
            parts.append(word() + (m_dice.below(8) == 0 ? QStringLiteral(",") : QString()));
        return parts.join(u' ') + (m_dice.below(2) == 0 ? QStringLiteral(".") : QString());
    }

    Node paragraph()
    {
        if (m_dice.below(10) == 0)
            return p();
        if (m_dice.below(6) == 0)
            return p({text(sentence(4) + u' '), bold(sentence(3)), text(u' ' + sentence(3))});
        if (m_dice.below(8) == 0)
            return p({text(sentence(4)), hardBreak(), text(sentence(4))});
        return p(sentence(12));
    }

    Node list(int depth)
    {
        QList<Node> items;
        for (quint64 i = 0, count = 1 + m_dice.below(3); i < count; ++i) {
            QList<Node> content{paragraph()};
            if (depth < 2 && m_dice.below(4) == 0)
                content.append(list(depth + 1));
            items.append(li(content));
        }
        return m_dice.below(2) == 0 ? ul(items) : ol(items);
    }

    Node block()
    {
        switch (m_dice.below(12)) {
        case 0:
            return h(2 + qint64(m_dice.below(3)), sentence(5));
        case 1:
        case 2:
            return list(0);
        case 3:
            return quote({paragraph()});
        case 4: {
            QList<Node> rows;
            const quint64 columns = 1 + m_dice.below(3);
            for (quint64 r = 0, count = 1 + m_dice.below(3); r < count; ++r) {
                QList<Node> cells;
                for (quint64 c = 0; c < columns; ++c)
                    cells.append(r == 0 ? th(sentence(2)) : td(sentence(3)));
                rows.append(row(cells));
            }
            return table(rows);
        }
        case 5:
            return figure(media(int(m_dice.below(1000000))), sentence(5));
        case 6:
            return m_dice.below(3) == 0 ? rule() : paragraph();
        default:
            return paragraph();
        }
    }

    // Inline blocks of the whole tree.
    static void collect(Node &node, QList<Node *> &found, const QStringList &types)
    {
        if (types.contains(node.type))
            found.append(&node);
        for (Node &child : node.children)
            collect(child, found, types);
    }
    Node *anyOf(Node &root, const QStringList &types)
    {
        QList<Node *> found;
        collect(root, found, types);
        return found.isEmpty() ? nullptr : found[qsizetype(m_dice.below(quint64(found.size())))];
    }
    Node *anyTextBlock(Node &root)
    {
        return anyOf(root, {QStringLiteral("paragraph"), QStringLiteral("heading"), QStringLiteral("figcaption")});
    }

    // The words of a text node, and the text node to change.
    struct Spot
    {
        Node *block = nullptr;
        qsizetype child = 0;
        QStringList words;
    };
    std::optional<Spot> anyText(Node &root)
    {
        Node *block = anyTextBlock(root);
        if (!block || block->children.isEmpty())
            return std::nullopt;
        const auto child = qsizetype(m_dice.below(quint64(block->children.size())));
        if (!block->children[child].isText())
            return std::nullopt;
        return Spot{block, child, block->children[child].text.split(u' ')};
    }
    static void put(Spot &spot)
    {
        const QString text = spot.words.join(u' ');
        if (text.isEmpty())
            spot.block->children.removeAt(spot.child);
        else
            spot.block->children[spot.child].text = text;
        spot.block->children = joinTexts(spot.block->children);
        separate(*spot.block);
    }
    // A changed word may have lost the blank to a bold neighbour: people type it again.

    void insertWords(Node &root)
    {
        Node *block = anyTextBlock(root);
        if (block && block->children.isEmpty()) {
            block->children.append(text(sentence(4)));
            return;
        }
        auto spot = anyText(root);
        if (!spot)
            return;
        const auto at = qsizetype(m_dice.below(quint64(spot->words.size()) + 1));
        for (quint64 i = 0, count = 1 + m_dice.below(3); i < count; ++i)
            spot->words.insert(at, word());
        put(*spot);
    }
    void replaceWords(Node &root)
    {
        auto spot = anyText(root);
        if (!spot)
            return;
        const auto at = qsizetype(m_dice.below(quint64(spot->words.size())));
        const auto count = 1 + qsizetype(m_dice.below(4));
        spot->words.remove(at, std::min(count, spot->words.size() - at));
        spot->words.insert(at, sentence(3));
        put(*spot);
    }
    void deleteWords(Node &root)
    {
        auto spot = anyText(root);
        if (!spot)
            return;
        const auto at = qsizetype(m_dice.below(quint64(spot->words.size())));
        const auto count = 1 + qsizetype(m_dice.below(6));
        spot->words.remove(at, std::min(count, spot->words.size() - at));
        put(*spot);
    }
    static void separate(Node &block)
    {
        for (qsizetype i = 1; i < block.children.size(); ++i) {
            Node &before = block.children[i - 1];
            const Node &after = block.children[i];
            if (before.isText() && after.isText() && !before.text.back().isSpace() && !after.text.front().isSpace())
                before.text += u' ';
        }
    }

    void split(Node &document)
    {
        QList<Node *> parents;
        collect(document, parents, {QStringLiteral("doc"), QStringLiteral("listItem"), QStringLiteral("blockquote")});
        Node *parent = parents[qsizetype(m_dice.below(quint64(parents.size())))];
        const auto at = qsizetype(m_dice.below(quint64(parent->children.size())));
        Node &block = parent->children[at];
        if (block.type != QStringLiteral("paragraph") || block.children.size() != 1 || !block.children[0].isText())
            return;
        const QStringList parts = block.children[0].text.split(u' ');
        const auto cut = qsizetype(m_dice.below(quint64(parts.size()) + 1));
        const Marks marks = block.children[0].marks;
        const auto part = [&](const QStringList &some) {
            return some.isEmpty() ? p() : p({text(some.join(u' '), marks)});
        };
        const Node second = part(parts.sliced(cut));
        block.children = part(parts.first(cut)).children;
        parent->children.insert(at + 1, second);
    }
    void join(Node &document)
    {
        QList<Node *> parents;
        collect(document, parents, {QStringLiteral("doc"), QStringLiteral("listItem"), QStringLiteral("blockquote")});
        Node *parent = parents[qsizetype(m_dice.below(quint64(parents.size())))];
        if (parent->children.size() < 2)
            return;
        const auto at = qsizetype(m_dice.below(quint64(parent->children.size() - 1)));
        Node &first = parent->children[at];
        const Node second = parent->children[at + 1];
        if (first.type != QStringLiteral("paragraph") || second.type != QStringLiteral("paragraph"))
            return;
        if (!first.children.isEmpty() && !second.children.isEmpty())
            first.children.append(text(QStringLiteral(" ")));
        first.children = joinTexts(first.children + second.children);
        parent->children.removeAt(at + 1);
    }

    void insertBlock(Node &document)
    {
        if (Node *list = m_dice.below(3) == 0
                ? anyOf(document, {QStringLiteral("bulletList"), QStringLiteral("orderedList")})
                : nullptr) {
            list->children.insert(qsizetype(m_dice.below(quint64(list->children.size()) + 1)), li(sentence(5)));
            return;
        }
        document.children.insert(qsizetype(m_dice.below(quint64(document.children.size()) + 1)), block());
    }
    void deleteBlock(Node &document)
    {
        if (document.children.size() > 1)
            document.children.removeAt(qsizetype(m_dice.below(quint64(document.children.size()))));
    }
    void moveBlock(Node &document)
    {
        if (document.children.size() < 2)
            return;
        const Node moved = document.children.takeAt(qsizetype(m_dice.below(quint64(document.children.size()))));
        document.children.insert(qsizetype(m_dice.below(quint64(document.children.size()) + 1)), moved);
    }

    void toggleBold(Node &root)
    {
        const auto spot = anyText(root);
        if (!spot)
            return;
        Node &text = spot->block->children[spot->child];
        if (text.marks.isEmpty())
            text.marks = {mark(QStringLiteral("bold"))};
        else
            text.marks.clear();
        spot->block->children = joinTexts(spot->block->children);
    }
    void changeForm(Node &document)
    {
        Node &block = document.children[qsizetype(m_dice.below(quint64(document.children.size())))];
        if (block.type == QStringLiteral("paragraph")) {
            if (m_dice.below(2) == 0)
                block.type = QStringLiteral("heading"), block.attributes = {};
            else
                block.attributes = {{QStringLiteral("align"), QStringLiteral("center")}};
        } else if (block.type == QStringLiteral("heading")) {
            block.type = QStringLiteral("paragraph");
            block.attributes.clear();
        } else if (block.type == QStringLiteral("bulletList")) {
            block.type = QStringLiteral("orderedList");
        }
    }
    void wrap(Node &document)
    {
        const auto at = qsizetype(m_dice.below(quint64(document.children.size())));
        const Node block = document.children[at];
        if (block.type == QStringLiteral("paragraph")) {
            document.children[at] = m_dice.below(2) == 0 ? quote({block}) : ul({li(QList<Node>{block})});
        } else if (block.type == QStringLiteral("blockquote") || block.type == QStringLiteral("bulletList")) {
            document.children.removeAt(at);
            for (qsizetype i = block.children.size(); i-- > 0;) {
                const Node &child = block.children[i];
                if (block.type == QStringLiteral("blockquote"))
                    document.children.insert(at, child);
                else
                    for (qsizetype k = child.children.size(); k-- > 0;)
                        document.children.insert(at, child.children[k]);
            }
        }
    }
    void editTableOrFigure(Node &document)
    {
        Node *found = anyOf(document, {QStringLiteral("table"), QStringLiteral("figure")});
        if (!found)
            return;
        if (found->type == QStringLiteral("figure")) {
            found->children[0].attributes.insert(QStringLiteral("media"), media(int(m_dice.below(1000000))));
            return;
        }
        const qsizetype columns = found->children[0].children.size();
        const auto at = qsizetype(m_dice.below(quint64(found->children.size())));
        switch (m_dice.below(4)) {
        case 0: {
            QList<Node> cells;
            for (qsizetype i = 0; i < columns; ++i)
                cells.append(td(sentence(2)));
            found->children.insert(at + 1, row(cells));
            break;
        }
        case 1:
            for (Node &each : found->children)
                each.children.append(td(sentence(2)));
            break;
        case 2:
            if (found->children.size() > 1)
                found->children.removeAt(at);
            break;
        default:
            for (Node &each : found->children) {
                if (each.children.size() > 1)
                    each.children.removeLast();
            }
            break;
        }
    }

    SeededDice m_dice;
    QString m_prefix;
    int m_words = 0;
};

/// How often each word stands in the document.
inline QHash<QString, int> wordCounts(const Node &node)
{
    QHash<QString, int> counts;
    QString word;
    const QString text = toPlainText(node) + u' ';
    for (const QChar c : text) {
        if (c.isLetterOrNumber()) {
            word += c;
        } else if (!word.isEmpty()) {
            ++counts[word];
            word.clear();
        }
    }
    return counts;
}

} // namespace toasoan::document::build
