#include "http/Shard.h"

#include "http/Connection.h"
#include "http/HttpDate.h"

#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>

#include <algorithm>

namespace toasoan::http {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

#ifdef SO_REUSEPORT
using ReusePort = asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;
#endif

constexpr int backlog = 1024;
constexpr int acceptsInARow = 64;
constexpr std::size_t maxSpareBuffers = 64;
constexpr std::chrono::milliseconds acceptBackOff{50};
constexpr std::chrono::seconds longestMakingAtStop{2};

// Sockets of a shard are used by its thread alone, so the reactor needs no locks; a shared acceptor gives sockets away.
int concurrencyHint(const HttpServer::Options &options)
{
    return options.sharedAcceptor ? 1 : BOOST_ASIO_CONCURRENCY_HINT_UNSAFE_IO;
}

PeerAddress toPeer(const tcp::endpoint &endpoint)
{
    PeerAddress peer;
    const asio::ip::address address = endpoint.address();
    peer.bytes = address.is_v4() ? asio::ip::make_address_v6(asio::ip::v4_mapped, address.to_v4()).to_bytes()
                                 : address.to_v6().to_bytes();
    peer.port = endpoint.port();
    return peer;
}

Error listenError(const error_code &error)
{
    ErrorCode code = ErrorCode::InvalidInput;
    if (error == asio::error::address_in_use)
        code = ErrorCode::Unavailable;
    else if (error == asio::error::access_denied)
        code = ErrorCode::Forbidden; // a port below 1024
    return {
        .code = code, .subject = QStringLiteral("server.address"), .detail = QString::fromStdString(error.message())};
}

bool isOutOfResources(const error_code &error)
{
    return error == asio::error::no_descriptors || error == asio::error::no_memory
        || error == asio::error::no_buffer_space || error == boost::system::errc::too_many_files_open_in_system;
}

} // namespace

AddressLimiter::AddressLimiter(std::size_t limit, std::vector<PeerAddress> trusted)
    : m_limit(limit)
    , m_trusted(std::move(trusted))
{ }

bool AddressLimiter::isTrusted(const PeerAddress &peer) const
{
    return std::ranges::any_of(m_trusted, [&](const PeerAddress &trusted) { return trusted.bytes == peer.bytes; });
}

bool AddressLimiter::admit(const PeerAddress &peer)
{
    if (isTrusted(peer))
        return true;
    const std::lock_guard lock(m_mutex);
    std::size_t &count = m_counts[peer.limitKey()];
    if (count >= m_limit)
        return false;
    ++count;
    return true;
}

void AddressLimiter::release(const PeerAddress &peer)
{
    if (isTrusted(peer))
        return;
    const std::lock_guard lock(m_mutex);
    const auto found = m_counts.find(peer.limitKey());
    if (found != m_counts.end() && --found->second == 0)
        m_counts.erase(found);
}

Shard::Shard(unsigned index, const HttpServer::Options &options, const Router &router, WorkerLanes &workers,
             AddressLimiter &limiter, BodyBudget &bodies)
    : m_index(index)
    , m_options(options)
    , m_router(router)
    , m_workers(workers)
    , m_limiter(limiter)
    , m_bodies(bodies)
    , m_maxConnections(std::max<std::size_t>(1, options.maxConnections / std::max(1U, options.shards)))
    , m_context(concurrencyHint(options))
    , m_acceptor(m_context)
    , m_sweeper(m_context)
    , m_acceptBackOff(m_context)
    , m_work(asio::make_work_guard(m_context))
    , m_now(std::chrono::steady_clock::now())
{
    updateDate();
}

Shard::~Shard() = default;

Result<std::uint16_t> Shard::listen(std::uint16_t port)
{
    error_code error;
    const asio::ip::address address = asio::ip::make_address(m_options.address.toStdString(), error);
    if (error)
        return listenError(error);
    const tcp::endpoint endpoint(address, port);
    const auto prepare = [&](tcp::acceptor &acceptor) {
        acceptor.open(endpoint.protocol(), error);
        if (!error)
            acceptor.set_option(tcp::acceptor::reuse_address(true), error);
        if (!error && address.is_v6())
            acceptor.set_option(asio::ip::v6_only(false), error);
    };
#ifdef SO_REUSEPORT
    if (!m_options.sharedAcceptor && m_index == 0) {
        // With SO_REUSEPORT a second server of the same user would silently share the port; without it, it is told.
        tcp::acceptor probe(m_context);
        prepare(probe);
        if (!error)
            probe.bind(endpoint, error);
        if (!error)
            probe.listen(1, error);
        if (error)
            return listenError(error);
    }
#endif
    prepare(m_acceptor);
#ifdef SO_REUSEPORT
    if (!error && !m_options.sharedAcceptor)
        m_acceptor.set_option(ReusePort(true), error);
#endif
    if (!error)
        m_acceptor.bind(endpoint, error);
    if (!error)
        m_acceptor.listen(backlog, error);
    if (!error)
        m_acceptor.non_blocking(true, error);
    if (error)
        return listenError(error);
    return m_acceptor.local_endpoint(error).port();
}

void Shard::start()
{
    m_thread = std::thread([this] { run(); });
}

void Shard::run()
{
    blockSignalsInThisThread();
    m_now = std::chrono::steady_clock::now();
    sweepLater();
    if (m_acceptor.is_open())
        accept();
    m_context.run();
}

void Shard::join()
{
    if (m_thread.joinable())
        m_thread.join();
}

void Shard::accept()
{
    m_acceptor.async_wait(tcp::acceptor::wait_read, [this](const error_code &error) {
        if (!error && m_acceptor.is_open())
            acceptWhatWaits();
    });
}

void Shard::acceptWhatWaits()
{
    for (int i = 0; i < acceptsInARow; ++i) {
        Shard &target = *m_targets[m_nextTarget];
        m_nextTarget = (m_nextTarget + 1) % m_targets.size();
        error_code error;
        tcp::endpoint peer;
        tcp::socket socket = m_acceptor.accept(target.m_context, peer, error);
        if (error == asio::error::would_block || error == asio::error::try_again)
            break;
        if (isOutOfResources(error)) {
            m_acceptBackOff.expires_after(acceptBackOff);
            m_acceptBackOff.async_wait([this](const error_code &cancelled) {
                if (!cancelled)
                    accept();
            });
            return;
        }
        if (error)
            continue; // the peer was gone before it was accepted
        if (&target == this)
            adopt(std::move(socket), peer);
        else
            asio::post(target.m_context,
                       [&target, peer, moved = std::move(socket)]() mutable { target.adopt(std::move(moved), peer); });
    }
    accept();
}

void Shard::adopt(tcp::socket socket, const tcp::endpoint &endpoint)
{
    increment(m_accepted);
    const PeerAddress peer = toPeer(endpoint);
    error_code error;
    if (m_isDraining || !makeRoom() || !m_limiter.admit(peer)) {
        increment(m_refused);
        socket.set_option(asio::socket_base::linger(true, 0), error);
        socket.close(error); // now, with RST: Asio's destructor would take the option back
        return;
    }
    socket.non_blocking(true, error);
    socket.set_option(tcp::no_delay(true), error);
    auto *connection = new Connection(*this, std::move(socket), peer);
    m_connections.push_back(*connection);
    m_open.store(m_connections.size(), std::memory_order_relaxed);
    connection->start();
}

// At the cap the longest idle connection goes; it takes itself out of the list a moment later.
bool Shard::makeRoom()
{
    if (m_connections.size() < m_maxConnections + m_leaving)
        return true;
    if (m_idle.empty())
        return false;
    Connection &longestIdle = m_idle.front();
    m_idle.pop_front();
    longestIdle.leave();
    ++m_leaving;
    return true;
}

void Shard::remove(Connection &connection)
{
    m_connections.erase(m_connections.iterator_to(connection));
    m_open.store(m_connections.size(), std::memory_order_relaxed);
    m_limiter.release(connection.peer());
    if (connection.isLeaving())
        --m_leaving;
    delete &connection;
    endIfDrained();
}

std::unique_ptr<HeadBuffer> Shard::takeHeadBuffer()
{
    if (m_spareBuffers.empty())
        return std::make_unique<HeadBuffer>();
    auto buffer = std::move(m_spareBuffers.back());
    m_spareBuffers.pop_back();
    return buffer;
}

void Shard::giveBack(std::unique_ptr<HeadBuffer> buffer)
{
    if (m_spareBuffers.size() < maxSpareBuffers)
        m_spareBuffers.push_back(std::move(buffer));
}

void Shard::addToIdle(Connection &connection)
{
    m_idle.push_back(connection);
}

void Shard::sweepLater()
{
    m_sweeper.expires_after(m_options.deadlines.sweepEvery);
    m_sweeper.async_wait([this](const error_code &cancelled) {
        if (cancelled)
            return;
        sweep();
        if (m_work.owns_work())
            sweepLater();
    });
}

void Shard::sweep()
{
    m_now = std::chrono::steady_clock::now();
    updateDate();
    for (auto next = m_connections.begin(); next != m_connections.end();) {
        Connection &connection = *next++; // it may take itself out of the list
        if (m_now >= m_drainEnd)
            connection.abort();
        else if (connection.expire(m_now))
            increment(m_expired);
    }
}

void Shard::updateDate()
{
    const Instant now = SystemClock().now();
    const std::int64_t second = toMilliseconds(now) / 1000;
    if (second == m_dateSecond)
        return;
    m_dateSecond = second;
    const std::string date = "Date: " + toHttpDate(now).toStdString() + "\r\n";
    m_headEnds[static_cast<std::size_t>(HeadEnd::KeepAlive)] = date + "\r\n";
    m_headEnds[static_cast<std::size_t>(HeadEnd::KeepAliveHttp10)] = date + "Connection: keep-alive\r\n\r\n";
    m_headEnds[static_cast<std::size_t>(HeadEnd::Close)] = date + "Connection: close\r\n\r\n";
}

void Shard::deliver(std::shared_ptr<DeferredAnswer::State> state)
{
    post({.errand = nullptr, .deferred = std::move(state)});
}

void Shard::deliver(Errand &errand)
{
    post({.errand = &errand, .deferred = nullptr});
}

// Many that come while the shard is busy wake it once.
void Shard::post(Delivery delivery)
{
    bool isFirst = false;
    {
        const std::lock_guard lock(m_mailMutex);
        isFirst = m_mail.empty();
        m_mail.push_back(std::move(delivery));
    }
    if (isFirst)
        asio::post(m_context, [this] { handOut(); });
}

void Shard::handOut()
{
    std::vector<Delivery> mail;
    {
        const std::lock_guard lock(m_mailMutex);
        mail.swap(m_mail);
    }
    for (const Delivery &delivery : mail) {
        if (delivery.errand)
            delivery.errand->workIsDone();
        else if (delivery.deferred->errand) // else it stopped waiting meanwhile
            delivery.deferred->errand->wake();
    }
}

void Shard::drain(SteadyTime end)
{
    asio::post(m_context, [this, end] {
        m_isDraining = true;
        m_drainEnd = end;
        const SteadyTime now = std::chrono::steady_clock::now();
        m_endOfMaking = now + std::min<SteadyTime::duration>(longestMakingAtStop, (end - now) / 2);
        error_code ignored;
        m_acceptor.close(ignored);
        m_acceptBackOff.cancel();
        const bool isOver = now >= end;
        for (auto next = m_connections.begin(); next != m_connections.end();) {
            Connection &connection = *next++;
            if (isOver)
                connection.abort();
            else
                connection.drain();
        }
        endIfDrained();
    });
}

void Shard::endIfDrained()
{
    if (!m_isDraining || !m_connections.empty())
        return;
    m_sweeper.cancel();
    m_work.reset();
}

HttpServer::Counters Shard::counters() const
{
    return {.accepted = m_accepted.load(std::memory_order_relaxed),
            .refusedConnections = m_refused.load(std::memory_order_relaxed),
            .requests = m_requests.load(std::memory_order_relaxed),
            .expired = m_expired.load(std::memory_order_relaxed),
            .open = m_open.load(std::memory_order_relaxed)};
}

} // namespace toasoan::http
