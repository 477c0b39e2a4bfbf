// Which stretches of a long page have stood before the eyes: what only flew by on the way to its end was not read.
// Values only; GUI thread.
#pragma once

#include <chrono>
#include <vector>

namespace toasoan {

class ReadStretches
{
public:
    using Time = std::chrono::milliseconds;

    /// At `time` (of any clock that only goes forward) the page shows itself from `top` to `bottom`, as parts of its
    /// whole height (0 … 1): larger or smaller type does not change what was read.
    void see(Time time, double top, double bottom);
    /// Whether all of it was seen but for gaps of `gap` of its height.
    [[nodiscard]] bool isWhole(double gap) const;
    void clear();

    /// How long a stretch has to stay.
    static constexpr Time stay{200};

private:
    struct Stretch
    {
        double top = 0;
        double bottom = 0;
    };
    struct Sight
    {
        Time time;
        Stretch stretch;
    };
    void add(Stretch stretch);

    std::vector<Sight> m_sights; ///< of the last moment, and the one before it
    std::vector<Stretch> m_read; ///< from the top; they do not touch
};

} // namespace toasoan
