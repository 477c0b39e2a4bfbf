#include "http/AnswerWriter.h"

#include "http/AnswerHead.h"

#include <array>
#include <memory>
#include <string>

#ifdef Q_OS_LINUX
#include <sys/sendfile.h>

#include <cerrno>
#endif

namespace toasoan::http {

namespace asio = boost::asio;

namespace {

constexpr std::size_t pieceSize = 64 * 1024;

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

asio::const_buffer bufferOf(std::string_view bytes)
{
    return {bytes.data(), bytes.size()};
}

bool hasContent(Status status)
{
    return status != Status::NoContent && status != Status::NotModified;
}

} // namespace

std::string_view AnswerWriter::headEnd() const
{
    if (m_isLast)
        return m_shard.headEnd(Shard::HeadEnd::Close);
    return m_shard.headEnd(m_isHttp11 ? Shard::HeadEnd::KeepAlive : Shard::HeadEnd::KeepAliveHttp10);
}

// From the first byte of an answer on it is said whether it is the last.
void AnswerWriter::settleLast()
{
    if (m_shard.isDraining())
        m_isLast = true;
}

AnswerWriter::Sent AnswerWriter::trySend(const Block &block)
{
    settleLast();
    const std::string_view end = headEnd();
    const auto sent = m_channel.write(std::array{bufferOf(block.head), bufferOf(end), bufferOf(block.body)});
    if (!sent)
        return Sent::Lost;
    m_sent = *sent;
    return m_sent == block.head.size() + end.size() + block.body.size() ? Sent::All : Sent::Part;
}

// Bytes count as progress only from here on: what the kernel took at once shows no reader.
Task<bool> AnswerWriter::sendRest(Block block)
{
    m_deadline.enter(Phase::Sending);
    const std::string end(headEnd()); // the shard's own changes every second
    std::array<std::string_view, 3> parts{block.head, end, block.body};
    const auto skip = [&parts](std::size_t count) {
        for (std::string_view &part : parts) {
            const std::size_t here = std::min(count, part.size());
            part.remove_prefix(here);
            count -= here;
        }
    };
    skip(m_sent);
    std::uint64_t progress = 0;
    while (!parts[0].empty() || !parts[1].empty() || !parts[2].empty()) {
        const bool isReady = co_await m_channel.writable();
        if (!isReady)
            co_return false;
        const auto count = m_channel.write(std::array{bufferOf(parts[0]), bufferOf(parts[1]), bufferOf(parts[2])});
        if (!count)
            co_return false;
        skip(*count);
        m_deadline.setProgress(progress += *count);
    }
    co_return true;
}

Task<bool> AnswerWriter::send(Block block)
{
    if (m_request.method() == Method::Head)
        block.body = {};
    const Sent sent = trySend(block);
    if (sent != Sent::Part)
        co_return sent == Sent::All;
    const bool isSent = co_await sendRest(block);
    co_return isSent;
}

Task<bool> AnswerWriter::send(const SmallAnswer &answer)
{
    AnswerHead head(answer.status);
    if (!answer.contentType.isEmpty())
        head.add("Content-Type", answer.contentType);
    if (hasContent(answer.status))
        head.addContentLength(static_cast<std::uint64_t>(answer.body.size()));
    head.add(answer.fields);
    const QByteArray text = head.take();
    const bool isSent = co_await send(
        Block{.head = viewOf(text), .body = hasContent(answer.status) ? viewOf(answer.body) : std::string_view()});
    co_return isSent;
}

Task<bool> AnswerWriter::send(const FileAnswer &answer)
{
    const FileReply reply = replyWithFile(m_request, answer);
    const std::string_view head = viewOf(reply.head);
    if (reply.part.length == 0) {
        const bool isSent = co_await send(Block{.head = head, .body = {}});
        co_return isSent;
    }
    settleLast();
#ifdef Q_OS_LINUX
    if (m_shard.options().useSendfile) {
        const bool isSent = co_await sendPartByKernel(head, *answer.file, reply.part);
        co_return isSent;
    }
#endif
    const bool isSent = co_await sendPart(head, *answer.file, reply.part);
    co_return isSent;
}

// The head goes with the first piece, each further piece for itself.
Task<bool> AnswerWriter::sendPart(std::string_view head, const OpenFile &file, ByteRange part)
{
    const auto buffer = std::make_unique<char[]>(pieceSize);
    m_deadline.enter(Phase::Sending);
    std::string first(head);
    first += headEnd();
    std::string_view rest = first;
    std::uint64_t progress = 0;
    bool hasWaited = false;
    while (true) {
        while (!rest.empty()) {
            const auto count = m_channel.write(bufferOf(rest));
            if (!count)
                co_return false;
            rest.remove_prefix(*count);
            if (hasWaited)
                m_deadline.setProgress(progress += *count);
            if (rest.empty())
                break;
            hasWaited = true;
            const bool isReady = co_await m_channel.writable();
            if (!isReady)
                co_return false;
        }
        if (part.length == 0)
            co_return true;
        const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(part.length, pieceSize));
        const auto count = file.readAt(part.offset, buffer.get(), wanted);
        if (!count || *count == 0) { // the file shrank: what was announced cannot be sent
            m_channel.cutOff();
            co_return false;
        }
        rest = {buffer.get(), *count};
        part.offset += *count;
        part.length -= *count;
    }
}

#ifdef Q_OS_LINUX
Task<bool> AnswerWriter::sendPartByKernel(std::string_view head, const OpenFile &file, ByteRange part)
{
    constexpr std::uint64_t stride = 1024 * 1024;
    const std::string_view end = headEnd();
    const auto sent = m_channel.writeAhead(std::array{bufferOf(head), bufferOf(end)});
    if (!sent)
        co_return false;
    if (*sent < head.size() + end.size()) {
        m_sent = *sent;
        const bool isSent = co_await sendRest({.head = head, .body = {}});
        if (!isSent)
            co_return false;
    }
    m_deadline.enter(Phase::Sending);
    std::uint64_t progress = 0;
    bool hasWaited = false;
    while (part.length > 0) {
        auto position = static_cast<off_t>(part.offset);
        const ssize_t result = ::sendfile(m_channel.socket().native_handle(), file.descriptor(), &position,
                                          static_cast<std::size_t>(std::min(part.length, stride)));
        if (result > 0) {
            const auto count = static_cast<std::uint64_t>(result);
            part.offset += count;
            part.length -= count;
            if (hasWaited)
                m_deadline.setProgress(progress += count);
            continue;
        }
        if (result == 0) { // the file shrank: what was announced cannot be sent
            m_channel.cutOff();
            co_return false;
        }
        if (errno == EINTR)
            continue;
        if (errno != EAGAIN)
            co_return false;
        hasWaited = true;
        const bool isReady = co_await m_channel.writable();
        if (!isReady)
            co_return false;
    }
    co_return true;
}
#endif

} // namespace toasoan::http
