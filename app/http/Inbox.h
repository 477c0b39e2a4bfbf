// What a connection has received and not used yet. On the thread of its shard.
#pragma once

#include "http/Channel.h"
#include "http/Shard.h"

#include <memory>
#include <string>
#include <string_view>

namespace toasoan::http {

class Inbox
{
public:
    Inbox(Shard &shard, Channel &channel) : m_shard(shard), m_channel(channel) { }

    enum class Input
    {
        Some,
        Nothing, ///< Now; wait for more.
        Ended,
    };
    /// Receives more, without waiting.
    [[nodiscard]] Input receive();

    [[nodiscard]] std::string_view received() const
    {
        if (!m_buffer)
            return {};
        return {m_buffer->bytes.data() + m_begin, m_end - m_begin};
    }
    /// The first byte that is not used yet; only if there is one.
    [[nodiscard]] char *bytes() { return m_buffer->bytes.data() + m_begin; }
    [[nodiscard]] HeadParser::FieldStorage &fields() { return m_buffer->fields; }
    [[nodiscard]] std::size_t size() const { return m_end - m_begin; }
    [[nodiscard]] bool isEmpty() const { return m_begin == m_end; }
    /// Nothing here, nor put back.
    [[nodiscard]] bool hasNothing() const { return isEmpty() && m_leftover.empty(); }

    void use(std::size_t count) { m_begin += count; }

    /// What was received behind the end of a body: the next request.
    void putBack(std::string_view bytes) { m_leftover.insert(0, bytes); }
    /// Moves what was put back, at most `size`, to `bytes` and returns how many. For a body, when the buffer is used
    /// up: receive() would write over the head before it, to which the request's views point.
    [[nodiscard]] std::size_t takeLeftover(char *bytes, std::size_t size);

    /// Forgets what was received.
    void drop() { m_begin = m_end = 0; }
    void dropAll()
    {
        drop();
        m_leftover.clear();
    }
    /// Gives the buffer back to the shard; only while it is empty.
    void release();

private:
    Shard &m_shard;
    Channel &m_channel;
    std::unique_ptr<HeadBuffer> m_buffer;
    std::size_t m_begin = 0; // of what is not used yet in m_buffer
    std::size_t m_end = 0;
    std::string m_leftover;
    bool m_isDrained = true; // the last read took all there was: another would be a system call for nothing
};

} // namespace toasoan::http
