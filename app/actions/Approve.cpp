#include "actions/Approve.h"

#include "actions/RecordStep.h"

namespace toasoan {

using namespace Qt::StringLiterals;

Result<FullRecord> Approve::perform(ActionContext &context) const
{
    auto record = prepareStep(context, {.target = target, .version = version, .step = Step::Approve, .reason = note});
    if (!record)
        return record.error();
    if (record->contentHash != contentHash)
        return Error{ErrorCode::Conflict, u"article.contentHash"_s, record->contentHash};
    if (auto ready = checkStep(context, *record, Step::Approve); !ready)
        return ready.error();
    record->approval = Approval{.version = record->version,
                                .contentHash = record->contentHash,
                                .by = context.actor.user,
                                .at = context.clock.now()};
    return recordStep(context, *std::move(record), Step::Approve, {{"contentHash"_L1, contentHash}});
}

} // namespace toasoan
