// The memory of a piece of work that was far larger than the usual, given back to the system when it is done.
#pragma once

#include <QtGlobal>

namespace toasoan {

/// Gives back, at its end, what was freed meanwhile and the allocator would keep for this thread. For work whose size
/// a sender chooses: takes milliseconds.
class MemoryReturn
{
public:
    explicit MemoryReturn(bool isWorthIt = false) : m_isWorthIt(isWorthIt) { }
    ~MemoryReturn();
    void setWorthIt(bool isWorthIt) { m_isWorthIt = isWorthIt; }
    Q_DISABLE_COPY_MOVE(MemoryReturn)

private:
    bool m_isWorthIt;
};

} // namespace toasoan
