// How long to leave a server alone that did not answer, and when that time is over.
#pragma once

#include "base/Clock.h"
#include "base/Dice.h"

namespace toasoan {

/// How long to wait after the last of so many failures in a row: from 1 s on twice as long each time, at most 60 s.
/// Between half and all of that, so that many desks do not come back at once.
[[nodiscard]] Milliseconds backOff(int failures, Dice &dice);

/// Whether a wait until `at` is over. A clock that was set back must not make anyone wait for it to catch up.
[[nodiscard]] bool isDue(Instant at, Instant now);

} // namespace toasoan
