#include "document/Tree.h"

#include "document/Flat.h"
#include "document/Schema.h"

namespace toasoan::document {

namespace {

using namespace Qt::StringLiterals;

bool mayStandIn(const QString &parent, const QString &child)
{
    return Schema::body().findNodeType(parent)->content.mentions(child);
}

// The pictures and captions that came into one figure, as one figure per picture.
QList<Node> splitFigure(const Node &figure)
{
    QList<Node> parts;
    const auto hasCaption = [](const Node &node) { return node.children.size() > 1; };
    for (const Node &child : figure.children) {
        const bool inFigure = !parts.isEmpty() && parts.last().type == figure.type;
        if (child.type == "figimage"_L1) {
            Node next = makeNode(figure.type, figure.attributes);
            next.children.append(child);
            parts.append(next);
        } else if (inFigure && !hasCaption(parts.last())) {
            parts.last().children.append(child);
        } else if (inFigure && parts.last().children.last().children.isEmpty()) {
            parts.last().children.last() = child;
        } else if (!child.children.isEmpty()) { // a caption without a picture of its own
            Node paragraph = makeNode(u"paragraph"_s);
            paragraph.children = child.children;
            parts.append(paragraph);
        }
    }
    for (Node &part : parts) {
        if (part.type == figure.type && !hasCaption(part))
            part.children.append(makeNode(u"figcaption"_s));
    }
    return parts;
}

class TreeBuilder
{
public:
    explicit TreeBuilder(const std::vector<Node> &containers) : m_containers(containers)
    {
        m_open.push_back({-1, makeNode(Schema::body().topNode())});
    }

    void add(const PlacedBlock &block)
    {
        std::size_t shared = 0;
        while (shared < block.path.size() && shared + 1 < m_open.size()
               && m_open[shared + 1].container == block.path[shared])
            ++shared;
        while (m_open.size() > shared + 1)
            close();
        for (std::size_t level = shared; level < block.path.size(); ++level)
            m_open.push_back({block.path[level], m_containers[static_cast<std::size_t>(block.path[level])]});

        Node node = block.node;
        Node &parent = m_open.back().node;
        const bool isFirstInItem = parent.type == "listItem"_L1 && parent.children.isEmpty();
        const bool isText = Schema::body().findNodeType(node.type)->holdsInline;
        if (isText && (!mayStandIn(parent.type, node.type) || (isFirstInItem && node.type != "paragraph"_L1)))
            node = withType(node, u"paragraph"_s);
        append(parent, std::move(node));
    }

    [[nodiscard]] Node take()
    {
        while (m_open.size() > 1)
            close();
        Node document = std::move(m_open.front().node);
        if (document.children.isEmpty())
            document.children.append(makeNode(u"paragraph"_s));
        return document;
    }

private:
    struct Open
    {
        int container;
        Node node;
    };

    static Node withType(const Node &node, const QString &type)
    {
        Node changed = node;
        changed.type = type;
        changed.attributes.clear();
        return changed;
    }

    static void append(Node &parent, Node child)
    {
        if (parent.type == "listItem"_L1 && parent.children.isEmpty() && child.type != "paragraph"_L1)
            parent.children.append(makeNode(u"paragraph"_s));
        parent.children.append(std::move(child));
    }

    void close()
    {
        const Node closed = std::move(m_open.back().node);
        m_open.pop_back();
        Node &parent = m_open.back().node;
        if (closed.type != "figure"_L1) {
            append(parent, closed);
            return;
        }
        for (const Node &part : splitFigure(closed))
            append(parent, part);
    }

    const std::vector<Node> &m_containers;
    std::vector<Open> m_open;
};

} // namespace

Node buildTree(const std::vector<PlacedBlock> &blocks, const std::vector<Node> &containers)
{
    TreeBuilder builder(containers);
    for (const PlacedBlock &block : blocks)
        builder.add(block);
    return builder.take();
}

} // namespace toasoan::document
