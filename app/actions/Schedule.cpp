#include "actions/Schedule.h"

#include "actions/RecordStep.h"

namespace toasoan {

using namespace Qt::StringLiterals;

Result<FullRecord> Schedule::perform(ActionContext &context) const
{
    auto record = prepareStep(context, {.target = target, .version = version, .step = Step::Schedule, .reason = {}});
    if (!record)
        return record.error();
    const Instant now = context.clock.now();
    if (at < now - std::chrono::days(1) || at > now + std::chrono::years(10))
        return Error{ErrorCode::InvalidInput, u"article.scheduledAt"_s, {}};
    if (auto ready = checkStep(context, *record, Step::Schedule); !ready)
        return ready.error();
    record->scheduledAt = at;
    return recordStep(context, *std::move(record), Step::Schedule, {{"at"_L1, toMilliseconds(at)}});
}

} // namespace toasoan
