#include "document/PlainText.h"

#include "document/Schema.h"
#include "text/Normalized.h"

namespace toasoan::document {

namespace {

using namespace Qt::StringLiterals;

QString inlineText(const Node &block)
{
    QString text;
    for (const Node &child : block.children)
        text += child.isText() ? child.text : u"\n"_s;
    return text;
}

void collectLines(const Node &node, QStringList &lines)
{
    if (node.type == "tableRow"_L1) {
        QStringList cells;
        for (const Node &cell : node.children) {
            QStringList cellLines;
            for (const Node &block : cell.children)
                collectLines(block, cellLines);
            cells.append(cellLines.join(u' ').replace(u'\n', u' '));
        }
        lines.append(cells.join(u'\t'));
        return;
    }
    if (Schema::body().findNodeType(node.type)->holdsInline) {
        lines.append(inlineText(node));
        return;
    }
    for (const Node &child : node.children)
        collectLines(child, lines);
    if (node.type == "figure"_L1)
        lines.append(textAttribute(node, u"credit"_s));
}

template <typename Visit>
void forEachNode(const Node &node, const Visit &visit)
{
    visit(node);
    for (const Node &child : node.children)
        forEachNode(child, visit);
}

} // namespace

QString toPlainText(const Node &node)
{
    QStringList lines;
    collectLines(node, lines);
    lines.removeIf([](const QString &line) { return line.trimmed().isEmpty(); });
    return lines.join(u'\n');
}

Node fromPlainText(const QString &text)
{
    Node document{.type = Schema::body().topNode(), .attributes = {}, .children = {}, .text = {}, .marks = {}};
    QString lines = text;
    lines.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n').replace(u'\t', u' ');
    for (QString line : lines.split(u'\n')) {
        line.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
        line = normalized(line.trimmed(), QString::NormalizationForm_C);
        Node paragraph{.type = u"paragraph"_s, .attributes = {}, .children = {}, .text = {}, .marks = {}};
        if (line.isEmpty())
            continue;
        paragraph.children.append({.type = u"text"_s, .attributes = {}, .children = {}, .text = line, .marks = {}});
        document.children.append(paragraph);
    }
    if (document.children.isEmpty())
        document.children.append({.type = u"paragraph"_s, .attributes = {}, .children = {}, .text = {}, .marks = {}});
    return document;
}

qsizetype wordCount(const Node &node)
{
    if (Schema::body().findNodeType(node.type)->holdsInline)
        return wordCount(inlineText(node));
    qsizetype count = 0;
    for (const Node &child : node.children)
        count += wordCount(child);
    return count;
}

qsizetype wordCount(const QString &text)
{
    qsizetype count = 0;
    bool inWord = false; // the piece has shown a letter or digit
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isSpace()) {
            inWord = false;
            continue;
        }
        const bool isPair = c.isHighSurrogate() && i + 1 < text.size();
        const char32_t point = isPair ? QChar::surrogateToUcs4(c, text[i + 1]) : c.unicode();
        i += isPair;
        if (!inWord && QChar::isLetterOrNumber(point)) {
            inWord = true;
            ++count;
        }
    }
    return count;
}

qsizetype characters(const Node &node)
{
    qsizetype count = 0;
    forEachNode(node, [&](const Node &each) {
        count += std::ranges::count_if(each.text, [](QChar c) { return !c.isLowSurrogate(); });
    });
    return count;
}

QStringList pictures(const Node &node)
{
    QStringList media;
    forEachNode(node, [&](const Node &each) {
        if (each.type == "figimage"_L1)
            media.append(textAttribute(each, u"media"_s));
    });
    media.removeDuplicates();
    return media;
}

QString pictureAlt(const Node &node, const QString &media)
{
    QString alt;
    forEachNode(node, [&](const Node &each) {
        if (alt.isEmpty() && each.type == "figimage"_L1 && textAttribute(each, u"media"_s) == media)
            alt = textAttribute(each, u"alt"_s).trimmed();
    });
    return alt;
}

bool hasConflict(const Node &node)
{
    bool found = false;
    forEachNode(node, [&](const Node &each) { found = found || findMark(each.marks, "conflict"_L1); });
    return found;
}

} // namespace toasoan::document
