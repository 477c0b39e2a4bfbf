#include "document/Flat.h"

#include "document/Json.h"
#include "document/Schema.h"

namespace toasoan::document {

namespace {

using namespace Qt::StringLiterals;

// The text of a block between two breaks, and where its marks change.
class Line
{
public:
    void add(const QString &text, const Marks &marks)
    {
        m_text += text;
        m_stretches.push_back({text.size(), marks});
    }
    [[nodiscard]] const QString &text() const { return m_text; }
    void clear()
    {
        m_text.clear();
        m_stretches.clear();
        m_stretch = 0;
        m_stretchBegin = 0;
    }

    // The part [begin, end); parts are asked for from left to right.
    [[nodiscard]] StyledText part(qsizetype begin, qsizetype end)
    {
        StyledText styled{.text = m_text.sliced(begin, end - begin), .stretches = {}};
        while (begin < end) {
            while (begin >= m_stretchBegin + m_stretches[m_stretch].length) {
                m_stretchBegin += m_stretches[m_stretch].length;
                ++m_stretch;
            }
            const qsizetype until = std::min(end, m_stretchBegin + m_stretches[m_stretch].length);
            styled.stretches.push_back({until - begin, m_stretches[m_stretch].marks});
            begin = until;
        }
        return styled;
    }

private:
    QString m_text;
    std::vector<StyledText::Stretch> m_stretches;
    std::size_t m_stretch = 0;
    qsizetype m_stretchBegin = 0;
};

// Of all documents that are compared together. A long item has 3,000 words, a list of 1,500 households some 45,000.
constexpr qsizetype mostWords = 200'000;

// At least as many as the Flattener makes of it.
qsizetype countWords(const QString &text)
{
    qsizetype count = 0;
    bool inWord = false;
    for (const QChar character : text) {
        const bool isWord = isWordCharacter(character);
        if (!character.isSpace() && !(isWord && inWord))
            ++count;
        inWord = isWord;
    }
    return count;
}

qsizetype countWords(const Node &node)
{
    qsizetype count = countWords(node.text);
    for (const Node &child : node.children)
        count += countWords(child);
    return count;
}

class Flattener
{
public:
    explicit Flattener(Grain grain) : m_grain(grain) { }

    void addChildren(const Node &node, int container)
    {
        for (const Node &child : node.children)
            addBlock(child, container);
    }

    void addTextBlock(const Node &node)
    {
        beginBlock(node);
        for (const Node &child : node.children) {
            if (child.isText()) {
                m_line.add(child.text, child.marks);
                continue;
            }
            endLine();
            Token token{.kind = TokenKind::Break, .word = {}, .space = {}, .block = m_block};
            token.word.text = u"\n"_s;
            token.word.stretches.push_back({1, child.marks});
            m_flat.tokens.push_back(std::move(token));
        }
        endLine();
        endBlock(TokenKind::End);
    }

    [[nodiscard]] Flat take() { return std::move(m_flat); }

private:
    void addBlock(const Node &node, int container)
    {
        const NodeType &type = *Schema::body().findNodeType(node.type);
        if (type.isAtom) {
            beginBlock(node);
            endBlock(TokenKind::Leaf);
        } else if (type.holdsInline) {
            addTextBlock(node);
        } else {
            const int index = static_cast<int>(m_flat.containers.size());
            m_flat.containers.push_back(
                {node.type, node.attributes, container, static_cast<int>(m_flat.blocks.size()), -1});
            m_path.push_back(index);
            addChildren(node, index);
            m_path.pop_back();
            m_flat.containers[index].lastBlock = static_cast<int>(m_flat.blocks.size()) - 1;
        }
    }

    void beginBlock(const Node &node)
    {
        m_block = static_cast<int>(m_flat.blocks.size());
        m_flat.blocks.push_back({node.type, node.attributes, m_path, m_flat.size(), -1});
    }
    void endBlock(TokenKind kind)
    {
        m_flat.blocks.back().last = m_flat.size();
        m_flat.tokens.push_back({.kind = kind, .word = {}, .space = {}, .block = m_block});
    }

    // Cuts the line into words and punctuation, each with the blanks behind it.
    void endLine()
    {
        const QString text = m_line.text();
        if (m_grain == Grain::Lines) {
            if (!text.isEmpty())
                addWord(0, text.size());
            m_line.clear();
            return;
        }
        qsizetype at = 0;
        const auto blanksFrom = [&](qsizetype from) {
            while (from < text.size() && text[from].isSpace())
                ++from;
            return from;
        };
        if (const qsizetype end = blanksFrom(0); end > 0) {
            const bool afterBreak = !m_flat.tokens.empty() && m_flat.tokens.back().block == m_block;
            if (!afterBreak)
                m_flat.tokens.push_back({.kind = TokenKind::Word, .word = {}, .space = {}, .block = m_block});
            m_flat.tokens.back().space = m_line.part(0, end);
            at = end;
        }
        while (at < text.size()) {
            qsizetype chunkEnd = at;
            while (chunkEnd < text.size() && !text[chunkEnd].isSpace())
                ++chunkEnd;
            qsizetype wordBegin = at;
            while (wordBegin < chunkEnd && !isWordCharacter(text[wordBegin]))
                ++wordBegin;
            qsizetype wordEnd = chunkEnd;
            while (wordEnd > wordBegin && !isWordCharacter(text[wordEnd - 1]))
                --wordEnd;
            addPunctuation(at, wordBegin);
            if (wordBegin < wordEnd)
                addWord(wordBegin, wordEnd);
            addPunctuation(wordEnd, chunkEnd);
            const qsizetype blanksEnd = blanksFrom(chunkEnd);
            m_flat.tokens.back().space = m_line.part(chunkEnd, blanksEnd);
            at = blanksEnd;
        }
        m_line.clear();
    }
    // Each mark of punctuation is a piece; "..." is one.
    void addPunctuation(qsizetype begin, qsizetype end)
    {
        const QString &text = m_line.text();
        while (begin < end) {
            qsizetype same = begin + 1;
            while (same < end && text[same] == text[begin])
                ++same;
            addWord(begin, same);
            begin = same;
        }
    }
    void addWord(qsizetype begin, qsizetype end)
    {
        m_flat.tokens.push_back(
            {.kind = TokenKind::Word, .word = m_line.part(begin, end), .space = {}, .block = m_block});
    }

    Grain m_grain;
    Flat m_flat;
    Line m_line;
    std::vector<int> m_path;
    int m_block = -1;
};

} // namespace

bool isWordCharacter(QChar character)
{
    return character.isLetterOrNumber() || character.isMark() || character.isSurrogate();
}

Grain grainFor(std::initializer_list<const Node *> documents)
{
    qsizetype words = 0;
    for (const Node *document : documents)
        words += countWords(*document);
    return words > mostWords ? Grain::Lines : Grain::Words;
}

Flat flatten(const Node &document, Grain grain)
{
    Flattener flattener(grain);
    flattener.addChildren(document, -1);
    return flattener.take();
}

Flat flatten(const QString &line)
{
    Node paragraph = makeNode(u"paragraph"_s);
    if (!line.isEmpty()) {
        Node text = makeNode(u"text"_s);
        text.text = line;
        paragraph.children.append(text);
    }
    Flattener flattener(Grain::Words);
    flattener.addTextBlock(paragraph);
    return flattener.take();
}

void InlineWriter::add(const StyledText &text)
{
    qsizetype at = 0;
    for (const StyledText::Stretch &stretch : text.stretches) {
        Node node = makeNode(u"text"_s);
        node.text = text.text.sliced(at, stretch.length);
        node.marks = stretch.marks;
        at += stretch.length;
        m_nodes.append(std::move(node));
    }
}

void InlineWriter::addBreak(const Marks &marks)
{
    Node node = makeNode(u"hardBreak"_s);
    node.marks = marks;
    m_nodes.append(std::move(node));
}

QList<Node> InlineWriter::take()
{
    return joinTexts(std::exchange(m_nodes, {}));
}

Node makeNode(const QString &type, const Attributes &attributes)
{
    return {.type = type, .attributes = attributes, .children = {}, .text = {}, .marks = {}};
}

} // namespace toasoan::document
