// What work costs, whatever else runs on the machine: the processor time of this process.
#pragma once

#include <ctime>

namespace toasoan {

/// Begins with its making.
class ProcessorTime
{
public:
    [[nodiscard]] double milliseconds() const { return 1000.0 * double(std::clock() - m_begin) / CLOCKS_PER_SEC; }

private:
    std::clock_t m_begin = std::clock();
};

} // namespace toasoan
