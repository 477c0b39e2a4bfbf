// How long to leave a server alone after a failure, why, and when that time is over.
#pragma once

#include "base/Clock.h"
#include "base/Dice.h"
#include "base/Error.h"

namespace toasoan {

/// How long to wait after the last of so many failures in a row: from 1 s on twice as long each time, at most 60 s.
/// Between half and all of that, so that many desks do not come back at once.
[[nodiscard]] Milliseconds backOff(int failures, Dice &dice);

/// What failed, and waits for its next try.
struct Rest
{
    Error why;
    int failures = 0; ///< in a row
    Instant since;
    Instant until;

    /// Once more: waits by backOff(), and at least as long as the server asked for.
    void fail(const Error &error, Milliseconds atLeast, Instant now, Dice &dice);
    /// Whether the wait is over. A clock that was set back must not make anyone wait for it to catch up.
    [[nodiscard]] bool isOver(Instant now) const { return now >= until || now < since; }
};

} // namespace toasoan
