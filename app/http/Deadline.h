// How long a connection may take for what it is doing. Looked at by the sweeper of its shard, on the shard's thread.
#pragma once

#include "http/Shard.h"

#include <algorithm>
#include <cstdint>

namespace toasoan::http {

/// What a connection is doing.
enum class Phase
{
    Idle,
    Head,
    Body,
    Working, ///< A worker has it: no deadline.
    Deferred,
    Sending,
    Lingering,
};

class Deadline
{
public:
    explicit Deadline(const Shard &shard) : m_shard(shard) { enter(Phase::Idle); }

    [[nodiscard]] Phase phase() const { return m_phase; }
    [[nodiscard]] bool hasPassed(SteadyTime now) const { return now >= m_at; }

    void enter(Phase phase);
    /// Deferred, with an end of its own.
    void defer(std::chrono::milliseconds within);
    /// Not later than then.
    void endBy(SteadyTime at) { m_at = std::min(m_at, at); }
    /// The pace that is asked of the peer in Body and Sending.
    void setPace(Pace pace) { m_pace = pace; }
    /// In Body and Sending: so many bytes since the phase began earn so much time, of which a body of Pace::Standard
    /// saves no more than `mostSaved`.
    void setProgress(std::uint64_t bytes);

    [[nodiscard]] SteadyTime phaseStart() const { return m_phaseStart; }
    /// Back in a Body that began at `start`, with so many bytes of progress.
    void resumeBody(SteadyTime start, std::uint64_t bytes);

private:
    const Shard &m_shard;
    Phase m_phase = Phase::Idle;
    Pace m_pace = Pace::Standard;
    SteadyTime m_phaseStart;
    std::chrono::steady_clock::duration m_spent{}; ///< of what a body earned: what it had beyond what may be saved
    SteadyTime m_at;
};

} // namespace toasoan::http
