#include "actions/Submit.h"

#include "actions/RecordStep.h"

namespace toasoan {

using namespace Qt::StringLiterals;

Result<FullRecord> Submit::perform(ActionContext &context) const
{
    auto record = prepareStep(context, {.target = target, .version = version, .step = Step::Submit, .reason = {}});
    if (!record)
        return record.error();
    if (stateSecret != StateSecret::ConfirmedNone)
        return Error{ErrorCode::InvalidInput, u"article.stateSecret"_s, {}};
    if (auto ready = checkStep(context, *record, Step::Submit); !ready)
        return ready.error();
    return recordStep(context, *std::move(record), Step::Submit, {{"stateSecret"_L1, "confirmedNone"_L1}});
}

} // namespace toasoan
