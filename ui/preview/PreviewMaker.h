// The page that readers will get of an item, before they do: by the portal's own models, templates and style
// (app/portal), from what the desk has at this moment. Safe from the GUI thread only; touches no file and no network.
#pragma once

#include "domain/Genres.h"
#include "domain/PublicItem.h"
#include "domain/Section.h"
#include "domain/Site.h"
#include "portal/PortalRenderer.h"

namespace toasoan {

/// What is shown, and of whom.
struct PreviewSubject
{
    Article article; ///< as far as the desk knows it: its publication, its appointed hour
    Content content; ///< what it would say: typed a moment ago, or a version that is read
    Site site;
    std::vector<Section> sections; ///< in the order of menus
    Genres genres = {};
    /// What each version that was public carried as its correction, oldest first, as far as that is known.
    std::vector<PublicCorrection> carried = {};

    bool operator==(const PreviewSubject &) const = default;
};

/// What readers have of a subject now.
enum class PreviewStanding
{
    New, ///< nothing
    Scheduled, ///< nothing before the appointed hour
    Changed, ///< another text
    Live, ///< exactly this
    TakenDown ///< that it was taken down
};

[[nodiscard]] PreviewStanding standingOf(const PreviewSubject &subject);

class PreviewMaker
{
public:
    /// The error of portal::PortalRenderer::load().
    [[nodiscard]] static Result<PreviewMaker> create();

    /// The page as it would be served if the subject were published at `now`; at its hour if it has one; as it is
    /// served if readers have exactly this. In the language in which the portal keeps items. What only the portal knows
    /// is not in it: visits, related items, neighbours. Pictures are "media:<id>". The error of
    /// document::readStored() for a body that cannot be shown.
    [[nodiscard]] Result<QByteArray> page(const PreviewSubject &subject, Instant now) const;

    [[nodiscard]] const portal::Assets &assets() const { return m_renderer.assets(); }
    /// The portal's own script.
    [[nodiscard]] QByteArray script() const;

private:
    explicit PreviewMaker(portal::PortalRenderer renderer) : m_renderer(std::move(renderer)) { }

    portal::PortalRenderer m_renderer;
};

} // namespace toasoan
