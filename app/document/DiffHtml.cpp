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
        for (qsizetype at = 0; at < runs.size(); ++at) {
            const DiffRun &run = runs[at];
            open(run.change);
            for (const Mark &mark : run.marks)
                m_html += openTag(mark);
            m_html += escapeHtml(run.text).replace(u'\n', "<br>"_L1);
            for (auto mark = run.marks.rbegin(); mark != run.marks.rend(); ++mark)
                m_html += closeTag(*mark);
            close(run.change);
            if (at + 1 == runs.size() || Leads(runs[at + 1]) != Leads(run))
                writeLeads(runs, at);
        }
    }

    void writeChildren(const DiffBlock &block)
    {
        for (const DiffBlock &child : block.children)
            writeBlock(child);
    }

    [[nodiscard]] QString html() && { return std::move(m_html); }

private:
    /// Where the link of a run leads, and led.
    struct Leads
    {
        explicit Leads(const DiffRun &run)
            : isKept(run.change == Change::Same || run.change == Change::Changed)
            , now(run.change == Change::Deleted ? QString() : addressText(findMark(run.marks, "link"_L1)))
            , before(run.change == Change::Changed    ? addressText(findMark(run.marksBefore, "link"_L1))
                         : run.change == Change::Same ? now
                                                      : QString())
        { }
        bool operator==(const Leads &) const = default;

        bool isKept;
        QString now;
        QString before;
    };

    // Behind the last run of a link. What went with its words needs no address.
    void writeLeads(const QList<DiffRun> &runs, qsizetype last)
    {
        const Leads leads(runs[last]);
        if (leads.now.isEmpty() && leads.before.isEmpty())
            return;
        QString words;
        for (qsizetype at = last; at >= 0 && Leads(runs[at]) == leads; --at)
            words.prepend(runs[at].text);
        if (leads.now == leads.before && saysAddress(words, leads.now))
            return;
        m_html += u"<span class=\"link-address\"> →\u00a0"_s;
        if (leads.isKept && leads.now != leads.before) {
            m_html += beforeAndAfter(leads.before, leads.now);
        } else {
            m_html += escapeHtml(leads.now);
        }
        m_html += "</span>"_L1;
    }
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

    [[nodiscard]] QString said(const QString &name, const AttributeValue &value) const
    {
        return m_labels.value ? m_labels.value(name, toText(value)) : toText(value);
    }

    // What is written beside a new picture is seen with it.
    static QList<AttributeChange> toldChanges(const DiffBlock &block)
    {
        QList<AttributeChange> told = block.attributeChanges;
        if (block.change != Change::Inserted)
            return told;
        const QHash<QString, QString> beside{{u"figure"_s, u"credit"_s}, {u"figimage"_s, u"alt"_s}};
        const QString name = beside.value(block.type);
        if (const auto value = block.attributes.value(name, QString()); !toText(value).isEmpty())
            told.append({name, QString(), value});
        return told;
    }

    void writeAttributeChanges(const DiffBlock &block)
    {
        QString items;
        for (const AttributeChange &change : toldChanges(block)) {
            const QString name = m_labels.attributes.value(change.name, change.name);
            if (name.isEmpty())
                continue;
            const QString before = said(change.name, change.before), after = said(change.name, change.after);
            QString item = escapeHtml(name);
            if (!before.isEmpty() || !after.isEmpty())
                item += ": "_L1 + beforeAndAfter(before, after);
            items += "<li>"_L1 + item + "</li>"_L1;
        }
        if (!items.isEmpty())
            m_html += "<ul class=\"diff-attributes\">"_L1 + items + "</ul>"_L1;
    }
    [[nodiscard]] QString beforeAndAfter(const QString &before, const QString &after) const
    {
        QStringList words;
        for (const auto &[change, text] : {std::pair(Change::Deleted, before), {Change::Inserted, after}}) {
            if (!text.isEmpty())
                words.append(diffToHtml({{change, text, {}}}, m_labels));
        }
        return words.join(u' ');
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
