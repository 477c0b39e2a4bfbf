// Tells readers apart when there are more than are remembered one by one: in fixed memory, with sets that never forget
// whom they have and now and then take a new one for known. So what is counted may be a little too low, never too high.
#pragma once

#include "base/Clock.h"

#include <QByteArray>

#include <cstddef>
#include <vector>

class QDataStream;
class QIODevice;

namespace toasoan {

/// A Bloom filter of 8 MiB, for hashes that are evenly spread: below six million entries it takes fewer than one new
/// entry in a hundred for known.
class ApproximateSet
{
public:
    [[nodiscard]] bool contains(quint64 hash) const;
    /// Whether it is new.
    bool add(quint64 hash);
    void clear();
    [[nodiscard]] qint64 size() const { return m_size; }

    /// Packed: an empty set takes some bytes, a full one its 8 MiB.
    void write(QDataStream &out) const;
    /// Whether it was one.
    [[nodiscard]] bool read(QDataStream &in);

private:
    std::vector<quint64> m_bits; ///< made by the first entry
    qint64 m_size = 0;
};

/// Knows an entry for at least `period` after it was last added, and for less than two.
class RollingSet
{
public:
    explicit RollingSet(Milliseconds period) : m_period(period) { }

    [[nodiscard]] bool contains(quint64 hash, Instant at);
    /// Whether it is new.
    bool add(quint64 hash, Instant at);
    /// Those of the period, about: of the fuller of this one and the one before.
    [[nodiscard]] qint64 size(Instant at);

    void clear();
    void write(QDataStream &out) const;
    [[nodiscard]] bool read(QDataStream &in);

private:
    void roll(Instant at);

    const Milliseconds m_period;
    Instant m_begin;
    ApproximateSet m_now;
    ApproximateSet m_before;
};

/// The readers of a day beyond those who are remembered one by one.
class VisitCrowd
{
public:
    VisitCrowd(Milliseconds visitGap, Milliseconds reloadWindow, Milliseconds onlineWindow)
        : m_visits(visitGap)
        , m_views(reloadWindow)
        , m_online(onlineWindow)
    { }

    struct Seen
    {
        bool isNewVisitor = false; ///< of the day
        bool isNewVisit = false;
        bool isNewView = false;
    };
    Seen add(quint64 visitor, quint64 page, Instant at);
    /// Whether the reader has been one of these today.
    [[nodiscard]] bool knows(quint64 visitor) const { return m_visitors.contains(visitor); }
    /// Whether his visit is.
    [[nodiscard]] bool has(quint64 visitor, Instant at) { return m_visits.contains(visitor, at); }
    [[nodiscard]] qint64 online(Instant at) { return m_online.size(at); }

    /// All of it, for a file: at most some 56 MiB, a set after the other, so that only one of them is held packed. What
    /// fails, the device knows.
    void write(QIODevice &file) const;
    /// Puts what was kept in the place of what is there. False, and nobody is in it, if they are not its bytes.
    [[nodiscard]] bool read(const QByteArray &bytes);

private:
    ApproximateSet m_visitors;
    RollingSet m_visits;
    RollingSet m_views;
    RollingSet m_online;
};

} // namespace toasoan
