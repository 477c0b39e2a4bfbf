// toasoan-http-bench: serves one prepared page at "/", counting each request as a visit in a slot of its shard, as the
// portal does. Prints {"port":N} and the page's size in each coding. SIGTERM ends it.
#include "http/HttpServer.h"
#include "http/PreparedAnswer.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>

#include <csignal>
#include <cstdio>

using namespace toasoan;
using namespace toasoan::http;

namespace {

struct alignas(64) VisitSlot
{
    std::uint64_t requests = 0;
    std::uint64_t lastAgent = 0;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser arguments;
    const QCommandLineOption shards(QStringLiteral("shards"), QString(), QStringLiteral("N"), QStringLiteral("1"));
    arguments.addOption(shards);
    arguments.addPositionalArgument(QStringLiteral("page"), QStringLiteral("The HTML file to serve."));
    arguments.process(application);
    if (arguments.positionalArguments().size() != 1)
        return 2;
    const QString path = arguments.positionalArguments().constFirst();
    QFile file(path);
    auto opened = OpenFile::open(path);
    if (!file.open(QIODevice::ReadOnly) || !opened)
        return 2;

    const unsigned shardCount = std::max(1U, arguments.value(shards).toUInt());
    std::vector<VisitSlot> visitSlots(shardCount);
    const auto page = PreparedAnswer::create({.contentType = "text/html; charset=utf-8",
                                              .body = file.readAll(),
                                              .fields = {{"Cache-Control", "max-age=60"}}});
    Router router;
    router.setFallback([&](const Request &request) -> Response {
        if (request.rawPath() != "/page.html")
            return Response::text(Status::NotFound, "none\n");
        VisitSlot &slot = visitSlots[request.shard()];
        ++slot.requests;
        slot.lastAgent = std::hash<std::string_view>()(request.field(FieldName::UserAgent).value_or(""));
        return page;
    });
    router.add(Method::Get, "/file",
               [&](const Request &) { return FileAnswer{.file = *opened, .contentType = "text/html; charset=utf-8"}; });

    boost::asio::io_context waiting;
    boost::asio::signal_set ends(waiting, SIGTERM, SIGINT);
    ends.async_wait([](const boost::system::error_code &, int) {});
    auto server = HttpServer::create({.shards = shardCount, .workers = 1}, std::move(router));
    if (!server)
        return 1;
    std::printf("{\"port\":%u}\n", static_cast<unsigned>((*server)->port()));
    std::fflush(stdout);
    waiting.run();
    (*server)->stop();
    return 0;
}
