// The server: listens, parses strictly, holds limits and deadlines, hands requests to a Router. The only sockets on the
// server side. Owns its threads: one for each shard (network) and those of the lanes (blocking work).
#pragma once

#include "base/Result.h"
#include "http/Response.h"
#include "http/Router.h"
#include "http/WorkerPool.h"

#include <QString>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace toasoan::http {

class HttpServer
{
public:
    /// Absolute, looked at by the sweeper. A peer that passes one is cut off with RST.
    struct Deadlines
    {
        std::chrono::milliseconds head{15'000}; ///< From the first byte of a request (or the accept) to its blank line.
        std::chrono::milliseconds idle{15'000}; ///< Between two requests.
        /// A body, or an answer that the peer reads slowly: this, plus a second for each `bytesPerSecond` of progress.
        std::chrono::milliseconds progress{15'000};
        std::uint64_t bytesPerSecond = 4096;
        std::chrono::milliseconds mostSaved{60'000}; ///< How far ahead progress may put the end of a body.
        std::chrono::milliseconds slowProgress{60'000}; ///< The same for Pace::Slow.
        std::uint64_t slowBytesPerSecond = 512;
        std::chrono::milliseconds linger{2'000}; ///< How long the rest of a refused body is read and thrown away.
        std::chrono::milliseconds sweepEvery{1'000};
    };

    /// Threads for one kind of work, and its queue.
    struct LaneOptions
    {
        unsigned workers = 2;
        std::size_t queue = 512; ///< Jobs that may wait; above it 503 with Retry-After.
        WorkerPriority priority = WorkerPriority::Normal;
    };

    struct Options
    {
        QString address = QStringLiteral("127.0.0.1");
        std::uint16_t port = 0; ///< 0: any free one, see port().
        unsigned shards = 0; ///< 0: one for each processor, at most 8.
        /// By Lane::index; work of a lane that is not here is done in the first.
        std::vector<LaneOptions> lanes = {LaneOptions()};
        /// Makes what worker `index`, counted through all lanes, owns, on its thread. Nothing: a plain WorkerContext.
        std::function<Result<std::unique_ptr<WorkerContext>>(unsigned index)> makeWorkerContext = {};
        Deadlines deadlines = {};
        std::size_t maxConnections = 8192; ///< In all; at the cap the longest idle one makes room.
        std::size_t maxConnectionsPerAddress = 128; ///< IPv6: per /64.
        /// Bytes that the bodies of all connections may have in memory; above it 503.
        std::size_t bodyMemory = 64U << 20;
        /// Addresses without that limit: the reverse proxy's.
        std::vector<PeerAddress> trustedAddresses = {loopbackIpv4(), loopbackIpv6()};
        /// Reverse proxies that name their client (Proxies.h): Request::peer() is then that client. Of anybody
        /// else the field is not read. They are without the limit, too.
        std::vector<PeerAddress> proxies = {};
        bool useSendfile = true; ///< False: the portable way, also where there is no sendfile.
        bool sharedAcceptor = false; ///< True: shard 0 accepts for all, also where there is no SO_REUSEPORT.
    };

    struct Counters
    {
        std::uint64_t accepted = 0;
        std::uint64_t refusedConnections = 0; ///< By a cap.
        std::uint64_t requests = 0;
        std::uint64_t expired = 0; ///< Cut off by a deadline.
        std::uint64_t open = 0; ///< Connections now.
    };

    /// Listens (so that port() is known and clients may connect), makes the workers' contexts and starts the threads.
    /// "server.address": Unavailable if it is in use, Forbidden if this account may not have it, InvalidInput if it is
    /// none of this machine; the error of makeWorkerContext.
    [[nodiscard]] static Result<std::unique_ptr<HttpServer>> create(Options options, Router router);
    /// Stops without patience, but for work that runs: it is waited for.
    ~HttpServer();
    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;

    [[nodiscard]] std::uint16_t port() const;
    [[nodiscard]] unsigned shards() const;
    /// Any thread.
    [[nodiscard]] Counters counters() const;

    /// No new connections; idle ones are closed, running answers are finished (long polls get their `otherwise`), and
    /// what is not sent after `patience` is cut off. Returns when all work has come back. Not from a handler.
    void stop(std::chrono::milliseconds patience = std::chrono::seconds(10));

    [[nodiscard]] static PeerAddress loopbackIpv4();
    [[nodiscard]] static PeerAddress loopbackIpv6();

private:
    HttpServer();
    struct Machinery;
    std::unique_ptr<Machinery> m_machinery;
};

} // namespace toasoan::http
