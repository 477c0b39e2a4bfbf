// Whether the machine's clock can be believed, for work that it alone sets off and that nobody could take back.
//
// A clock that jumps a month ahead while the program runs (a wrong date typed in, a time server gone mad) would publish
// everything that is scheduled, and forget answers and uploads as old. A machine that slept a night, a weekend or a
// holiday looks the same, only shorter. A clock that goes back does no harm: what is due waits for its hour again, what
// was published stays. At the start of the program the clock is believed, so starting it again is a person's word that
// the date is right.
#pragma once

#include "base/Clock.h"

namespace toasoan {

class ClockWatch
{
public:
    static constexpr std::chrono::days longestSleep{30};

    ClockWatch(Instant now, std::chrono::steady_clock::time_point steady) : m_wall(now), m_steady(steady) { }

    /// Whether `now` can follow from what was seen before, `steady` being the time that really passed.
    [[nodiscard]] bool isPlausible(Instant now, std::chrono::steady_clock::time_point steady)
    {
        const auto passed = std::chrono::duration_cast<Milliseconds>(steady - m_steady);
        if (now - m_wall > passed + longestSleep)
            return false;
        m_wall = now;
        m_steady = steady;
        return true;
    }

private:
    Instant m_wall; ///< the last time that was believed
    std::chrono::steady_clock::time_point m_steady; ///< when that was
};

} // namespace toasoan
