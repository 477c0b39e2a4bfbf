#include "sync/BackOff.h"

#include <algorithm>

namespace toasoan {

using namespace std::chrono_literals;

namespace {

constexpr Milliseconds first = 1s;
constexpr Milliseconds longest = 60s;
/// Longer than any wait, also one that the server asks for.
constexpr Milliseconds implausible = 5min;

} // namespace

Milliseconds backOff(int failures, Dice &dice)
{
    const Milliseconds full = std::min<Milliseconds>(longest, first * (1LL << std::min(failures - 1, 10)));
    return full / 2 + Milliseconds(qint64(dice.next() % quint64(full.count() / 2 + 1)));
}

bool isDue(Instant at, Instant now)
{
    return at <= now || at > now + implausible;
}

} // namespace toasoan
