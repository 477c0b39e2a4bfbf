// Gives typed texts to be sent: what a person is typing from time to time, what nobody types any more soon after. What
// cannot be saved stays where it was typed, the person is told why, and it is tried again where it may go better later.
// A state machine as SyncEngine: driven by calls, tells when it wants to be woken.
#pragma once

#include "base/Clock.h"
#include "base/Dice.h"
#include "base/Result.h"
#include "domain/Ids.h"

#include <functional>
#include <map>
#include <optional>

namespace toasoan {

class AutoSave
{
public:
    using Save = std::function<Result<void>(ArticleId)>;
    using Problem = std::function<void(const Error &, ArticleId)>;

    /// A text is due `after` its first keystroke that is not saved yet, however fast the person types on. Whoever saves
    /// calls tried(), `save` too.
    AutoSave(Milliseconds after, const Clock &clock, Dice &dice, Save save, Problem problem);

    void typed(ArticleId id);
    /// Typed in an earlier run of the program: due soon.
    void found(ArticleId id);
    /// It was saved: not due. Or it could not be: due again after a while, longer each time, if it may go better then.
    void tried(ArticleId id, const Result<void> &saved);
    /// Saves now what would be saved later; without a word about what cannot be.
    void saveAll();
    /// Another account: nothing is due, nothing was told.
    void clear();

    struct Failure
    {
        Error why;
        Instant since;
        int times = 0; ///< in a row
        bool isTold = false;
    };
    /// Of the texts that could not be saved when that was tried last.
    [[nodiscard]] const std::map<ArticleId, Failure> &failures() const { return m_failures; }

    /// Saves what is due.
    void wake();
    [[nodiscard]] std::optional<Instant> wakeAt() const;

private:
    struct Due
    {
        Instant since; ///< a clock that was set back makes nobody wait
        Instant at;
    };

    const Milliseconds m_after;
    const Clock &m_clock;
    Dice &m_dice;
    const Save m_save;
    const Problem m_problem;
    std::map<ArticleId, Due> m_due;
    std::map<ArticleId, Failure> m_failures;
};

} // namespace toasoan
