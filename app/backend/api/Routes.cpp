#include "backend/api/Routes.h"

#include "backend/Lanes.h"
#include "backend/Services.h"
#include "backend/api/Api.h"
#include "backend/api/HttpStatus.h"
#include "backend/api/UploadRoutes.h"
#include "backend/site/ErrorPages.h"
#include "base/Log.h"
#include "protocol/ErrorJson.h"
#include "storage/ChangeStore.h"

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

http::Response live(const http::Request &)
{
    return http::Response::text(http::Status::Ok, "ok\n");
}

http::Response readyNow(const http::WorkerContext &worker)
{
    auto newest = readIn(*static_cast<const Worker &>(worker).database,
                         [](Transaction &transaction) { return ChangeStore(transaction).newest(); });
    return newest ? http::Response::text(http::Status::Ok, "ready\n") : errorResponse(newest.error());
}

// Whoever sends readers here, or elsewhere, hears in time of a database that gives no answer: the worker that asks it
// may wait for half a minute, or for good.
http::Response ready(const http::Request &)
{
    static constexpr std::chrono::seconds longest(5);
    const Error noAnswer{ErrorCode::Unavailable, u"database"_s, u"no answer"_s};
    const auto answer = http::DeferredAnswer::create(longest, unloggedErrorResponse(noAnswer));
    answer.onAbandoned([began = std::chrono::steady_clock::now()] {
        if (std::chrono::steady_clock::now() - began > longest / 2) // or the asker has left
            writeLogSparsely(LogLevel::Error, "database.noAnswer");
    });
    http::Response response(answer);
    response.meanwhile({.lane = lanes::pages,
                        .work = [answer](http::WorkerContext &worker) { answer.complete(readyNow(worker)); },
                        .onRefused = [answer, noAnswer] { answer.complete(errorResponse(noAnswer)); }});
    return response;
}

ErrorCode codeOf(http::Status status)
{
    switch (int(status)) {
    case 404:
        return ErrorCode::NotFound;
    case 413:
    case 414:
    case 431:
        return ErrorCode::TooLarge;
    case 405:
    case 501:
    case 505:
        return ErrorCode::Unsupported; // sent again unchanged, it would be refused again
    case 503:
        return ErrorCode::Unavailable;
    default:
        return int(status) >= 500 ? ErrorCode::Internal : ErrorCode::InvalidInput;
    }
}

// What the engine refuses by itself: a page for a person at a browser, the API's error body for a program.
http::Router::RefusalText refusalText(const ErrorPages &pages, http::Status status, const http::Request &request)
{
    const ErrorCode code = codeOf(status);
    writeLogSparsely(LogLevel::Info, "request.refused", {{"code"_L1, toText(code)}, {"subject"_L1, "request"_L1}});
    if (wantsPage(status, request)) {
        if (QByteArray page = pages.find(status, languageOf(request.rawPath())); !page.isEmpty())
            return {.contentType = "text/html; charset=utf-8", .body = std::move(page)};
    }
    return {.contentType = "application/json", .body = errorBody({code, u"request"_s, {}})};
}

} // namespace

void addApiRoutes(http::Router &router, Services &services)
{
    Api(services).addRoutes(router);
    addUploadRoutes(router, services);
    router.add(http::Method::Get, "/livez", live);
    router.add(http::Method::Get, "/readyz", ready);
    router.setRefusalWriter(
        [pages = std::make_shared<const ErrorPages>(services.renderer)](
            http::Status status, const http::Request &request) { return refusalText(*pages, status, request); });
}

} // namespace toasoan
