#include "backend/VisitCrowd.h"

#include <algorithm>
#include <utility>

namespace toasoan {

namespace {

constexpr quint64 bitCount = 1ULL << 26;
constexpr int probes = 4;

// The probes of a hash: a walk whose start and step are its halves, mixed.
template <typename Visit>
void forEachBit(quint64 hash, Visit visit)
{
    const quint64 step = ((hash * 0x9E3779B97F4A7C15ULL) >> 32) | 1;
    for (int i = 0; i < probes; ++i) {
        visit((hash % bitCount) / 64, 1ULL << (hash % 64));
        hash = (hash >> 26 | hash << 38) + step;
    }
}

} // namespace

bool ApproximateSet::contains(quint64 hash) const
{
    bool isIn = !m_bits.empty();
    if (isIn)
        forEachBit(hash, [&](quint64 word, quint64 bit) { isIn = isIn && (m_bits[word] & bit); });
    return isIn;
}

bool ApproximateSet::add(quint64 hash)
{
    if (m_bits.empty())
        m_bits.resize(bitCount / 64);
    bool isNew = false;
    forEachBit(hash, [&](quint64 word, quint64 bit) {
        isNew = isNew || !(m_bits[word] & bit);
        m_bits[word] |= bit;
    });
    m_size += isNew ? 1 : 0;
    return isNew;
}

void ApproximateSet::clear()
{
    std::ranges::fill(m_bits, 0);
    m_size = 0;
}

void RollingSet::roll(Instant at)
{
    // A clock that was set back begins anew: it counts like time that passed.
    if (at >= m_begin && at - m_begin < m_period)
        return;
    const bool isNext = at >= m_begin && at - m_begin < 2 * m_period;
    std::swap(m_now, m_before);
    m_now.clear();
    if (!isNext)
        m_before.clear();
    m_begin = isNext ? m_begin + m_period : at;
}

bool RollingSet::contains(quint64 hash, Instant at)
{
    roll(at);
    return m_now.contains(hash) || m_before.contains(hash);
}

bool RollingSet::add(quint64 hash, Instant at)
{
    roll(at);
    const bool isNew = m_now.add(hash);
    return isNew && !m_before.contains(hash);
}

qint64 RollingSet::size(Instant at)
{
    roll(at);
    return std::max(m_now.size(), m_before.size());
}

VisitCrowd::Seen VisitCrowd::add(quint64 visitor, quint64 page, Instant at)
{
    m_online.add(visitor, at);
    return {.isNewVisitor = m_visitors.add(visitor),
            .isNewVisit = m_visits.add(visitor, at),
            .isNewView = m_views.add((visitor ^ page * 0x9E3779B97F4A7C15ULL) * 0xBF58476D1CE4E5B9ULL, at)};
}

} // namespace toasoan
