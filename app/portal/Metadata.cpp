#include "portal/Metadata.h"

#include "portal/Format.h"

#include <QJsonDocument>

namespace toasoan::portal {

namespace {

QString firstOf(const QString &wanted, const QString &fallback)
{
    return wanted.trimmed().isEmpty() ? fallback : wanted;
}

/// The widest JPEG: what social networks and news robots read.
QString largestPicture(const std::optional<Picture> &picture)
{
    return picture && !picture->jpeg.empty() ? picture->jpeg.back().path : QString();
}

Fields meta(const char *key, const QString &value)
{
    return Fields().text("key", QString::fromLatin1(key)).text("value", value);
}

/// JSON inside <script>: no '<', '>', '&' or line separator may stand in it as itself.
QString forScript(const QJsonObject &object)
{
    QString text = QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
    return text.replace(u'<', QStringLiteral("\\u003c"))
        .replace(u'>', QStringLiteral("\\u003e"))
        .replace(u'&', QStringLiteral("\\u0026"))
        .replace(QChar(0x2028), QStringLiteral("\\u2028"))
        .replace(QChar(0x2029), QStringLiteral("\\u2029"));
}

/// One sentence or two, as result pages show them: cut at a word.
QString shortened(const QString &text)
{
    constexpr qsizetype longest = 160;
    const QString line = text.simplified();
    if (line.size() <= longest)
        return line;
    const qsizetype blank = line.lastIndexOf(u' ', longest - 1);
    qsizetype end = blank > longest / 2 ? blank : longest - 1;
    while (end > 1 && (line[end - 1].isPunct() || line[end - 1].isSpace() || line[end - 1].isHighSurrogate()))
        --end;
    return line.first(end) + u'…';
}

QJsonObject organisationNode(const Site &site, const QString &logo)
{
    return {{QStringLiteral("@type"), QStringLiteral("GovernmentOrganization")},
            {QStringLiteral("name"), firstOf(site.agency, site.name)},
            {QStringLiteral("url"), absolute(site, site.homePath)},
            {QStringLiteral("logo"),
             QJsonObject{{QStringLiteral("@type"), QStringLiteral("ImageObject")},
                         {QStringLiteral("url"), absolute(site, logo)}}}};
}

const QString schemaContext = QStringLiteral("https://schema.org");

} // namespace

QString absolute(const Site &site, const QString &path)
{
    return path.startsWith(u'/') ? site.baseUrl + path : path;
}

QString canonicalPath(const Frame &frame)
{
    return frame.originalPath.isEmpty() ? frame.path : frame.originalPath;
}

QJsonObject newsArticle(const Site &site, const Format &format, const ItemPage &page, const QString &logo)
{
    QJsonArray authors;
    for (const Byline &byline : page.bylines)
        authors.append(QJsonObject{{QStringLiteral("@type"), QStringLiteral("Person")},
                                   {QStringLiteral("name"), withoutControls(byline.name)}});
    if (authors.isEmpty())
        authors.append(organisationNode(site, logo));

    QJsonObject article{
        {QStringLiteral("@context"), schemaContext},
        {QStringLiteral("@type"), QStringLiteral("NewsArticle")},
        {QStringLiteral("headline"), withoutControls(page.title)},
        {QStringLiteral("description"), withoutControls(shortened(firstOf(page.description, page.title)))},
        {QStringLiteral("inLanguage"), toText(itemLanguage)},
        {QStringLiteral("datePublished"), format.machine(page.published)},
        {QStringLiteral("dateModified"), format.machine(page.modified.value_or(page.published))},
        {QStringLiteral("mainEntityOfPage"), absolute(site, canonicalPath(page.frame))},
        {QStringLiteral("author"), authors},
        {QStringLiteral("publisher"), organisationNode(site, logo)},
    };
    if (!page.breadcrumbs.empty())
        article.insert(QStringLiteral("articleSection"), withoutControls(page.breadcrumbs.back().title));
    if (const QString picture = largestPicture(page.picture); !picture.isEmpty())
        article.insert(QStringLiteral("image"), QJsonArray{absolute(site, picture)});
    QJsonArray keywords;
    for (const Link &tag : page.tags)
        keywords.append(withoutControls(tag.title));
    if (!keywords.isEmpty())
        article.insert(QStringLiteral("keywords"), keywords);
    return article;
}

QJsonObject breadcrumbList(const Site &site, const QString &home, const std::vector<Link> &links, const Link &page)
{
    QJsonArray elements;
    const auto add = [&](const QString &name, const QString &path) {
        elements.append(QJsonObject{{QStringLiteral("@type"), QStringLiteral("ListItem")},
                                    {QStringLiteral("position"), elements.size() + 1},
                                    {QStringLiteral("name"), withoutControls(name)},
                                    {QStringLiteral("item"), absolute(site, path)}});
    };
    add(home, site.homePath);
    for (const Link &link : links)
        add(link.title, link.path);
    add(page.title, page.path);
    return {{QStringLiteral("@context"), schemaContext},
            {QStringLiteral("@type"), QStringLiteral("BreadcrumbList")},
            {QStringLiteral("itemListElement"), elements}};
}

QJsonObject organisation(const Site &site, const QString &logo)
{
    QJsonObject node = organisationNode(site, logo);
    node.insert(QStringLiteral("@context"), schemaContext);
    if (!site.telephone.isEmpty())
        node.insert(QStringLiteral("telephone"), site.telephone);
    if (!site.email.isEmpty())
        node.insert(QStringLiteral("email"), site.email);
    if (!site.address.isEmpty())
        node.insert(QStringLiteral("address"), site.address);
    return node;
}

QJsonObject webSite(const Site &site, const QString &logo)
{
    const QString search = absolute(site, site.searchPath) + QStringLiteral("?q={search_term_string}");
    return {{QStringLiteral("@context"), schemaContext},
            {QStringLiteral("@type"), QStringLiteral("WebSite")},
            {QStringLiteral("name"), site.name},
            {QStringLiteral("url"), absolute(site, site.homePath)},
            {QStringLiteral("inLanguage"), toText(site.language)},
            {QStringLiteral("publisher"), organisationNode(site, logo)},
            {QStringLiteral("potentialAction"),
             QJsonObject{{QStringLiteral("@type"), QStringLiteral("SearchAction")},
                         {QStringLiteral("target"), search},
                         {QStringLiteral("query-input"), QStringLiteral("required name=search_term_string")}}}};
}

void addMetadata(Fields &fields, const Site &site, const Format &format, const Metadata &metadata)
{
    const QString publisher = firstOf(site.agency, site.name);
    const QString description = shortened(firstOf(metadata.description, firstOf(site.description, site.name)));
    const Language language = metadata.language.value_or(site.language);
    const QString address = metadata.isAddressed ? absolute(site, metadata.path) : QString();
    // Lists ask every page for one; what has none is at least of this site.
    const QString identifier = absolute(site, firstOf(metadata.path, site.homePath));
    const QString subject = firstOf(metadata.subjects.join(QStringLiteral("; ")), site.name);
    // The content's date, so that a page on which nothing has changed stays the same to the byte.
    const auto changed = metadata.published ? metadata.published : metadata.changed;
    const QString date = changed ? format.machine(*changed) : format.machine(metadata.now).first(10);

    // The fifteen elements of Dublin Core; Circular-style lists ask for ten of them on every page.
    fields.list(
        "metas",
        {meta("description", description), meta("keywords", subject),
         meta("DC.title", firstOf(metadata.title, site.name)), meta("DC.creator", firstOf(metadata.creator, publisher)),
         meta("DC.date", date), meta("DC.description", description), meta("DC.publisher", publisher),
         meta("DC.identifier", identifier), meta("DC.language", toText(language)),
         meta("DC.source", firstOf(metadata.source, site.name)),
         meta("DC.contributor", firstOf(metadata.contributor, publisher)), meta("DC.subject", subject),
         meta("DC.type", QStringLiteral("Text")), meta("DC.format", QStringLiteral("text/html")),
         meta("DC.coverage", firstOf(site.placeName, site.name)), meta("DC.rights", firstOf(site.licence, publisher))});

    std::vector<Fields> properties{
        meta("og:site_name", site.name),
        meta("og:type", metadata.published ? QStringLiteral("article") : QStringLiteral("website")),
        meta("og:title", firstOf(metadata.title, site.name)),
        meta("og:description", description),
        meta("og:locale", language == Language::Vietnamese ? QStringLiteral("vi_VN") : QStringLiteral("en_GB")),
    };
    if (!address.isEmpty())
        properties.push_back(meta("og:url", address));
    if (metadata.published) {
        properties.push_back(meta("article:published_time", format.machine(*metadata.published)));
        properties.push_back(
            meta("article:modified_time", format.machine(metadata.modified.value_or(*metadata.published))));
    }
    if (const QString picture = largestPicture(metadata.picture); !picture.isEmpty()) {
        properties.push_back(meta("og:image", absolute(site, picture)));
        properties.push_back(meta("og:image:alt", firstOf(metadata.picture->alt, metadata.title)));
    } else if (!metadata.sitePicture.isEmpty()) {
        properties.push_back(meta("og:image", absolute(site, metadata.sitePicture)));
        properties.push_back(meta("og:image:alt", site.name));
    }
    fields.list("properties", std::move(properties));
    fields.href("canonical", address);
    fields.flag("unindexed", !metadata.indexed);
    std::vector<Fields> structured;
    for (const QJsonValue &node : metadata.structured)
        structured.push_back(Fields().raw("jsonLd", forScript(node.toObject())));
    fields.list("structured", std::move(structured));
}

} // namespace toasoan::portal
