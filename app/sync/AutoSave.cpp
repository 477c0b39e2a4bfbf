#include "sync/AutoSave.h"

namespace toasoan {

AutoSave::AutoSave(QObject *owner, Milliseconds after, Save save, Problem problem)
    : m_after(after)
    , m_save(std::move(save))
    , m_problem(std::move(problem))
    , m_timer(owner)
{
    m_elapsed.start();
    m_timer.setSingleShot(true);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { saveDue(); });
}

void AutoSave::typed(ArticleId id)
{
    m_due[id] = m_elapsed.elapsed() + m_after.count();
    if (!m_timer.isActive())
        m_timer.start(m_after);
}

void AutoSave::tried(ArticleId id, const Result<void> &saved)
{
    m_due.erase(id);
    if (saved)
        m_problems.erase(id);
}

void AutoSave::saveAll()
{
    for (const auto &[id, at] : std::exchange(m_due, {}))
        static_cast<void>(m_save(id));
}

void AutoSave::clear()
{
    m_due.clear();
    m_problems.clear();
}

void AutoSave::saveDue()
{
    const qint64 now = m_elapsed.elapsed();
    std::vector<ArticleId> due;
    qint64 next = -1;
    for (const auto &[id, at] : m_due) {
        if (at <= now)
            due.push_back(id);
        else
            next = next < 0 ? at : std::min(next, at);
    }
    for (const ArticleId id : due) {
        const auto saved = m_save(id);
        if (!saved && m_problems[id] != saved.error()) {
            m_problems[id] = saved.error();
            m_problem(saved.error(), id);
        }
    }
    if (next >= 0)
        m_timer.start(Milliseconds(next - now));
}

} // namespace toasoan
