// The changes that this server made itself and has followed in its caches: the scheduler, which finds every change in
// the database, needs to do nothing more for them. Safe from any thread.
#pragma once

#include <QtGlobal>

#include <mutex>
#include <set>

namespace toasoan {

class OwnChanges
{
public:
    /// What the change makes old has left the caches.
    void add(qint64 sequence)
    {
        const std::lock_guard lock(m_mutex);
        m_followed.insert(sequence);
    }
    [[nodiscard]] bool contains(qint64 sequence) const
    {
        const std::lock_guard lock(m_mutex);
        return m_followed.contains(sequence);
    }
    /// Nobody asks for changes up to `sequence` any more.
    void forgetUpTo(qint64 sequence)
    {
        const std::lock_guard lock(m_mutex);
        m_followed.erase(m_followed.begin(), m_followed.upper_bound(sequence));
    }

private:
    mutable std::mutex m_mutex;
    std::set<qint64> m_followed;
};

} // namespace toasoan
