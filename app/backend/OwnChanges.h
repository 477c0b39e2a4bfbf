// The changes that this server made itself and has followed in its caches: the scheduler, which finds every change in
// the database, needs to do nothing more for them, unless one stands in the place of another server's: of each noun the
// database has the newest change alone. Safe from any thread.
#pragma once

#include <QtGlobal>

#include <map>
#include <mutex>

namespace toasoan {

class OwnChanges
{
public:
    /// What the change makes old has left the caches, but perhaps not what `before`, the noun's last one before it,
    /// makes old; 0 if that has left them too. It is older.
    void add(qint64 sequence, qint64 before)
    {
        Q_ASSERT(before < sequence);
        const std::lock_guard lock(m_mutex);
        m_followed.insert_or_assign(sequence, before);
    }
    /// Whether there is nothing to follow for the change: all of its noun's after `known` are this server's own, from
    /// the newest back to one that left nothing behind.
    [[nodiscard]] bool isFollowed(qint64 sequence, qint64 known) const
    {
        const std::lock_guard lock(m_mutex);
        while (sequence > known) {
            const auto own = m_followed.find(sequence);
            if (own == m_followed.end() || own->second >= sequence)
                return false;
            sequence = own->second;
        }
        return true;
    }
    /// Nobody asks for changes up to `sequence` any more.
    void forgetUpTo(qint64 sequence)
    {
        const std::lock_guard lock(m_mutex);
        m_followed.erase(m_followed.begin(), m_followed.upper_bound(sequence));
    }

private:
    mutable std::mutex m_mutex;
    std::map<qint64, qint64> m_followed; ///< with the one before
};

} // namespace toasoan
