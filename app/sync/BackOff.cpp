#include "sync/BackOff.h"

#include <algorithm>

namespace toasoan {

using namespace std::chrono_literals;

namespace {

constexpr Milliseconds first = 1s;
constexpr Milliseconds longest = 60s;

} // namespace

Milliseconds backOff(int failures, Dice &dice)
{
    const Milliseconds full = std::min<Milliseconds>(longest, first * (1LL << std::min(failures - 1, 10)));
    return full / 2 + Milliseconds(qint64(dice.next() % quint64(full.count() / 2 + 1)));
}

void Rest::fail(const Error &error, Milliseconds atLeast, Instant now, Dice &dice)
{
    why = error;
    ++failures;
    since = now;
    until = now + std::max(backOff(failures, dice), atLeast);
}

} // namespace toasoan
