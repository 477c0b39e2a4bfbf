#include "portal/Metadata.h"

#include "portal/Format.h"

#include <QJsonArray>
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

QJsonObject organisationNode(const Site &site)
{
    return {{QStringLiteral("@type"), QStringLiteral("GovernmentOrganization")},
            {QStringLiteral("name"), firstOf(site.agency, site.name)},
            {QStringLiteral("url"), absolute(site, site.homePath)}};
}

} // namespace

QString absolute(const Site &site, const QString &path)
{
    return path.startsWith(u'/') ? site.baseUrl + path : path;
}

QJsonObject newsArticle(const Site &site, const Format &format, const ItemPage &page)
{
    QJsonArray authors;
    for (const Byline &byline : page.bylines)
        authors.append(QJsonObject{{QStringLiteral("@type"), QStringLiteral("Person")},
                                   {QStringLiteral("name"), withoutControls(byline.name)}});
    if (authors.isEmpty())
        authors.append(organisationNode(site));

    QJsonObject article{
        {QStringLiteral("@context"), QStringLiteral("https://schema.org")},
        {QStringLiteral("@type"), QStringLiteral("NewsArticle")},
        {QStringLiteral("headline"), withoutControls(page.title)},
        {QStringLiteral("description"), withoutControls(firstOf(page.lead, page.title))},
        {QStringLiteral("inLanguage"), toText(site.language)},
        {QStringLiteral("datePublished"), format.machine(page.published)},
        {QStringLiteral("dateModified"), format.machine(page.modified.value_or(page.published))},
        {QStringLiteral("mainEntityOfPage"), absolute(site, page.frame.path)},
        {QStringLiteral("author"), authors},
        {QStringLiteral("publisher"), organisationNode(site)},
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

QJsonObject organisation(const Site &site)
{
    QJsonObject node = organisationNode(site);
    node.insert(QStringLiteral("@context"), QStringLiteral("https://schema.org"));
    if (!site.telephone.isEmpty())
        node.insert(QStringLiteral("telephone"), site.telephone);
    if (!site.email.isEmpty())
        node.insert(QStringLiteral("email"), site.email);
    if (!site.address.isEmpty())
        node.insert(QStringLiteral("address"), site.address);
    return node;
}

void addMetadata(Fields &fields, const Site &site, const Format &format, const Metadata &metadata)
{
    const QString publisher = firstOf(site.agency, site.name);
    const QString description = firstOf(metadata.description, firstOf(site.description, site.name)).simplified();
    const QString identifier = absolute(site, metadata.path);
    const QString subject = firstOf(metadata.subjects.join(QStringLiteral("; ")), site.name);
    const QString date = format.machine(metadata.published.value_or(metadata.date));

    // The fifteen elements of Dublin Core; Circular-style lists ask for ten of them on every page (domain.md §5).
    fields.list(
        "metas",
        {meta("description", description), meta("keywords", subject),
         meta("DC.title", firstOf(metadata.title, site.name)), meta("DC.creator", firstOf(metadata.creator, publisher)),
         meta("DC.date", date), meta("DC.description", description), meta("DC.publisher", publisher),
         meta("DC.identifier", identifier), meta("DC.language", toText(site.language)),
         meta("DC.source", firstOf(metadata.source, site.name)),
         meta("DC.contributor", firstOf(metadata.contributor, publisher)), meta("DC.subject", subject),
         meta("DC.type", QStringLiteral("Text")), meta("DC.format", QStringLiteral("text/html")),
         meta("DC.coverage", firstOf(site.placeName, site.name)), meta("DC.rights", firstOf(site.licence, publisher))});

    std::vector<Fields> properties{
        meta("og:site_name", site.name),
        meta("og:type", metadata.published ? QStringLiteral("article") : QStringLiteral("website")),
        meta("og:title", firstOf(metadata.title, site.name)),
        meta("og:description", description),
        meta("og:url", identifier),
        meta("og:locale", site.language == Language::Vietnamese ? QStringLiteral("vi_VN") : QStringLiteral("en_GB")),
    };
    if (metadata.published) {
        properties.push_back(meta("article:published_time", format.machine(*metadata.published)));
        properties.push_back(
            meta("article:modified_time", format.machine(metadata.modified.value_or(*metadata.published))));
    }
    if (const QString picture = largestPicture(metadata.picture); !picture.isEmpty()) {
        properties.push_back(meta("og:image", absolute(site, picture)));
        properties.push_back(meta("og:image:alt", firstOf(metadata.picture->alt, metadata.title)));
    }
    fields.list("properties", std::move(properties));
    fields.href("canonical", identifier);
    fields.flag("unindexed", !metadata.indexed);
    fields.raw("jsonLd", metadata.structured.isEmpty() ? QString() : forScript(metadata.structured));
}

} // namespace toasoan::portal
