// A server with routes of every kind, for what happens to it over time; what they went through is counted here.
#pragma once

#include "RawClient.h"
#include "http/HttpServer.h"
#include "http/PreparedAnswer.h"
#include "support/Patience.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <future>
#include <mutex>
#include <semaphore>
#include <thread>

namespace toasoan::http {

using namespace std::chrono_literals;

// Long enough for a client on a busy machine that does what it should.
inline HttpServer::Deadlines shortDeadlines()
{
    return {.head = 800ms,
            .idle = 800ms,
            .progress = 800ms,
            .bytesPerSecond = 1'000'000,
            .slowProgress = 300s,
            .linger = 800ms,
            .sweepEvery = 20ms};
}

inline HttpServer::Deadlines longDeadlines()
{
    return {.head = 300s, .idle = 300s, .progress = 300s, .sweepEvery = 20ms};
}

class NumberedContext final : public WorkerContext
{
public:
    explicit NumberedContext(unsigned index) : number(index) { }
    unsigned number;
    std::thread::id owner = std::this_thread::get_id();
};

// What sinks went through.
struct Ledger
{
    std::atomic<std::uint64_t> written = 0;
    std::atomic<std::uint64_t> finished = 0;
    std::promise<std::uint64_t> cutOff;
};

class LedgerSink final : public BodySink
{
public:
    explicit LedgerSink(Ledger &ledger) : m_ledger(ledger) { }
    std::optional<Response> write(std::string_view piece, WorkerContext &) override
    {
        m_ledger.written += piece.size();
        return std::nullopt;
    }
    Response finish(WorkerContext &) override
    {
        ++m_ledger.finished;
        return Response::text(Status::Created, QByteArray::number(static_cast<quint64>(m_ledger.written)));
    }
    void cutOff(std::uint64_t received, WorkerContext &) override { m_ledger.cutOff.set_value(received); }

private:
    Ledger &m_ledger;
};

inline std::string get(const std::string &target)
{
    return "GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n";
}

inline std::size_t residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return static_cast<std::size_t>(file.readAll().split(' ').value(1).toLongLong()) * 4096;
}

class ServedRoutes : public QObject
{
protected:
    static constexpr qsizetype bigSize = 8 * 1024 * 1024;

    Ledger m_ledger;
    QTemporaryDir m_folder;
    std::shared_ptr<const OpenFile> m_bigFile;
    std::shared_ptr<const OpenFile> m_file;
    std::shared_ptr<const PreparedAnswer> m_bigPage;
    std::mutex m_pollMutex;
    std::vector<DeferredAnswer> m_polls;
    std::atomic<int> m_abandoned = 0;
    std::atomic<int> m_refused = 0;
    std::counting_semaphore<> m_jobMayEnd{0};
    std::atomic<int> m_jobsRunning = 0;

    std::unique_ptr<HttpServer> serve(HttpServer::Options options)
    {
        Router router;
        router.add(Method::Get, "/", [](const Request &) { return Response::text(Status::Ok, "here"); });
        router.add(Method::Get, "/big", [this](const Request &) { return m_bigPage; });
        router.add(Method::Get, "/bigfile", [this](const Request &) {
            return FileAnswer{.file = m_bigFile, .contentType = "application/octet-stream"};
        });
        router.add(Method::Post, "/echo",
                   [](const Request &request) {
                       return Response::text(
                           Status::Ok,
                           QByteArray(request.body().data(), static_cast<qsizetype>(request.body().size())));
                   },
                   {.bodyLimit = 1'000'000});
        router.addJob(Method::Post, "/held",
                      [](const Request &request, WorkerContext &) {
                          return Response::text(Status::Ok, QByteArray::number(qlonglong(request.body().size())));
                      },
                      {.bodyLimit = 8U << 20, .admit = [](const Request &request, WorkerContext &) -> BodyAdmission {
                           if (const auto pass = request.field("X-Pass"))
                               return {.refusal = {}, .sender = std::string(*pass)};
                           return {.refusal = Response::text(Status::Unauthorized, "who are you?"), .sender = {}};
                       }});
        router.addStream(Method::Put, "/upload",
                         [this](const Request &, WorkerContext &) -> SinkOrRefusal {
                             return std::make_unique<LedgerSink>(m_ledger);
                         },
                         {.bodyLimit = 1'000'000'000});
        router.addStream(Method::Put, "/slowupload",
                         [this](const Request &, WorkerContext &) -> SinkOrRefusal {
                             return std::make_unique<LedgerSink>(m_ledger);
                         },
                         {.bodyLimit = 1'000'000, .pace = Pace::Slow});
        router.addJob<NumberedContext>(
            Method::Get, "/worker/{name}", [](const Request &request, NumberedContext &context) {
                if (context.owner != std::this_thread::get_id())
                    return Response::text(Status::InternalServerError, "another's context");
                return Response::text(Status::Ok,
                                      QByteArray::fromStdString(request.parameter("name").value_or("")) + " by worker");
            });
        router.addJob(Method::Get, "/wait", [this](const Request &, WorkerContext &) {
            ++m_jobsRunning;
            m_jobMayEnd.acquire();
            --m_jobsRunning;
            return Response::text(Status::Ok, "waited");
        });
        router.addJob(Method::Get, "/waitinthesecondlane",
                      [this](const Request &, WorkerContext &) {
                          ++m_jobsRunning;
                          m_jobMayEnd.acquire();
                          --m_jobsRunning;
                          return Response::text(Status::Ok, "waited");
                      },
                      {.lane = Lane{1}});
        router.add(Method::Get, "/meanwhile", [this](const Request &) {
            Response response = Response::text(Status::Ok, "not waited for");
            response.meanwhile({.lane = Lane{1},
                                .work =
                                    [this](WorkerContext &) {
                                        ++m_jobsRunning;
                                        m_jobMayEnd.acquire();
                                        --m_jobsRunning;
                                    },
                                .onRefused = [this] { ++m_refused; }});
            return response;
        });
        router.addJob(Method::Get, "/fromlanetolane", [](const Request &, WorkerContext &) {
            return Response::job(
                [](const Request &request, WorkerContext &) {
                    return Response::text(Status::Ok, QByteArray::fromStdString(std::string(request.rawPath())));
                },
                Lane{1});
        });
        router.add(Method::Get, "/made", [this](const Request &) -> Response {
            auto made = DeferredAnswer::create(300s, Response::text(Status::Ok, "not made"),
                                               DeferredAnswer::AtStop::IsWaitedFor);
            const std::lock_guard lock(m_pollMutex);
            m_polls.push_back(made);
            return made;
        });
        router.add(Method::Get, "/poll", [this](const Request &request) -> Response {
            const auto wait = std::stoi(request.queryValue("wait").value_or("300000"));
            auto poll =
                DeferredAnswer::create(std::chrono::milliseconds(wait), Response::text(Status::Ok, "nothing new"));
            poll.onAbandoned([this] { ++m_abandoned; });
            const std::lock_guard lock(m_pollMutex);
            m_polls.push_back(poll);
            return poll;
        });
        router.addJob(Method::Get, "/pollbyjob", [](const Request &, WorkerContext &) -> Response {
            const auto poll = DeferredAnswer::create(300s, Response::text(Status::Ok, "nothing new"));
            poll.complete(Response::text(Status::Ok, "known at once"));
            return poll;
        });
        auto server = HttpServer::create(std::move(options), std::move(router));
        if (!server) {
            qWarning("%s", qPrintable(server.error().detail));
            return nullptr;
        }
        return std::move(*server);
    }

    HttpServer::Options optionsWith(HttpServer::Deadlines deadlines)
    {
        return {.shards = 2,
                .lanes = {{.workers = 2}},
                .makeWorkerContext = [](unsigned index) -> Result<std::unique_ptr<WorkerContext>> {
                    return std::unique_ptr<WorkerContext>(std::make_unique<NumberedContext>(index));
                },
                .deadlines = deadlines};
    }

    DeferredAnswer poll(std::size_t index)
    {
        const std::lock_guard lock(m_pollMutex);
        return m_polls[index];
    }
    std::size_t polls()
    {
        const std::lock_guard lock(m_pollMutex);
        return m_polls.size();
    }

    /// Once, before the first.
    void prepare()
    {
        QByteArray bytes(bigSize, 'x');
        QFile file(m_folder.filePath(QStringLiteral("big")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bigSize);
        file.close();
        m_bigFile = *OpenFile::open(file.fileName());
        m_bigPage =
            PreparedAnswer::create({.contentType = "text/plain", .body = bytes, .compression = Compression::None});
    }

    /// Before each.
    void forget()
    {
        m_ledger.written = 0;
        m_ledger.finished = 0;
        m_ledger.cutOff = {};
        m_polls.clear();
        m_abandoned = 0;
        m_refused = 0;
    }
};

} // namespace toasoan::http
