// Receives the body of one request after the other, piece by piece, within the route's limit. On the thread of its
// shard.
#pragma once

#include "http/ChunkedDecoder.h"
#include "http/Deadline.h"
#include "http/Inbox.h"
#include "http/Task.h"

namespace toasoan::http {

class BodyReader
{
public:
    BodyReader(Channel &channel, Deadline &deadline, Inbox &inbox)
        : m_channel(channel)
        , m_deadline(deadline)
        , m_inbox(inbox)
    { }

    enum class Step
    {
        Piece, ///< in piece()
        End,
        Malformed,
        TooLarge,
        Lost,
    };

    /// Of a request with this head.
    void begin(const HeadParser::Head &head, std::uint64_t limit);
    /// Says "100 Continue", if it is waited for (RFC 9110, 10.1.1). False if the connection is lost.
    Task<bool> agree();
    Task<Step> next();
    /// At most 64 KiB, valid until next() is called.
    [[nodiscard]] std::string_view piece() const { return m_piece; }
    /// Bytes that count as progress of the peer.
    [[nodiscard]] std::uint64_t credit() const { return m_credit; }
    /// Frees the memory for pieces.
    void release() { m_buffer.reset(); }

private:
    Channel &m_channel;
    Deadline &m_deadline;
    Inbox &m_inbox;

    HeadParser::Head m_head;
    std::uint64_t m_limit = 0;
    std::uint64_t m_received = 0;
    std::uint64_t m_credit = 0;
    bool m_hasEnded = false;
    ChunkedDecoder m_decoder;
    std::unique_ptr<char[]> m_buffer;
    std::string_view m_piece;
};

} // namespace toasoan::http
