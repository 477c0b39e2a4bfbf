// A real HTTP server with the routes for pictures alone, on a data folder and a database, for tests.
#pragma once

#include "backend/ChangeFeed.h"
#include "backend/MediaFiles.h"
#include "backend/Uploads.h"
#include "http/HttpServer.h"
#include "storage/Database.h"

#include <atomic>

namespace toasoan {

/// A clock that is set by hand.
class HandClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override { return fromMilliseconds(m_now); }
    void advance(Milliseconds by) { m_now += by.count(); }

private:
    std::atomic<qint64> m_now = 1'696'238'414'349;
};

/// Beside the routes of uploads: GET /original/{media} and /rendition/{media}/{width}/{webp or jpeg}, open to all.
class MediaServer
{
public:
    MediaServer(const QString &dataFolder, const DatabaseLocation &location, const UploadLimits &limits);

    HandClock clock;
    SystemDice dice;
    ChangeFeed feed;
    std::unique_ptr<MediaFiles> files;
    std::unique_ptr<http::HttpServer> server;
};

/// A person with a session of this token.
UserId addPerson(Database &database, const Clock &clock, const QString &login, const QString &token);

} // namespace toasoan
