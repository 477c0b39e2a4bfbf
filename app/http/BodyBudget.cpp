#include "http/BodyBudget.h"

#include <algorithm>

namespace toasoan::http {

namespace {

bool add(std::atomic<std::size_t> &used, std::size_t bytes, std::size_t limit)
{
    std::size_t before = used.load(std::memory_order_relaxed);
    do {
        if (bytes > limit || before > limit - bytes)
            return false;
    } while (!used.compare_exchange_weak(before, before + bytes, std::memory_order_relaxed));
    return true;
}

} // namespace

bool BodyBudget::take(std::size_t bytes, Sender sender)
{
    if (sender == Sender::Anonymous && !add(m_anonymous, bytes, m_limit / 4))
        return false;
    if (add(m_used, bytes, m_limit))
        return true;
    if (sender == Sender::Anonymous)
        m_anonymous -= bytes;
    return false;
}

void BodyBudget::giveBack(std::size_t bytes, Sender sender)
{
    m_used -= bytes;
    if (sender == Sender::Anonymous)
        m_anonymous -= bytes;
}

bool HeldBody::begin(BodyBudget::Sender sender, std::size_t size)
{
    clear();
    m_sender = sender;
    return grow(size);
}

bool HeldBody::append(std::string_view piece)
{
    const std::size_t size = m_bytes.size() + piece.size();
    // A body without announced length grows as texts do, so that it is not copied for each piece.
    if (size > m_taken && !grow(std::max(size, 2 * m_taken)) && !grow(size))
        return false;
    m_bytes.append(piece);
    return true;
}

bool HeldBody::grow(std::size_t size)
{
    if (!m_budget.take(size - m_taken, m_sender))
        return false;
    m_taken = size;
    m_bytes.reserve(size);
    return true;
}

void HeldBody::clear()
{
    if (m_taken == 0)
        return;
    m_budget.giveBack(m_taken, m_sender);
    m_taken = 0;
    m_bytes = std::string(); // clear() would keep the memory of a large one for as long as the connection is idle
}

} // namespace toasoan::http
