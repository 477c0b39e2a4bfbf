// The portal's addresses: read from a request's path, and written for links. An item is found by the number in its
// address; the words before it are for people, and an address with other words leads to the right one.
//
//     /                                  front page          /en            the same in English
//     /tin-tuc                           section             ?trang=2       its second page
//     /tin-tuc/ban-bien-tap-hop-12.html  item 12
//     /tin-tuc/ban-bien-tap-hop-12/in    item 12 to print    …/luu          to keep as a file
//     /tin-tuc/rss.xml  /rss.xml         feeds
//     /anh/<media>-640.webp              a public picture
#pragma once

#include "domain/Ids.h"
#include "text/DateText.h"

#include <QString>

#include <string_view>
#include <variant>

namespace toasoan {

struct FrontAddress
{
    bool operator==(const FrontAddress &) const = default;
};
struct SectionAddress
{
    QString slug;
    int page = 1;
    bool operator==(const SectionAddress &) const = default;
};
enum class ItemView
{
    Page,
    Print,
    Save
};
struct ItemAddress
{
    QString section; ///< slug
    QString words;
    qint64 number = 0;
    ItemView view = ItemView::Page;
    bool operator==(const ItemAddress &) const = default;
};
struct FeedAddress
{
    QString section; ///< slug; empty for the whole site
    bool operator==(const FeedAddress &) const = default;
};
struct SearchAddress
{
    bool operator==(const SearchAddress &) const = default;
};
struct SitemapPageAddress
{
    bool operator==(const SitemapPageAddress &) const = default;
};
struct SitemapXmlAddress
{
    int part = 0; ///< 0: the map itself, or the index over the parts
    bool operator==(const SitemapXmlAddress &) const = default;
};
struct RobotsAddress
{
    bool operator==(const RobotsAddress &) const = default;
};
enum class PictureFormat
{
    Webp,
    Jpeg
};
struct PictureAddress
{
    MediaId media;
    int width = 0;
    PictureFormat format = PictureFormat::Jpeg;
    bool operator==(const PictureAddress &) const = default;
};
struct UnknownAddress
{
    bool operator==(const UnknownAddress &) const = default;
};

struct SiteAddress
{
    Language language = Language::Vietnamese;
    std::variant<UnknownAddress, FrontAddress, SectionAddress, ItemAddress, FeedAddress, SearchAddress,
                 SitemapPageAddress, SitemapXmlAddress, RobotsAddress, PictureAddress>
        place;

    bool operator==(const SiteAddress &) const = default;
};

/// Reads a path; what a query adds to it is SiteTarget's to read, so a section's page is 1. Whatever is not exactly one
/// of the forms above is UnknownAddress.
[[nodiscard]] SiteAddress readSiteAddress(std::string_view rawPath);

/// Whether a section can have this as its address: isFreeAddress(), and read as one.
[[nodiscard]] bool canNameSection(const QString &slug);

/// Writes the canonical path of an address; "" for an unknown one.
[[nodiscard]] QString path(const SiteAddress &address);

} // namespace toasoan
