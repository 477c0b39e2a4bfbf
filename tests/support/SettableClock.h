// A clock that a test sets, read by threads of servers too.
#pragma once

#include "base/Clock.h"

#include <atomic>

namespace toasoan {

class SettableClock final : public Clock
{
public:
    explicit SettableClock(Instant start = fromMilliseconds(1'696'238'414'349)) : m_now(toMilliseconds(start)) { }
    [[nodiscard]] Instant now() const override { return fromMilliseconds(m_now); }
    void advance(Milliseconds by) { m_now += by.count(); }

private:
    std::atomic<qint64> m_now;
};

} // namespace toasoan
