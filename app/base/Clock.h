// Time, from outside: clocks are for display and deadlines; order comes from the server's sequence.
#pragma once

#include <QDateTime>

#include <chrono>

namespace toasoan {

/// A moment in UTC, in milliseconds: the one form of time that is stored and sent.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
using Milliseconds = std::chrono::milliseconds;

[[nodiscard]] constexpr qint64 toMilliseconds(Instant instant)
{
    return instant.time_since_epoch().count();
}
[[nodiscard]] constexpr Instant fromMilliseconds(qint64 milliseconds)
{
    return Instant(Milliseconds(milliseconds));
}

/// Tells the time. Safe to call from any thread.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
};

/// The machine's clock.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override;
};

/// Always tells the same time: for what must happen at one moment, however long it takes.
class FixedClock final : public Clock
{
public:
    explicit FixedClock(Instant now) : m_now(now) { }
    [[nodiscard]] Instant now() const override { return m_now; }

private:
    Instant m_now;
};

} // namespace toasoan
