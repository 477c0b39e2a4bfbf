// A real HTTP server with the routes for pictures alone, on a data folder and a database, for tests.
#pragma once

#include "backend/ChangeFeed.h"
#include "backend/MediaFiles.h"
#include "backend/Uploads.h"
#include "http/HttpServer.h"
#include "storage/Database.h"
#include "support/SettableClock.h"

namespace toasoan {

/// Beside the routes of uploads: GET /original/{media} and /rendition/{media}/{width}/{webp or jpeg}, open to all.
class MediaServer
{
public:
    MediaServer(const QString &dataFolder, const DatabaseLocation &location, const UploadLimits &limits);

    SettableClock clock;
    SystemDice dice;
    ChangeFeed feed;
    std::unique_ptr<MediaFiles> files;
    std::unique_ptr<http::HttpServer> server;
};

/// A person with a session of this token.
UserId addPerson(Database &database, const Clock &clock, const QString &login, const QString &token);

} // namespace toasoan
