// Turns what the newsroom says – its site, its sections, an item – into the models of pages: addresses, names, labels,
// the body as HTML. Said once, for the server's pages and for a desk that shows an item before it is public; where the
// facts come from (a database, what is being typed) is their affair. In one language; a plain value.
#pragma once

#include "document/Html.h"
#include "domain/Genres.h"
#include "domain/PublicItem.h"
#include "domain/Section.h"
#include "domain/Site.h"
#include "portal/Pages.h"
#include "portal/SiteAddress.h"
#include "portal/Theme.h"

#include <functional>

namespace toasoan::portal {

/// The files of a picture as the body of an item names them; nothing if it is not to be had.
using FindSources = std::function<std::optional<document::PictureSources>(const QString &media)>;

/// What a page shows of one item beside what stands in its content.
struct ItemFacts
{
    /// Nothing: not known, and not shown.
    std::optional<qint64> views = {};
    std::vector<PublicCorrection> corrections = {}; ///< newest first
    std::optional<Picture> picture = {}; ///< for cards elsewhere
    std::optional<PublicItem> older = {};
    std::optional<PublicItem> newer = {};
};

class PageModels
{
public:
    /// `theme` must outlive it.
    PageModels(const toasoan::Site &site, std::vector<Section> sections, Genres genres, const Theme &theme,
               Language language);

    [[nodiscard]] const Site &site() const { return m_site; }
    /// In the order of menus.
    [[nodiscard]] const std::vector<Section> &sections() const { return m_sections; }
    [[nodiscard]] const Genres &genres() const { return m_genres; }
    /// Further pages, behind the sections.
    void addToMenu(const std::vector<Link> &links);
    /// Before them: what the authority says of itself.
    void putBeforeMenu(std::vector<MenuEntry> entries);
    /// Null if there is none.
    [[nodiscard]] const Section *findSection(SectionId id) const;
    [[nodiscard]] const Section *findSection(const QString &slug) const;

    [[nodiscard]] QString pathOf(const decltype(SiteAddress::place) &place) const;
    [[nodiscard]] ItemAddress addressOf(const PublicItem &item, ItemView view) const;
    [[nodiscard]] QString itemPath(const PublicItem &item, ItemView view = ItemView::Page) const;
    [[nodiscard]] QString nameOf(const Section &section) const;
    [[nodiscard]] Link linkTo(const Section &section) const;
    /// The name of the genre where readers are to see it; otherwise empty.
    [[nodiscard]] QString genreLabel(const QString &code) const;

    /// What stands around a page at that moment, but for the lists and numbers beside it.
    [[nodiscard]] Frame frame(const SiteAddress &address, const QString &menuPath, Instant now) const;
    /// `item` in lists and cards.
    [[nodiscard]] ItemSummary summary(const PublicItem &item, qint64 views, std::optional<Picture> picture) const;
    /// The page of `item`, which says `content`, but for what is related to it and what stands beside it.
    [[nodiscard]] ItemPage itemPage(const PublicItem &item, const Content &content, const QString &bodyHtml,
                                    const ItemFacts &facts, Instant now) const;

private:
    void fillSite(const toasoan::Site &site);

    std::vector<Section> m_sections;
    Genres m_genres;
    const Theme *m_theme;
    Language m_language;
    Site m_site;
};

/// A body as readers get it. The error of document::readStored().
[[nodiscard]] Result<QString> bodyHtml(const QByteArray &body, const FindSources &findSources,
                                       const document::TableWords &tables);
/// The body of a content as readers get it. The error of document::readStored().
[[nodiscard]] Result<QString> bodyHtml(const Content &content, const FindSources &findSources,
                                       const document::TableWords &tables);
/// What is said of a table that is wider or longer than its place.
[[nodiscard]] document::TableWords tableWords(const Theme &theme, Language language);

/// A picture, which has at least one JPEG, in the widths at which it stands in a body.
[[nodiscard]] document::PictureSources sourcesOf(const Picture &picture);

} // namespace toasoan::portal
