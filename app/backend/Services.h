// What the parts of the backend share, made by Backend and given by reference.
#pragma once

#include "backend/AttemptLimiter.h"
#include "backend/ChangeFeed.h"
#include "backend/CommandRunner.h"
#include "backend/MediaFiles.h"
#include "backend/OwnChanges.h"
#include "backend/PageCache.h"
#include "backend/PageFlights.h"
#include "backend/VisitCounter.h"
#include "backend/Worker.h"
#include "backend/site/PageTree.h"
#include "base/Clock.h"
#include "base/Dice.h"
#include "domain/Article.h"
#include "http/Response.h"
#include "portal/PortalRenderer.h"

namespace toasoan {

/// What a change is to the public.
enum class PublicChange
{
    None, ///< a draft was saved, a correction is being written
    Came, ///< an item is public that was not before
    Other, ///< one was corrected, taken down or put back
};
struct Services
{
    const Clock &clock;
    Dice &dice;
    const portal::PortalRenderer &renderer;
    MediaFiles &media;
    VisitCounter &visits;
    AttemptLimiter attempts = {};
    ChangeFeed feed = {};
    PageCache pages{};
    /// Answers to searches, apart: nobody pushes pages out of their cache by asking for many words.
    PageCache searches{std::size_t(4) << 20};
    PageFlights flights{};
    OwnChanges ownChanges = {};
    PageTrees pageTrees = {};

    /// Tells everyone of the effect of a command that was carried out, and was a `step`: the desks that wait, and the
    /// cached pages that are old now.
    void announce(const CommandAnswer &answer, Step step);
    /// Takes what `change` of the item makes old from the caches.
    void followPublicChange(qint64 number, PublicChange change);
    /// Empties the caches.
    void dropAllPages();
    /// Whatever the caches still have may be served: until now all changes, of whatever process, have been followed.
    void changesAreKnown();
    /// Counts a page for people that was given to the sender of `request` at `now`; the item's number, or 0.
    void recordVisit(const http::Request &request, qint64 itemNumber, Instant now);
    /// The most read of the newest live items, by number; a few seconds old at most.
    [[nodiscard]] std::vector<qint64> mostRead(Transaction &transaction, std::size_t count);

    std::mutex mostReadMutex = {};
    std::vector<qint64> mostReadNumbers = {};
    Instant mostReadAt = {};
};

/// The operator hears, now and then, that a proxy of his does not say for whom it asks: all its readers are one then.
void logUnknownClient();

} // namespace toasoan
