// The table of routes: method and path pattern → handler. A pure function of the request: needs no socket.
// Filled before the server starts, read by all threads afterwards.
#pragma once

#include "http/BodySink.h"
#include "http/Request.h"
#include "http/Response.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace toasoan::http {

/// How much patience a body gets (HttpServer::Deadlines).
enum class Pace
{
    Standard,
    Slow, ///< Uploads over poor lines.
};

/// What is said to the head of a request whose body waits.
struct BodyAdmission
{
    std::optional<Response> refusal; ///< sent, and the connection closed
    std::string sender; ///< who was let in, by any name that is his alone: all his bodies have one share (BodyBudget)
};

struct RouteOptions
{
    /// Bytes of body the route takes; more is answered 413 before it is read. 0: the route takes no body.
    std::uint64_t bodyLimit = 0;
    Pace pace = Pace::Standard;
    /// Looks at the head of a request that has a body, on a worker, before any of the body is read. Without one
    /// anybody's body is taken in. (A stream's factory does that.)
    std::function<BodyAdmission(const Request &, WorkerContext &)> admit = {};
    /// Where the route's job or stream is worked on.
    Lane lane = {};
};

class Router
{
public:
    /// Runs on the thread of the shard and must not block: look up, answer, or return a job.
    using Handler = std::function<Response(const Request &)>;
    /// Runs on a worker when the head of a streamed request is there.
    using SinkFactory = std::function<SinkOrRefusal(const Request &, WorkerContext &)>;
    /// Content type and body for an answer that the engine makes itself (404, 405, 413, 503 …).
    struct RefusalText
    {
        QByteArray contentType;
        QByteArray body;
    };
    using RefusalWriter = std::function<RefusalText(Status, const Request &)>;

    Router();
    ~Router();
    Router(Router &&) noexcept;
    Router &operator=(Router &&) noexcept;

    /// Patterns begin with '/'; a segment "{name}" takes any one non-empty segment; a literal segment goes before it.
    /// GET answers HEAD too, unless HEAD has its own route; OPTIONS is answered with Allow, unless it has its own.
    void add(Method method, std::string_view pattern, Handler handler, RouteOptions options = {});

    /// A route whose handler `(const Request &, Context &) -> Response` runs on a worker.
    template <typename Context = WorkerContext, typename Function>
    void addJob(Method method, std::string_view pattern, Function handler, RouteOptions options = {})
    {
        add(
            method, pattern,
            [handler = std::move(handler), lane = options.lane](const Request &) {
                return Response::job<Context>(handler, lane);
            },
            options);
    }

    /// A route whose body is streamed: `factory(const Request &, Context &) -> SinkOrRefusal` runs on a worker.
    template <typename Context = WorkerContext, typename Function>
    void addStream(Method method, std::string_view pattern, Function factory, RouteOptions options)
    {
        addSink(
            method, pattern,
            [factory = std::move(factory)](const Request &request, WorkerContext &context) {
                return factory(request, static_cast<Context &>(context));
            },
            options);
    }

    /// Answers GET and HEAD of every path that no pattern matches (the site's pages). Without one: 404.
    void setFallback(Handler handler);
    /// How refusals read; without one they are plain text.
    void setRefusalWriter(RefusalWriter writer);

    /// The whole way of a request whose body is in memory: route, limits, handler. Writes the path parameters into
    /// `request`. A job is returned, not run.
    [[nodiscard]] Response handle(Request &request) const;
    /// The same, and runs jobs and what is to be done meanwhile here and now, for tests and in-process callers.
    [[nodiscard]] Response perform(Request &request, WorkerContext &context) const;

    struct RouteInfo
    {
        Method method;
        std::string pattern;
        RouteOptions options;
    };
    /// Every route, in the order they were added.
    [[nodiscard]] std::vector<RouteInfo> routes() const;

    struct Route;
    /// The route of this request, with its parameters written into it; nullptr when refuse() has the answer (404, 405,
    /// OPTIONS). Allocates nothing.
    [[nodiscard]] const Route *find(Request &request) const;
    [[nodiscard]] Response answerWithoutRoute(const Request &request) const;
    /// An answer of the engine's own, in the words of the refusal writer.
    [[nodiscard]] Response refusal(Status status, const Request &request, FieldLines fields = {}) const;

private:
    struct Node;
    void addSink(Method method, std::string_view pattern, SinkFactory factory, RouteOptions options);
    Route &insert(Method method, std::string_view pattern, RouteOptions options);

    std::unique_ptr<Node> m_root;
    std::vector<std::unique_ptr<Route>> m_routes;
    std::unique_ptr<Route> m_fallback;
    RefusalWriter m_refusalWriter;
};

/// One row of the table, for the engine.
struct Router::Route
{
    Method method = Method::Get;
    std::string pattern;
    RouteOptions options;
    Handler handler; // or:
    SinkFactory sinkFactory;
    std::vector<std::string> parameterNames;
};

} // namespace toasoan::http
