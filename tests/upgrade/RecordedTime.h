// The clock of a recording: it begins at the moment it is given and goes on as fast as any. A recording opened by the
// machine's clock would be another one each month: sign-ins are over, an upload is cleaned away, and so is the answer
// to a command whose desk never heard it.
#pragma once

#include "base/Clock.h"

#include <chrono>

namespace toasoan {

enum class Pace
{
    Running,
    Standing ///< what waits for its time (the desk gives a text that it finds typed) waits for ever
};

class RecordedTime final : public Clock
{
public:
    explicit RecordedTime(Instant begin, Pace pace = Pace::Running) : m_begin(begin), m_pace(pace) { }

    [[nodiscard]] Instant now() const override
    {
        if (m_pace == Pace::Standing)
            return m_begin;
        return m_begin + std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now() - m_started);
    }

private:
    const Instant m_begin;
    const Pace m_pace;
    const std::chrono::steady_clock::time_point m_started = std::chrono::steady_clock::now();
};

} // namespace toasoan
