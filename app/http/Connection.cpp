#include "http/Connection.h"

#include "http/AnswerHead.h"
#include "http/Conditions.h"
#include "http/HttpDate.h"
#include "http/PreparedAnswer.h"
#include "http/Proxies.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>

#include <array>
#include <cstring>

#ifdef Q_OS_LINUX
#include <sys/sendfile.h>
#include <sys/socket.h>

#include <cerrno>
#endif

namespace toasoan::http {

namespace asio = boost::asio;
using boost::system::error_code;
using std::chrono::steady_clock;

namespace {

constexpr std::size_t pieceSize = 64 * 1024;
constexpr std::size_t maxLingerBytes = 1024 * 1024;
constexpr unsigned maxRequestsInARow = 64;
constexpr std::string_view continueLine = "HTTP/1.1 100 Continue\r\n\r\n";

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

bool isNotNow(const error_code &error)
{
    return error == asio::error::would_block || error == asio::error::try_again || error == asio::error::interrupted;
}

bool hasContent(Status status)
{
    return status != Status::NoContent && status != Status::NotModified;
}

// A file that was just written may change again within the second that its time tells (RFC 9110, 8.8.2.2).
QByteArray etagOf(const OpenFile &file)
{
    const QByteArray tag = '"' + QByteArray::number(static_cast<quint64>(file.size()), 16) + '-'
        + QByteArray::number(toMilliseconds(file.lastModified()) / 1000, 16) + '"';
    const bool isSettled = SystemClock().now() - file.lastModified() > std::chrono::seconds(2);
    return isSettled ? tag : "W/" + tag;
}

} // namespace

struct Connection::Readiness
{
    Connection &connection;
    asio::ip::tcp::socket::wait_type kind;
    bool isReady = false;

    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> coroutine)
    {
        connection.m_socket.async_wait(kind, [this, coroutine](const error_code &error) {
            isReady = !error && !connection.m_isAborted;
            coroutine.resume();
        });
    }
    bool await_resume() const noexcept { return isReady; }
};

struct Connection::Wakeup
{
    Connection &connection;

    bool await_ready() const noexcept { return connection.m_isAwake; }
    void await_suspend(std::coroutine_handle<> coroutine) const { connection.m_waiter = coroutine; }
    void await_resume() const noexcept { connection.m_isAwake = false; }
};

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
    , m_socket(std::move(socket))
    , m_peer(peer)
{
    m_request.m_peer = peer;
    m_request.m_shard = shard.index();
    enter(Phase::Idle);
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
    if (m_isAborted)
        return;
    m_isAborted = true;
    error_code ignored;
    m_socket.set_option(asio::socket_base::linger(true, 0), ignored); // close() then sends RST
    m_socket.close(ignored);
    if (m_phase == Phase::Deferred)
        wake();
}

void Connection::leave()
{
    m_isLeaving = true;
    abort();
}

void Connection::drain()
{
    if (m_phase == Phase::Idle && m_begin == m_end) {
        m_isAborted = true;
        error_code ignored;
        m_socket.close(ignored);
    } else if (m_phase == Phase::Deferred) {
        m_isTimeUp = true;
        wake();
    }
}

void Connection::wake()
{
    m_isAwake = true;
    if (m_waiter)
        std::exchange(m_waiter, nullptr).resume();
}

void Connection::workIsDone()
{
    m_isWorkDone = true;
    wake();
}

bool Connection::expire(SteadyTime now)
{
    if (m_isAborted || now < m_deadline)
        return false;
    if (m_phase == Phase::Deferred) {
        m_isTimeUp = true;
        wake();
        return false;
    }
    abort();
    return true;
}

void Connection::enter(Phase phase)
{
    const HttpServer::Deadlines &deadlines = m_shard.options().deadlines;
    m_phase = phase;
    switch (phase) {
    case Phase::Idle: // these two for every request: by the clock of the sweeper, which may be one sweep behind
        m_deadline = m_shard.now() + deadlines.idle + deadlines.sweepEvery;
        break;
    case Phase::Head:
        m_deadline = m_shard.now() + deadlines.head + deadlines.sweepEvery;
        break;
    case Phase::Body:
    case Phase::Sending:
        m_phaseStart = steady_clock::now();
        setProgress(0);
        break;
    case Phase::Working:
    case Phase::Deferred:
        m_deadline = SteadyTime::max();
        break;
    case Phase::Lingering:
        m_deadline = steady_clock::now() + deadlines.linger;
        break;
    }
}

void Connection::setProgress(std::uint64_t bytes)
{
    const HttpServer::Deadlines &deadlines = m_shard.options().deadlines;
    const bool isSlow = m_pace == Pace::Slow;
    const std::uint64_t rate = isSlow ? deadlines.slowBytesPerSecond : deadlines.bytesPerSecond;
    const std::chrono::milliseconds earned(static_cast<std::int64_t>(bytes * 1000 / std::max<std::uint64_t>(rate, 1)));
    m_deadline = m_phaseStart + (isSlow ? deadlines.slowProgress : deadlines.progress) + earned;
}

std::string_view Connection::received() const
{
    if (!m_buffer)
        return {};
    return {m_buffer->bytes.data() + m_begin, m_end - m_begin};
}

Connection::Input Connection::receive()
{
    if (m_isDrained && m_leftover.empty()) {
        m_isDrained = false; // whoever waits now is told of what came meanwhile
        return Input::Nothing;
    }
    if (!m_buffer)
        m_buffer = m_shard.takeHeadBuffer();
    char *bytes = m_buffer->bytes.data();
    if (m_begin > 0) {
        std::memmove(bytes, bytes + m_begin, m_end - m_begin);
        m_end -= m_begin;
        m_begin = 0;
    }
    const std::size_t space = m_buffer->bytes.size() - m_end;
    if (!m_leftover.empty()) {
        const std::size_t count = std::min(space, m_leftover.size());
        std::memcpy(bytes + m_end, m_leftover.data(), count);
        m_leftover.erase(0, count);
        m_end += count;
        return Input::Some;
    }
    error_code error;
    const std::size_t count = m_socket.read_some(asio::buffer(bytes + m_end, space), error);
    if (error)
        return isNotNow(error) ? Input::Nothing : Input::Ended;
    m_isDrained = count < space;
    m_end += count;
    return Input::Some;
}

void Connection::releaseHeadBuffer()
{
    if (m_buffer)
        m_shard.giveBack(std::move(m_buffer));
    m_begin = m_end = 0;
}

Task<void> Connection::serve()
{
    for (unsigned inARow = 0;; ++inARow) {
        if (inARow == maxRequestsInARow) {
            inARow = 0;
            co_await Turn{*this};
        }
        m_parser.reset();
        HeadParser::Scan scan = m_parser.scan(received());
        while (scan == HeadParser::Scan::NeedMore) {
            const Input input = m_isAborted ? Input::Ended : receive();
            if (input == Input::Ended)
                co_return;
            if (input == Input::Some) {
                if (m_phase == Phase::Idle)
                    enter(Phase::Head);
                scan = m_parser.scan(received());
                continue;
            }
            inARow = 0;
            if (m_begin == m_end) {
                if (m_shard.isDraining())
                    co_return;
                releaseHeadBuffer();
                m_shard.addToIdle(*this);
            }
            const bool isReady = co_await Readiness{*this, asio::ip::tcp::socket::wait_read};
            IdleHook::unlink();
            if (!isReady)
                co_return;
        }
        m_request.m_method = Method::Get; // until it is known: a refusal then has a body
        if (scan == HeadParser::Scan::Refused) {
            co_await refuse(m_parser.refusal());
            co_return;
        }
        const auto head = m_parser.parse(m_buffer->bytes.data() + m_begin, m_request, m_buffer->fields);
        if (!head) {
            co_await refuse(m_parser.refusal());
            co_return;
        }
        m_head = *head;
        m_begin += m_parser.headSize();
        m_isClosing = !head->keepAlive;
        m_request.m_body = {};
        if (!m_shard.options().proxies.empty()) {
            m_request.m_peer = m_peer; // of the request before it was another's client
            m_request.m_peer = clientOf(m_request, m_shard.options().proxies);
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

        bool isSent = false;
        if (const auto *prepared = std::get_if<std::shared_ptr<const PreparedAnswer>>(&response->content())) {
            // The common case, without a further coroutine.
            PreparedAnswer::Block block = (*prepared)->blockFor(m_request);
            if (m_request.method() == Method::Head)
                block.body = {};
            std::size_t sent = 0;
            isSent = trySend(block.head, block.body, sent);
            if (isSent && sent < block.head.size() + headEnd().size() + block.body.size())
                isSent = co_await sendRest(block.head, block.body, sent);
        } else {
            isSent = co_await send(std::move(*response));
        }
        if (!isSent)
            co_return;
        if (m_isClosing) {
            co_await linger();
            co_return;
        }
        m_body.clear();
        m_bodyBuffer.reset();
        enter(m_begin == m_end && m_leftover.empty() ? Phase::Idle : Phase::Head);
    }
}

std::string_view Connection::headEnd() const
{
    if (m_isClosing)
        return m_shard.headEnd(Shard::HeadEnd::Close);
    return m_shard.headEnd(m_head.isHttp11 ? Shard::HeadEnd::KeepAlive : Shard::HeadEnd::KeepAliveHttp10);
}

// Without waiting. False if the connection is lost.
bool Connection::trySend(std::string_view head, std::string_view body, std::size_t &sent)
{
    if (m_shard.isDraining())
        m_isClosing = true;
    const std::string_view end = headEnd();
    const std::array buffers{asio::const_buffer(head.data(), head.size()), asio::const_buffer(end.data(), end.size()),
                             asio::const_buffer(body.data(), body.size())};
    error_code error;
    sent = m_socket.write_some(buffers, error);
    return !error || isNotNow(error);
}

// What trySend() left. Bytes count as progress only from here on: what the kernel took at once shows no reader.
Task<bool> Connection::sendRest(std::string_view head, std::string_view body, std::size_t sent)
{
    enter(Phase::Sending);
    const std::string end(headEnd()); // the shard's own changes every second
    std::array<std::string_view, 3> parts{head, end, body};
    const auto skip = [&parts](std::size_t count) {
        for (std::string_view &part : parts) {
            const std::size_t here = std::min(count, part.size());
            part.remove_prefix(here);
            count -= here;
        }
    };
    skip(sent);
    std::uint64_t progress = 0;
    while (!parts[0].empty() || !parts[1].empty() || !parts[2].empty()) {
        const bool isReady = co_await Readiness{*this, asio::ip::tcp::socket::wait_write};
        if (!isReady)
            co_return false;
        const std::array buffers{asio::const_buffer(parts[0].data(), parts[0].size()),
                                 asio::const_buffer(parts[1].data(), parts[1].size()),
                                 asio::const_buffer(parts[2].data(), parts[2].size())};
        error_code error;
        const std::size_t count = m_socket.write_some(buffers, error);
        if (error && !isNotNow(error))
            co_return false;
        skip(count);
        progress += count;
        setProgress(progress);
    }
    co_return true;
}

Task<bool> Connection::sendBlock(std::string_view head, std::string_view body)
{
    if (m_request.method() == Method::Head)
        body = {};
    std::size_t sent = 0;
    if (!trySend(head, body, sent))
        co_return false;
    if (sent == head.size() + headEnd().size() + body.size())
        co_return true;
    const bool isSent = co_await sendRest(head, body, sent);
    co_return isSent;
}

// Waits until the answer is one that can be sent; nothing if the connection is lost meanwhile.
Task<std::optional<Response>> Connection::settle(Response response)
{
    while (true) {
        if (auto *job = std::get_if<Job>(&response.content())) {
            std::optional<Response> outcome;
            WorkerPool::Work work = [this, job, &outcome](WorkerContext &context) {
                outcome = (*job)(m_request, context);
            };
            const bool isAdmitted = co_await onWorker(std::move(work), WorkerPool::Admission::New);
            response = isAdmitted ? std::move(*outcome) : busy();
        } else if (auto *deferred = std::get_if<DeferredAnswer>(&response.content())) {
            std::optional<Response> outcome = co_await awaitDeferred(deferred->state());
            if (!outcome)
                co_return std::nullopt;
            response = std::move(*outcome);
        } else {
            co_return std::move(response);
        }
    }
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
    if (const auto *prepared = std::get_if<std::shared_ptr<const PreparedAnswer>>(&settled->content())) {
        const PreparedAnswer::Block block = (*prepared)->blockFor(m_request);
        isSent = co_await sendBlock(block.head, block.body);
    } else if (const auto *small = std::get_if<SmallAnswer>(&settled->content())) {
        isSent = co_await sendSmall(*small);
    } else if (const auto *file = std::get_if<FileAnswer>(&settled->content())) {
        isSent = co_await sendFile(*file);
    }
    co_return isSent;
}

Task<bool> Connection::sendSmall(const SmallAnswer &answer)
{
    AnswerHead head(answer.status);
    if (!answer.contentType.isEmpty())
        head.add("Content-Type", answer.contentType);
    if (hasContent(answer.status))
        head.addContentLength(static_cast<std::uint64_t>(answer.body.size()));
    head.add(answer.fields);
    const QByteArray text = head.take();
    const bool isSent =
        co_await sendBlock(viewOf(text), hasContent(answer.status) ? viewOf(answer.body) : std::string_view());
    co_return isSent;
}

Task<bool> Connection::sendFile(const FileAnswer &answer)
{
    const OpenFile &file = *answer.file;
    const QByteArray etag = answer.etag.isEmpty() ? etagOf(file) : answer.etag;
    const Validators validators{.etag = viewOf(etag), .lastModified = file.lastModified()};
    const auto headOf = [&](Status status) {
        AnswerHead head(status);
        head.add("ETag", etag);
        head.add("Last-Modified", toHttpDate(file.lastModified()));
        head.add(answer.fields);
        return head;
    };

    QByteArray text;
    ByteRange part;
    switch (evaluateConditions(m_request, validators)) {
    case Verdict::NotModified:
        text = headOf(Status::NotModified).take();
        break;
    case Verdict::Failed:
        text = AnswerHead(Status::PreconditionFailed).addContentLength(0).take();
        break;
    case Verdict::Proceed: {
        const RangeAnswer range = evaluateRange(m_request, validators, file.size());
        const QByteArray size = QByteArray::number(static_cast<quint64>(file.size()));
        if (range.verdict == RangeVerdict::NotSatisfiable) {
            AnswerHead head(Status::RangeNotSatisfiable);
            text = head.add("Content-Range", "bytes */" + size).addContentLength(0).take();
            break;
        }
        const bool isPart = range.verdict == RangeVerdict::Part;
        part = isPart ? range.range : ByteRange{.offset = 0, .length = file.size()};
        AnswerHead head = headOf(isPart ? Status::PartialContent : Status::Ok);
        if (!answer.contentType.isEmpty())
            head.add("Content-Type", answer.contentType);
        if (isPart)
            head.add("Content-Range",
                     "bytes " + QByteArray::number(static_cast<quint64>(part.offset)) + '-'
                         + QByteArray::number(static_cast<quint64>(part.offset + part.length - 1)) + '/' + size);
        text = head.add("Accept-Ranges", "bytes").addContentLength(part.length).take();
        break;
    }
    }
    if (part.length == 0 || m_request.method() == Method::Head) {
        const bool isSent = co_await sendBlock(viewOf(text), {});
        co_return isSent;
    }
    const bool isSent = co_await sendFilePart(viewOf(text), file, part.offset, part.length);
    co_return isSent;
}

Task<bool> Connection::sendFilePart(std::string_view head, const OpenFile &file, std::uint64_t offset,
                                    std::uint64_t length)
{
#ifdef Q_OS_LINUX
    if (m_shard.options().useSendfile) {
        const bool isSent = co_await sendFileByKernel(head, file, offset, length);
        co_return isSent;
    }
#endif
    // The head goes with the first piece, each further piece for itself.
    const auto buffer = std::make_unique<char[]>(pieceSize);
    enter(Phase::Sending);
    if (m_shard.isDraining())
        m_isClosing = true;
    std::string first(head);
    first += headEnd();
    std::string_view rest = first;
    std::uint64_t progress = 0;
    bool hasWaited = false;
    while (true) {
        while (!rest.empty()) {
            error_code error;
            const std::size_t count = m_socket.write_some(asio::buffer(rest.data(), rest.size()), error);
            rest.remove_prefix(count);
            if (error && !isNotNow(error))
                co_return false;
            if (hasWaited)
                setProgress(progress += count);
            if (rest.empty())
                break;
            hasWaited = true;
            const bool isReady = co_await Readiness{*this, asio::ip::tcp::socket::wait_write};
            if (!isReady)
                co_return false;
        }
        if (length == 0)
            co_return true;
        const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(length, pieceSize));
        const auto count = file.readAt(offset, buffer.get(), wanted);
        if (!count || *count == 0) { // the file shrank: what was announced cannot be sent
            abort();
            co_return false;
        }
        rest = {buffer.get(), *count};
        offset += *count;
        length -= *count;
    }
}

#ifdef Q_OS_LINUX
Task<bool> Connection::sendFileByKernel(std::string_view head, const OpenFile &file, std::uint64_t offset,
                                        std::uint64_t length)
{
    constexpr std::uint64_t stride = 1024 * 1024;
    if (m_shard.isDraining())
        m_isClosing = true;
    const std::string_view end = headEnd();
    const std::array buffers{asio::const_buffer(head.data(), head.size()), asio::const_buffer(end.data(), end.size())};
    error_code error;
    const std::size_t sent = m_socket.send(buffers, MSG_MORE, error); // the file follows in the same segment
    if (error && !isNotNow(error))
        co_return false;
    if (sent < head.size() + end.size()) {
        const bool isSent = co_await sendRest(head, {}, sent);
        if (!isSent)
            co_return false;
    }
    enter(Phase::Sending);
    std::uint64_t progress = 0;
    bool hasWaited = false;
    while (length > 0) {
        auto position = static_cast<off_t>(offset);
        const ssize_t count = ::sendfile(m_socket.native_handle(), file.descriptor(), &position,
                                         static_cast<std::size_t>(std::min(length, stride)));
        if (count > 0) {
            offset += static_cast<std::uint64_t>(count);
            length -= static_cast<std::uint64_t>(count);
            if (hasWaited)
                setProgress(progress += static_cast<std::uint64_t>(count));
            continue;
        }
        if (count == 0) { // the file shrank: what was announced cannot be sent
            abort();
            co_return false;
        }
        if (errno == EINTR)
            continue;
        if (errno != EAGAIN)
            co_return false;
        hasWaited = true;
        const bool isReady = co_await Readiness{*this, asio::ip::tcp::socket::wait_write};
        if (!isReady)
            co_return false;
    }
    co_return true;
}
#endif

// A request that is not understood: the answer, and then nothing more is believed.
Task<void> Connection::refuse(Status status)
{
    m_isClosing = true;
    // What was read of this head is in doubt, and what was read of the one before is gone.
    m_request.m_target = "/";
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
    enter(Phase::Lingering);
    error_code error;
    m_socket.shutdown(asio::ip::tcp::socket::shutdown_send, error);
    m_leftover.clear();
    std::size_t total = 0;
    while (!error && !m_isAborted) {
        m_begin = m_end = 0;
        const Input input = receive();
        if (input == Input::Ended)
            break;
        if (input == Input::Nothing) {
            const bool isReady = co_await Readiness{*this, asio::ip::tcp::socket::wait_read};
            if (!isReady)
                break;
        }
        total += m_end;
        if (total > maxLingerBytes) {
            abort();
            break;
        }
    }
}

Task<std::optional<Response>> Connection::respond(const Router::Route *route)
{
    const Router &router = m_shard.router();
    if (!route) {
        if (hasBody())
            m_isClosing = true;
        co_return router.answerWithoutRoute(m_request);
    }
    const std::uint64_t limit = route->options.bodyLimit;
    const bool isTooLarge = m_head.framing == HeadParser::Framing::Chunked ? limit == 0 : m_head.contentLength > limit;
    if (hasBody() && isTooLarge) {
        m_isClosing = true;
        co_return router.refusal(Status::ContentTooLarge, m_request);
    }
    m_pace = route->options.pace;
    m_bodyLimit = limit;
    m_bodyReceived = 0;
    m_bodyCredit = 0;
    m_bodyEnded = !hasBody();
    m_decoder = ChunkedDecoder();
    if (route->sinkFactory) {
        std::optional<Response> streamed = co_await streamBody(*route);
        co_return streamed;
    }

    enter(Phase::Body);
    const bool isAgreed = co_await agreeToBody();
    if (!isAgreed)
        co_return std::nullopt;
    while (true) {
        const BodyStep step = co_await nextPiece();
        switch (step) {
        case BodyStep::Piece:
            m_body.append(m_piece);
            continue;
        case BodyStep::End:
            m_request.m_body = m_body;
            co_return route->handler(m_request);
        case BodyStep::Malformed:
        case BodyStep::TooLarge:
            co_return refusedBody(step);
        case BodyStep::Lost:
            co_return std::nullopt;
        }
    }
}

Response Connection::refusedBody(BodyStep step)
{
    m_isClosing = true;
    return m_shard.router().refusal(step == BodyStep::TooLarge ? Status::ContentTooLarge : Status::BadRequest,
                                    m_request);
}

// "100 Continue", if it is waited for (RFC 9110, 10.1.1). False if the connection is lost.
Task<bool> Connection::agreeToBody()
{
    if (!m_head.expectsContinue || m_begin < m_end)
        co_return true;
    std::string_view rest = continueLine;
    while (true) {
        error_code error;
        rest.remove_prefix(m_socket.write_some(asio::buffer(rest.data(), rest.size()), error));
        if (error && !isNotNow(error))
            co_return false;
        if (rest.empty())
            co_return true;
        const bool isReady = co_await Readiness{*this, asio::ip::tcp::socket::wait_write};
        if (!isReady)
            co_return false;
    }
}

// The next of the body into m_piece, valid until the next call.
Task<Connection::BodyStep> Connection::nextPiece()
{
    const bool isChunked = m_head.framing == HeadParser::Framing::Chunked;
    while (!m_bodyEnded) {
        char *bytes = nullptr;
        std::size_t size = 0;
        const bool isBuffered = m_begin < m_end; // it came together with the head
        const auto wanted = isChunked
            ? pieceSize
            : static_cast<std::size_t>(std::min<std::uint64_t>(pieceSize, m_head.contentLength - m_bodyReceived));
        if (isBuffered) {
            bytes = m_buffer->bytes.data() + m_begin;
            size = std::min(m_end - m_begin, wanted);
        } else {
            if (!m_bodyBuffer)
                m_bodyBuffer = std::make_unique<char[]>(pieceSize);
            bytes = m_bodyBuffer.get();
            error_code error;
            size = m_socket.read_some(asio::buffer(bytes, wanted), error);
            if (error && !isNotNow(error))
                co_return BodyStep::Lost;
            if (error) {
                const bool isReady = co_await Readiness{*this, asio::ip::tcp::socket::wait_read};
                if (!isReady)
                    co_return BodyStep::Lost;
                continue;
            }
            m_bodyCredit += size;
            setProgress(m_bodyCredit);
        }

        std::size_t consumed = size;
        std::size_t produced = size;
        if (isChunked) {
            const ChunkedDecoder::Progress progress = m_decoder.decode(bytes, size);
            if (progress.state == ChunkedDecoder::State::Malformed)
                co_return BodyStep::Malformed;
            m_bodyEnded = progress.state == ChunkedDecoder::State::Done;
            consumed = progress.consumed;
            produced = progress.produced;
        }
        m_bodyReceived += produced;
        if (m_bodyReceived > m_bodyLimit || m_decoder.announced() > m_bodyLimit - m_bodyReceived)
            co_return BodyStep::TooLarge;
        if (!isChunked)
            m_bodyEnded = m_bodyReceived == m_head.contentLength;
        if (isBuffered)
            m_begin += consumed;
        else
            m_leftover.assign(bytes + consumed, size - consumed);
        if (produced > 0) {
            m_piece = {bytes, produced};
            co_return BodyStep::Piece;
        }
    }
    co_return BodyStep::End;
}

Task<std::optional<Response>> Connection::streamBody(const Router::Route &route)
{
    using Admission = WorkerPool::Admission;
    std::optional<SinkOrRefusal> made;
    WorkerPool::Work make = [&](WorkerContext &context) { made = route.sinkFactory(m_request, context); };
    const bool isAdmitted = co_await onWorker(std::move(make), Admission::New);
    if (!isAdmitted || std::holds_alternative<Response>(*made)) {
        m_isClosing = m_isClosing || hasBody();
        co_return isAdmitted ? std::move(std::get<Response>(*made)) : busy();
    }
    const std::unique_ptr<BodySink> sink = std::move(std::get<std::unique_ptr<BodySink>>(*made));

    enter(Phase::Body);
    std::uint64_t written = 0;
    const bool isAgreed = co_await agreeToBody();
    BodyStep step = BodyStep::Lost;
    while (isAgreed) {
        step = co_await nextPiece();
        if (step != BodyStep::Piece)
            break;
        // Time on the worker is not the peer's: the deadline moves by it.
        const SteadyTime before = steady_clock::now();
        const SteadyTime start = m_phaseStart;
        std::optional<Response> refusal;
        WorkerPool::Work write = [&](WorkerContext &context) { refusal = sink->write(m_piece, context); };
        co_await onWorker(std::move(write), Admission::Admitted);
        if (refusal) {
            m_isClosing = true;
            co_return std::move(refusal);
        }
        written += m_piece.size();
        m_phase = Phase::Body;
        m_phaseStart = start + (steady_clock::now() - before);
        setProgress(m_bodyCredit);
    }

    std::optional<Response> answer;
    WorkerPool::Work end = [&](WorkerContext &context) {
        if (step == BodyStep::End)
            answer = sink->finish(context);
        else
            sink->cutOff(written, context);
    };
    co_await onWorker(std::move(end), Admission::Admitted);
    if (step == BodyStep::Malformed || step == BodyStep::TooLarge)
        answer = refusedBody(step);
    co_return std::move(answer);
}

// Waits for `work` on a worker, even if the connection is lost meanwhile. False if the queue is full.
Task<bool> Connection::onWorker(WorkerPool::Work work, WorkerPool::Admission admission)
{
    enter(Phase::Working);
    m_isWorkDone = false;
    const bool isAdmitted = m_shard.workers().submit(
        [this, &work](WorkerContext &context) {
            work(context);
            m_shard.deliver(*this);
        },
        admission);
    while (isAdmitted && !m_isWorkDone)
        co_await Wakeup{*this};
    co_return isAdmitted;
}

// The answer, or `otherwise` when the time is up; nothing if the peer left.
Task<std::optional<Response>> Connection::awaitDeferred(std::shared_ptr<DeferredAnswer::State> state)
{
    enter(Phase::Deferred);
    m_deadline = steady_clock::now() + state->within;
    m_isTimeUp = m_shard.isDraining();
    m_peerLeft = false;
    state->connection = this;
    {
        const std::lock_guard lock(state->mutex);
        if (!state->isOver)
            state->mailbox = &m_shard;
    }
    watchForLeaving();
    const auto isAnswered = [&state] {
        const std::lock_guard lock(state->mutex);
        return state->isOver;
    };
    while (!isAnswered() && !m_isTimeUp && !m_peerLeft && !m_isAborted)
        co_await Wakeup{*this};

    std::optional<Response> outcome;
    UniqueFunction<void()> onAbandoned;
    {
        const std::lock_guard lock(state->mutex);
        state->mailbox = nullptr;
        if (!state->isOver) {
            state->isOver = true;
            onAbandoned = std::move(state->onAbandoned);
            if (m_isTimeUp)
                outcome = std::move(state->otherwise);
        } else {
            outcome = std::move(state->answer);
        }
        state->answer.reset();
        state->otherwise.reset();
    }
    state->connection = nullptr;
    if (onAbandoned)
        onAbandoned();
    if (m_isWatching) {
        error_code ignored;
        m_socket.cancel(ignored);
    }
    while (m_isWatching)
        co_await Wakeup{*this};
    if (m_peerLeft || m_isAborted)
        co_return std::nullopt;
    co_return std::move(outcome);
}

void Connection::watchForLeaving()
{
    m_isWatching = true;
    m_socket.async_wait(asio::ip::tcp::socket::wait_read, [this](const error_code &waitError) {
        m_isWatching = false;
        if (!waitError && !m_isAborted) {
            char byte = 0;
            error_code error;
            m_socket.receive(asio::buffer(&byte, 1), asio::socket_base::message_peek, error);
            if (isNotNow(error)) {
                watchForLeaving();
                return;
            }
            m_peerLeft = static_cast<bool>(error); // a byte is the next request, which waits its turn
        }
        wake();
    });
}

} // namespace toasoan::http
