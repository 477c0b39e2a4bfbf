#include "backend/VisitCrowd.h"

#include <QDataStream>
#include <QIODevice>
#include <QSysInfo>

#include <algorithm>
#include <cstring>
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

void RollingSet::clear()
{
    m_now = {};
    m_before = {};
}

void ApproximateSet::write(QDataStream &out) const
{
    constexpr int fast = 1;
    const auto bytes = QByteArray::fromRawData(reinterpret_cast<const char *>(m_bits.data()),
                                               qsizetype(m_bits.size() * sizeof(quint64)));
    out << m_size << (m_bits.empty() ? QByteArray() : qCompress(bytes, fast));
}

bool ApproximateSet::read(QDataStream &in)
{
    QByteArray packed;
    in >> m_size >> packed;
    m_bits.clear();
    if (in.status() != QDataStream::Ok)
        return false;
    if (packed.isEmpty())
        return m_size == 0;
    const QByteArray bytes = qUncompress(packed);
    if (bytes.size() != qsizetype(bitCount / 8))
        return false;
    m_bits.resize(bitCount / 64);
    std::memcpy(m_bits.data(), bytes.constData(), std::size_t(bytes.size()));
    return true;
}

void RollingSet::write(QDataStream &out) const
{
    out << toMilliseconds(m_begin);
    m_now.write(out);
    m_before.write(out);
}

bool RollingSet::read(QDataStream &in)
{
    qint64 begin = 0;
    in >> begin;
    m_begin = fromMilliseconds(begin);
    return m_now.read(in) && m_before.read(in);
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

void VisitCrowd::write(QIODevice &file) const
{
    QDataStream out(&file);
    out << quint64(QSysInfo::ByteOrder) << bitCount << qint64(probes); // of another build it would be no crowd
    m_visitors.write(out);
    for (const RollingSet *set : {&m_visits, &m_views, &m_online})
        set->write(out);
}

bool VisitCrowd::read(const QByteArray &bytes)
{
    QDataStream in(bytes);
    quint64 order = 0;
    quint64 bits = 0;
    qint64 steps = 0;
    in >> order >> bits >> steps;
    bool isWhole = in.status() == QDataStream::Ok && order == quint64(QSysInfo::ByteOrder) && bits == bitCount
        && steps == probes && m_visitors.read(in);
    for (RollingSet *set : {&m_visits, &m_views, &m_online})
        isWhole = isWhole && set->read(in);
    if (isWhole)
        return true;
    m_visitors = {};
    for (RollingSet *set : {&m_visits, &m_views, &m_online})
        set->clear();
    return false;
}

} // namespace toasoan
