// The server over time: workers and their lanes, uploads, long polls, stopping.
#include "ServedRoutes.h"
#include "support/Patience.h"

#include <QElapsedTimer>

using namespace toasoan;
using namespace toasoan::http;
using namespace std::chrono_literals;

class TestHttpWork : public ServedRoutes
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void init() { forget(); }

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

QTEST_GUILESS_MAIN(TestHttpWork)
#include "tst_http_work.moc"
