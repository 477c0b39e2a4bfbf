// Two clocks, and what is told by which. What an article says of itself was stamped by the server; what waits on this
// PC, by this PC. Both are told on the server's clock: hours on two pages are of one day, however wrong the PC's clock
// is.
#pragma once

#include "sync/Desk.h"

namespace toasoan {

/// The server's clock, as far as it is known to be another than this PC's. `desk` must outlive it.
class DeskClock final : public Clock
{
public:
    explicit DeskClock(const Desk &desk) : m_desk(desk) { }
    [[nodiscard]] Instant now() const override { return m_desk.now(); }

private:
    const Desk &m_desk;
};

/// When that was, or will be, by the server's clock. `here` is by this PC's.
[[nodiscard]] inline Instant byServer(Instant here, const ConnectionView &connection)
{
    return here - connection.clockAhead.value_or(std::chrono::minutes(0));
}
[[nodiscard]] inline HeldUp byServer(HeldUp here, const ConnectionView &connection)
{
    here.nextTry = byServer(here.nextTry, connection);
    return here;
}

} // namespace toasoan
