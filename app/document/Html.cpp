#include "document/Html.h"

#include "document/Schema.h"
#include "document/TableForm.h"
#include "text/DateText.h"
#include "text/Normalized.h"
#include "text/UnbrokenText.h"
#include "text/Vietnamese.h"

#include <QSet>
#include <QUrl>

#include <algorithm>

namespace toasoan::document {

namespace {

using namespace Qt::StringLiterals;

enum class Form
{
    Reader,
    Editor,
};

QString tagOf(const Mark &mark)
{
    static const QHash<QString, QString> tags{
        {u"link"_s, u"a"_s},   {u"bold"_s, u"strong"_s},   {u"italic"_s, u"em"_s},       {u"underline"_s, u"u"_s},
        {u"strike"_s, u"s"_s}, {u"subscript"_s, u"sub"_s}, {u"superscript"_s, u"sup"_s}, {u"conflict"_s, u"span"_s},
    };
    return tags.value(mark.type);
}

// Heading ids live in the same page as the theme's own; the prefix ("mục") keeps them apart.
constexpr auto headingIdPrefix = "muc-"_L1;

// Rows below the head from which on a table is longer than a phone's screen.
constexpr qsizetype longTable = 12;

QString plainInline(const Node &block)
{
    QString text;
    for (const Node &child : block.children)
        text += child.isText() ? child.text : u" "_s;
    return text;
}

bool isOfWeb(const QString &address)
{
    return address.startsWith("http"_L1, Qt::CaseInsensitive);
}

// Texts of which no two on a page may be alike.
class DistinctTexts
{
public:
    // `wanted`, or `numbered` of it and a number. What is taken stays taken, so that the next one of the same words
    // need not ask for the numbers before.
    QString take(const QString &wanted, const QString &numbered)
    {
        QString text = wanted;
        if (m_taken.contains(text)) {
            int number = m_lastNumbers.value(wanted, 1);
            do
                text = numbered.arg(wanted, QString::number(++number));
            while (m_taken.contains(text));
            m_lastNumbers.insert(wanted, number);
        }
        m_taken.insert(text);
        return text;
    }

private:
    QSet<QString> m_taken;
    QHash<QString, int> m_lastNumbers;
};

class Writer
{
public:
    Writer(Form form, const HtmlOptions &options) : m_form(form), m_options(options) { }

    void writeChildren(const Node &node)
    {
        if (Schema::body().findNodeType(node.type)->holdsInline) {
            writeInline(node);
            return;
        }
        for (const Node &child : node.children)
            writeBlock(child);
    }

    [[nodiscard]] QString html() && { return std::move(m_html); }

private:
    void attribute(QLatin1StringView name, const QString &value)
    {
        m_html += u' ' + name + "=\""_L1 + escapeHtml(value) + u'"';
    }
    void attributeUnlessEmpty(QLatin1StringView name, const QString &value)
    {
        if (!value.isEmpty())
            attribute(name, value);
    }
    void numberUnless(QLatin1StringView name, qint64 value, qint64 silent)
    {
        if (value != silent)
            attribute(name, QString::number(value));
    }
    void element(const QString &tag, const Node &node)
    {
        m_html += u'<' + tag + u'>';
        writeChildren(node);
        m_html += "</"_L1 + tag + u'>';
    }

    void writeBlock(const Node &node)
    {
        if (node.type == "paragraph"_L1)
            writeParagraph(node);
        else if (node.type == "heading"_L1)
            writeHeading(node);
        else if (node.type == "bulletList"_L1)
            element(u"ul"_s, node);
        else if (node.type == "orderedList"_L1)
            writeOrderedList(node);
        else if (node.type == "listItem"_L1)
            element(u"li"_s, node);
        else if (node.type == "blockquote"_L1)
            element(u"blockquote"_s, node);
        else if (node.type == "table"_L1)
            writeTable(node);
        else if (node.type == "figure"_L1)
            m_form == Form::Reader ? writeFigure(node) : writeEditorFigure(node);
        else if (node.type == "horizontalRule"_L1)
            m_html += "<hr>"_L1;
    }

    void writeParagraph(const Node &node)
    {
        if (m_form == Form::Reader && node.children.isEmpty())
            return;
        m_html += "<p"_L1;
        const QString align = textAttribute(node, u"align"_s);
        if (align != "start"_L1)
            attribute("class"_L1, u"align-"_s + align);
        m_html += u'>';
        writeInline(node);
        m_html += "</p>"_L1;
    }

    void writeHeading(const Node &node)
    {
        const QString text = plainInline(node);
        if (m_form == Form::Reader && text.trimmed().isEmpty())
            return;
        const QString tag = u'h' + QString::number(integerAttribute(node, u"level"_s));
        m_html += u'<' + tag;
        if (m_form == Form::Reader && m_options.headingIds == HeadingIds::FromText)
            attribute("id"_L1, m_ids.take(headingIdPrefix + slug(text, 60), u"%1-%2"_s));
        m_html += u'>';
        writeInline(node);
        m_html += "</"_L1 + tag + u'>';
    }

    void writeOrderedList(const Node &node)
    {
        m_html += "<ol"_L1;
        const qint64 start = integerAttribute(node, u"start"_s);
        numberUnless("start"_L1, start, 1);
        // The numbers stand beside the text: how wide they get decides how much room there is.
        const auto digits = QString::number(start + node.children.size() - 1).size();
        if (m_form == Form::Reader && digits > 2)
            attribute("class"_L1, u"digits-%1"_s.arg(digits));
        m_html += u'>';
        writeChildren(node);
        m_html += "</ol>"_L1;
    }

    void writeTable(const Node &node)
    {
        const QString summary = textAttribute(node, u"summary"_s);
        if (m_form == Form::Editor) {
            m_html += "<table"_L1;
            attributeUnlessEmpty("aria-label"_L1, summary);
            m_html += "><tbody>"_L1;
            for (qsizetype row = 0; row < node.children.size(); ++row)
                writeRow(node.children[row], row == 0, CellSpans::Kept);
            m_html += "</tbody></table>"_L1;
            return;
        }
        const TableForm form = tableForm(node);
        m_html += "<div"_L1;
        const qsizetype rows = node.children.size() - form.headRows;
        const bool isLong = rows >= longTable;
        attribute("class"_L1,
                  u"table-wrapper"_s + breadthClass(form.breadth) + (isLong ? u" table-long"_s : QString()));
        const QString size = m_options.tables.sizeOf(rows, form.columns);
        m_html += " tabindex=\"0\""_L1;
        if (const QString name = summary.isEmpty() ? size : summary; !name.isEmpty()) { // a region needs one
            m_html += " role=\"region\""_L1;
            attribute("aria-label"_L1, m_tableNames.take(name, u"%1 (%2)"_s));
        }
        if (isLong && !size.isEmpty())
            attribute("data-size"_L1, size + u". "_s + m_options.tables.scrolls);
        m_html += "><table>"_L1;
        if (!summary.isEmpty())
            m_html += "<caption>"_L1 + escapeUnbroken(summary) + "</caption>"_L1;
        m_html += form.headRows > 0 ? "<thead>"_L1 : "<tbody>"_L1;
        for (qsizetype row = 0; row < node.children.size(); ++row) {
            if (row > 0 && row == form.headRows)
                m_html += "</thead><tbody>"_L1;
            writeRow(node.children[row], row == 0 || row < form.headRows, form.spans);
        }
        m_html += "</tbody></table></div>"_L1;
    }

    static QString breadthClass(TableBreadth breadth)
    {
        switch (breadth) {
        case TableBreadth::Narrow:
            return {};
        case TableBreadth::Wide:
            return u" table-wide"_s;
        case TableBreadth::Crowded:
            return u" table-wide table-crowded"_s;
        }
        Q_UNREACHABLE();
    }

    void writeRow(const Node &row, bool isInHead, CellSpans spans)
    {
        const auto isHeader = [](const Node &cell) { return cell.type == "tableHeader"_L1; };
        const bool isHeaderRow = isInHead || std::ranges::all_of(row.children, isHeader);
        m_html += "<tr>"_L1;
        for (const Node &cell : row.children) {
            const auto tag = isHeader(cell) ? "th"_L1 : "td"_L1;
            m_html += u'<' + tag;
            if (spans == CellSpans::Kept) {
                numberUnless("colspan"_L1, integerAttribute(cell, u"colspan"_s), 1);
                numberUnless("rowspan"_L1, integerAttribute(cell, u"rowspan"_s), 1);
            }
            if (isHeader(cell) && m_form == Form::Reader)
                attribute("scope"_L1, isHeaderRow ? u"col"_s : u"row"_s);
            if (m_form == Form::Reader && holdsLongWord(cell))
                attribute("class"_L1, u"breaks"_s);
            else if (m_form == Form::Reader && holdsSentence(cell))
                attribute("class"_L1, u"wordy"_s);
            m_html += u'>';
            writeChildren(cell);
            m_html += "</"_L1 + tag + u'>';
        }
        m_html += "</tr>"_L1;
    }

    void writeEditorFigure(const Node &node)
    {
        m_html += "<figure"_L1;
        attribute("class"_L1, textAttribute(node, u"placement"_s) == "wide"_L1 ? u"figure figure-wide"_s : u"figure"_s);
        attributeUnlessEmpty("data-credit"_L1, textAttribute(node, u"credit"_s));
        m_html += u'>';
        for (const Node &child : node.children) {
            if (child.type == "figimage"_L1) {
                m_html += "<img"_L1;
                attribute("src"_L1, u"media:"_s + textAttribute(child, u"media"_s));
                attribute("alt"_L1, textAttribute(child, u"alt"_s));
                numberUnless("width"_L1, integerAttribute(child, u"width"_s), 0);
                numberUnless("height"_L1, integerAttribute(child, u"height"_s), 0);
                m_html += u'>';
            } else {
                element(u"figcaption"_s, child);
            }
        }
        m_html += "</figure>"_L1;
    }

    void writeFigure(const Node &node)
    {
        std::optional<PictureSources> sources;
        const Node *image = nullptr;
        const Node *caption = nullptr;
        for (const Node &child : node.children)
            (child.type == "figimage"_L1 ? image : caption) = &child;
        if (image && m_options.picture)
            sources = m_options.picture(textAttribute(*image, u"media"_s));
        const QString credit = textAttribute(node, u"credit"_s);
        const bool hasCaption = caption && !caption->children.isEmpty();
        if (!sources && !hasCaption)
            return;

        m_html += "<figure"_L1;
        if (textAttribute(node, u"placement"_s) == "wide"_L1)
            attribute("class"_L1, u"figure-wide"_s);
        m_html += u'>';
        if (sources)
            writePicture(*sources, *image);
        if (hasCaption || !credit.isEmpty()) {
            m_html += "<figcaption>"_L1;
            if (hasCaption)
                writeInline(*caption);
            if (hasCaption && !credit.isEmpty())
                m_html += u' ';
            if (!credit.isEmpty())
                m_html += "<span class=\"credit\">"_L1 + escapeHtml(credit) + "</span>"_L1;
            m_html += "</figcaption>"_L1;
        }
        const QString alt = image ? textAttribute(*image, u"alt"_s) : QString();
        if (m_options.unseen && !alt.isEmpty())
            m_html += "<p class=\"picture-description\">"_L1 + escapeHtml(m_options.unseen->description) + ": "_L1
                + escapeHtml(alt) + "</p>"_L1;
        m_html += "</figure>"_L1;
    }

    void writePicture(const PictureSources &sources, const Node &image)
    {
        m_html += "<picture>"_L1;
        for (const auto &[type, set] : {std::pair("image/avif"_L1, sources.avif), {"image/webp"_L1, sources.webp}}) {
            if (set.isEmpty())
                continue;
            m_html += "<source"_L1;
            attribute("type"_L1, type);
            attribute("srcset"_L1, set);
            attributeUnlessEmpty("sizes"_L1, sources.sizes);
            m_html += u'>';
        }
        m_html += "<img"_L1;
        attribute("src"_L1, sources.src);
        attributeUnlessEmpty("srcset"_L1, sources.jpeg);
        if (!sources.jpeg.isEmpty())
            attributeUnlessEmpty("sizes"_L1, sources.sizes);
        attribute("alt"_L1, textAttribute(image, u"alt"_s));
        const bool ownSize = sources.width > 0 && sources.height > 0;
        numberUnless("width"_L1, ownSize ? sources.width : integerAttribute(image, u"width"_s), 0);
        numberUnless("height"_L1, ownSize ? sources.height : integerAttribute(image, u"height"_s), 0);
        if (!m_options.loadsPicturesAtOnce)
            m_html += " loading=\"lazy\""_L1;
        m_html += " decoding=\"async\"></picture>"_L1;
    }

    // A mark stays open over neighbours that carry it too, as ProseMirror's serializer does it: the first mark is the
    // outermost, and the marks that two neighbours share from the first on are written once.
    void writeInline(const Node &block)
    {
        Marks open;
        for (qsizetype at = 0; at < block.children.size(); ++at) {
            const Node &child = block.children[at];
            Marks wanted = child.marks;
            wanted.removeIf([this](const Mark &mark) { return !isShown(mark); });
            qsizetype kept = 0;
            while (kept < open.size() && kept < wanted.size() && open[kept] == wanted[kept])
                ++kept;
            while (open.size() > kept)
                closeMark(open.takeLast(), wanted);
            for (const Mark &mark : wanted.sliced(kept)) {
                openMark(mark, block, at);
                open.append(mark);
            }
            if (!child.isText())
                m_html += "<br>"_L1;
            else
                m_html += m_form == Form::Reader ? escapeUnbroken(child.text) : escapeHtml(child.text);
        }
        while (!open.isEmpty())
            closeMark(open.takeLast(), {});
    }

    [[nodiscard]] bool isShown(const Mark &mark) const
    {
        if (m_form == Form::Editor)
            return true;
        return mark.type != "conflict"_L1
            && (mark.type != "link"_L1 || leadsWhereItSays(textAttribute(mark, u"href"_s)));
    }

    void openMark(const Mark &mark, const Node &block, qsizetype at)
    {
        QString tag = openTag(mark);
        if (m_form == Form::Reader && mark.type == "link"_L1) {
            const QString address = textAttribute(mark, u"href"_s);
            // Where it only goes on behind another mark its words were looked at already.
            if (at == 0 || !block.children[at - 1].marks.contains(mark))
                m_isAddress = saysAddress(wordsUnder(mark, block, at), address);
            if (isOfWeb(address))
                tag.insert(tag.size() - 1, " rel=\"noopener\""_L1);
            if (isOfWeb(address) && m_isAddress) // on paper it is said once
                tag.insert(tag.size() - 1, " class=\"address\""_L1);
        }
        m_html += tag;
    }
    static QString wordsUnder(const Mark &mark, const Node &block, qsizetype from)
    {
        QString words;
        for (qsizetype at = from; at < block.children.size() && block.children[at].marks.contains(mark); ++at)
            words += block.children[at].isText() ? block.children[at].text : u" "_s;
        return words;
    }
    // `next`: of what follows. A link that goes on there behind another mark says its address at its end.
    void closeMark(const Mark &mark, const Marks &next)
    {
        m_html += closeTag(mark);
        if (!m_options.unseen || mark.type != "link"_L1 || next.contains(mark) || m_isAddress)
            return;
        m_html += u"<span class=\"link-address\"> →\u00a0"_s + escapeHtml(addressText(&mark)) + "</span>"_L1;
    }

    Form m_form;
    bool m_isAddress = false; ///< the words of the link that was begun last
    const HtmlOptions &m_options;
    DistinctTexts m_ids; // of headings
    DistinctTexts m_tableNames; // as who goes from region to region hears them
    QString m_html;
};

} // namespace

QString TableWords::sizeOf(qsizetype rows, qint64 columns) const
{
    QString text = size;
    return text.replace("{{rows}}"_L1, numberText(rows, language))
        .replace("{{columns}}"_L1, numberText(columns, language));
}

QString toHtml(const Node &document, const HtmlOptions &options)
{
    Writer writer(Form::Reader, options);
    writer.writeChildren(document);
    return std::move(writer).html();
}

QString toEditorHtml(const Node &document)
{
    const HtmlOptions options;
    Writer writer(Form::Editor, options);
    writer.writeChildren(document);
    return std::move(writer).html();
}

QString openTag(const Mark &mark)
{
    QString tag = u'<' + tagOf(mark);
    const auto attribute = [&](QLatin1StringView name, const QString &value) {
        tag += u' ' + name + "=\""_L1 + escapeHtml(value) + u'"';
    };
    if (mark.type == "link"_L1) {
        attribute("href"_L1, textAttribute(mark, u"href"_s));
        if (const QString title = textAttribute(mark, u"title"_s); !title.isEmpty())
            attribute("title"_L1, title);
    } else if (mark.type == "conflict"_L1) {
        attribute("class"_L1, u"conflict conflict-"_s + textAttribute(mark, u"side"_s));
    }
    return tag + u'>';
}

bool leadsWhereItSays(const QString &href)
{
    const auto isUnseen = [](QChar c) {
        return c == u'\\' || c.category() == QChar::Other_Format || c.category() == QChar::Other_Control;
    };
    if (href.isEmpty() || std::ranges::any_of(href, isUnseen))
        return false;
    const QUrl url(href);
    const bool isOfWeb = url.scheme().startsWith("http"_L1);
    return url.isValid() && (!isOfWeb || (!url.host().isEmpty() && url.userInfo().isEmpty()));
}

bool saysAddress(const QString &words, const QString &address)
{
    const auto withoutSlash = [](QUrl url) {
        QString path = url.path(QUrl::FullyEncoded);
        if (path.endsWith(u'/'))
            path.chop(1);
        url.setPath(path, QUrl::StrictMode);
        return url;
    };
    const QUrl target(address);
    const QString text = words.trimmed();
    if (!isOfWeb(address)) // "mailto:", "tel:"
        return text == address || text == target.path();
    const QUrl said(text.contains("://"_L1) ? text : target.scheme() + "://"_L1 + text);
    return said.isValid() && withoutSlash(said) == withoutSlash(target);
}

QString addressText(const Mark *link)
{
    if (!link)
        return {};
    const QString title = textAttribute(*link, u"title"_s);
    const QString address = textAttribute(*link, u"href"_s);
    return title.isEmpty() ? address : u"%1 (“%2”)"_s.arg(address, title);
}

QString closeTag(const Mark &mark)
{
    return "</"_L1 + tagOf(mark) + u'>';
}

QString escapeHtml(const QString &text)
{
    QString escaped;
    escaped.reserve(text.size() + text.size() / 16);
    const QString shown = withoutHeapsOfMarks(text);
    for (const QChar c : shown) {
        if (c == u'&')
            escaped += "&amp;"_L1;
        else if (c == u'<')
            escaped += "&lt;"_L1;
        else if (c == u'>')
            escaped += "&gt;"_L1;
        else if (c == u'"')
            escaped += "&quot;"_L1;
        else if (c == QChar::Nbsp)
            escaped += "&nbsp;"_L1;
        else
            escaped += c;
    }
    return escaped;
}

QString escapeUnbroken(const QString &text)
{
    // Signs that stand at a word: beside an element of a width of its own a line could end.
    constexpr QStringView opening(u"([“‘«\"'");
    constexpr QStringView closing(u",.;:!?…)]”’»\"'");
    QString html;
    qsizetype done = 0;
    for (const UnbrokenPlace &piece : unbrokenPlaces(text)) {
        const qsizetype end = piece.from + piece.length;
        qsizetype from = piece.from;
        while (from > done && opening.contains(text[from - 1]))
            --from;
        qsizetype to = end;
        while (to < text.size() && closing.contains(text[to]))
            ++to;
        const QString number =
            "<span class=\"number\">"_L1 + escapeHtml(text.mid(piece.from, piece.length)) + "</span>"_L1;
        html += escapeHtml(text.mid(done, from - done));
        if (from == piece.from && to == end)
            html += number;
        else
            html += "<span class=\"held\">"_L1 + escapeHtml(text.mid(from, piece.from - from)) + number
                + escapeHtml(text.mid(end, to - end)) + "</span>"_L1;
        done = to;
    }
    return html + escapeHtml(done == 0 ? text : text.mid(done));
}

} // namespace toasoan::document
