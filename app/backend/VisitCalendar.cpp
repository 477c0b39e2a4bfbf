#include "backend/VisitCalendar.h"

#include <QDateTime>

#include <algorithm>
#include <cstring>
#include <iterator>

namespace toasoan {

namespace {

quint64 sipHash(const unsigned char *bytes, std::size_t size, const HashKey &key)
{
    quint64 hash = 0;
    static_assert(sizeof(hash) == crypto_shorthash_BYTES);
    crypto_shorthash(reinterpret_cast<unsigned char *>(&hash), bytes, size, key.data());
    return hash;
}

} // namespace

quint64 hashAgent(const HashKey &key, std::string_view agent)
{
    return sipHash(reinterpret_cast<const unsigned char *>(agent.data()), agent.size(), key);
}

VisitorHash hashVisitor(const DayKey &key, std::string_view address, quint64 agentHash)
{
    std::array<unsigned char, sizeof(agentHash) + mostAddressBytes> text;
    std::memcpy(text.data(), &agentHash, sizeof(agentHash));
    std::memcpy(text.data() + sizeof(agentHash), address.data(), address.size());
    return sipHash(text.data(), sizeof(agentHash) + address.size(), key.bytes);
}

RememberedKey remembered(const HashKey &bytes, Instant day)
{
    RememberedKey key{.day = day};
    static_assert(sizeof(key.bytes) == sizeof(bytes));
    std::memcpy(key.bytes.data(), bytes.data(), bytes.size());
    return key;
}

HashKey recalled(const RememberedKey &key)
{
    HashKey bytes;
    std::memcpy(bytes.data(), key.bytes.data(), bytes.size());
    return bytes;
}

Day VisitCalendar::dayOf(Instant at)
{
    const std::lock_guard lock(m_mutex);
    return findDay(at);
}

DayKey VisitCalendar::keyOf(Instant at)
{
    const std::lock_guard lock(m_mutex);
    const auto known = std::ranges::find_if(m_keys, [&](const DayKey &key) { return key.day.contains(at); });
    if (known != m_keys.end())
        return *known;
    // The older one goes.
    m_keys[1].wipe();
    m_keys[1] = m_keys[0];
    m_keys[0].day = findDay(at);
    m_dice.fill(std::as_writable_bytes(std::span(m_keys[0].bytes)));
    return m_keys[0];
}

std::vector<DayKey> VisitCalendar::keys()
{
    const std::lock_guard lock(m_mutex);
    std::vector<DayKey> known;
    std::ranges::copy_if(m_keys, std::back_inserter(known), [](const DayKey &key) { return key.day.date.isValid(); });
    return known;
}

void VisitCalendar::addKey(const DayKey &key)
{
    const std::lock_guard lock(m_mutex);
    m_keys[1] = m_keys[0];
    m_keys[0] = key;
}

void VisitCalendar::throwAwayOldKeys(Instant now)
{
    const std::lock_guard lock(m_mutex);
    for (DayKey &key : m_keys) {
        if (key.day.isOver(now))
            key.wipe();
    }
}

Day VisitCalendar::findDay(Instant at) const
{
    const QDate date = QDateTime::fromMSecsSinceEpoch(toMilliseconds(at), m_zone).date();
    const auto start = [&](QDate day) { return fromMilliseconds(day.startOfDay(m_zone).toMSecsSinceEpoch()); };
    return {.date = date, .begin = start(date), .end = start(date.addDays(1))};
}

} // namespace toasoan
