#include "portal/Feeds.h"

#include "portal/Fields.h"
#include "portal/Format.h"
#include "portal/Metadata.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QXmlStreamWriter>

namespace toasoan::portal {

namespace {

constexpr auto atomNamespace = "http://www.w3.org/2005/Atom";
constexpr auto sitemapNamespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

void element(QXmlStreamWriter &xml, const char *name, const QString &text)
{
    xml.writeTextElement(QString::fromLatin1(name), withoutControls(text));
}

QByteArray locations(const Site &site, const std::vector<SitemapEntry> &entries, const char *root,
                     const char *entryName)
{
    const Format format(site.language, site.timeZone);
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.writeStartDocument();
    xml.writeStartElement(QString::fromLatin1(root));
    xml.writeDefaultNamespace(QString::fromLatin1(sitemapNamespace));
    const auto count = std::min(entries.size(), maxSitemapEntries);
    for (std::size_t i = 0; i < count; ++i) {
        xml.writeStartElement(QString::fromLatin1(entryName));
        element(xml, "loc", absolute(site, entries[i].path));
        if (entries[i].modified)
            element(xml, "lastmod", format.machine(*entries[i].modified));
        xml.writeEndElement();
    }
    xml.writeEndDocument();
    return bytes;
}

} // namespace

QByteArray rss(const Site &site, const Feed &feed)
{
    const Format format(site.language, site.timeZone);
    const QString title = feed.title.isEmpty() ? site.name : QStringLiteral("%1 – %2").arg(feed.title, site.name);
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.writeStartDocument();
    xml.writeStartElement(QStringLiteral("rss"));
    xml.writeAttribute(QStringLiteral("version"), QStringLiteral("2.0"));
    xml.writeNamespace(QString::fromLatin1(atomNamespace), QStringLiteral("atom"));
    xml.writeStartElement(QStringLiteral("channel"));
    element(xml, "title", title);
    element(xml, "link", absolute(site, feed.path));
    xml.writeEmptyElement(QString::fromLatin1(atomNamespace), QStringLiteral("link"));
    xml.writeAttribute(QStringLiteral("href"), withoutControls(absolute(site, feed.feedPath)));
    xml.writeAttribute(QStringLiteral("rel"), QStringLiteral("self"));
    xml.writeAttribute(QStringLiteral("type"), QStringLiteral("application/rss+xml"));
    element(xml, "description",
            !feed.description.isEmpty()       ? feed.description
                : !site.description.isEmpty() ? site.description
                                              : title);
    element(xml, "language", toText(itemLanguage));
    if (!site.licence.isEmpty())
        element(xml, "copyright", site.licence);
    if (feed.built)
        element(xml, "lastBuildDate", format.mail(*feed.built));
    for (const ItemSummary &item : feed.items) {
        const QString address = absolute(site, item.path);
        xml.writeStartElement(QStringLiteral("item"));
        element(xml, "title", item.title);
        element(xml, "link", address);
        xml.writeStartElement(QStringLiteral("guid"));
        xml.writeAttribute(QStringLiteral("isPermaLink"),
                           item.urn.isEmpty() ? QStringLiteral("true") : QStringLiteral("false"));
        xml.writeCharacters(withoutControls(item.urn.isEmpty() ? address : item.urn));
        xml.writeEndElement();
        element(xml, "pubDate", format.mail(item.published));
        if (!item.section.title.isEmpty())
            element(xml, "category", item.section.title);
        // Readers take a description for HTML: plain text is escaped once for HTML, and once more by the XML writer.
        element(xml, "description", item.lead.toHtmlEscaped());
        xml.writeEndElement();
    }
    xml.writeEndDocument();
    return bytes;
}

QByteArray sitemapXml(const Site &site, const std::vector<SitemapEntry> &entries)
{
    return locations(site, entries, "urlset", "url");
}

QByteArray sitemapIndexXml(const Site &site, const std::vector<SitemapEntry> &sitemaps)
{
    return locations(site, sitemaps, "sitemapindex", "sitemap");
}

QByteArray robotsTxt(const Site &site, const QString &sitemapXmlPath, const std::vector<QString> &disallowed)
{
    QString text = QStringLiteral("User-agent: *\n");
    if (disallowed.empty())
        text += QStringLiteral("Disallow:\n");
    for (const QString &prefix : disallowed)
        text += QStringLiteral("Disallow: %1\n").arg(prefix);
    text += QStringLiteral("\nSitemap: %1\n").arg(absolute(site, sitemapXmlPath));
    return text.toUtf8();
}

QByteArray webManifest(const Site &site, const std::vector<std::pair<QString, int>> &icons)
{
    QJsonArray pictures;
    for (const auto &[path, width] : icons)
        pictures.append(QJsonObject{{QStringLiteral("src"), path},
                                    {QStringLiteral("sizes"), QStringLiteral("%1x%1").arg(width)},
                                    {QStringLiteral("type"), QStringLiteral("image/png")}});
    const QJsonObject manifest{
        {QStringLiteral("name"), site.name},
        {QStringLiteral("short_name"), site.placeName.isEmpty() ? site.name : site.placeName},
        {QStringLiteral("lang"), toText(site.language)},
        {QStringLiteral("start_url"), site.homePath},
        {QStringLiteral("scope"), QStringLiteral("/")},
        {QStringLiteral("display"), QStringLiteral("browser")},
        {QStringLiteral("background_color"), QStringLiteral("#fbf8f2")},
        {QStringLiteral("theme_color"), QStringLiteral("#7d0f17")},
        {QStringLiteral("icons"), pictures},
    };
    return QJsonDocument(manifest).toJson(QJsonDocument::Compact);
}

} // namespace toasoan::portal
