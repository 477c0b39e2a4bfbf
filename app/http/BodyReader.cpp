#include "http/BodyReader.h"

namespace toasoan::http {

namespace {

constexpr std::size_t pieceSize = 64 * 1024;
constexpr std::string_view continueLine = "HTTP/1.1 100 Continue\r\n\r\n";

} // namespace

void BodyReader::begin(const HeadParser::Head &head, std::uint64_t limit)
{
    m_head = head;
    m_limit = limit;
    m_received = 0;
    m_credit = 0;
    m_hasEnded = head.framing == HeadParser::Framing::NoBody;
    m_decoder = ChunkedDecoder();
}

Task<bool> BodyReader::agree()
{
    if (!m_head.expectsContinue || !m_inbox.hasNothing())
        co_return true;
    std::string_view rest = continueLine;
    while (true) {
        const auto count = m_channel.write(boost::asio::buffer(rest.data(), rest.size()));
        if (!count)
            co_return false;
        rest.remove_prefix(*count);
        if (rest.empty())
            co_return true;
        const bool isReady = co_await m_channel.writable();
        if (!isReady)
            co_return false;
    }
}

Task<BodyReader::Step> BodyReader::next()
{
    const bool isChunked = m_head.framing == HeadParser::Framing::Chunked;
    while (!m_hasEnded) {
        char *bytes = nullptr;
        std::size_t size = 0;
        const bool isBuffered = !m_inbox.isEmpty(); // it came together with the head
        const auto wanted = isChunked
            ? pieceSize
            : static_cast<std::size_t>(std::min<std::uint64_t>(pieceSize, m_head.contentLength - m_received));
        if (isBuffered) {
            bytes = m_inbox.bytes();
            size = std::min(m_inbox.size(), wanted);
        } else {
            if (!m_buffer)
                m_buffer = std::make_unique<char[]>(pieceSize);
            bytes = m_buffer.get();
            size = m_inbox.takeLeftover(bytes, wanted); // it was progress of the body that it came with
            if (size == 0) {
                const auto count = m_channel.read(bytes, wanted);
                if (!count)
                    co_return Step::Lost;
                if (*count == 0) {
                    const bool isReady = co_await m_channel.readable();
                    if (!isReady)
                        co_return Step::Lost;
                    continue;
                }
                size = *count;
                m_credit += size;
                m_deadline.setProgress(m_credit);
            }
        }

        std::size_t consumed = size;
        std::size_t produced = size;
        if (isChunked) {
            const ChunkedDecoder::Progress progress = m_decoder.decode(bytes, size);
            if (progress.state == ChunkedDecoder::State::Malformed)
                co_return Step::Malformed;
            m_hasEnded = progress.state == ChunkedDecoder::State::Done;
            consumed = progress.consumed;
            produced = progress.produced;
        }
        m_received += produced;
        if (m_received > m_limit || m_decoder.announced() > m_limit - m_received)
            co_return Step::TooLarge;
        if (!isChunked)
            m_hasEnded = m_received == m_head.contentLength;
        if (isBuffered)
            m_inbox.use(consumed);
        else
            m_inbox.putBack({bytes + consumed, size - consumed});
        if (produced > 0) {
            m_piece = {bytes, produced};
            co_return Step::Piece;
        }
    }
    co_return Step::End;
}

} // namespace toasoan::http
