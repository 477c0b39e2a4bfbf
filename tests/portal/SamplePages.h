// Page models as a real newsroom would fill them: the board's own news item and a front page around it.
#pragma once

#include "portal/Pages.h"

namespace toasoan::portal {

/// 16:20:14 on Monday 2 October 2023 in Viet Nam: when the seed's item was published.
constexpr Instant sampleInstant = fromMilliseconds(1'696'238'414'349);

[[nodiscard]] Site sampleSite(Language language = Language::Vietnamese);
[[nodiscard]] Frame sampleFrame(const QString &path, const QString &menuPath = {});
/// The picture `number` (0 … 11) of the sample site.
[[nodiscard]] Picture samplePicture(int number, const QString &alt);
[[nodiscard]] std::vector<ItemSummary> sampleItems();
[[nodiscard]] FrontPage sampleFrontPage();
[[nodiscard]] SectionPage sampleSectionPage();
[[nodiscard]] ItemPage sampleItemPage();
[[nodiscard]] SearchPage sampleSearchPage();
[[nodiscard]] FixedPage sampleFixedPage();
[[nodiscard]] SitemapPage sampleSitemapPage();
[[nodiscard]] EntriesPage sampleEntriesPage();
[[nodiscard]] LeadersPage sampleLeadersPage();

} // namespace toasoan::portal
