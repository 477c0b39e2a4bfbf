#include "actions/Unpublish.h"

#include "actions/RecordStep.h"

namespace toasoan {

using namespace Qt::StringLiterals;

Result<FullRecord> Unpublish::perform(ActionContext &context) const
{
    auto record =
        prepareStep(context, {.target = target, .version = version, .step = Step::Unpublish, .reason = reason});
    if (!record)
        return record.error();
    record->publication->takenDownAt = context.clock.now();
    record->approval.reset();
    record->scheduledAt.reset();
    const qint64 number = record->publication->number;
    return recordStep(context, *std::move(record), Step::Unpublish, {{"number"_L1, number}});
}

} // namespace toasoan
