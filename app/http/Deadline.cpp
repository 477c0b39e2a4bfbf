#include "http/Deadline.h"

namespace toasoan::http {

using std::chrono::steady_clock;

void Deadline::enter(Phase phase)
{
    const HttpServer::Deadlines &deadlines = m_shard.options().deadlines;
    m_phase = phase;
    switch (phase) {
    case Phase::Idle: // these two for every request: by the clock of the sweeper, which may be one sweep behind
        m_at = m_shard.now() + deadlines.idle + deadlines.sweepEvery;
        break;
    case Phase::Head:
        m_at = m_shard.now() + deadlines.head + deadlines.sweepEvery;
        break;
    case Phase::Body:
    case Phase::Sending:
        m_phaseStart = steady_clock::now();
        m_spent = {};
        setProgress(0);
        break;
    case Phase::Working:
    case Phase::Deferred:
        m_at = SteadyTime::max();
        break;
    case Phase::Lingering:
        m_at = steady_clock::now() + deadlines.linger;
        break;
    }
}

void Deadline::defer(std::chrono::milliseconds within)
{
    m_phase = Phase::Deferred;
    m_at = steady_clock::now() + within;
}

void Deadline::setProgress(std::uint64_t bytes)
{
    const HttpServer::Deadlines &deadlines = m_shard.options().deadlines;
    const bool isSlow = m_pace == Pace::Slow;
    const std::uint64_t rate = isSlow ? deadlines.slowBytesPerSecond : deadlines.bytesPerSecond;
    const std::chrono::milliseconds earned(static_cast<std::int64_t>(bytes * 1000 / std::max<std::uint64_t>(rate, 1)));
    const SteadyTime end = m_phaseStart + (isSlow ? deadlines.slowProgress : deadlines.progress) + earned;
    // The time that a body has earned is not for later: it lies in memory until it is whole, and who sent nearly all of
    // it at once could leave it there for as long as it may take to send. An answer is another thing: what the system
    // has taken at once the peer may still be reading.
    if (m_phase == Phase::Body && !isSlow) {
        const auto mostSaved = std::max(deadlines.mostSaved, deadlines.progress);
        m_spent = std::max(m_spent, end - steady_clock::now() - mostSaved);
        m_at = end - m_spent;
        return;
    }
    m_at = end;
}

void Deadline::resumeBody(SteadyTime start, std::uint64_t bytes)
{
    m_phase = Phase::Body;
    m_phaseStart = start;
    setProgress(bytes);
}

} // namespace toasoan::http
