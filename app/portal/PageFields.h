// The fields that pages have in common, gathered from a site and a page model: the frame around each page, cards of
// items, pagers, the lines of an item. Private to the renderer; lives as long as one page is being written.
#pragma once

#include "portal/Fields.h"
#include "portal/Format.h"
#include "portal/Metadata.h"
#include "portal/Pages.h"
#include "portal/Theme.h"

namespace toasoan::portal {

/// The CSS widths at which pictures stand, for the browser's choice of rendition (HTML, "sizes").
inline constexpr auto leadSizes = "(min-width: 80rem) 652px, (min-width: 62rem) 62vw, 94vw";
inline constexpr auto cardSizes = "(min-width: 80rem) 276px, (min-width: 48rem) 30vw, 94vw";
inline constexpr auto thumbSizes = "112px";
inline constexpr auto portraitSizes = "(min-width: 48rem) 160px, 40vw";

enum class Loading
{
    Eager,
    Lazy
};

/// Nothing without a picture.
[[nodiscard]] std::optional<Fields> pictureFields(const std::optional<Picture> &picture, const char *sizes,
                                                  Loading loading);
[[nodiscard]] Fields linkFields(const Link &link, const QString &currentPath = {});
[[nodiscard]] std::vector<Fields> linkList(const std::vector<Link> &links, const QString &currentPath = {});
/// Nothing for a link without path or title.
[[nodiscard]] std::optional<Fields> optionalLink(const Link &link);

class PageFields
{
public:
    /// All three must outlive it.
    PageFields(const Site &site, const Frame &frame, const Theme &theme);

    [[nodiscard]] const Format &format() const { return m_format; }
    /// The theme's string, in the site's language.
    [[nodiscard]] QString text(const char *key) const;
    /// "Title – Site name", and "– page n" before the site's name from the second page on.
    [[nodiscard]] QString documentTitle(const QString &title, int page = 1) const;

    /// Members of every page: site, frame, metadata, the feeds in the head.
    [[nodiscard]] Fields page(const QString &documentTitleText, Metadata metadata,
                              const std::optional<Link> &feed = {}) const;
    [[nodiscard]] Metadata itemMetadata(const ItemPage &page) const;
    /// JSON-LD of the way to a page.
    [[nodiscard]] QJsonObject breadcrumbs(const std::vector<Link> &links, const Link &page) const;
    /// The path of the picture that stands for the authority.
    [[nodiscard]] QString logo() const;
    /// The lines and blocks of an item, for screen and paper alike.
    void addItem(Fields &fields, const ItemPage &page) const;

    [[nodiscard]] Fields card(const ItemSummary &item, const char *sizes, Loading loading = Loading::Lazy) const;
    [[nodiscard]] std::vector<Fields> cards(const std::vector<ItemSummary> &items, const char *sizes,
                                            std::size_t from = 0, std::size_t count = SIZE_MAX) const;
    void addPager(Fields &fields, const Pager &pager) const;

    /// A number that is worth a label; empty for none.
    [[nodiscard]] QString countOf(qint64 number) const;

private:
    /// The languages that the page is to be had in, itself included, and what others shall take (hreflang).
    [[nodiscard]] std::vector<Fields> alternates() const;
    void addSite(Fields &fields) const;
    void addFrame(Fields &fields) const;

    const Site &m_site;
    const Frame &m_frame;
    const Theme &m_theme;
    Format m_format;
};

} // namespace toasoan::portal
