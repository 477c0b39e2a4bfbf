// One connection, from accept to close: a coroutine on the thread of its shard that receives requests, has them
// answered and sends the answers. Tries first, waits second: it reads and writes straight away and is suspended only
// when the socket says so.
#pragma once

#include "http/AnswerWriter.h"
#include "http/BodyBudget.h"
#include "http/BodyReader.h"
#include "http/BodySink.h"
#include "http/Errand.h"
#include "http/Inbox.h"

#include <optional>
#include <string>

namespace toasoan::http {

class Connection : public ConnectionHook, public IdleHook
{
public:
    Connection(Shard &shard, boost::asio::ip::tcp::socket socket, const PeerAddress &peer);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    [[nodiscard]] const PeerAddress &peer() const { return m_peer; }

    /// Begins to serve. The connection takes itself out of the shard when it has ended, perhaps before this returns.
    void start();
    /// Cuts the connection off with RST; what runs for it is still waited for.
    void abort();
    /// Makes room for another, being idle.
    void leave();
    [[nodiscard]] bool isLeaving() const { return m_isLeaving; }
    /// Ends it if no request has begun, and hurries what only waits for time to pass.
    void drain();
    /// True if the deadline had passed and the connection was cut off. A deferred answer gives its `otherwise` instead.
    bool expire(SteadyTime now);

private:
    struct Turn; // awaits the others

    static Detached drive(Connection &connection);
    Task<void> serve();
    Task<std::optional<Response>> respond(const Router::Route *route);
    Task<std::optional<Response>> settle(Response response);
    void begin(std::unique_ptr<Background> background);
    Task<bool> send(Response response);
    Task<void> refuse(Status status);
    Task<void> linger();
    Task<std::optional<Response>> streamBody(const Router::Route &route);
    [[nodiscard]] Response refusedBody(BodyReader::Step step);
    Task<std::optional<Response>> holdBody(const Router::Route &route);
    [[nodiscard]] Response busy() const;
    [[nodiscard]] bool hasBody() const { return m_head.framing != HeadParser::Framing::NoBody; }

    Shard &m_shard;
    PeerAddress m_peer;
    bool m_isLeaving = false;
    HeadParser m_parser;
    HeadParser::Head m_head;
    Request m_request;
    HeldBody m_body; // of m_request, where it is kept in memory

    Channel m_channel;
    Deadline m_deadline;
    Inbox m_inbox;
    BodyReader m_bodyReader;
    AnswerWriter m_writer;
    Errand m_errand;
};

} // namespace toasoan::http
