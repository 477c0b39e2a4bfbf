// The public pages as pure functions of their models: site + page model in, bytes of UTF-8 HTML out.
// Made once from a Theme by main; every member is const and safe from any number of threads at once.
#pragma once

#include "base/Result.h"
#include "portal/Pages.h"
#include "portal/Theme.h"

#include <QByteArray>

#include <memory>

namespace toasoan::portal {

/// Where a print page goes to.
enum class PrintTarget
{
    Browser, ///< shown and printed
    File ///< saved: carries its own style, its pictures have full addresses
};

class PortalRenderer
{
public:
    /// Of the program's own theme. The errors of Theme::load() and create().
    [[nodiscard]] static Result<PortalRenderer> load();
    /// Compiles the theme's templates in both languages. The error of Theme::source(), or "theme.template" for a
    /// template that does not parse.
    [[nodiscard]] static Result<PortalRenderer> create(Theme theme);
    ~PortalRenderer();
    PortalRenderer(PortalRenderer &&) noexcept;
    PortalRenderer &operator=(PortalRenderer &&) noexcept;

    [[nodiscard]] const Assets &assets() const;
    [[nodiscard]] const Theme &theme() const;

    [[nodiscard]] QByteArray frontPage(const Site &site, const FrontPage &page) const;
    [[nodiscard]] QByteArray sectionPage(const Site &site, const SectionPage &page) const;
    [[nodiscard]] QByteArray itemPage(const Site &site, const ItemPage &page) const;
    /// The item alone, for paper or to keep. Not for search engines.
    [[nodiscard]] QByteArray printPage(const Site &site, const ItemPage &page, PrintTarget target) const;
    [[nodiscard]] QByteArray searchPage(const Site &site, const SearchPage &page) const;
    /// 404, 410, 503 … Needs nothing but the site's language and the frame's path: it can be made beforehand.
    [[nodiscard]] QByteArray noticePage(const Site &site, const NoticePage &page) const;
    [[nodiscard]] QByteArray leadersPage(const Site &site, const LeadersPage &page) const;
    [[nodiscard]] QByteArray entriesPage(const Site &site, const EntriesPage &page) const;
    [[nodiscard]] QByteArray fixedPage(const Site &site, const FixedPage &page) const;
    [[nodiscard]] QByteArray sitemapPage(const Site &site, const SitemapPage &page) const;

private:
    struct Parts;
    explicit PortalRenderer(std::unique_ptr<const Parts> parts);

    std::unique_ptr<const Parts> m_parts;
};

} // namespace toasoan::portal
