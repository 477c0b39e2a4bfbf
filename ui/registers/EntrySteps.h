// The steps with an entry along its chain, beside saving it: submitting, approving, publishing, taking down, closing.
// With the question that each asks first.
#pragma once

#include "sync/EntryQuestions.h"

#include <QString>
#include <QWidget>

namespace toasoan {

struct EntryStep
{
    Key key;
    QString title;
    State from = State::Published;
    Step step = Step::Close;
    bool needsReason = false;
    /// What the person saw: he vouches for that, and for nothing that came meanwhile. 0: what is shown, with what waits
    /// here.
    Version version = 0;
    QString contentHash = {}; ///< of it
};

/// Whether the step can be taken from a form. Those that want more than a word, as an hour, cannot.
[[nodiscard]] bool isOfferedInForm(Step step);
/// What brings an entry on towards readers; nothing that a person would press by mistake.
[[nodiscard]] bool isOnward(Step step);

/// Asks for the reason, or for the person's word, where there has to be one, over `asker`, and gives the step to be
/// taken. `done` hears how that went, and not if the person thought better of it; nor when `asker` is gone by then.
void takeEntryStep(Desk &desk, const EntryStep &step, QWidget *asker, const Callback<void> &done);

/// What the person may do with an entry in that state beside saving it, from a list: of one that is reviewed nothing,
/// for what may be done depends on who has had it in hand.
[[nodiscard]] std::vector<Step> movesOf(const Desk &desk, const Noun &noun, State state);
/// Whether he may save one in that state, as far as the state tells.
[[nodiscard]] bool maySave(const Desk &desk, const Noun &noun, State state);
/// Whether the chain wants a reason for it.
[[nodiscard]] bool needsReason(const Desk &desk, const Noun &noun, State state, Step step);

} // namespace toasoan
