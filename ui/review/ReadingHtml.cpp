#include "ui/review/ReadingHtml.h"

#include "document/Document.h"
#include "ui/models/NewsroomText.h"

#include <QCoreApplication>
#include <QHash>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

struct ReadingHtml
{
    Q_DECLARE_TR_FUNCTIONS(ReadingHtml)
};

QString escaped(const QString &text)
{
    return document::escapeHtml(text);
}

QString page(const QString &title, const QString &inside)
{
    return u"<!doctype html><html lang=\"vi\"><head><meta charset=\"utf-8\"><title>%1</title>"
           "<link rel=\"stylesheet\" href=\"tokens.css\"><link rel=\"stylesheet\" href=\"article.css\">"
           "<link rel=\"stylesheet\" href=\"reading.css\"><link rel=\"stylesheet\" href=\"brightness.css\"></head><body><article class=\"item\">%2</article></body></html>"_s
               .arg(escaped(title), inside);
}

QString element(const QString &tag, const QString &classes, const QString &inside)
{
    return inside.isEmpty() ? QString() : u"<%1 class=\"%2\">%3</%1>"_s.arg(tag, classes, inside);
}

Result<document::Node> bodyOf(const Content &content)
{
    if (content.body.isEmpty())
        return document::emptyDocument();
    return document::readStored(content.body, u"content.body"_s);
}

QString bylinesText(const Content &content)
{
    QStringList names;
    for (const Byline &byline : content.bylines)
        names.append(byline.share == Share::Words ? byline.name
                                                  : u"%1 (%2)"_s.arg(byline.name, shareText(byline.share).toLower()));
    return names.join(u", "_s);
}

QString placeHtml(const NamedPlace &named)
{
    const QString place = named.section.isEmpty()
        ? u"<span class=\"missing\">%1</span>"_s.arg(escaped(ReadingHtml::tr("No section chosen")))
        : escaped(named.section);
    return element(u"p"_s, u"item-place"_s, place + u" <span class=\"genre\">· %1</span>"_s.arg(escaped(named.genre)));
}

// What a block is, or stands in, as people call it.
QString blockName(const QString &type)
{
    static const QHash<QString, const char *> names{
        {u"paragraph"_s, QT_TRANSLATE_NOOP("ReadingHtml", "paragraph")},
        {u"heading"_s, QT_TRANSLATE_NOOP("ReadingHtml", "heading")},
        {u"bulletList"_s, QT_TRANSLATE_NOOP("ReadingHtml", "list")},
        {u"orderedList"_s, QT_TRANSLATE_NOOP("ReadingHtml", "numbered list")},
        {u"blockquote"_s, QT_TRANSLATE_NOOP("ReadingHtml", "quotation")},
        {u"table"_s, QT_TRANSLATE_NOOP("ReadingHtml", "table")},
        {u"tableCell"_s, QT_TRANSLATE_NOOP("ReadingHtml", "cell")},
        {u"tableHeader"_s, QT_TRANSLATE_NOOP("ReadingHtml", "head cell")},
        {u"figure"_s, QT_TRANSLATE_NOOP("ReadingHtml", "picture")},
        {u"figcaption"_s, QT_TRANSLATE_NOOP("ReadingHtml", "caption")},
    };
    const char *name = names.value(type);
    return name ? ReadingHtml::tr(name) : type;
}

QString valueText(const QString &attribute, const QString &value)
{
    static const QHash<QString, const char *> words{
        {u"start"_s, QT_TRANSLATE_NOOP("ReadingHtml", "left")},
        {u"center"_s, QT_TRANSLATE_NOOP("ReadingHtml", "centred")},
        {u"end"_s, QT_TRANSLATE_NOOP("ReadingHtml", "right")},
        {u"justify"_s, QT_TRANSLATE_NOOP("ReadingHtml", "justified")},
        {u"column"_s, QT_TRANSLATE_NOOP("ReadingHtml", "as wide as the text")},
        {u"wide"_s, QT_TRANSLATE_NOOP("ReadingHtml", "wider than the text")},
    };
    if (attribute == "media"_L1)
        return {}; // a number that says nothing to anybody
    if (attribute == "type"_L1)
        return blockName(value);
    if (attribute == "container"_L1) {
        if (value.isEmpty())
            return ReadingHtml::tr("body text");
        QStringList names;
        for (const QString &type : value.split(u" › "_s))
            names.append(blockName(type));
        return names.join(u" › "_s);
    }
    if (attribute == "align"_L1 || attribute == "placement"_L1) {
        const char *text = words.value(value);
        return text ? ReadingHtml::tr(text) : value;
    }
    return value;
}

document::DiffLabels labels()
{
    return {.inserted = ReadingHtml::tr("Inserted"),
            .deleted = ReadingHtml::tr("Deleted"),
            .reformatted = ReadingHtml::tr("Formatted differently"),
            .attributes = {{u"credit"_s, ReadingHtml::tr("Picture credit")},
                           {u"alt"_s, ReadingHtml::tr("Alt text")},
                           {u"level"_s, ReadingHtml::tr("Heading level")},
                           {u"align"_s, ReadingHtml::tr("Alignment")},
                           {u"media"_s, ReadingHtml::tr("Another picture")},
                           {u"type"_s, ReadingHtml::tr("Paragraph style")},
                           {u"container"_s, ReadingHtml::tr("Stands in")},
                           {u"placement"_s, ReadingHtml::tr("Picture width")},
                           {u"summary"_s, ReadingHtml::tr("Table description")},
                           {u"start"_s, ReadingHtml::tr("First number")},
                           {u"colspan"_s, ReadingHtml::tr("Columns of the cell")},
                           {u"rowspan"_s, ReadingHtml::tr("Rows of the cell")},
                           // Of the picture itself, which is told of already.
                           {u"width"_s, QString()},
                           {u"height"_s, QString()}},
            .value = valueText};
}

QString changed(const QString &before, const QString &after)
{
    return before == after ? escaped(after) : document::diffToHtml(document::diffText(before, after), labels());
}

} // namespace

Result<QString> readingHtml(const Content &content, const NamedPlace &place)
{
    const auto body = bodyOf(content);
    if (!body)
        return body.error();
    document::HtmlOptions options;
    options.loadsPicturesAtOnce = true; // the page is there when they are
    options.unseen = {.description = ReadingHtml::tr("Alt text")}; // what is read here is vouched for
    options.tables = {.size = ReadingHtml::tr("Table of {{rows}} rows and {{columns}} columns"),
                      .scrolls = ReadingHtml::tr("Scroll inside the frame to see all of it.")};
    options.picture = [](const QString &media) {
        return std::optional(document::PictureSources{
            .src = u"media:"_s + media, .avif = {}, .webp = {}, .jpeg = {}, .sizes = {}, .width = 0, .height = 0});
    };
    const QString title = content.title.isEmpty()
        ? u"<span class=\"missing\">%1</span>"_s.arg(escaped(ReadingHtml::tr("Without a title")))
        : escaped(content.title);
    return page(
        content.title,
        placeHtml(place) + element(u"h1"_s, u"item-title"_s, title)
            + element(u"p"_s, u"item-subtitle"_s, escaped(content.subtitle))
            + element(u"div"_s, u"item-correction"_s, escaped(content.correction))
            + element(u"p"_s, u"item-lead"_s, escaped(content.lead))
            + element(u"div"_s, u"article-body"_s, document::toHtml(*body, options))
            + element(u"p"_s, u"item-bylines"_s, escaped(bylinesText(content)))
            + element(u"p"_s, u"item-source"_s,
                      content.source.isEmpty() ? QString() : escaped(ReadingHtml::tr("Source: %1").arg(content.source)))
            + element(u"p"_s, u"item-tags"_s,
                      content.tags.isEmpty() ? QString()
                                             : escaped(ReadingHtml::tr("Tags: %1").arg(content.tags.join(u", "_s)))));
}

Result<QString> differenceHtml(const ComparedContent &before, const ComparedContent &after)
{
    const auto bodyBefore = bodyOf(before.content);
    if (!bodyBefore)
        return bodyBefore.error();
    const auto bodyAfter = bodyOf(after.content);
    if (!bodyAfter)
        return bodyAfter.error();
    if (before.content == after.content) {
        const QString text = ReadingHtml::tr("Nothing is different between %1 and %2.").arg(before.name, after.name);
        return page(after.content.title, element(u"p"_s, u"unchanged"_s, escaped(text)));
    }
    QString html = element(u"p"_s, u"legend"_s,
                           escaped(ReadingHtml::tr("From %1 to %2.").arg(before.name, after.name))
                               + u" <ins>%1</ins> · <del>%2</del>"_s.arg(escaped(ReadingHtml::tr("Inserted")),
                                                                         escaped(ReadingHtml::tr("Deleted"))));
    const auto fact = [&html](const QString &name, const QString &was, const QString &is) {
        if (was != is)
            html += element(u"p"_s, u"facts"_s, escaped(name) + u": "_s + changed(was, is));
    };
    fact(ReadingHtml::tr("Section"), before.place.section, after.place.section);
    fact(ReadingHtml::tr("Genre"), before.place.genre, after.place.genre);
    html += element(u"h1"_s, u"item-title"_s, changed(before.content.title, after.content.title));
    html += element(u"p"_s, u"item-subtitle"_s, changed(before.content.subtitle, after.content.subtitle));
    html += element(u"div"_s, u"item-correction"_s, changed(before.content.correction, after.content.correction));
    html += element(u"p"_s, u"item-lead"_s, changed(before.content.lead, after.content.lead));
    html +=
        element(u"div"_s, u"article-body"_s, document::diffToHtml(document::diff(*bodyBefore, *bodyAfter), labels()));
    html += element(u"p"_s, u"item-bylines"_s, changed(bylinesText(before.content), bylinesText(after.content)));
    fact(ReadingHtml::tr("Source"), before.content.source, after.content.source);
    fact(ReadingHtml::tr("Tags"), before.content.tags.join(u", "_s), after.content.tags.join(u", "_s));
    return page(after.content.title, html);
}

QString noticeHtml(const QString &sentence)
{
    return page({}, element(u"p"_s, u"unchanged"_s, escaped(sentence)));
}

} // namespace toasoan
