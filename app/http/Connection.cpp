#include "http/Connection.h"

#include "http/Proxies.h"

#include <boost/asio/post.hpp>

#include <algorithm>
#include <array>

namespace toasoan::http {

namespace asio = boost::asio;
using std::chrono::steady_clock;

namespace {

constexpr std::size_t maxLingerBytes = 1024 * 1024;
constexpr unsigned maxRequestsInARow = 64;

} // namespace

// Lets the others have a turn.
struct Connection::Turn
{
    Connection &connection;

    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> coroutine) const
    {
        asio::post(connection.m_shard.context(), [coroutine] { coroutine.resume(); });
    }
    void await_resume() const noexcept { }
};

Connection::Connection(Shard &shard, asio::ip::tcp::socket socket, const PeerAddress &peer)
    : m_shard(shard)
    , m_peer(peer)
    , m_body(shard.bodies())
    , m_channel(std::move(socket))
    , m_deadline(shard)
    , m_inbox(shard, m_channel)
    , m_bodyReader(m_channel, m_deadline, m_inbox)
    , m_writer(shard, m_channel, m_deadline, m_request)
    , m_errand(shard, m_channel, m_deadline)
{
    m_request.m_peer = peer;
    m_request.m_shard = shard.index();
}

Connection::~Connection() = default;

void Connection::start()
{
    drive(*this);
}

Detached Connection::drive(Connection &connection)
{
    co_await connection.serve();
    connection.m_shard.remove(connection);
}

void Connection::abort()
{
    if (m_channel.isCutOff())
        return;
    m_channel.cutOff();
    if (m_deadline.phase() == Phase::Deferred)
        m_errand.wake();
}

void Connection::leave()
{
    m_isLeaving = true;
    abort();
}

void Connection::drain()
{
    if (m_deadline.phase() == Phase::Idle && m_inbox.isEmpty())
        m_channel.close();
    else if (m_deadline.phase() == Phase::Deferred)
        m_errand.hurry();
}

bool Connection::expire(SteadyTime now)
{
    if (m_channel.isCutOff() || !m_deadline.hasPassed(now))
        return false;
    if (m_deadline.phase() == Phase::Deferred) {
        m_errand.endEarly();
        return false;
    }
    abort();
    return true;
}

Task<void> Connection::serve()
{
    for (unsigned inARow = 0;; ++inARow) {
        if (inARow == maxRequestsInARow) {
            inARow = 0;
            co_await Turn{*this};
        }
        m_parser.reset();
        HeadParser::Scan scan = m_parser.scan(m_inbox.received());
        while (scan == HeadParser::Scan::NeedMore) {
            const Inbox::Input input = m_channel.isCutOff() ? Inbox::Input::Ended : m_inbox.receive();
            if (input == Inbox::Input::Ended)
                co_return;
            if (input == Inbox::Input::Some) {
                if (m_deadline.phase() == Phase::Idle)
                    m_deadline.enter(Phase::Head);
                scan = m_parser.scan(m_inbox.received());
                continue;
            }
            inARow = 0;
            if (m_inbox.isEmpty()) {
                if (m_shard.isDraining())
                    co_return;
                m_inbox.release();
                m_shard.addToIdle(*this);
            }
            const bool isOpen = co_await m_channel.moreData();
            IdleHook::unlink();
            if (!isOpen || m_channel.isCutOff())
                co_return;
        }
        m_request.m_method = Method::Get; // until it is known: a refusal then has a body
        if (scan == HeadParser::Scan::Refused) {
            co_await refuse(m_parser.refusal());
            co_return;
        }
        const auto head = m_parser.parse(m_inbox.bytes(), m_request, m_inbox.fields());
        if (!head) {
            co_await refuse(m_parser.refusal());
            co_return;
        }
        m_head = *head;
        m_inbox.use(m_parser.headSize());
        m_writer.begin(*head);
        m_request.m_body = {};
        if (!m_shard.options().proxies.empty()) {
            m_request.m_peer = m_peer; // of the request before it was another's client
            const Client client = clientOf(m_request, m_shard.options().proxies);
            m_request.m_isPeerKnown = client.address.has_value();
            m_request.m_peer = client.address.value_or(PeerAddress());
            m_request.m_peerAlias = client.alias;
        }
        m_shard.countRequest();

        const Router::Route *route = m_shard.router().find(m_request);
        std::optional<Response> response;
        if (route && route->handler && !hasBody())
            response = route->handler(m_request);
        else
            response = co_await respond(route);
        if (!response)
            co_return;
        if (auto background = response->takeBackground())
            begin(std::move(background));

        bool isSent = false;
        if (const auto *prepared = std::get_if<std::shared_ptr<const PreparedAnswer>>(&response->content())) {
            // The common case, without a further coroutine.
            PreparedAnswer::Block block = (*prepared)->blockFor(m_request);
            if (m_request.method() == Method::Head)
                block.body = {};
            const AnswerWriter::Sent sent = m_writer.trySend(block);
            isSent = sent == AnswerWriter::Sent::All;
            if (sent == AnswerWriter::Sent::Part)
                isSent = co_await m_writer.sendRest(block);
        } else {
            isSent = co_await send(std::move(*response));
        }
        if (!isSent)
            co_return;
        if (m_writer.isLast()) {
            m_body.clear();
            co_await linger();
            co_return;
        }
        m_body.clear();
        m_bodyReader.release();
        m_deadline.setPace(Pace::Standard);
        m_deadline.enter(m_inbox.hasNothing() ? Phase::Idle : Phase::Head);
    }
}

// Waits until the answer is one that can be sent; nothing if the connection is lost meanwhile.
Task<std::optional<Response>> Connection::settle(Response response)
{
    while (true) {
        if (auto background = response.takeBackground())
            begin(std::move(background));
        if (auto *job = std::get_if<Job>(&response.content())) {
            std::optional<Response> outcome;
            WorkerPool::Work work = [this, job, &outcome](WorkerContext &context) {
                outcome = job->work(m_request, context);
            };
            const bool isAdmitted = co_await m_errand.onWorker(job->lane, std::move(work), WorkerPool::Admission::New);
            response = isAdmitted ? std::move(*outcome) : busy();
        } else if (auto *deferred = std::get_if<DeferredAnswer>(&response.content())) {
            std::optional<Response> outcome = co_await m_errand.deferred(deferred->state());
            if (!outcome)
                co_return std::nullopt;
            response = std::move(*outcome);
        } else {
            co_return std::move(response);
        }
    }
}

void Connection::begin(std::unique_ptr<Background> background)
{
    auto onRefused = std::move(background->onRefused);
    if (!m_shard.workers().of(background->lane).submit(std::move(background->work), WorkerPool::Admission::New)
        && onRefused)
        onRefused();
}

Response Connection::busy() const
{
    return m_shard.router().refusal(Status::ServiceUnavailable, m_request, {{"Retry-After", "1"}});
}

Task<bool> Connection::send(Response response)
{
    std::optional<Response> settled = co_await settle(std::move(response));
    if (!settled)
        co_return false;
    bool isSent = false;
    if (const auto *prepared = std::get_if<std::shared_ptr<const PreparedAnswer>>(&settled->content()))
        isSent = co_await m_writer.send((*prepared)->blockFor(m_request));
    else if (const auto *small = std::get_if<SmallAnswer>(&settled->content()))
        isSent = co_await m_writer.send(*small);
    else if (const auto *file = std::get_if<FileAnswer>(&settled->content()))
        isSent = co_await m_writer.send(*file);
    co_return isSent;
}

// A request that is not understood: the answer, and then nothing more is believed.
Task<void> Connection::refuse(Status status)
{
    m_writer.setLast();
    // What was read of this head is in doubt, and what was read of the one before is gone. By what it begins with is
    // told whether a program asks, and in which language a person reads.
    constexpr std::array<std::string_view, 4> beginnings{"/api/", "/en/", "/en?", "/EN/"};
    std::string_view line = m_inbox.received();
    line.remove_prefix(std::min(line.find_first_of(" \r\n"), line.size()));
    line.remove_prefix(std::min<std::size_t>(1, line.size()));
    const auto *const beginning =
        std::ranges::find_if(beginnings, [line](std::string_view each) { return line.starts_with(each); });
    m_request.m_target = beginning == beginnings.end() ? "/" : *beginning;
    m_request.m_host = {};
    m_request.m_fields = {};
    m_request.m_parameterCount = 0;
    Response response = m_shard.router().refusal(status, m_request);
    const bool isSent = co_await send(std::move(response));
    if (isSent)
        co_await linger();
}

// Closes our direction and reads what still comes, for a while: closing with unread input would send RST and take the
// answer from the peer (RFC 9112, 9.6).
Task<void> Connection::linger()
{
    m_deadline.enter(Phase::Lingering);
    m_inbox.dropAll();
    std::size_t total = 0;
    bool goesOn = m_channel.endSending();
    while (goesOn && !m_channel.isCutOff()) {
        m_inbox.drop();
        const Inbox::Input input = m_inbox.receive();
        if (input == Inbox::Input::Ended)
            break;
        if (input == Inbox::Input::Nothing)
            goesOn = co_await m_channel.readable();
        total += m_inbox.size();
        if (total > maxLingerBytes)
            m_channel.cutOff();
    }
}

Task<std::optional<Response>> Connection::respond(const Router::Route *route)
{
    const Router &router = m_shard.router();
    if (!route) {
        if (hasBody())
            m_writer.setLast();
        co_return router.answerWithoutRoute(m_request);
    }
    const std::uint64_t limit = route->options.bodyLimit;
    const bool isTooLarge = m_head.framing == HeadParser::Framing::Chunked ? limit == 0 : m_head.contentLength > limit;
    if (hasBody() && isTooLarge) {
        m_writer.setLast();
        co_return router.refusal(Status::ContentTooLarge, m_request);
    }
    m_deadline.setPace(route->options.pace);
    m_bodyReader.begin(m_head, limit);
    if (route->sinkFactory) {
        std::optional<Response> streamed = co_await streamBody(*route);
        co_return streamed;
    }

    std::optional<Response> held = co_await holdBody(*route);
    co_return held;
}

// Takes a body into memory, if its sender may send it and there is room for it, and has the request handled.
Task<std::optional<Response>> Connection::holdBody(const Router::Route &route)
{
    std::string sender;
    if (route.options.admit) {
        BodyAdmission admission;
        WorkerPool::Work look = [&](WorkerContext &context) { admission = route.options.admit(m_request, context); };
        const bool isAdmitted =
            co_await m_errand.onWorker(route.options.lane, std::move(look), WorkerPool::Admission::New);
        if (!isAdmitted || admission.refusal) {
            m_writer.setLast();
            co_return isAdmitted ? std::move(*admission.refusal) : busy();
        }
        sender = std::move(admission.sender);
    }
    // A chunked body says its length when it ends.
    const bool isChunked = m_head.framing == HeadParser::Framing::Chunked;
    if (!m_body.begin(std::move(sender), isChunked ? 0 : static_cast<std::size_t>(m_head.contentLength))) {
        m_writer.setLast();
        co_return busy();
    }

    m_deadline.enter(Phase::Body);
    const bool isAgreed = co_await m_bodyReader.agree();
    if (!isAgreed)
        co_return std::nullopt;
    while (true) {
        const BodyReader::Step step = co_await m_bodyReader.next();
        switch (step) {
        case BodyReader::Step::Piece:
            if (!m_body.append(m_bodyReader.piece())) {
                m_writer.setLast();
                co_return busy();
            }
            continue;
        case BodyReader::Step::End:
            m_request.m_body = m_body.bytes();
            co_return route.handler(m_request);
        case BodyReader::Step::Malformed:
        case BodyReader::Step::TooLarge:
            co_return refusedBody(step);
        case BodyReader::Step::Lost:
            co_return std::nullopt;
        }
    }
}

Response Connection::refusedBody(BodyReader::Step step)
{
    m_writer.setLast();
    return m_shard.router().refusal(step == BodyReader::Step::TooLarge ? Status::ContentTooLarge : Status::BadRequest,
                                    m_request);
}

Task<std::optional<Response>> Connection::streamBody(const Router::Route &route)
{
    using Admission = WorkerPool::Admission;
    const Lane lane = route.options.lane;
    std::optional<SinkOrRefusal> made;
    WorkerPool::Work make = [&](WorkerContext &context) { made = route.sinkFactory(m_request, context); };
    const bool isAdmitted = co_await m_errand.onWorker(lane, std::move(make), Admission::New);
    if (!isAdmitted || std::holds_alternative<Response>(*made)) {
        if (hasBody())
            m_writer.setLast();
        co_return isAdmitted ? std::move(std::get<Response>(*made)) : busy();
    }
    const std::unique_ptr<BodySink> sink = std::move(std::get<std::unique_ptr<BodySink>>(*made));

    m_deadline.enter(Phase::Body);
    std::uint64_t written = 0;
    const bool isAgreed = co_await m_bodyReader.agree();
    BodyReader::Step step = BodyReader::Step::Lost;
    while (isAgreed) {
        step = co_await m_bodyReader.next();
        if (step != BodyReader::Step::Piece)
            break;
        // Time on the worker is not the peer's: the deadline moves by it.
        const SteadyTime before = steady_clock::now();
        const SteadyTime start = m_deadline.phaseStart();
        std::optional<Response> refusal;
        WorkerPool::Work write = [&](WorkerContext &context) { refusal = sink->write(m_bodyReader.piece(), context); };
        co_await m_errand.onWorker(lane, std::move(write), Admission::Admitted);
        if (refusal) {
            m_writer.setLast();
            co_return std::move(refusal);
        }
        written += m_bodyReader.piece().size();
        m_deadline.resumeBody(start + (steady_clock::now() - before), m_bodyReader.credit());
    }

    std::optional<Response> answer;
    WorkerPool::Work end = [&](WorkerContext &context) {
        if (step == BodyReader::Step::End)
            answer = sink->finish(context);
        else
            sink->cutOff(written, context);
    };
    co_await m_errand.onWorker(lane, std::move(end), Admission::Admitted);
    if (step == BodyReader::Step::Malformed || step == BodyReader::Step::TooLarge)
        answer = refusedBody(step);
    co_return std::move(answer);
}

} // namespace toasoan::http
