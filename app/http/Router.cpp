#include "http/Router.h"

#include "http/DeferredState.h"

#include <algorithm>

namespace toasoan::http {

namespace {

struct Segments
{
    std::string_view first;
    std::string_view rest; ///< With its '/'; empty after the last segment.
};

// "/a/b/c" → "a" and "/b/c".
Segments split(std::string_view path)
{
    path.remove_prefix(1);
    const std::size_t slash = path.find('/');
    if (slash == std::string_view::npos)
        return {.first = path, .rest = {}};
    return {.first = path.substr(0, slash), .rest = path.substr(slash)};
}

bool isParameter(std::string_view segment)
{
    return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

// The answer, if it is known already.
std::optional<Response> answerOf(const DeferredAnswer &deferred)
{
    DeferredAnswer::State &state = *deferred.state();
    const std::lock_guard lock(state.mutex);
    return std::exchange(state.answer, std::nullopt);
}

Response runAsJob(const Request &request, WorkerContext &context, const Router::SinkFactory &factory)
{
    SinkOrRefusal made = factory(request, context);
    if (auto *refusal = std::get_if<Response>(&made))
        return std::move(*refusal);
    const auto sink = std::move(std::get<std::unique_ptr<BodySink>>(made));
    if (!request.body().empty()) {
        if (auto refusal = sink->write(request.body(), context))
            return std::move(*refusal);
    }
    return sink->finish(context);
}

} // namespace

struct Router::Node
{
    std::vector<std::pair<std::string, std::unique_ptr<Node>>> literals;
    std::unique_ptr<Node> parameter;
    std::array<Route *, methodCount> routes{};
    bool isEnd = false;

    using Values = std::array<std::string_view, Request::maxParameters>;

    // The node at the end of `path`; the segments that parameters took are written to `values`.
    const Node *find(std::string_view path, Values &values, std::size_t count) const
    {
        const auto [segment, rest] = split(path);
        const auto descend = [&](const Node &child, std::size_t taken) -> const Node * {
            if (!rest.empty())
                return child.find(rest, values, taken);
            return child.isEnd ? &child : nullptr;
        };
        for (const auto &[literal, child] : literals) {
            if (literal == segment) {
                if (const Node *found = descend(*child, count))
                    return found;
                break;
            }
        }
        if (!parameter || segment.empty() || count == values.size())
            return nullptr;
        values[count] = segment;
        return descend(*parameter, count + 1);
    }

    Route *routeOf(Method method) const
    {
        Route *route = routes[static_cast<std::size_t>(method)];
        if (!route && method == Method::Head)
            return routes[static_cast<std::size_t>(Method::Get)];
        return route;
    }

    QByteArray allowed() const
    {
        QByteArray list;
        for (std::size_t i = 0; i < methodCount; ++i) {
            const auto method = static_cast<Method>(i);
            if (!routeOf(method) && method != Method::Options)
                continue;
            const std::string_view text = toText(method);
            list.append(list.isEmpty() ? "" : ", ").append(text.data(), static_cast<qsizetype>(text.size()));
        }
        return list;
    }
};

Router::Router() : m_root(std::make_unique<Node>()) { }
Router::~Router() = default;
Router::Router(Router &&) noexcept = default;
Router &Router::operator=(Router &&) noexcept = default;

Router::Route &Router::insert(Method method, std::string_view pattern, RouteOptions options)
{
    Q_ASSERT(!pattern.empty() && pattern.front() == '/');
    Node *node = m_root.get();
    auto route = std::make_unique<Route>();
    route->method = method;
    route->pattern = pattern;
    route->options = options;
    for (std::string_view path = pattern; !path.empty();) {
        const auto [segment, rest] = split(path);
        path = rest;
        if (isParameter(segment)) {
            Q_ASSERT(route->parameterNames.size() < Request::maxParameters);
            route->parameterNames.emplace_back(segment.substr(1, segment.size() - 2));
            if (!node->parameter)
                node->parameter = std::make_unique<Node>();
            node = node->parameter.get();
            continue;
        }
        const auto known = std::ranges::find(node->literals, segment,
                                             [](const auto &entry) -> std::string_view { return entry.first; });
        if (known == node->literals.end())
            node = node->literals.emplace_back(std::string(segment), std::make_unique<Node>()).second.get();
        else
            node = known->second.get();
    }
    Q_ASSERT(!node->routes[static_cast<std::size_t>(method)]);
    node->isEnd = true;
    node->routes[static_cast<std::size_t>(method)] = route.get();
    return *m_routes.emplace_back(std::move(route));
}

void Router::add(Method method, std::string_view pattern, Handler handler, RouteOptions options)
{
    insert(method, pattern, options).handler = std::move(handler);
}

void Router::addSink(Method method, std::string_view pattern, SinkFactory factory, RouteOptions options)
{
    insert(method, pattern, options).sinkFactory = std::move(factory);
}

void Router::setFallback(Handler handler)
{
    m_fallback = std::make_unique<Route>();
    m_fallback->handler = std::move(handler);
}

void Router::setRefusalWriter(RefusalWriter writer)
{
    m_refusalWriter = std::move(writer);
}

const Router::Route *Router::find(Request &request) const
{
    request.m_parameterCount = 0;
    const std::string_view path = request.rawPath();
    if (path.empty() || path.front() != '/') // OPTIONS *
        return nullptr;
    Node::Values values;
    const Node *node = m_root->find(path, values, 0);
    if (!node) {
        const bool isRead = request.method() == Method::Get || request.method() == Method::Head;
        return isRead ? m_fallback.get() : nullptr;
    }
    const Route *route = node->routeOf(request.method());
    if (!route)
        return nullptr;
    for (std::size_t i = 0; i < route->parameterNames.size(); ++i)
        request.m_parameters[i] = {.name = route->parameterNames[i], .value = values[i]};
    request.m_parameterCount = static_cast<std::uint8_t>(route->parameterNames.size());
    return route;
}

Response Router::answerWithoutRoute(const Request &request) const
{
    QByteArray allowed;
    if (request.target() == "*") {
        allowed = QByteArrayLiteral("GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
    } else {
        Node::Values values;
        const Node *node = m_root->find(request.rawPath(), values, 0);
        if (!node && !m_fallback)
            return refusal(Status::NotFound, request);
        allowed = node ? node->allowed() : QByteArrayLiteral("GET, HEAD, OPTIONS");
    }
    if (request.method() == Method::Options)
        return Response::empty(Status::NoContent, {{"Allow", allowed}});
    return refusal(Status::MethodNotAllowed, request, {{"Allow", allowed}});
}

Response Router::refusal(Status status, const Request &request, FieldLines fields) const
{
    if (m_refusalWriter) {
        RefusalText text = m_refusalWriter(status, request);
        return SmallAnswer{.status = status,
                           .contentType = std::move(text.contentType),
                           .body = std::move(text.body),
                           .fields = std::move(fields)};
    }
    const std::string_view reason = reasonPhrase(status);
    return Response::text(status,
                          QByteArray::number(toNumber(status)) + ' '
                              + QByteArray(reason.data(), static_cast<qsizetype>(reason.size())) + '\n',
                          std::move(fields));
}

Response Router::handle(Request &request) const
{
    const Route *route = find(request);
    if (!route)
        return answerWithoutRoute(request);
    if (request.body().size() > route->options.bodyLimit)
        return refusal(Status::ContentTooLarge, request);
    if (!route->sinkFactory)
        return route->handler(request);
    return Response::job(
        [factory = route->sinkFactory](const Request &streamed, WorkerContext &context) {
            return runAsJob(streamed, context, factory);
        },
        route->options.lane);
}

Response Router::perform(Request &request, WorkerContext &context) const
{
    Response response = handle(request);
    while (auto *job = std::get_if<Job>(&response.content()))
        response = job->work(request, context);
    if (const auto background = response.takeBackground()) {
        background->work(context);
        const auto *deferred = std::get_if<DeferredAnswer>(&response.content());
        if (std::optional<Response> known = deferred ? answerOf(*deferred) : std::nullopt)
            return *std::move(known);
    }
    return response;
}

std::vector<Router::RouteInfo> Router::routes() const
{
    std::vector<RouteInfo> list;
    list.reserve(m_routes.size());
    for (const auto &route : m_routes)
        list.push_back({.method = route->method, .pattern = route->pattern, .options = route->options});
    return list;
}

} // namespace toasoan::http
