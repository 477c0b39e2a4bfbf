// Where readers find an item: the one place that says how its address is made, for the portal itself and for whoever
// leads there.
#pragma once

#include "domain/Article.h"
#include "domain/Section.h"
#include "domain/Site.h"

#include <QUrl>

namespace toasoan {

/// "/tin-tuc/mua-lu-12": the stem of an item's addresses. `section` is the section's slug, "tin" without one.
[[nodiscard]] QString itemStem(const QString &section, const QString &words, qint64 number);

/// Whether the board can give this name to a page or a section of the portal, as the first part of its addresses: lower
/// case letters, digits and single hyphens between them, at most 60, and nothing that the portal has for itself.
[[nodiscard]] bool isFreeAddress(const QString &name);

/// The page of an article on the portal; empty unless readers have it. `section` is its own, null where it is not
/// known: the portal leads on from there. `server` stands in while the site has no address of its own.
[[nodiscard]] QUrl publicAddress(const Article &article, const Section *section, const std::optional<Site> &site,
                                 const QString &server);

} // namespace toasoan
