// What an article still lacks (domain/Checklist.h) as lines on the screen, one for each place that a person can be led
// to; and the look itself, off the window's thread: the body of a long article takes longer to read than a key may
// wait.
#pragma once

#include "domain/Checklist.h"
#include "domain/Workflow.h"

#include <QObject>
#include <QString>

#include <functional>
#include <vector>

namespace toasoan {

struct ChecklistLine
{
    QString text; ///< "Picture 2: no description, no credit"
    Finding finding; ///< where it leads; of several in one place the first

    bool operator==(const ChecklistLine &) const = default;
};

/// Whether the item has not been approved yet: what it lacks is of use to somebody.
[[nodiscard]] bool isBeforeApproval(State state);

/// Those that stand against approval first, else in the order of the findings; no line has both.
[[nodiscard]] std::vector<ChecklistLine> checklistLines(const std::vector<Finding> &findings);

/// "2 pictures without a description · no tags": each kind once, what stands against approval first.
[[nodiscard]] QString checklistSummary(const std::vector<Finding> &findings);

/// Calls `done` in the thread of `context`, while it lives.
void checkLater(const Content &content, const ChecklistPolicy &policy, const Readers &readers, QObject *context,
                std::function<void(const std::vector<Finding> &findings)> done);

} // namespace toasoan
