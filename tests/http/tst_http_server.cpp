// The server over time: slow peers, caps, leaving clients, uploads, long polls, stopping. Deadlines are short here.
#include "RawClient.h"
#include "http/HttpServer.h"
#include "http/PreparedAnswer.h"
#include "support/Patience.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <future>
#include <mutex>
#include <semaphore>
#include <thread>

using namespace toasoan;
using namespace toasoan::http;
using namespace std::chrono_literals;

namespace {

// Long enough for a client on a busy machine that does what it should.
HttpServer::Deadlines shortDeadlines()
{
    return {.head = 800ms,
            .idle = 800ms,
            .progress = 800ms,
            .bytesPerSecond = 1'000'000,
            .slowProgress = 300s,
            .linger = 800ms,
            .sweepEvery = 20ms};
}

HttpServer::Deadlines longDeadlines()
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

std::string get(const std::string &target)
{
    return "GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n";
}

std::size_t residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return static_cast<std::size_t>(file.readAll().split(' ').value(1).toLongLong()) * 4096;
}

} // namespace

class TestHttpServer : public QObject
{
    Q_OBJECT

private:
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
        router.addJob(
            Method::Post, "/held",
            [](const Request &request, WorkerContext &) {
                return Response::text(Status::Ok, QByteArray::number(qlonglong(request.body().size())));
            },
            {.bodyLimit = 8U << 20, .admit = [](const Request &request, WorkerContext &) -> std::optional<Response> {
                 if (request.field("X-Pass"))
                     return std::nullopt;
                 return Response::text(Status::Unauthorized, "who are you?");
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

private slots:
    void initTestCase()
    {
        QByteArray bytes(bigSize, 'x');
        QFile file(m_folder.filePath(QStringLiteral("big")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bigSize);
        file.close();
        m_bigFile = *OpenFile::open(file.fileName());
        m_bigPage =
            PreparedAnswer::create({.contentType = "text/plain", .body = bytes, .compression = Compression::None});
    }

    void init()
    {
        m_ledger.written = 0;
        m_ledger.finished = 0;
        m_ledger.cutOff = {};
        m_polls.clear();
        m_abandoned = 0;
        m_refused = 0;
    }

    // Deadlines

    void aSilentPeerIsCutOff()
    {
        const auto server = serve(optionsWith(shortDeadlines()));
        RawClient client(server->port());
        QCOMPARE(client.readToEnd(), RawClient::Ending::Rst);
        QCOMPARE(client.received(), std::string());
        QTRY_COMPARE(server->counters().expired, std::uint64_t(1));
    }

    void aHeadThatTricklesInIsCutOffHoweverAliveItLooks()
    {
        const auto server = serve(optionsWith(shortDeadlines()));
        RawClient client(server->port());
        const auto start = std::chrono::steady_clock::now();
        RawClient::Ending ending = RawClient::Ending::Open;
        client.send("GET / HTTP/1.1\r\nHost: a\r\nX: ");
        while (ending == RawClient::Ending::Open && std::chrono::steady_clock::now() - start < RawClient::patience) {
            client.send("y");
            ending = client.readToEnd(20ms);
        }
        QCOMPARE(ending, RawClient::Ending::Rst);
    }

    void anIdleConnectionIsCutOffAfterItsAnswer()
    {
        const auto server = serve(optionsWith(shortDeadlines()));
        RawClient client(server->port());
        client.send(get("/"));
        QVERIFY(client.readAnswer());
        QCOMPARE(client.readToEnd(), RawClient::Ending::Rst);
    }

    // Its end comes together with its request, or just behind it: in both cases it is not waited for any longer.
    void aPeerThatHasFinishedSendingIsAnsweredAndLetGo_data()
    {
        QTest::addColumn<bool>("atOnce");
        QTest::newRow("at once") << true;
        QTest::newRow("after the answer") << false;
    }
    void aPeerThatHasFinishedSendingIsAnsweredAndLetGo()
    {
        QFETCH(bool, atOnce);
        HttpServer::Options options;
        options.deadlines.idle = 1h; // it is not the sweeper who ends it
        const auto server = serve(optionsWith(options.deadlines));
        for (int i = 0; i < 20; ++i) {
            RawClient client(server->port());
            client.send(get("/") + get("/"));
            if (atOnce)
                client.finishSending();
            QVERIFY(client.readAnswer());
            QVERIFY(client.readAnswer());
            client.finishSending();
            QCOMPARE(client.readToEnd(), RawClient::Ending::Fin);
        }
    }

    void aBodyThatStopsIsCutOff()
    {
        const auto server = serve(optionsWith(shortDeadlines()));
        RawClient client(server->port());
        client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhello");
        QCOMPARE(client.readToEnd(), RawClient::Ending::Rst);
    }

    void aSlowPaceHasMorePatience()
    {
        const auto server = serve(optionsWith(shortDeadlines()));
        RawClient client(server->port());
        client.send("PUT /slowupload HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhello");
        QCOMPARE(client.readToEnd(2s), RawClient::Ending::Open);
        client.send("world");
        QVERIFY(client.readAnswer());
    }

    void whoDoesNotReadIsCutOff_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<bool>("useSendfile");
        QTest::newRow("page") << QByteArray("/big") << true;
        QTest::newRow("file") << QByteArray("/bigfile") << true;
        QTest::newRow("file without sendfile") << QByteArray("/bigfile") << false;
    }
    void whoDoesNotReadIsCutOff()
    {
        QFETCH(QByteArray, target);
        QFETCH(bool, useSendfile);
        auto options = optionsWith(shortDeadlines());
        options.useSendfile = useSendfile;
        const auto server = serve(options);
        RawClient client(server->port(), nullptr, 4096);
        client.send(get(target.toStdString()));
        QTRY_COMPARE(server->counters().expired, std::uint64_t(1));
        QTRY_COMPARE(server->counters().open, std::uint64_t(0));
        QCOMPARE(client.readToEnd(), RawClient::Ending::Rst);
    }

    void whoReadsGetsEverything_data() { whoDoesNotReadIsCutOff_data(); }
    void whoReadsGetsEverything()
    {
        QFETCH(QByteArray, target);
        QFETCH(bool, useSendfile);
        auto options = optionsWith(longDeadlines());
        options.useSendfile = useSendfile;
        const auto server = serve(options);
        RawClient client(server->port());
        for (int i = 0; i < 3; ++i) {
            client.send(get(target.toStdString()));
            const auto answer = client.readAnswer();
            QVERIFY(answer);
            QCOMPARE(answer->body.size(), static_cast<std::size_t>(bigSize));
        }
    }

    void aRefusedPeerThatGoesOnSendingIsCutOff()
    {
        const auto server = serve(optionsWith(shortDeadlines()));
        RawClient client(server->port());
        client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 100000000\r\n\r\n");
        const auto answer = client.readAnswer();
        QVERIFY(answer);
        QCOMPARE(answer->status, 413);
        const std::string piece(64 * 1024, 'x');
        int sent = 0;
        while (sent < 200 && client.send(piece))
            ++sent;
        QVERIFY2(sent < 200, "all of it was taken");
    }

    // Caps

    static std::string post(const std::string &path, std::size_t length, const std::string &fields = {})
    {
        return "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(length) + "\r\n" + fields
            + "\r\n";
    }

    // Forty who announce large bodies and send part of them: none is read before its sender is let in.
    void aBodyIsNotReadBeforeItsSenderIsLetIn()
    {
        auto options = optionsWith(longDeadlines());
        options.deadlines.linger = 300ms;
        const auto server = serve(options);
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 40; ++i) {
            clients.push_back(std::make_unique<RawClient>(server->port()));
            clients.back()->send(post("/held", 8U << 20) + std::string(100'000, 'x'));
        }
        for (const auto &client : clients) {
            const auto answer = client->readAnswer();
            QVERIFY(answer);
            QCOMPARE(answer->status, 401);
            QCOMPARE(*answer->field("Connection"), std::string("close"));
        }
        QTRY_COMPARE(server->counters().open, std::uint64_t(0)); // what is not sent is not waited for
        // Who asks first is not told to go on.
        RawClient polite(server->port());
        polite.send(post("/held", 8U << 20, "Expect: 100-continue\r\n"));
        QCOMPARE(polite.readAnswer()->status, 401);
        RawClient chunked(server->port());
        chunked.send("POST /held HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhallo");
        QCOMPARE(chunked.readAnswer()->status, 401);
    }

    void allBodiesShareOneBudget()
    {
        auto options = optionsWith(longDeadlines());
        options.bodyMemory = 4U << 20;
        options.deadlines.linger = 300ms;
        const auto server = serve(options);
        const std::string pass = "X-Pass: 1\r\n";
        const std::size_t size = 3U << 20;
        RawClient first(server->port());
        first.send(post("/held", size, pass + "Expect: 100-continue\r\n"));
        QCOMPARE(first.readAnswer()->status, 100); // its memory is taken
        RawClient second(server->port());
        second.send(post("/held", size, pass));
        const auto refused = second.readAnswer();
        QCOMPARE(refused->status, 503);
        QVERIFY(refused->field("Retry-After"));
        // A small one fits beside it, and a body whose length is not told is stopped where the memory ends.
        RawClient small(server->port());
        small.send(post("/held", 1000, pass) + std::string(1000, 'x'));
        QCOMPARE(small.readAnswer()->body, std::string("1000"));
        RawClient chunked(server->port());
        chunked.send("POST /held HTTP/1.1\r\nHost: a\r\n" + pass + "Transfer-Encoding: chunked\r\n\r\n");
        for (int i = 0; i < 40 && chunked.send("10000\r\n" + std::string(0x10000, 'x') + "\r\n"); ++i) { }
        QCOMPARE(chunked.readAnswer()->status, 503);

        first.send(std::string(size, 'x'));
        QCOMPARE(first.readAnswer()->body, std::to_string(size));
        // It is given back with the answer, not when the connection ends.
        for (int i = 0; i < 5; ++i) {
            first.send(post("/held", size, pass) + std::string(size, 'x'));
            QCOMPARE(first.readAnswer()->body, std::to_string(size));
        }
        // Another thread of the server may see it a moment after the answer was read here.
        const auto isTaken = [&] {
            RawClient third(server->port());
            third.send(post("/held", size, pass) + std::string(size, 'x'));
            const auto answer = third.readAnswer();
            return answer && answer->body == std::to_string(size);
        };
        bool wasTaken = false; // once: the macro asks again, and the memory of that one is on its way too
        QTRY_VERIFY(wasTaken = wasTaken || isTaken());
    }

    void theBodiesOfAnybodyDoNotShutOutThoseWhoAreLetIn()
    {
        auto options = optionsWith(longDeadlines());
        options.bodyMemory = 2U << 20;
        options.deadlines.linger = 300ms;
        const auto server = serve(options);
        std::vector<std::unique_ptr<RawClient>> anybody;
        int refused = 0;
        for (int i = 0; i < 4; ++i) {
            anybody.push_back(std::make_unique<RawClient>(server->port()));
            anybody.back()->send(post("/echo", 400'000) + "x");
            if (i == 0)
                QTRY_COMPARE(server->counters().requests, std::uint64_t(1)); // it is the first in the server, too
            const auto within = i == 0 ? std::chrono::milliseconds(500) : RawClient::patience;
            refused += anybody.back()->readToEnd(within) == RawClient::Ending::Open ? 0 : 1;
        }
        QCOMPARE(refused, 3); // a quarter of the memory is theirs
        RawClient known(server->port());
        const std::size_t size = 1'500'000;
        known.send(post("/held", size, "X-Pass: 1\r\n") + std::string(size, 'x'));
        QCOMPARE(known.readAnswer()->body, std::to_string(size));
    }

    void oneAddressHasItsLimit()
    {
        auto options = optionsWith(longDeadlines());
        options.maxConnectionsPerAddress = 3;
        options.trustedAddresses = {*PeerAddress::fromText("127.0.0.9")};
        const auto server = serve(options);
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 3; ++i) {
            clients.push_back(std::make_unique<RawClient>(server->port(), "127.0.0.2"));
            clients.back()->send(get("/"));
            QVERIFY(clients.back()->readAnswer());
        }
        RawClient fourth(server->port(), "127.0.0.2");
        QCOMPARE(fourth.readToEnd(), RawClient::Ending::Rst);
        QCOMPARE(server->counters().refusedConnections, std::uint64_t(1));

        RawClient another(server->port(), "127.0.0.3");
        another.send(get("/"));
        QVERIFY(another.readAnswer());
        for (int i = 0; i < 10; ++i) {
            clients.push_back(std::make_unique<RawClient>(server->port(), "127.0.0.9"));
            clients.back()->send(get("/"));
            QVERIFY(clients.back()->readAnswer());
        }

        clients.front()->close();
        QTRY_COMPARE(server->counters().open, std::uint64_t(13));
        RawClient again(server->port(), "127.0.0.2");
        again.send(get("/"));
        QVERIFY(again.readAnswer());
    }

    void atTheCapTheLongestIdleOneGoes()
    {
        auto options = optionsWith(longDeadlines());
        options.shards = 1;
        options.maxConnections = 3;
        const auto server = serve(options);
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 3; ++i) {
            clients.push_back(std::make_unique<RawClient>(server->port()));
            clients.back()->send(get("/"));
            QVERIFY(clients.back()->readAnswer());
        }
        clients[0]->send(get("/")); // now the second one is idle longest
        QVERIFY(clients[0]->readAnswer());
        RawClient fourth(server->port());
        fourth.send(get("/"));
        QVERIFY(fourth.readAnswer());
        QCOMPARE(clients[1]->readToEnd(), RawClient::Ending::Rst);
        for (const int other : {0, 2}) {
            clients[static_cast<std::size_t>(other)]->send(get("/"));
            QVERIFY(clients[static_cast<std::size_t>(other)]->readAnswer());
        }
    }

    void atTheCapWithNoneIdleTheNewOneIsRefused()
    {
        auto options = optionsWith(longDeadlines());
        options.shards = 1;
        options.maxConnections = 2;
        const auto server = serve(options);
        RawClient first(server->port());
        RawClient other(server->port());
        first.send(get("/poll"));
        other.send(get("/poll"));
        QTRY_COMPARE(polls(), std::size_t(2));
        RawClient third(server->port());
        QCOMPARE(third.readToEnd(), RawClient::Ending::Rst);
        QVERIFY(poll(0).complete(Response::text(Status::Ok, "a")));
        QVERIFY(first.readAnswer());
    }

    void aTakenPortIsTold()
    {
        auto options = optionsWith(longDeadlines());
        const auto server = serve(options);
        const auto second = HttpServer::create({.port = server->port()}, Router());
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::Unavailable);
        const auto nowhere = HttpServer::create({.address = QStringLiteral("nowhere")}, Router());
        QVERIFY(!nowhere);
        QCOMPARE(nowhere.error().code, ErrorCode::InvalidInput);
    }

    void aWorkerThatCannotBeMadeStopsTheStart()
    {
        const auto server = HttpServer::create(
            {.lanes = {{.workers = 3}},
             .makeWorkerContext = [](unsigned index) -> Result<std::unique_ptr<WorkerContext>> {
                 if (index == 1)
                     return Error{.code = ErrorCode::Corrupt, .subject = QStringLiteral("database"), .detail = {}};
                 return std::make_unique<WorkerContext>();
             }},
            Router());
        QVERIFY(!server);
        QCOMPARE(server.error().code, ErrorCode::Corrupt);
    }

    void ipv6Answers()
    {
        auto options = optionsWith(longDeadlines());
        options.address = QStringLiteral("::");
        const auto server = serve(options);
        if (!server)
            QSKIP("no IPv6 on this machine");
        RawClient client(server->port()); // over IPv4, mapped
        client.send(get("/"));
        QVERIFY(client.readAnswer());
    }

    // Workers

    void jobsRunOnWorkersWithTheirOwnContext()
    {
        const auto server = serve(optionsWith(longDeadlines()));
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 20; ++i) {
            clients.push_back(std::make_unique<RawClient>(server->port()));
            for (int j = 0; j < 10; ++j)
                clients.back()->send(get("/worker/an"));
        }
        for (const auto &client : clients) {
            for (int j = 0; j < 10; ++j) {
                const auto answer = client->readAnswer();
                QVERIFY(answer);
                QCOMPARE(answer->body, std::string("an by worker"));
            }
        }
    }

    void aFullQueueAnswersAtOnce()
    {
        auto options = optionsWith(longDeadlines());
        options.shards = 1; // of two the one may count a request before the other has queued the job before it
        options.lanes = {{.workers = 1, .queue = 2}};
        const auto server = serve(options);
        std::vector<std::unique_ptr<RawClient>> waiting;
        for (int i = 0; i < 3; ++i) { // one runs, two wait
            waiting.push_back(std::make_unique<RawClient>(server->port()));
            waiting.back()->send(get("/wait"));
            QTRY_COMPARE(m_jobsRunning.load(), 1);
            QTRY_COMPARE(server->counters().requests, static_cast<std::uint64_t>(i + 1));
        }
        RawClient client(server->port());
        client.send("PUT /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\na");
        auto answer = client.readAnswer();
        QVERIFY(answer);
        QCOMPARE(answer->status, 503);
        QCOMPARE(answer->field("Retry-After").value_or(""), std::string("1"));
        m_jobMayEnd.release(3);
        for (const auto &one : waiting) {
            answer = one->readAnswer();
            QVERIFY(answer);
            QCOMPARE(answer->body, std::string("waited"));
        }
    }

    void aFullLaneHoldsUpNoOther()
    {
        auto options = optionsWith(longDeadlines());
        options.shards = 1; // as in aFullQueueAnswersAtOnce
        options.lanes = {{.workers = 1}, {.workers = 1, .queue = 1, .priority = WorkerPriority::Low}};
        const auto server = serve(options);
        std::vector<std::unique_ptr<RawClient>> waiting;
        for (int i = 0; i < 2; ++i) { // one runs, one waits
            waiting.push_back(std::make_unique<RawClient>(server->port()));
            waiting.back()->send(get("/waitinthesecondlane"));
            QTRY_COMPARE(m_jobsRunning.load(), 1);
            QTRY_COMPARE(server->counters().requests, static_cast<std::uint64_t>(i + 1));
        }
        RawClient client(server->port());
        client.send(get("/worker/an"));
        auto answer = client.readAnswer();
        QVERIFY(answer);
        QCOMPARE(answer->body, std::string("an by worker"));
        // Who comes to the full lane is told so at once, and when to come again.
        client.send(get("/waitinthesecondlane"));
        answer = client.readAnswer();
        QVERIFY(answer);
        QCOMPARE(answer->status, 503);
        QCOMPARE(answer->field("Retry-After").value_or(""), std::string("1"));
        m_jobMayEnd.release(2);
        for (const auto &one : waiting) {
            answer = one->readAnswer();
            QVERIFY(answer);
            QCOMPARE(answer->body, std::string("waited"));
        }
    }

    void workOfALaneThatIsNotThereIsDoneInTheFirst()
    {
        const auto server = serve(optionsWith(longDeadlines()));
        m_jobMayEnd.release();
        RawClient client(server->port());
        client.send(get("/waitinthesecondlane"));
        const auto answer = client.readAnswer();
        QVERIFY(answer);
        QCOMPARE(answer->body, std::string("waited"));
    }

    void aJobMayGoOnInAnotherLane()
    {
        auto options = optionsWith(longDeadlines());
        options.lanes = {{.workers = 1}, {.workers = 1}};
        const auto server = serve(options);
        RawClient client(server->port());
        client.send(get("/fromlanetolane"));
        const auto answer = client.readAnswer();
        QVERIFY(answer);
        QCOMPARE(answer->body, std::string("/fromlanetolane"));
    }

    void whatIsDoneMeanwhileIsNotWaitedFor()
    {
        auto options = optionsWith(longDeadlines());
        options.lanes = {{.workers = 1}, {.workers = 1, .queue = 1}};
        const auto server = serve(options);
        RawClient client(server->port());
        for (int i = 0; i < 4; ++i) { // one runs, one waits, two are refused
            client.send(get("/meanwhile"));
            const auto answer = client.readAnswer();
            QVERIFY(answer);
            QCOMPARE(answer->body, std::string("not waited for"));
            QTRY_COMPARE(m_jobsRunning.load(), 1);
        }
        QTRY_COMPARE(m_refused.load(), 2); // the answer does not wait for it
        m_jobMayEnd.release(2);
    }

    void aClientThatLeavesDuringItsJobHarmsNobody()
    {
        const auto server = serve(optionsWith(longDeadlines()));
        {
            RawClient client(server->port());
            client.send(get("/wait"));
            QTRY_COMPARE(m_jobsRunning.load(), 1);
            client.abort();
        }
        m_jobMayEnd.release();
        QTRY_COMPARE(server->counters().open, std::uint64_t(0));
    }

    // Clients that leave

    void leavingInTheMiddleOfAnAnswerHarmsNobody_data() { whoDoesNotReadIsCutOff_data(); }
    void leavingInTheMiddleOfAnAnswerHarmsNobody()
    {
        QFETCH(QByteArray, target);
        QFETCH(bool, useSendfile);
        auto options = optionsWith(longDeadlines());
        options.useSendfile = useSendfile;
        const auto server = serve(options);
        for (int i = 0; i < 20; ++i) {
            RawClient client(server->port(), nullptr, 4096);
            client.send(get(target.toStdString()));
            client.readToEnd(1ms);
            if (i % 2 == 0)
                client.abort();
        }
        QTRY_COMPARE(server->counters().open, std::uint64_t(0));
        RawClient client(server->port());
        client.send(get("/"));
        QVERIFY(client.readAnswer());
    }

    // Uploads

    void anUploadIsNeverHeldInMemory()
    {
        const auto server = serve(optionsWith(longDeadlines()));
        RawClient client(server->port());
        const std::string piece(1024 * 1024, 'u');
        client.send("PUT /upload HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(piece.size() * 64)
                    + "\r\n\r\n");
        client.send(piece);
        const std::size_t before = residentBytes();
        for (int i = 1; i < 64; ++i)
            QVERIFY(client.send(piece));
        const auto answer = client.readAnswer();
        const std::size_t after = residentBytes();
        QVERIFY(answer);
        QCOMPARE(answer->status, 201);
        QCOMPARE(answer->body, std::to_string(piece.size() * 64));
        QVERIFY2(after < before + 8 * 1024 * 1024, qPrintable(QString::number(after - before)));
    }

    void aChunkedUploadArrivesWhole()
    {
        const auto server = serve(optionsWith(longDeadlines()));
        RawClient client(server->port());
        client.send("PUT /upload HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
        const std::string chunk = "10000\r\n" + std::string(65536, 'c') + "\r\n";
        for (int i = 0; i < 64; ++i)
            QVERIFY(client.send(chunk));
        client.send("0\r\n\r\n" + get("/"));
        auto answer = client.readAnswer();
        QVERIFY(answer);
        QCOMPARE(answer->body, std::to_string(64 * 65536));
        answer = client.readAnswer();
        QVERIFY(answer);
        QCOMPARE(answer->body, std::string("here"));
    }

    void aCutUploadTellsHowMuchArrived_data()
    {
        QTest::addColumn<int>("way");
        QTest::newRow("the client leaves") << 0;
        QTest::newRow("the client breaks off") << 1;
        QTest::newRow("the client stops") << 2;
    }
    void aCutUploadTellsHowMuchArrived()
    {
        QFETCH(int, way);
        const auto server = serve(optionsWith(way == 2 ? shortDeadlines() : longDeadlines()));
        auto cutOff = m_ledger.cutOff.get_future();
        RawClient client(server->port());
        client.send("PUT /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 500000\r\n\r\n");
        client.send(std::string(100'000, 'u'));
        QTRY_COMPARE(m_ledger.written.load(), std::uint64_t(100'000));
        if (way == 0)
            client.close();
        else if (way == 1)
            client.abort();
        QCOMPARE(cutOff.wait_for(RawClient::patience), std::future_status::ready);
        QCOMPARE(cutOff.get(), std::uint64_t(100'000));
        QCOMPARE(m_ledger.finished.load(), std::uint64_t(0));
    }

    // Long polls

    void aLongPollIsAnsweredFromAnotherThread()
    {
        const auto server = serve(optionsWith(longDeadlines()));
        RawClient client(server->port());
        client.send(get("/poll") + get("/")); // what is sent behind it waits its turn
        QTRY_COMPARE(polls(), std::size_t(1));
        std::thread([this] {
            QVERIFY(poll(0).complete(Response::text(Status::Ok, "news")));
            QVERIFY(!poll(0).complete(Response::text(Status::Ok, "more news")));
        }).join();
        auto answer = client.readAnswer();
        QVERIFY(answer);
        QCOMPARE(answer->body, std::string("news"));
        answer = client.readAnswer();
        QVERIFY(answer);
        QCOMPARE(answer->body, std::string("here"));
        QCOMPARE(m_abandoned.load(), 0);
    }

    void aLongPollEndsWithItsTime()
    {
        const auto server = serve(optionsWith(longDeadlines()));
        RawClient client(server->port());
        client.send(get("/poll?wait=100"));
        auto answer = client.readAnswer();
        QVERIFY(answer);
        QCOMPARE(answer->body, std::string("nothing new"));
        QCOMPARE(m_abandoned.load(), 1);
        QVERIFY(poll(0).isOver());
        QVERIFY(!poll(0).complete(Response::text(Status::Ok, "too late")));
        client.send(get("/"));
        answer = client.readAnswer();
        QVERIFY(answer);
        QCOMPARE(answer->body, std::string("here"));
    }

    // The sweeper comes once a second; a reader who is promised an old page in a moment must not wait for it.
    void aShortWaitEndsInTime()
    {
        auto deadlines = longDeadlines();
        deadlines.sweepEvery = 60s;
        const auto server = serve(optionsWith(deadlines));
        RawClient client(server->port());
        for (int i = 0; i < 3; ++i) {
            const auto start = std::chrono::steady_clock::now();
            client.send(get("/poll?wait=30"));
            const auto answer = client.readAnswer();
            QVERIFY(answer);
            QCOMPARE(answer->body, std::string("nothing new"));
            QVERIFY(std::chrono::steady_clock::now() - start < 20s);
        }
    }

    void aClientThatLeavesEndsItsLongPoll_data()
    {
        QTest::addColumn<bool>("withReset");
        QTest::newRow("FIN") << false;
        QTest::newRow("RST") << true;
    }
    void aClientThatLeavesEndsItsLongPoll()
    {
        QFETCH(bool, withReset);
        const auto server = serve(optionsWith(longDeadlines()));
        RawClient client(server->port());
        client.send(get("/poll"));
        QTRY_COMPARE(polls(), std::size_t(1));
        if (withReset)
            client.abort();
        else
            client.close();
        QTRY_VERIFY(poll(0).isOver());
        QTRY_COMPARE(m_abandoned.load(), 1);
        QVERIFY(!poll(0).complete(Response::text(Status::Ok, "nobody is there")));
        QTRY_COMPARE(server->counters().open, std::uint64_t(0));
    }

    void aLongPollThatIsAnsweredBeforeItWaits()
    {
        const auto server = serve(optionsWith(longDeadlines()));
        RawClient client(server->port());
        for (int i = 0; i < 50; ++i) {
            client.send(get("/pollbyjob"));
            const auto answer = client.readAnswer();
            QVERIFY(answer);
            QCOMPARE(answer->body, std::string("known at once"));
        }
    }

    void manyLongPollsAreAnsweredWhileClientsLeave()
    {
        const auto server = serve(optionsWith(longDeadlines()));
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 60; ++i) {
            clients.push_back(std::make_unique<RawClient>(server->port()));
            clients.back()->send(get("/poll"));
        }
        QTRY_COMPARE(polls(), std::size_t(60));
        std::thread completer([this] {
            for (std::size_t i = 0; i < 60; ++i)
                poll(i).complete(Response::text(Status::Ok, "news"));
        });
        for (std::size_t i = 0; i < 60; i += 2)
            clients[i]->abort();
        completer.join();
        for (std::size_t i = 1; i < 60; i += 2) {
            const auto answer = clients[i]->readAnswer();
            QVERIFY(answer);
            QCOMPARE(answer->body, std::string("news"));
        }
    }

    // Stopping

    void stoppingFinishesWhatRuns()
    {
        const auto server = serve(optionsWith(longDeadlines()));
        RawClient idle(server->port());
        idle.send(get("/"));
        QVERIFY(idle.readAnswer());
        RawClient polling(server->port());
        polling.send(get("/poll"));
        RawClient working(server->port());
        working.send(get("/wait"));
        QTRY_COMPARE(m_jobsRunning.load(), 1);
        QTRY_COMPARE(polls(), std::size_t(1));

        const auto start = std::chrono::steady_clock::now();
        std::thread stopper([&] { server->stop(60s); });
        QCOMPARE(idle.readToEnd(), RawClient::Ending::Fin);
        auto answer = polling.readAnswer();
        QVERIFY(answer);
        QCOMPARE(answer->body, std::string("nothing new"));
        QCOMPARE(answer->field("Connection").value_or(""), std::string("close"));
        polling.close();
        m_jobMayEnd.release();
        answer = working.readAnswer();
        QVERIFY(answer);
        QCOMPARE(answer->body, std::string("waited"));
        QCOMPARE(answer->field("Connection").value_or(""), std::string("close"));
        working.close();
        stopper.join();
        QVERIFY(std::chrono::steady_clock::now() - start < 30s);
        QVERIFY(!RawClient(server->port()).isConnected());
    }

    void stoppingWaitsForWhatIsBeingMade()
    {
        const auto server = serve(optionsWith(longDeadlines()));
        RawClient client(server->port());
        client.send(get("/made"));
        QTRY_COMPARE(polls(), std::size_t(1));
        RawClient idle(server->port());
        idle.send(get("/"));
        QVERIFY(idle.readAnswer());
        std::thread stopper([&] { server->stop(60s); });
        QCOMPARE(idle.readToEnd(), RawClient::Ending::Fin); // it has begun to stop
        poll(0).complete(Response::text(Status::Ok, "made"));
        const auto answer = client.readAnswer();
        client.close();
        stopper.join();
        QVERIFY(answer);
        QCOMPARE(answer->body, std::string("made"));
    }

    // Neither is it cut off, however short the patience: who asked is told to come again.
    void stoppingAnswersForWhatIsNotMadeInTime()
    {
        for (const auto patience : {1s, 60s}) {
            const auto server = serve(optionsWith(longDeadlines()));
            const std::size_t before = polls();
            RawClient client(server->port());
            client.send(get("/made"));
            QTRY_COMPARE(polls(), before + 1);
            QElapsedTimer timer;
            timer.start();
            server->stop(patience);
            QVERIFY2(timer.elapsed() < 30'000, qPrintable(QString::number(timer.elapsed())));
            const auto answer = client.readAnswer();
            QVERIFY(answer);
            QCOMPARE(answer->body, std::string("not made"));
            QCOMPARE(client.readToEnd(), RawClient::Ending::Fin);
        }
    }

    void stoppingCutsOffWhatDoesNotEnd()
    {
        const auto server = serve(optionsWith(longDeadlines()));
        RawClient client(server->port(), nullptr, 4096);
        client.send(get("/big"));
        RawClient halfway(server->port());
        halfway.send("GET / HT");
        QTRY_COMPARE(server->counters().requests, std::uint64_t(1));
        server->stop(100ms);
        QCOMPARE(client.readToEnd(), RawClient::Ending::Rst);
        QCOMPARE(halfway.readToEnd(), RawClient::Ending::Rst);
        QCOMPARE(server->counters().open, std::uint64_t(0));
    }

    void destroyingAServerUnderLoadIsClean()
    {
        for (int round = 0; round < 5; ++round) {
            auto server = serve(optionsWith(longDeadlines()));
            std::atomic<bool> isOver = false;
            std::vector<std::thread> load;
            for (int i = 0; i < 4; ++i) {
                load.emplace_back([&, port = server->port()] {
                    while (!isOver) {
                        RawClient client(port);
                        for (const char *target : {"/", "/worker/a", "/file", "/poll?wait=1"}) {
                            if (!client.send(get(target)) || !client.readAnswer())
                                break;
                        }
                    }
                });
            }
            QTRY_VERIFY(server->counters().requests > 50);
            server.reset();
            isOver = true;
            for (std::thread &one : load)
                one.join();
        }
    }
};

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_http_server.moc"
