// One network thread: its io_context, its acceptor, its connections, its clock and Date line. Shards share nothing but
// the router, the worker pool and the count of connections for each address.
#pragma once

#include "http/BodyBudget.h"
#include "http/DeferredState.h"
#include "http/HeadParser.h"
#include "http/HttpServer.h"
#include "http/WorkerPool.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/intrusive/list.hpp>

#include <array>
#include <atomic>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace toasoan::http {

class Connection;
class Errand;

using SteadyTime = std::chrono::steady_clock::time_point;
using ConnectionHook = boost::intrusive::list_base_hook<boost::intrusive::tag<struct AllTag>>;
using IdleHook = boost::intrusive::list_base_hook<boost::intrusive::tag<struct IdleTag>,
                                                  boost::intrusive::link_mode<boost::intrusive::auto_unlink>>;

/// How many connections each address has, over all shards.
class AddressLimiter
{
public:
    AddressLimiter(std::size_t limit, std::vector<PeerAddress> trusted);

    [[nodiscard]] bool admit(const PeerAddress &peer);
    void release(const PeerAddress &peer);

private:
    [[nodiscard]] bool isTrusted(const PeerAddress &peer) const;

    const std::size_t m_limit;
    const std::vector<PeerAddress> m_trusted;
    std::mutex m_mutex;
    std::map<std::array<std::uint8_t, 16>, std::size_t> m_counts;
};

/// Where a head is received. Held only while there is something in it: an idle connection has none.
struct HeadBuffer
{
    std::array<char, maxHead> bytes;
    HeadParser::FieldStorage fields;
};

class Shard final : public Mailbox
{
public:
    Shard(unsigned index, const HttpServer::Options &options, const Router &router, WorkerLanes &workers,
          AddressLimiter &limiter, BodyBudget &bodies);
    ~Shard() override;
    Shard(const Shard &) = delete;
    Shard &operator=(const Shard &) = delete;

    /// Binds an acceptor; the port, which may be given as 0.
    [[nodiscard]] Result<std::uint16_t> listen(std::uint16_t port);
    /// Where accepted sockets go: to this shard, or in turn to all of them.
    void setTargets(std::vector<Shard *> targets) { m_targets = std::move(targets); }
    void start();
    /// Any thread: no more connections; what runs may finish until `end`.
    void drain(SteadyTime end);
    void join();

    void deliver(std::shared_ptr<DeferredAnswer::State> state) override;
    /// The work that `errand` waits for is done. Any thread.
    void deliver(Errand &errand);

    // For the connections, on the thread of the shard.
    [[nodiscard]] unsigned index() const { return m_index; }
    [[nodiscard]] const HttpServer::Options &options() const { return m_options; }
    [[nodiscard]] const Router &router() const { return m_router; }
    [[nodiscard]] WorkerLanes &workers() { return m_workers; }
    [[nodiscard]] BodyBudget &bodies() { return m_bodies; }
    [[nodiscard]] boost::asio::io_context &context() { return m_context; }
    [[nodiscard]] bool isDraining() const { return m_isDraining; }
    /// While it drains: when what is being made is waited for no longer, so that who asked still has an answer.
    [[nodiscard]] SteadyTime endOfMaking() const { return m_endOfMaking; }
    /// The time of the last sweep: at most sweepEvery old.
    [[nodiscard]] SteadyTime now() const { return m_now; }

    enum class HeadEnd
    {
        KeepAlive, ///< HTTP/1.1: nothing to say.
        KeepAliveHttp10,
        Close,
    };
    /// Date, Connection and the blank line.
    [[nodiscard]] std::string_view headEnd(HeadEnd kind) const { return m_headEnds[static_cast<std::size_t>(kind)]; }

    [[nodiscard]] std::unique_ptr<HeadBuffer> takeHeadBuffer();
    void giveBack(std::unique_ptr<HeadBuffer> buffer);
    void addToIdle(Connection &connection);
    void countRequest() { increment(m_requests); }
    void remove(Connection &connection);

    [[nodiscard]] HttpServer::Counters counters() const;

private:
    struct Delivery
    {
        Errand *errand = nullptr;
        std::shared_ptr<DeferredAnswer::State> deferred;
    };
    // Written by this thread only, read by others.
    using Counter = std::atomic<std::uint64_t>;
    static void increment(Counter &counter)
    {
        counter.store(counter.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
    }

    void run();
    void accept();
    void acceptWhatWaits();
    void adopt(boost::asio::ip::tcp::socket socket, const boost::asio::ip::tcp::endpoint &peer);
    [[nodiscard]] bool makeRoom();
    void sweepLater();
    void sweep();
    void updateDate();
    void post(Delivery delivery);
    void handOut();
    void endIfDrained();

    const unsigned m_index;
    const HttpServer::Options &m_options;
    const Router &m_router;
    WorkerLanes &m_workers;
    AddressLimiter &m_limiter;
    BodyBudget &m_bodies;
    const std::size_t m_maxConnections;

    boost::asio::io_context m_context;
    boost::asio::ip::tcp::acceptor m_acceptor;
    boost::asio::steady_timer m_sweeper;
    boost::asio::steady_timer m_acceptBackOff;
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> m_work;
    std::vector<Shard *> m_targets;
    std::size_t m_nextTarget = 0;

    boost::intrusive::list<Connection, boost::intrusive::base_hook<ConnectionHook>> m_connections;
    boost::intrusive::list<Connection, boost::intrusive::base_hook<IdleHook>,
                           boost::intrusive::constant_time_size<false>>
        m_idle; // the longest idle one first
    std::size_t m_leaving = 0; // connections that were told to go and are still in the list
    std::vector<std::unique_ptr<HeadBuffer>> m_spareBuffers;

    SteadyTime m_now;
    std::int64_t m_dateSecond = -1;
    std::array<std::string, 3> m_headEnds;
    bool m_isDraining = false;
    SteadyTime m_drainEnd = SteadyTime::max();
    SteadyTime m_endOfMaking = SteadyTime::max();

    std::mutex m_mailMutex;
    std::vector<Delivery> m_mail;

    Counter m_accepted = 0;
    Counter m_refused = 0;
    Counter m_requests = 0;
    Counter m_expired = 0;
    Counter m_open = 0;

    std::thread m_thread;
};

} // namespace toasoan::http
