#include "actions/Move.h"

#include "actions/RecordStep.h"

namespace toasoan {

using namespace Qt::StringLiterals;

Result<FullRecord> Move::perform(ActionContext &context) const
{
    if (!isMove(step))
        return Error{ErrorCode::InvalidInput, u"step"_s, toText(step)};
    auto record = prepareStep(context, {.target = target, .version = version, .step = step, .reason = reason});
    if (!record)
        return record.error();
    if (auto ready = checkStep(context, *record, step); !ready)
        return ready.error();
    // Whoever takes an item out of approval takes the approval back with it.
    if (record->state != State::Approved)
        record->approval.reset();
    record->scheduledAt.reset();
    return recordStep(context, *std::move(record), step);
}

} // namespace toasoan
