// The metadata of a page: Dublin Core (each element present and never empty), Open Graph, JSON-LD.
#pragma once

#include "portal/Fields.h"
#include "portal/Pages.h"

#include <QJsonObject>

namespace toasoan::portal {

class Format;

/// What the metadata of one page is made of. Empty members fall back on the site's facts.
struct Metadata
{
    QString title = {};
    QString description = {};
    QString path = {};
    QString creator = {};
    QString contributor = {};
    QString source = {};
    QStringList subjects = {};
    Instant date{};
    std::optional<Instant> published = {}; ///< of an item
    std::optional<Instant> modified = {};
    std::optional<Picture> picture = {};
    QJsonObject structured = {}; ///< JSON-LD; empty: none
    bool indexed = true;
};

/// An address of this site in full: base address and path. Full addresses stay as they are.
[[nodiscard]] QString absolute(const Site &site, const QString &path);

/// schema.org NewsArticle of an item.
[[nodiscard]] QJsonObject newsArticle(const Site &site, const Format &format, const ItemPage &page);
/// schema.org GovernmentOrganization of the site, for the front page.
[[nodiscard]] QJsonObject organisation(const Site &site);

/// Sets the members of head.mustache that are metadata: canonical, metas, properties, jsonLd.
void addMetadata(Fields &fields, const Site &site, const Format &format, const Metadata &metadata);

} // namespace toasoan::portal
