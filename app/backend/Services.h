// What the parts of the backend share, made by Backend and given by reference; and what each worker has for itself.
#pragma once

#include "backend/AttemptLimiter.h"
#include "backend/ChangeFeed.h"
#include "backend/MediaFiles.h"
#include "backend/PageCache.h"
#include "backend/VisitCounter.h"
#include "base/Clock.h"
#include "base/Dice.h"
#include "domain/Article.h"
#include "http/Response.h"
#include "portal/PortalRenderer.h"
#include "storage/Database.h"

namespace toasoan {

struct Services
{
    const Clock &clock;
    Dice &dice;
    const portal::PortalRenderer &renderer;
    MediaFiles &media;
    VisitCounter &visits;
    AttemptLimiter attempts;
    ChangeFeed feed;
    PageCache pages;

    /// Tells everyone of a command's effect: the desks that wait, and the cached pages that are old now.
    void announce(Database &database, const Article &article);
    /// Counts a page given to the sender of `request`.
    void recordVisit(const http::Request &request, qint64 itemNumber);
};

/// One worker thread's own: a database connection.
class Worker final : public http::WorkerContext
{
public:
    explicit Worker(std::unique_ptr<Database> opened)
        : database(std::move(opened))
    {
    }

    std::unique_ptr<Database> database;
};

} // namespace toasoan
