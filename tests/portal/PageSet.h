// Models of every kind of page at once, full, bare, and with what strangers might write into them.
#pragma once

#include "portal/Pages.h"

namespace toasoan::portal {

/// Models of every kind of page, to be rendered together.
struct Pages
{
    Site site;
    FrontPage front;
    SectionPage section;
    ItemPage item;
    SearchPage search;
    NoticePage notice;
    FixedPage fixed;
    SitemapPage sitemap;
    EntriesPage entries;
    LeadersPage leaders;
};

[[nodiscard]] Pages samplePages(Language language);
/// A new site: a name and nothing else.
[[nodiscard]] Pages barePages(Language language);
/// Puts the text into every text and address of every model but the two that hold prepared HTML.
void poison(Pages &pages, const QString &with);

} // namespace toasoan::portal
