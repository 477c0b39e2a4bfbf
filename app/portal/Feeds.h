// Addresses for programs: RSS 2.0, the sitemap protocol 0.9, robots.txt (RFC 9309). Pure functions.
#pragma once

#include "portal/Pages.h"

#include <QByteArray>

namespace toasoan::portal {

/// A channel: the whole site, or one section.
struct Feed
{
    QString title; ///< of the section; empty: the whole site
    QString description;
    QString path; ///< of the page that the channel stands for
    QString feedPath; ///< of the feed itself
    std::optional<Instant> built = {}; ///< when one of the items last changed; nothing: there is none
    std::vector<ItemSummary> items;
};

/// One address of a sitemap.
struct SitemapEntry
{
    QString path;
    std::optional<Instant> modified = {}; ///< nothing: not known
};

/// The most addresses that one sitemap may hold (sitemaps.org protocol); more need an index.
constexpr std::size_t maxSitemapEntries = 50'000;

/// RSS 2.0 with atom:self link, in the language that items are written in. An item's guid is its URN, which stays when
/// its address changes; without one, its address.
[[nodiscard]] QByteArray rss(const Site &site, const Feed &feed);
/// The sitemap of up to maxSitemapEntries addresses; those beyond are left out.
[[nodiscard]] QByteArray sitemapXml(const Site &site, const std::vector<SitemapEntry> &entries);
/// The index over several sitemaps.
[[nodiscard]] QByteArray sitemapIndexXml(const Site &site, const std::vector<SitemapEntry> &sitemaps);
/// Everything is allowed but `disallowed` path prefixes; names the sitemap.
[[nodiscard]] QByteArray robotsTxt(const Site &site, const QString &sitemapXmlPath,
                                   const std::vector<QString> &disallowed);
/// The web app manifest (W3C): what a phone calls the portal when it is put on the home screen. `icons` are paths of
/// square PNGs with their widths in pixels.
[[nodiscard]] QByteArray webManifest(const Site &site, const std::vector<std::pair<QString, int>> &icons);

} // namespace toasoan::portal
