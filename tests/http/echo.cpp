// toasoan-http-echo: the HTTP engine with four routes, for conformance suites from outside.
//   GET /        a small page                     POST /echo   gives the body back, up to 64 KiB
//   GET /file    a file of 1 MiB, with ranges     PUT /upload  streams to a temporary file, up to 4 GiB
// Prints {"port":N} as its first line; SIGTERM and SIGINT end it with 0.
#include "http/HttpServer.h"
#include "http/PreparedAnswer.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTemporaryFile>

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>

#include <csignal>
#include <cstdio>

using namespace toasoan;
using namespace toasoan::http;

namespace {

constexpr std::uint64_t echoLimit = 64 * 1024;
constexpr std::uint64_t uploadLimit = std::uint64_t(4) << 30;
constexpr qsizetype fileSize = 1024 * 1024;

class TemporaryFileSink final : public BodySink
{
public:
    [[nodiscard]] bool open() { return m_file.open(); }

    std::optional<Response> write(std::string_view piece, WorkerContext &) override
    {
        if (m_file.write(piece.data(), static_cast<qint64>(piece.size())) != static_cast<qint64>(piece.size()))
            return Response::text(Status::InsufficientStorage, "the disk is full\n");
        return std::nullopt;
    }
    Response finish(WorkerContext &) override
    {
        return Response::json(Status::Created, "{\"received\":" + QByteArray::number(m_file.pos()) + "}\n");
    }
    void cutOff(std::uint64_t, WorkerContext &) override { }

private:
    QTemporaryFile m_file;
};

Router makeRouter(std::shared_ptr<const OpenFile> file)
{
    Router router;
    const auto page = PreparedAnswer::create({.contentType = "text/html; charset=utf-8",
                                              .body = "<!doctype html><title>Echo</title><p>"
                                                  + QByteArray("Cổng thông tin điện tử. ").repeated(200) + "\n"});
    router.add(Method::Get, "/", [page](const Request &) { return page; });
    router.add(Method::Post, "/echo",
               [](const Request &request) {
                   const std::string_view body = request.body();
                   const std::string_view type =
                       request.field(FieldName::ContentType).value_or("application/octet-stream");
                   return SmallAnswer{.contentType = QByteArray(type.data(), static_cast<qsizetype>(type.size())),
                                      .body = QByteArray(body.data(), static_cast<qsizetype>(body.size()))};
               },
               {.bodyLimit = echoLimit});
    router.add(Method::Get, "/file", [file = std::move(file)](const Request &) {
        return FileAnswer{.file = file, .contentType = "application/octet-stream"};
    });
    router.addStream(Method::Put, "/upload",
                     [](const Request &, WorkerContext &) -> SinkOrRefusal {
                         auto sink = std::make_unique<TemporaryFileSink>();
                         if (!sink->open())
                             return Response::text(Status::InsufficientStorage, "no temporary file\n");
                         return sink;
                     },
                     {.bodyLimit = uploadLimit});
    return router;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser arguments;
    arguments.addHelpOption();
    const QCommandLineOption port(QStringLiteral("port"), QStringLiteral("Port on 127.0.0.1; 0: any free one."),
                                  QStringLiteral("N"), QStringLiteral("0"));
    const QCommandLineOption shards(QStringLiteral("shards"), QStringLiteral("Network threads; 0: one a processor."),
                                    QStringLiteral("N"), QStringLiteral("0"));
    arguments.addOptions({port, shards});
    arguments.process(application);

    QTemporaryFile content;
    if (!content.open())
        return 1;
    QByteArray bytes(fileSize, '\0');
    for (qsizetype i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<char>('a' + i % 26);
    if (content.write(bytes) != bytes.size() || !content.flush())
        return 1;
    auto file = OpenFile::open(content.fileName());
    if (!file)
        return 1;

    boost::asio::io_context waiting;
    boost::asio::signal_set ends(waiting, SIGTERM, SIGINT);
    ends.async_wait([](const boost::system::error_code &, int) {});

    auto server = HttpServer::create(
        {.port = arguments.value(port).toUShort(), .shards = arguments.value(shards).toUInt()}, makeRouter(*file));
    if (!server) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(server.error().detail));
        return 1;
    }
    std::printf("{\"port\":%u}\n", static_cast<unsigned>((*server)->port()));
    std::fflush(stdout);
    waiting.run();
    (*server)->stop();
    return 0;
}
