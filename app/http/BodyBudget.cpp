#include "http/BodyBudget.h"

#include <algorithm>

namespace toasoan::http {

bool BodyBudget::take(std::size_t bytes, const std::string &sender)
{
    const std::lock_guard lock(m_mutex);
    if (bytes > m_limit - m_used)
        return false;
    const auto known = m_bySender.find(sender);
    const std::size_t his = known == m_bySender.end() ? 0 : known->second;
    const bool isHisOnly = his == 0 && !sender.empty();
    if (!isHisOnly && his + bytes > m_limit / 4)
        return false;
    if (bytes > 0)
        m_bySender[sender] = his + bytes;
    m_used += bytes;
    return true;
}

void BodyBudget::giveBack(std::size_t bytes, const std::string &sender)
{
    const std::lock_guard lock(m_mutex);
    m_used -= bytes;
    const auto his = m_bySender.find(sender);
    his->second -= bytes;
    if (his->second == 0)
        m_bySender.erase(his);
}

bool HeldBody::begin(std::string sender, std::size_t size)
{
    clear();
    m_sender = std::move(sender);
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
