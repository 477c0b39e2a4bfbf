// The steps with an entry that only move it along its chain: closing it, opening it again. With the question that they
// ask first.
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
};

/// Asks for the reason where there has to be one, over `asker`, and gives the step to be taken. `done` hears how that
/// went, and not if the person thought better of it; nor when `asker` is gone by then.
void takeEntryStep(Desk &desk, const EntryStep &step, QWidget *asker, const Callback<void> &done);

/// What the person may do with an entry in that state beside saving it.
[[nodiscard]] std::vector<Step> movesOf(const Desk &desk, const Noun &noun, State state);
/// Whether the chain wants a reason for it.
[[nodiscard]] bool needsReason(const Desk &desk, const Noun &noun, State state, Step step);

} // namespace toasoan
