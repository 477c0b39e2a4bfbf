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
        m_end += takeLeftover(bytes + m_end, space);
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

std::size_t Inbox::takeLeftover(char *bytes, std::size_t size)
{
    const std::size_t count = m_leftover.copy(bytes, size);
    m_leftover.erase(0, count);
    return count;
}

void Inbox::release()
{
    if (m_buffer)
        m_shard.giveBack(std::move(m_buffer));
    drop();
}

} // namespace toasoan::http
