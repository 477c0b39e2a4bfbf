// The router without a socket.
#include "http/PreparedAnswer.h"
#include "http/Router.h"

#include <QTest>

using namespace toasoan;
using namespace toasoan::http;

namespace {

Router::Handler saying(const char *text)
{
    return [text](const Request &) { return Response::text(Status::Ok, text); };
}

Response ask(const Router &router, Method method, const std::string &target, const std::string &body = {})
{
    OwnedRequest request({.method = method, .target = target, .body = body});
    WorkerContext context;
    return router.perform(request.view(), context);
}

QByteArray textOf(const Response &response)
{
    const auto *small = std::get_if<SmallAnswer>(&response.content());
    return small ? small->body : QByteArray();
}

QByteArray fieldOf(const Response &response, const QByteArray &name)
{
    const auto *small = std::get_if<SmallAnswer>(&response.content());
    for (const FieldLine &line : small ? small->fields : FieldLines()) {
        if (line.name == name)
            return line.value;
    }
    return {};
}

class EchoSink final : public BodySink
{
public:
    std::optional<Response> write(std::string_view piece, WorkerContext &) override
    {
        m_text.append(piece.data(), static_cast<qsizetype>(piece.size()));
        return std::nullopt;
    }
    Response finish(WorkerContext &) override { return Response::text(Status::Created, m_text); }
    void cutOff(std::uint64_t, WorkerContext &) override { }

private:
    QByteArray m_text;
};

} // namespace

class TestRouter : public QObject
{
    Q_OBJECT

private slots:
    void pathsFindTheirRoute_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("root") << QByteArray("/") << QByteArray("root");
        QTest::newRow("literal") << QByteArray("/api/articles") << QByteArray("list");
        QTest::newRow("with a query") << QByteArray("/api/articles?page=2") << QByteArray("list");
        QTest::newRow("parameter") << QByteArray("/api/articles/7") << QByteArray("one");
        QTest::newRow("a literal goes before a parameter") << QByteArray("/api/articles/mine") << QByteArray("mine");
        QTest::newRow("below a parameter") << QByteArray("/api/articles/7/versions") << QByteArray("versions");
        QTest::newRow("back from a literal that leads nowhere")
            << QByteArray("/api/articles/mine/versions") << QByteArray("versions");
        QTest::newRow("two parameters") << QByteArray("/api/articles/7/versions/3") << QByteArray("version");
        QTest::newRow("a slash too many") << QByteArray("/api/articles/") << QByteArray("404 Not Found\n");
        QTest::newRow("two slashes") << QByteArray("/api//articles") << QByteArray("404 Not Found\n");
        QTest::newRow("the beginning of a path") << QByteArray("/api") << QByteArray("404 Not Found\n");
        QTest::newRow("more than a path")
            << QByteArray("/api/articles/7/versions/3/4") << QByteArray("404 Not Found\n");
        QTest::newRow("capitals") << QByteArray("/API/articles") << QByteArray("404 Not Found\n");
    }
    void pathsFindTheirRoute()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, expected);
        Router router;
        router.add(Method::Get, "/", saying("root"));
        router.add(Method::Get, "/api/articles", saying("list"));
        router.add(Method::Get, "/api/articles/{id}", saying("one"));
        router.add(Method::Get, "/api/articles/mine", saying("mine"));
        router.add(Method::Get, "/api/articles/{article}/versions", saying("versions"));
        router.add(Method::Get, "/api/articles/{article}/versions/{version}", saying("version"));
        QCOMPARE(textOf(ask(router, Method::Get, target.toStdString())), expected);
    }

    void parametersAreNamedByTheRouteThatMatched()
    {
        Router router;
        router.add(Method::Get, "/a/{x}", saying(""));
        router.add(Method::Post, "/a/{y}/b/{z}", [](const Request &request) {
            return Response::text(Status::Ok,
                                  QByteArray::fromStdString(std::string(request.rawParameter("y")) + '|'
                                                            + request.parameter("z").value_or("malformed") + '|'
                                                            + std::string(request.rawParameter("x"))));
        });
        QCOMPARE(textOf(ask(router, Method::Post, "/a/%C4%91/b/%C4%91")), QByteArray("%C4%91|đ|"));
        QCOMPARE(textOf(ask(router, Method::Post, "/a/1/b/%FF")), QByteArray("1|malformed|"));
        QCOMPARE(textOf(ask(router, Method::Post, "/a/1/b/%0A")), QByteArray("1|malformed|"));
    }

    void anotherMethodIsToldWhatIsAllowed()
    {
        Router router;
        router.add(Method::Get, "/a", saying("a"));
        router.add(Method::Put, "/a", saying("a"), {.bodyLimit = 1});
        const Response response = ask(router, Method::Delete, "/a");
        QCOMPARE(response.status(), Status::MethodNotAllowed);
        QCOMPARE(fieldOf(response, "Allow"), QByteArray("GET, HEAD, PUT, OPTIONS"));
    }

    void getAnswersHeadUnlessHeadHasItsOwn()
    {
        Router router;
        router.add(Method::Get, "/a", saying("get"));
        router.add(Method::Get, "/b", saying("get"));
        router.add(Method::Head, "/b", saying("head"));
        QCOMPARE(textOf(ask(router, Method::Head, "/a")), QByteArray("get"));
        QCOMPARE(textOf(ask(router, Method::Head, "/b")), QByteArray("head"));
    }

    void optionsAnswersWithAllowUnlessItHasItsOwn()
    {
        Router router;
        router.add(Method::Post, "/a", saying("a"));
        router.add(Method::Options, "/b", saying("own"));
        QCOMPARE(ask(router, Method::Options, "/a").status(), Status::NoContent);
        QCOMPARE(fieldOf(ask(router, Method::Options, "/a"), "Allow"), QByteArray("POST, OPTIONS"));
        QCOMPARE(textOf(ask(router, Method::Options, "/b")), QByteArray("own"));
        QCOMPARE(ask(router, Method::Options, "*").status(), Status::NoContent);
        QCOMPARE(ask(router, Method::Options, "/none").status(), Status::NotFound);
    }

    void theFallbackReadsEveryOtherPath()
    {
        Router router;
        router.add(Method::Get, "/api", saying("api"));
        const auto page = PreparedAnswer::create({.contentType = "text/html", .body = "page"});
        router.setFallback([&](const Request &request) -> Response {
            if (request.rawPath() == "/tin/a-b")
                return page;
            return Response::text(Status::Gone, "taken down");
        });
        QVERIFY(std::holds_alternative<std::shared_ptr<const PreparedAnswer>>(
            ask(router, Method::Get, "/tin/a-b?x=y").content()));
        QCOMPARE(ask(router, Method::Head, "/x").status(), Status::Gone);
        QCOMPARE(ask(router, Method::Post, "/tin/a-b").status(), Status::MethodNotAllowed);
        QCOMPARE(ask(router, Method::Delete, "/api").status(), Status::MethodNotAllowed);
    }

    void bodiesAboveTheLimitAreRefused()
    {
        Router router;
        router.add(Method::Post, "/a", saying("a"), {.bodyLimit = 3});
        router.add(Method::Post, "/b", saying("b"));
        QCOMPARE(ask(router, Method::Post, "/a", "abc").status(), Status::Ok);
        QCOMPARE(ask(router, Method::Post, "/a", "abcd").status(), Status::ContentTooLarge);
        QCOMPARE(ask(router, Method::Post, "/b", "a").status(), Status::ContentTooLarge);
    }

    void jobsGetTheirContextAndStreamsTheirBody()
    {
        struct Context : WorkerContext
        {
            int number = 7;
        };
        Router router;
        router.addJob<Context>(Method::Get, "/job", [](const Request &request, Context &context) {
            return Response::text(Status::Ok, QByteArray::number(context.number) + request.target().data()[1]);
        });
        router.addStream<Context>(Method::Put, "/stream/{mode}",
                                  [](const Request &request, Context &) -> SinkOrRefusal {
                                      if (request.rawParameter("mode") == "no")
                                          return Response::text(Status::Conflict, "no");
                                      return std::make_unique<EchoSink>();
                                  },
                                  {.bodyLimit = 10});
        Context context;
        OwnedRequest job({.target = "/job"});
        QVERIFY(std::holds_alternative<Job>(router.handle(job.view()).content()));
        QCOMPARE(textOf(router.perform(job.view(), context)), QByteArray("7j"));
        OwnedRequest stream({.method = Method::Put, .target = "/stream/yes", .body = "bytes"});
        QCOMPARE(textOf(router.perform(stream.view(), context)), QByteArray("bytes"));
        OwnedRequest refused({.method = Method::Put, .target = "/stream/no", .body = "bytes"});
        QCOMPARE(router.perform(refused.view(), context).status(), Status::Conflict);
    }

    void refusalsAreWrittenAsAsked()
    {
        Router router;
        router.add(Method::Get, "/a", saying("a"));
        router.setRefusalWriter([](Status status, const Request &request) {
            return Router::RefusalText{.contentType = "application/json",
                                       .body = QByteArray::number(toNumber(status)) + ' '
                                           + QByteArray::fromStdString(std::string(request.rawPath()))};
        });
        const Response missing = ask(router, Method::Get, "/b");
        QCOMPARE(textOf(missing), QByteArray("404 /b"));
        const Response other = ask(router, Method::Put, "/a");
        QCOMPARE(textOf(other), QByteArray("405 /a"));
        QCOMPARE(fieldOf(other, "Allow"), QByteArray("GET, HEAD, OPTIONS"));
    }

    void theTableCanBeRead()
    {
        Router router;
        router.add(Method::Get, "/a/{id}", saying("a"));
        router.addStream(Method::Patch, "/b",
                         [](const Request &, WorkerContext &) -> SinkOrRefusal { return std::make_unique<EchoSink>(); },
                         {.bodyLimit = 5, .pace = Pace::Slow});
        const auto routes = router.routes();
        QCOMPARE(routes.size(), std::size_t(2));
        QCOMPARE(routes[0].method, Method::Get);
        QCOMPARE(routes[0].pattern, std::string("/a/{id}"));
        QCOMPARE(routes[1].method, Method::Patch);
        QCOMPARE(routes[1].options.bodyLimit, std::uint64_t(5));
    }
};

QTEST_GUILESS_MAIN(TestRouter)
#include "tst_router.moc"
