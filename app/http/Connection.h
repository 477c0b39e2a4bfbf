// One connection, from accept to close: a coroutine on the thread of its shard. Tries first, waits second: it reads and
// writes straight away and is suspended only when the socket says so.
#pragma once

#include "http/BodySink.h"
#include "http/ChunkedDecoder.h"
#include "http/HeadParser.h"
#include "http/Shard.h"
#include "http/Socket.h"
#include "http/Task.h"

#include <coroutine>
#include <memory>
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
    /// The work it waited for on a worker is done.
    void workIsDone();
    /// Looks again at what it waits for.
    void wake();
    /// True if the deadline had passed and the connection was cut off. A deferred answer gives its `otherwise` instead.
    bool expire(SteadyTime now);

private:
    enum class Phase
    {
        Idle,
        Head,
        Body,
        Working, ///< A worker has it: no deadline.
        Deferred,
        Sending,
        Lingering,
    };
    enum class Input
    {
        Some,
        Nothing, ///< Now; wait for more.
        Ended,
    };
    enum class BodyStep
    {
        Piece, ///< in m_piece
        End,
        Malformed,
        TooLarge,
        Lost,
    };
    struct Readiness; // awaits the socket
    struct Wakeup; // awaits wake()
    struct Turn; // awaits the others

    static Detached drive(Connection &connection);
    Task<void> serve();

    // Reading a head.
    [[nodiscard]] std::string_view received() const;
    Input receive();
    void releaseHeadBuffer();

    // Answering.
    Task<std::optional<Response>> respond(const Router::Route *route);
    Task<std::optional<Response>> settle(Response response);
    Task<bool> send(Response response);
    bool trySend(std::string_view head, std::string_view body, std::size_t &sent);
    Task<bool> sendRest(std::string_view head, std::string_view body, std::size_t sent);
    Task<bool> sendBlock(std::string_view head, std::string_view body);
    Task<bool> sendSmall(const SmallAnswer &answer);
    Task<bool> sendFile(const FileAnswer &answer);
    Task<bool> sendFilePart(std::string_view head, const OpenFile &file, std::uint64_t offset, std::uint64_t length);
    Task<bool> sendFileByKernel(std::string_view head, const OpenFile &file, std::uint64_t offset,
                                std::uint64_t length);
    Task<void> refuse(Status status);
    Task<void> linger();
    [[nodiscard]] std::string_view headEnd() const;
    [[nodiscard]] Response busy() const;

    // Bodies.
    Task<bool> agreeToBody();
    Task<BodyStep> nextPiece();
    Task<std::optional<Response>> streamBody(const Router::Route &route);
    [[nodiscard]] Response refusedBody(BodyStep step);
    [[nodiscard]] bool hasBody() const { return m_head.framing != HeadParser::Framing::NoBody; }

    // Work elsewhere.
    Task<bool> onWorker(WorkerPool::Work work, WorkerPool::Admission admission);
    Task<std::optional<Response>> awaitDeferred(std::shared_ptr<DeferredAnswer::State> state);
    void watchForLeaving();

    void enter(Phase phase);
    void setProgress(std::uint64_t bytes);

    Shard &m_shard;
    Socket m_socket;
    PeerAddress m_peer;

    Phase m_phase = Phase::Idle;
    SteadyTime m_phaseStart;
    SteadyTime m_deadline;
    bool m_isAborted = false;
    bool m_isLeaving = false;
    bool m_isClosing = false; // after this answer
    Pace m_pace = Pace::Standard;

    std::unique_ptr<HeadBuffer> m_buffer;
    std::size_t m_begin = 0; // of what is not used yet in m_buffer
    std::size_t m_end = 0;
    std::string m_leftover; // received behind a chunked body: the next request
    bool m_isDrained = true; // the last read took all there was: another would be a system call for nothing
    HeadParser m_parser;
    HeadParser::Head m_head;
    Request m_request;

    // The body that is being received.
    std::uint64_t m_bodyLimit = 0;
    std::uint64_t m_bodyReceived = 0;
    std::uint64_t m_bodyCredit = 0; // of it, what counts as progress
    bool m_bodyEnded = false;
    ChunkedDecoder m_decoder;
    std::unique_ptr<char[]> m_bodyBuffer;
    std::string_view m_piece;
    std::string m_body;

    std::coroutine_handle<> m_waiter; // for wake()
    bool m_isAwake = false;
    bool m_isWorkDone = false;
    bool m_isWatching = false;
    bool m_peerLeft = false;
    bool m_isTimeUp = false;
};

} // namespace toasoan::http
