// What every step along the chain has in common, whatever the kind of record: rule and permission before it, decision,
// audit and change after it.
#pragma once

#include "actions/ActionContext.h"
#include "actions/Kind.h"
#include "domain/Sitting.h"

#include <QJsonObject>

namespace toasoan {

/// A step with a record, on the exact version that the person saw.
struct RecordStep
{
    Key target;
    Version version = 0;
    Step step = Step::Save;
    QString reason;
};

/// The kind of what an action is about; Unsupported "command.noun" for a noun that is kept in no versions.
[[nodiscard]] Result<const Kind *> kindFor(const ActionContext &context, const Noun &noun);

/// The record, already in its next state and with a cleaned reason, not yet stored. NotFound "article" if it is not
/// there or not the actor's to see; Conflict "article.version" if its newest version is another; else the errors of
/// Workflow::nextState().
[[nodiscard]] Result<FullRecord> prepareStep(ActionContext &context, const RecordStep &step);

/// What its kind has against a step that was prepared (Kind::check).
[[nodiscard]] Result<void> checkStep(ActionContext &context, const FullRecord &record, Step step);

/// Stores the record as it now is, with the decision, an audit line and a change. `detail` goes to the audit line;
/// `sitting` is of a save.
[[nodiscard]] Result<FullRecord> recordStep(ActionContext &context, FullRecord record, Step step,
                                            const QJsonObject &detail = {}, Sitting sitting = Sitting::GoesOn);

} // namespace toasoan
