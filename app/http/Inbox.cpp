#include "http/Inbox.h"

#include <cstring>

namespace toasoan::http {

Inbox::Input Inbox::receive()
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
    const auto read = m_channel.readNow(bytes + m_end, space);
    if (!read)
        return Input::Ended;
    if (read->count == 0)
        return Input::Nothing;
    m_isDrained = read->isAll;
    m_end += read->count;
    return Input::Some;
}

void Inbox::release()
{
    if (m_buffer)
        m_shard.giveBack(std::move(m_buffer));
    drop();
}

} // namespace toasoan::http
