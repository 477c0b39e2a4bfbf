#include "actions/Unpublish.h"

#include "actions/RecordStep.h"
#include "storage/PublicationStore.h"

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

    auto recorded = recordStep(context, *std::move(record), Step::Unpublish, {{"number"_L1, number}});
    if (!recorded)
        return recorded.error();
    // By what is public, not by the text that it shows: a desk may never have had that one.
    if (auto stored = PublicationStore(context.transaction).takeDown(*recorded->publication); !stored)
        return stored.error();
    return recorded;
}

} // namespace toasoan
