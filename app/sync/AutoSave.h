// Saves texts that nobody has typed in for a while. What cannot be saved stays where it was typed, and the person is
// told once why. In the desk's worker thread.
#pragma once

#include "base/Clock.h"
#include "base/Result.h"
#include "domain/Ids.h"

#include <QElapsedTimer>
#include <QTimer>

#include <functional>
#include <map>

namespace toasoan {

class AutoSave
{
public:
    using Save = std::function<Result<void>(ArticleId)>;
    using Problem = std::function<void(const Error &, ArticleId)>;

    /// Lives in the thread of `owner`, which has it as a member and moves with it. Whoever saves calls
    /// tried(), `save` too.
    AutoSave(QObject *owner, Milliseconds after, Save save, Problem problem);

    void typed(ArticleId id);
    /// It was saved, or could not be: either way it is not due.
    void tried(ArticleId id, const Result<void> &saved);
    /// Saves now what would be saved later; without a word about what cannot be.
    void saveAll();
    /// Another account: nothing is due, nothing was told.
    void clear();

private:
    void saveDue();

    const Milliseconds m_after;
    const Save m_save;
    const Problem m_problem;
    QTimer m_timer;
    QElapsedTimer m_elapsed;
    std::map<ArticleId, qint64> m_due; ///< in milliseconds of m_elapsed
    std::map<ArticleId, Error> m_problems; ///< told already
};

} // namespace toasoan
