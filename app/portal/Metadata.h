// The metadata of a page: Dublin Core (each element present and never empty), Open Graph, JSON-LD.
#pragma once

#include "portal/Fields.h"
#include "portal/Pages.h"

#include <QJsonArray>
#include <QJsonObject>

namespace toasoan::portal {

class Format;

/// What the metadata of one page is made of. Empty members fall back on the site's facts.
struct Metadata
{
    QString title = {};
    QString description = {}; ///< shortened where it is written
    QString path = {}; ///< the canonical one
    QString creator = {};
    QString contributor = {};
    QString source = {};
    QStringList subjects = {};
    /// Of what the page says; nothing: the site's.
    std::optional<Language> language = {};
    Instant now{};
    std::optional<Instant> changed = {}; ///< of a list
    std::optional<Instant> published = {}; ///< of an item
    std::optional<Instant> modified = {};
    std::optional<Picture> picture = {};
    QString sitePicture = {}; ///< path; for a page without a picture of its own
    QJsonArray structured = {}; ///< JSON-LD, one script each
    bool indexed = true;
    bool isAddressed = true; ///< false: it stands in place of a page, and nothing is to be known by its path
};

/// An address of this site in full: base address and path. Full addresses stay as they are.
[[nodiscard]] QString absolute(const Site &site, const QString &path);

/// The path that search engines shall know a page by.
[[nodiscard]] QString canonicalPath(const Frame &frame);

/// schema.org NewsArticle of an item. `logo` is the path of the publisher's picture.
[[nodiscard]] QJsonObject newsArticle(const Site &site, const Format &format, const ItemPage &page,
                                      const QString &logo);
/// schema.org BreadcrumbList: `home`, `links`, and the page itself.
[[nodiscard]] QJsonObject breadcrumbList(const Site &site, const QString &home, const std::vector<Link> &links,
                                         const Link &page);
/// schema.org GovernmentOrganization of the site, for the front page.
[[nodiscard]] QJsonObject organisation(const Site &site, const QString &logo);
/// schema.org WebSite with its search, for the front page.
[[nodiscard]] QJsonObject webSite(const Site &site, const QString &logo);

/// Sets the members of head.mustache that are metadata: canonical, metas, properties, structured.
void addMetadata(Fields &fields, const Site &site, const Format &format, const Metadata &metadata);

} // namespace toasoan::portal
