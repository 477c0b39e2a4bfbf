#include "document/Diff.h"
#include "document/Html.h"
#include "document/Schema.h"

namespace toasoan::document {

namespace {

using namespace Qt::StringLiterals;

QString toText(const AttributeValue &value)
{
    const auto *number = std::get_if<qint64>(&value);
    return number ? QString::number(*number) : std::get<QString>(value);
}

class DiffWriter
{
public:
    explicit DiffWriter(const DiffLabels &labels) : m_labels(labels) { }

    void writeRuns(const QList<DiffRun> &runs)
    {
        for (const DiffRun &run : runs) {
            open(run.change);
            for (const Mark &mark : run.marks)
                m_html += openTag(mark);
            m_html += escapeHtml(run.text).replace(u'\n', "<br>"_L1);
            for (auto mark = run.marks.rbegin(); mark != run.marks.rend(); ++mark)
                m_html += closeTag(*mark);
            close(run.change);
        }
    }

    void writeChildren(const DiffBlock &block)
    {
        for (const DiffBlock &child : block.children)
            writeBlock(child);
    }

    [[nodiscard]] QString html() && { return std::move(m_html); }

private:
    void label(const QString &text)
    {
        if (!text.isEmpty())
            m_html += "<span class=\"visually-hidden\">"_L1 + escapeHtml(text) + " </span>"_L1;
    }
    void open(Change change)
    {
        switch (change) {
        case Change::Same:
            break;
        case Change::Inserted:
            m_html += "<ins>"_L1;
            label(m_labels.inserted);
            break;
        case Change::Deleted:
            m_html += "<del>"_L1;
            label(m_labels.deleted);
            break;
        case Change::Changed:
            m_html += "<span class=\"diff-reformatted\">"_L1;
            label(m_labels.reformatted);
            break;
        }
    }
    void close(Change change)
    {
        switch (change) {
        case Change::Same:
            break;
        case Change::Inserted:
            m_html += "</ins>"_L1;
            break;
        case Change::Deleted:
            m_html += "</del>"_L1;
            break;
        case Change::Changed:
            m_html += "</span>"_L1;
            break;
        }
    }

    static QString classOf(Change change)
    {
        switch (change) {
        case Change::Same:
            return {};
        case Change::Inserted:
            return u"diff-inserted"_s;
        case Change::Deleted:
            return u"diff-deleted"_s;
        case Change::Changed:
            return u"diff-changed"_s;
        }
        return {};
    }

    void attribute(QLatin1StringView name, const QString &value)
    {
        m_html += u' ' + name + "=\""_L1 + escapeHtml(value) + u'"';
    }

    static QString tagOf(const DiffBlock &block)
    {
        static const QHash<QString, QString> tags{
            {u"paragraph"_s, u"p"_s},    {u"bulletList"_s, u"ul"_s},     {u"orderedList"_s, u"ol"_s},
            {u"listItem"_s, u"li"_s},    {u"tableRow"_s, u"tr"_s},       {u"tableCell"_s, u"td"_s},
            {u"tableHeader"_s, u"th"_s}, {u"horizontalRule"_s, u"hr"_s}, {u"figimage"_s, u"img"_s},
        };
        if (block.type == "heading"_L1)
            return u'h' + toText(block.attributes.value(u"level"_s, qint64(2)));
        return tags.value(block.type, block.type); // blockquote, table, figure, figcaption
    }

    // The list of changed attributes stands where a paragraph may stand: in a cell or figure, else before the block.
    static bool holdsItsList(const DiffBlock &block)
    {
        return block.type == "tableCell"_L1 || block.type == "tableHeader"_L1 || block.type == "figure"_L1;
    }

    void writeBlock(const DiffBlock &block)
    {
        if (!holdsItsList(block))
            writeAttributeChanges(block);
        const QString tag = tagOf(block);
        const NodeType &type = *Schema::body().findNodeType(block.type);
        const bool wholeIsNew = type.isAtom && (block.change == Change::Inserted || block.change == Change::Deleted);
        if (wholeIsNew)
            open(block.change);
        m_html += u'<' + tag;
        if (!wholeIsNew && block.change != Change::Same)
            attribute("class"_L1, classOf(block.change));
        for (const auto name : {"start"_L1, "colspan"_L1, "rowspan"_L1}) {
            if (const auto value = block.attributes.find(name); value != block.attributes.end())
                attribute(name, toText(*value));
        }
        if (block.type == "figimage"_L1) {
            attribute("src"_L1, u"media:"_s + toText(block.attributes.value(u"media"_s, QString())));
            attribute("alt"_L1, toText(block.attributes.value(u"alt"_s, QString())));
        }
        m_html += u'>';
        if (wholeIsNew)
            close(block.change);
        if (type.isAtom)
            return;
        if (holdsItsList(block))
            writeAttributeChanges(block);
        if (block.type == "table"_L1)
            m_html += "<tbody>"_L1;
        writeRuns(block.runs);
        writeChildren(block);
        if (block.type == "table"_L1)
            m_html += "</tbody>"_L1;
        m_html += "</"_L1 + tag + u'>';
    }

    void writeAttributeChanges(const DiffBlock &block)
    {
        if (block.attributeChanges.isEmpty())
            return;
        m_html += "<ul class=\"diff-attributes\">"_L1;
        for (const AttributeChange &change : block.attributeChanges) {
            m_html += "<li>"_L1 + escapeHtml(m_labels.attributes.value(change.name, change.name)) + ": "_L1;
            writeRuns({{Change::Deleted, toText(change.before), {}}});
            m_html += u' ';
            writeRuns({{Change::Inserted, toText(change.after), {}}});
            m_html += "</li>"_L1;
        }
        m_html += "</ul>"_L1;
    }

    const DiffLabels &m_labels;
    QString m_html;
};

} // namespace

QString diffToHtml(const DiffBlock &difference, const DiffLabels &labels)
{
    DiffWriter writer(labels);
    writer.writeChildren(difference);
    return std::move(writer).html();
}

QString diffToHtml(const QList<DiffRun> &runs, const DiffLabels &labels)
{
    DiffWriter writer(labels);
    writer.writeRuns(runs);
    return std::move(writer).html();
}

} // namespace toasoan::document
