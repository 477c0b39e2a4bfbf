#include "http/HttpServer.h"

#include "http/Shard.h"

#include <algorithm>
#include <thread>

namespace toasoan::http {

namespace {

std::vector<PeerAddress> withoutLimit(const HttpServer::Options &options)
{
    std::vector<PeerAddress> all = options.trustedAddresses;
    all.insert(all.end(), options.proxies.begin(), options.proxies.end());
    return all;
}

Result<std::unique_ptr<WorkerContext>> contextOf(const HttpServer::Options &options, unsigned worker)
{
    if (options.makeWorkerContext)
        return options.makeWorkerContext(worker);
    return std::make_unique<WorkerContext>();
}

} // namespace

struct HttpServer::Machinery
{
    Machinery(Options given, Router table)
        : options(std::move(given))
        , router(std::move(table))
        , limiter(options.maxConnectionsPerAddress, withoutLimit(options))
        , bodies(options.bodyMemory)
    { }

    Options options;
    Router router;
    AddressLimiter limiter;
    BodyBudget bodies;
    WorkerLanes workers;
    std::vector<std::unique_ptr<Shard>> shards;
    std::uint16_t port = 0;
};

HttpServer::HttpServer() = default;

HttpServer::~HttpServer()
{
    stop(std::chrono::milliseconds(0));
}

Result<std::unique_ptr<HttpServer>> HttpServer::create(Options options, Router router)
{
    if (options.shards == 0)
        options.shards = std::clamp(std::thread::hardware_concurrency(), 1U, 8U);
    if (options.lanes.empty())
        options.lanes.emplace_back();
#ifndef SO_REUSEPORT
    options.sharedAcceptor = true;
#endif
    std::unique_ptr<HttpServer> server(new HttpServer);
    server->m_machinery = std::make_unique<Machinery>(std::move(options), std::move(router));
    Machinery &machinery = *server->m_machinery;
    const Options &settled = machinery.options;

    for (unsigned index = 0; index < settled.shards; ++index)
        machinery.shards.push_back(std::make_unique<Shard>(index, settled, machinery.router, machinery.workers,
                                                           machinery.limiter, machinery.bodies));
    std::vector<Shard *> all;
    for (const auto &shard : machinery.shards) {
        all.push_back(shard.get());
        if (settled.sharedAcceptor && shard != machinery.shards.front())
            continue;
        const auto port = shard->listen(machinery.port != 0 ? machinery.port : settled.port);
        if (!port)
            return port.error();
        machinery.port = *port;
    }
    unsigned firstWorker = 0;
    for (const LaneOptions &lane : settled.lanes) {
        const unsigned workers = std::max(1U, lane.workers);
        const auto started =
            machinery.workers.add(workers, lane.queue, lane.priority, [&settled, firstWorker](unsigned index) {
                return contextOf(settled, firstWorker + index);
            });
        if (!started)
            return started.error();
        firstWorker += workers;
    }
    for (Shard *shard : all)
        shard->setTargets(settled.sharedAcceptor ? all : std::vector<Shard *>{shard});
    for (Shard *shard : all)
        shard->start();
    return server;
}

std::uint16_t HttpServer::port() const
{
    return m_machinery->port;
}

unsigned HttpServer::shards() const
{
    return m_machinery->options.shards;
}

HttpServer::Counters HttpServer::counters() const
{
    Counters total;
    for (const auto &shard : m_machinery->shards) {
        const Counters one = shard->counters();
        total.accepted += one.accepted;
        total.refusedConnections += one.refusedConnections;
        total.requests += one.requests;
        total.expired += one.expired;
        total.open += one.open;
    }
    return total;
}

void HttpServer::stop(std::chrono::milliseconds patience)
{
    if (!m_machinery)
        return;
    const SteadyTime end = std::chrono::steady_clock::now() + patience;
    for (const auto &shard : m_machinery->shards)
        shard->drain(end);
    for (const auto &shard : m_machinery->shards)
        shard->join();
}

PeerAddress HttpServer::loopbackIpv4()
{
    return *PeerAddress::fromText("127.0.0.1");
}

PeerAddress HttpServer::loopbackIpv6()
{
    return *PeerAddress::fromText("::1");
}

} // namespace toasoan::http
