// How long a test waits for what has to come. Where several programs share two processors, nothing is called a hang
// before a minute is over; QTest's own five seconds are over while Chromium starts. Whoever waits by another function
// (QSignalSpy::wait, qWaitFor …) names longestWait.
#pragma once

#include <QTest>

namespace toasoan {

inline constexpr int longestWait = 60'000; ///< ms

} // namespace toasoan

#undef QTRY_VERIFY
#undef QTRY_VERIFY2
#undef QTRY_COMPARE
#define QTRY_VERIFY(expression) QTRY_VERIFY_WITH_TIMEOUT(expression, toasoan::longestWait)
#define QTRY_VERIFY2(expression, message) QTRY_VERIFY2_WITH_TIMEOUT(expression, message, toasoan::longestWait)
#define QTRY_COMPARE(expression, expected) QTRY_COMPARE_WITH_TIMEOUT(expression, expected, toasoan::longestWait)
