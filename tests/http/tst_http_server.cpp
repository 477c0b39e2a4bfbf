// The server over time: slow peers, caps, leaving clients. Deadlines are short here.
#include "ServedRoutes.h"
#include "support/Patience.h"

using namespace toasoan;
using namespace toasoan::http;
using namespace std::chrono_literals;

class TestHttpServer : public ServedRoutes
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void init() { forget(); }

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
        const auto passOf = [](const char *who) { return std::string("X-Pass: ") + who + "\r\n"; };
        const std::string pass = passOf("an");
        const std::size_t size = 3U << 20;
        RawClient first(server->port());
        first.send(post("/held", size, pass + "Expect: 100-continue\r\n"));
        QCOMPARE(first.readAnswer()->status, 100); // its memory is taken
        RawClient second(server->port());
        second.send(post("/held", size, passOf("binh")));
        const auto refused = second.readAnswer();
        QCOMPARE(refused->status, 503);
        QVERIFY(refused->field("Retry-After"));
        // A small one fits beside it, and a body whose length is not told is stopped where the memory ends.
        RawClient small(server->port());
        small.send(post("/held", 1000, passOf("chi")) + std::string(1000, 'x'));
        QCOMPARE(small.readAnswer()->body, std::string("1000"));
        RawClient chunked(server->port());
        chunked.send("POST /held HTTP/1.1\r\nHost: a\r\n" + passOf("dung") + "Transfer-Encoding: chunked\r\n\r\n");
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

    // Eight bodies of one person, announced and not sent: another one's is taken in.
    void onePersonDoesNotShutOutTheOthers()
    {
        auto options = optionsWith(longDeadlines());
        options.bodyMemory = 4U << 20;
        options.deadlines.linger = 300ms;
        const auto server = serve(options);
        std::vector<std::unique_ptr<RawClient>> his;
        int refused = 0;
        for (int i = 0; i < 8; ++i) {
            his.push_back(std::make_unique<RawClient>(server->port()));
            his.back()->send(post("/held", 500'000, "X-Pass: an\r\n") + "x");
            if (i < 2)
                QTRY_COMPARE(server->counters().requests, std::uint64_t(i + 1)); // they are in the server before others
            const auto within = i < 2 ? std::chrono::milliseconds(300) : RawClient::patience;
            refused += his.back()->readToEnd(within) == RawClient::Ending::Open ? 0 : 1;
        }
        QCOMPARE(refused, 6); // a quarter of the memory is his
        RawClient other(server->port());
        const std::size_t size = 3U << 20; // more than a quarter: the only one that she has
        other.send(post("/held", size, "X-Pass: binh\r\n") + std::string(size, 'x'));
        QCOMPARE(other.readAnswer()->body, std::to_string(size));
        // What he has he can use.
        his.front()->send(std::string(499'999, 'x'));
        QCOMPARE(his.front()->readAnswer()->body, std::string("500000"));
    }

    // Nearly all of it at once, and then nothing for as long as that much may take.
    void aBodyThatNeverEndsIsNotKept()
    {
        auto options = optionsWith(shortDeadlines());
        options.deadlines.bytesPerSecond = 1000; // it has earned a quarter of an hour
        options.deadlines.mostSaved = options.deadlines.progress;
        const auto server = serve(options);
        RawClient client(server->port());
        client.send(post("/held", 1'000'000, "X-Pass: an\r\n") + std::string(999'000, 'x'));
        QCOMPARE(client.readToEnd(), RawClient::Ending::Rst);
        QTRY_COMPARE(server->counters().open, std::uint64_t(0));
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
        known.send(post("/held", size, "X-Pass: an\r\n") + std::string(size, 'x'));
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
};

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_http_server.moc"
