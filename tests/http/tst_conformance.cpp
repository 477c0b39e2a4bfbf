// Raw bytes to a real server. Each row says which statuses come back and whether the connection goes on; that it goes
// on is proved by a second request in the same write, that it does not by the second request staying without an answer.
#include "ConformanceRows.h"
#include "RawClient.h"
#include "http/HttpServer.h"
#include "http/PreparedAnswer.h"

#include <QTemporaryFile>
#include <QTest>

using namespace toasoan;
using namespace toasoan::http;

namespace {

constexpr std::string_view second = "GET /second HTTP/1.1\r\nHost: second.test\r\n\r\n";

// Of which no part is like another.
std::string numbered(std::size_t size)
{
    std::string result;
    for (int i = 0; result.size() < size; ++i)
        result += std::to_string(i) + ' ';
    result.resize(size);
    return result;
}
// Chunks of many sizes, with extensions and a trailer.
std::string inChunks(const std::string &body)
{
    std::string chunks;
    for (std::size_t position = 0, size = 1; position < body.size(); position += size, size = size % 977 + 1) {
        const std::string piece = body.substr(position, size);
        char line[32];
        std::snprintf(line, sizeof(line), "%zx;n=%zu\r\n", piece.size(), position);
        chunks += line + piece + "\r\n";
    }
    return chunks + "0\r\nX-Sum: 1\r\n\r\n";
}

class CountingSink final : public BodySink
{
public:
    std::optional<Response> write(std::string_view piece, WorkerContext &) override
    {
        m_bytes += piece.size();
        if (piece.find('!') != std::string_view::npos)
            return Response::text(Status::Conflict, "refused\n");
        return std::nullopt;
    }
    Response finish(WorkerContext &) override
    {
        return Response::text(Status::Ok, QByteArray::number(static_cast<quint64>(m_bytes)));
    }
    void cutOff(std::uint64_t, WorkerContext &) override { }

private:
    std::size_t m_bytes = 0;
};

} // namespace

class TestConformance : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<HttpServer> m_server;
    QTemporaryFile m_file;

    static RawClient::Method methodOf(const std::string &request)
    {
        return request.starts_with("HEAD ") ? RawClient::Method::Head : RawClient::Method::Other;
    }

    void serve(bool withSendfile, bool withSharedAcceptor)
    {
        Router router;
        const auto page = PreparedAnswer::create({.contentType = "text/html; charset=utf-8", .body = "<p>Tin</p>\n"});
        router.add(Method::Get, "/", [page](const Request &) { return page; });
        router.add(Method::Get, "/second", [](const Request &) { return Response::text(Status::Ok, "second"); });
        const auto echo = [](const Request &request) {
            return Response::text(Status::Ok,
                                  QByteArray(request.body().data(), static_cast<qsizetype>(request.body().size())));
        };
        for (const Method method : {Method::Post, Method::Put, Method::Delete})
            router.add(method, "/echo", echo, {.bodyLimit = 64 * 1024});
        router.add(Method::Post, "/none", echo);
        router.add(Method::Get, "/items/{id}", [](const Request &request) {
            return Response::text(Status::Ok, QByteArray::fromStdString(request.parameter("id").value_or("?")));
        });
        router.addJob(Method::Get, "/job",
                      [](const Request &, WorkerContext &) { return Response::text(Status::Ok, "job"); });
        router.addStream(Method::Put, "/stream",
                         [](const Request &request, WorkerContext &) -> SinkOrRefusal {
                             if (request.rawQuery() == "refuse")
                                 return Response::text(Status::Conflict, "no\n");
                             return std::make_unique<CountingSink>();
                         },
                         {.bodyLimit = 1024 * 1024});
        const auto file = *OpenFile::open(m_file.fileName());
        router.add(Method::Get, "/file",
                   [file](const Request &) { return FileAnswer{.file = file, .contentType = "text/plain"}; });
        auto server = HttpServer::create(
            {.shards = 2, .useSendfile = withSendfile, .sharedAcceptor = withSharedAcceptor}, std::move(router));
        QVERIFY2(server, server ? "" : qPrintable(server.error().detail));
        m_server = std::move(*server);
    }

    void check(const Row &row, RawClient &client)
    {
        const QByteArray expected = row.expected ? row.expected : many(200, "200 ").append("keep").c_str();
        QList<QByteArray> words = expected.split(' ');
        const bool goesOn = words.takeLast() == "keep";
        for (const QByteArray &status : words) {
            auto answer = client.readAnswer(methodOf(row.request));
            if (answer && answer->status == 100) // if the body was not there yet
                answer = client.readAnswer(methodOf(row.request));
            QVERIFY2(answer, "no answer");
            QCOMPARE(QByteArray::number(answer->status), status);
            QVERIFY(answer->field("Date"));
            QVERIFY(!answer->field("System"));
            QCOMPARE(answer->field("Connection").value_or("") == "close", !goesOn && status == words.constLast());
        }
        if (goesOn) {
            const auto answer = client.readAnswer();
            QVERIFY2(answer, "the second request has no answer");
            QCOMPARE(answer->body, std::string("second"));
        } else {
            client.finishSending();
            QCOMPARE(client.readToEnd(), RawClient::Ending::Fin);
            QCOMPARE(client.received(), std::string());
        }
    }

    static void addRows()
    {
        QTest::addColumn<int>("index");
        const std::vector<Row> &all = rows();
        for (std::size_t i = 0; i < all.size(); ++i)
            QTest::newRow(all[i].name) << static_cast<int>(i);
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_file.open());
        m_file.write("abcdefghijklmnopqrstuvwxyz");
        m_file.flush();
        QVERIFY(m_file.setFileTime(QDateTime({2001, 1, 1}, {0, 0}, Qt::UTC), QFileDevice::FileModificationTime));
        serve(true, false);
    }

    void requestsInOneWrite_data() { addRows(); }
    void requestsInOneWrite()
    {
        QFETCH(int, index);
        const Row &row = rows()[static_cast<std::size_t>(index)];
        RawClient client(m_server->port());
        client.send(row.request + std::string(second));
        check(row, client);
    }

    void requestsByteByByte_data() { addRows(); }
    void requestsByteByByte()
    {
        QFETCH(int, index);
        const Row &row = rows()[static_cast<std::size_t>(index)];
        if (row.request.size() > 2000)
            return; // the same code, only slower
        RawClient client(m_server->port());
        client.sendByteByByte(row.request);
        client.send(second);
        check(row, client);
    }

    void withoutSendfileAndWithOneAcceptorAllIsTheSame()
    {
        serve(false, true);
        for (const Row &row : rows()) {
            RawClient client(m_server->port());
            client.send(row.request + std::string(second));
            check(row, client);
            if (QTest::currentTestFailed()) {
                qWarning("%s", row.name);
                return;
            }
        }
        serve(true, false);
    }

    void continueComesOnlyWhenTheRouteAgrees()
    {
        RawClient client(m_server->port());
        client.send(post("Expect: 100-continue\r\nContent-Length: 5\r\n"));
        auto answer = client.readAnswer();
        QVERIFY(answer);
        QCOMPARE(answer->status, 100);
        QCOMPARE(answer->fields.size(), std::size_t(0));
        client.send("hello");
        answer = client.readAnswer();
        QVERIFY(answer);
        QCOMPARE(answer->body, std::string("hello"));

        for (const char *target : {"/nowhere", "/none", "/second"}) {
            RawClient refused(m_server->port());
            refused.send(post("Expect: 100-continue\r\nContent-Length: 5\r\n", {}, target));
            answer = refused.readAnswer();
            QVERIFY(answer);
            QVERIFY2(answer->status >= 400, target);
            QCOMPARE(answer->field("Connection").value_or(""), std::string("close"));
        }
        RawClient stream(m_server->port());
        stream.send("PUT /stream?refuse HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n");
        answer = stream.readAnswer();
        QVERIFY(answer);
        QCOMPARE(answer->status, 409);
    }

    void bodiesComeBackAsTheyWent()
    {
        std::string body;
        for (int i = 0; i < 60'000; ++i)
            body.push_back(static_cast<char>(i * 7));
        RawClient client(m_server->port());
        client.send(post("Content-Length: 60000\r\n") + body);
        auto answer = client.readAnswer();
        QVERIFY(answer);
        QVERIFY(answer->body == body);
        client.send(chunked(inChunks(body)));
        answer = client.readAnswer();
        QVERIFY(answer);
        QCOMPARE(answer->body.size(), body.size());
        QVERIFY(answer->body == body);
    }

    void requestsBehindAChunkedBodyAreNotLost()
    {
        // More than a head buffer of requests arrives in the same read as the end of the body.
        const int count = 1000;
        RawClient client(m_server->port());
        client.send(chunked("3\r\nabc\r\n"));
        std::string rest = "0\r\n\r\n";
        for (int i = 0; i < count; ++i)
            rest += second;
        client.send(rest);
        auto answer = client.readAnswer();
        QVERIFY(answer);
        QCOMPARE(answer->body, std::string("abc"));
        for (int i = 0; i < count; ++i) {
            answer = client.readAnswer();
            QVERIFY(answer);
            QCOMPARE(answer->body, std::string("second"));
        }
    }

    // The bodies are larger than a head buffer: what comes behind the chunked one is read together with its end.
    void bodiesBehindAChunkedBodyAreNotLost_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<bool>("isChunked");
        QTest::addColumn<bool>("isEchoed");
        QTest::newRow("of a known length") << QByteArray("POST /echo HTTP/1.1\r\n") << false << true;
        QTest::newRow("chunked") << QByteArray("POST /echo HTTP/1.1\r\n") << true << true;
        QTest::newRow("of a known length, streamed") << QByteArray("PUT /stream HTTP/1.1\r\n") << false << false;
        QTest::newRow("chunked, streamed") << QByteArray("PUT /stream HTTP/1.1\r\n") << true << false;
    }
    void bodiesBehindAChunkedBodyAreNotLost()
    {
        QFETCH(QByteArray, line);
        QFETCH(bool, isChunked);
        QFETCH(bool, isEchoed);
        const std::string first = numbered(20'000);
        const std::string body = numbered(30'000);
        std::string request = line.toStdString() + "Host: a.test\r\n";
        request += isChunked ? "Transfer-Encoding: chunked\r\n\r\n" + inChunks(body)
                             : "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
        const std::string all = chunked(inChunks(first)) + request + chunked(inChunks(first)) + request;
        RawClient client(m_server->port());
        for (int i = 0; i < 20; ++i) {
            QVERIFY(client.send(all + std::string(second)));
            for (int pair = 0; pair < 2; ++pair) {
                auto answer = client.readAnswer();
                QVERIFY(answer);
                QCOMPARE(answer->status, 200);
                QVERIFY(answer->body == first);
                answer = client.readAnswer();
                QVERIFY(answer);
                QCOMPARE(answer->status, 200);
                QVERIFY(answer->body == (isEchoed ? body : std::to_string(body.size())));
            }
            const auto answer = client.readAnswer();
            QVERIFY(answer);
            QCOMPARE(answer->body, std::string("second"));
        }
    }

    // The news of its arrival is taken by the waiting for the body, and does not come again.
    void aRequestBehindABodyThatWasWaitedForIsAnswered()
    {
        RawClient client(m_server->port());
        for (int i = 0; i < 3; ++i) {
            client.send(post("Expect: 100-continue\r\nContent-Length: 5\r\n"));
            auto answer = client.readAnswer();
            QVERIFY(answer);
            QCOMPARE(answer->status, 100);
            client.send("hello" + std::string(second));
            answer = client.readAnswer();
            QVERIFY(answer);
            QCOMPARE(answer->body, std::string("hello"));
            answer = client.readAnswer();
            QVERIFY(answer);
            QCOMPARE(answer->body, std::string("second"));
        }
    }

    void headOfAFileTellsItsLength()
    {
        RawClient client(m_server->port());
        client.send("HEAD /file HTTP/1.1\r\nHost: a\r\n\r\n");
        const auto answer = client.readAnswer(RawClient::Method::Head);
        QVERIFY(answer);
        QCOMPARE(answer->field("Content-Length").value_or(""), std::string("26"));
        QCOMPARE(answer->field("Accept-Ranges").value_or(""), std::string("bytes"));
        QCOMPARE(answer->field("Last-Modified").value_or(""), std::string("Mon, 01 Jan 2001 00:00:00 GMT"));
    }

    void rangesGiveTheirBytes_data()
    {
        QTest::addColumn<QByteArray>("range");
        QTest::addColumn<QByteArray>("contentRange");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("first") << QByteArray("bytes=0-0") << QByteArray("bytes 0-0/26") << QByteArray("a");
        QTest::newRow("middle") << QByteArray("bytes=3-5") << QByteArray("bytes 3-5/26") << QByteArray("def");
        QTest::newRow("open") << QByteArray("bytes=24-") << QByteArray("bytes 24-25/26") << QByteArray("yz");
        QTest::newRow("over the end") << QByteArray("bytes=24-99") << QByteArray("bytes 24-25/26") << QByteArray("yz");
        QTest::newRow("last") << QByteArray("bytes=-2") << QByteArray("bytes 24-25/26") << QByteArray("yz");
        QTest::newRow("more than there is")
            << QByteArray("bytes=-99") << QByteArray("bytes 0-25/26") << QByteArray("abcdefghijklmnopqrstuvwxyz");
    }
    void rangesGiveTheirBytes()
    {
        QFETCH(QByteArray, range);
        QFETCH(QByteArray, contentRange);
        QFETCH(QByteArray, body);
        RawClient client(m_server->port());
        client.send(get("Range: " + range.toStdString() + "\r\n", "/file"));
        auto answer = client.readAnswer();
        QVERIFY(answer);
        QCOMPARE(answer->status, 206);
        QCOMPARE(answer->body, body.toStdString());
        QCOMPARE(answer->field("Content-Range").value_or(""), contentRange.toStdString());
        // The same with a matching strong tag.
        const std::string etag = answer->field("ETag").value_or("");
        client.send(get("If-Range: " + etag + "\r\nRange: " + range.toStdString() + "\r\n", "/file"));
        answer = client.readAnswer();
        QVERIFY(answer);
        QCOMPARE(answer->status, 206);
        client.send(get("If-None-Match: " + etag + "\r\n", "/file"));
        answer = client.readAnswer();
        QVERIFY(answer);
        QCOMPARE(answer->status, 304);
    }

    void anUnsatisfiableRangeTellsTheSize()
    {
        RawClient client(m_server->port());
        client.send(get("Range: bytes=99-\r\n", "/file"));
        const auto answer = client.readAnswer();
        QVERIFY(answer);
        QCOMPARE(answer->field("Content-Range").value_or(""), std::string("bytes */26"));
    }

    void allowNamesTheMethods()
    {
        RawClient client(m_server->port());
        client.send("DELETE / HTTP/1.1\r\nHost: a\r\n\r\n");
        auto answer = client.readAnswer();
        QVERIFY(answer);
        QCOMPARE(answer->field("Allow").value_or(""), std::string("GET, HEAD, OPTIONS"));
        client.send("OPTIONS /echo HTTP/1.1\r\nHost: a\r\n\r\n");
        answer = client.readAnswer();
        QVERIFY(answer);
        QCOMPARE(answer->field("Allow").value_or(""), std::string("POST, PUT, DELETE, OPTIONS"));
        QVERIFY(!answer->field("Content-Length"));
    }
};

QTEST_GUILESS_MAIN(TestConformance)
#include "tst_conformance.moc"
