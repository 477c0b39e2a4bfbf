// The days of the site, and the random keys under which its readers are hashed on each of them.
#pragma once

#include "backend/VisitMemory.h"
#include "base/Clock.h"
#include "base/Dice.h"

#include <QDate>
#include <QTimeZone>

#include <array>
#include <mutex>
#include <string_view>
#include <vector>

#include <sodium.h>

namespace toasoan {

using VisitorHash = quint64;

constexpr std::size_t mostAddressBytes = 64;

/// The time between two moments, whichever came first: when the clock is set back, that counts like time that passed.
inline Milliseconds distance(Instant a, Instant b)
{
    return a < b ? b - a : a - b;
}

/// How long after a day its key and its visitors are still needed: for deliveries recorded just before midnight.
constexpr Milliseconds lateness = std::chrono::minutes(1);

struct Day
{
    QDate date;
    Instant begin;
    Instant end;

    [[nodiscard]] bool contains(Instant at) const { return begin <= at && at < end; }
    [[nodiscard]] bool isOver(Instant now) const { return now < begin - lateness || now >= end + lateness; }
};

using HashKey = std::array<unsigned char, crypto_shorthash_KEYBYTES>;

struct DayKey
{
    Day day;
    HashKey bytes{};

    void wipe()
    {
        sodium_memzero(bytes.data(), bytes.size());
        day = {};
    }
};

[[nodiscard]] quint64 hashAgent(const HashKey &key, std::string_view agent);
/// Of an address of at most mostAddressBytes.
[[nodiscard]] VisitorHash hashVisitor(const DayKey &key, std::string_view address, quint64 agentHash);

/// What VisitMemory has of a key, and back.
[[nodiscard]] RememberedKey remembered(const HashKey &bytes, Instant day);
[[nodiscard]] HashKey recalled(const RememberedKey &key);

/// Knows the days of the site and holds their keys, at most of two days at once. Safe from any thread.
class VisitCalendar
{
public:
    VisitCalendar(const QTimeZone &zone, Dice &dice) : m_zone(zone), m_dice(dice) { }

    [[nodiscard]] Day dayOf(Instant at);
    /// The day's key, made when it is first asked for.
    [[nodiscard]] DayKey keyOf(Instant at);
    /// Those that there are.
    [[nodiscard]] std::vector<DayKey> keys();
    /// Before there is any other.
    void addKey(const DayKey &key);
    void throwAwayOldKeys(Instant now);

private:
    [[nodiscard]] Day findDay(Instant at) const;

    std::mutex m_mutex;
    QTimeZone m_zone; ///< not said to be safe for several threads at once
    Dice &m_dice;
    std::array<DayKey, 2> m_keys;
};

} // namespace toasoan
