#include "backend/MediaServer.h"

#include "backend/Secrets.h"
#include "backend/Worker.h"
#include "backend/api/Authorization.h"
#include "backend/api/HttpStatus.h"
#include "backend/api/UploadRoutes.h"
#include "storage/UserStore.h"

namespace toasoan {

namespace {

Result<Media> mediaOf(const http::Request &request, Worker &worker)
{
    auto transaction = Transaction::begin(*worker.database, Access::Read);
    if (!transaction)
        return transaction.error();
    return MediaStore(*transaction).find(*MediaId::fromText(textOf(request.rawParameter("media"))));
}

http::Response answer(Result<http::Response> response)
{
    return response ? std::move(response).value() : errorResponse(response.error());
}

} // namespace

MediaServer::MediaServer(const QString &dataFolder, const DatabaseLocation &location, const UploadLimits &limits)
{
    auto opened = MediaFiles::open(dataFolder);
    if (!opened)
        qFatal("media files: %s", qPrintable(opened.error().detail));
    files = std::move(opened).value();

    http::Router router;
    addUploadRoutes(router, std::make_shared<Uploads>(clock, dice, *files, feed, limits), clock);
    router.addJob<Worker>(http::Method::Get, "/original/{media}", [this](const http::Request &request, Worker &worker) {
        auto media = mediaOf(request, worker);
        return media ? answer(files->original(*media)) : errorResponse(media.error());
    });
    router.addJob<Worker>(http::Method::Get, "/rendition/{media}/{width}/{format}",
                          [this](const http::Request &request, Worker &worker) {
                              auto media = mediaOf(request, worker);
                              if (!media)
                                  return errorResponse(media.error());
                              const int width = textOf(request.rawParameter("width")).toInt();
                              const auto format = request.rawParameter("format") == "webp" ? RenditionFormat::Webp
                                                                                           : RenditionFormat::Jpeg;
                              return answer(files->rendition(*media, width, format, {}));
                          });
    http::HttpServer::Options options;
    options.lanes = {{.workers = 3}};
    options.makeWorkerContext = [location](unsigned) -> Result<std::unique_ptr<http::WorkerContext>> {
        auto database = Database::open(location);
        if (!database)
            return database.error();
        return std::unique_ptr<http::WorkerContext>(std::make_unique<Worker>(std::move(database).value()));
    };
    auto started = http::HttpServer::create(std::move(options), std::move(router));
    if (!started)
        qFatal("server: %s", qPrintable(started.error().detail));
    server = std::move(started).value();
}

UserId addPerson(Database &database, const Clock &clock, const QString &login, const QString &token)
{
    SystemDice dice;
    const User user{.id = UserId::create(clock, dice),
                    .login = login,
                    .name = login,
                    .penName = {},
                    .standing = Standing::Active,
                    .grants = {{.role = Role::Reporter, .section = {}}}};
    auto transaction = Transaction::begin(database, Access::Write);
    UserStore users(*transaction);
    const Instant now = clock.now();
    if (!users.add(user, QStringLiteral("no password"), now)
        || !users.addSession(tokenHash(token), user.id, QStringLiteral("desk"), now, now + std::chrono::days(300))
        || !transaction->commit())
        qFatal("no person");
    return user.id;
}

} // namespace toasoan
