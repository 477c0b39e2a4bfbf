#include "actions/Publish.h"

#include "actions/RecordStep.h"
#include "domain/PublicItem.h"
#include "storage/NewsroomStore.h"

namespace toasoan {

using namespace Qt::StringLiterals;

Result<FullRecord> Publish::perform(ActionContext &context) const
{
    auto record = prepareStep(context, {.target = target, .version = version, .step = Step::Publish, .reason = {}});
    if (!record)
        return record.error();
    if (!record->approval || record->approval->version != record->version
        || record->approval->contentHash != record->contentHash)
        return Error{ErrorCode::Conflict, u"article.approval"_s, {}};
    const Instant now = context.clock.now();
    const bool byTheClock = context.actor.user.isNull();
    if (byTheClock && (!record->scheduledAt || *record->scheduledAt > now))
        return Error{ErrorCode::Conflict, u"article.scheduledAt"_s, {}};
    if (auto ready = checkStep(context, *record, Step::Publish); !ready)
        return ready.error();

    qint64 freshNumber = 0;
    if (!record->publication) {
        auto number = NewsroomStore(context.transaction).next(u"articleNumber"_s);
        if (!number)
            return number.error();
        freshNumber = *number;
    }
    record->publication = publicationAt(*record, freshNumber, now);
    record->scheduledAt.reset();

    const qint64 published = record->publication->number;
    return recordStep(context, *std::move(record), Step::Publish, {{"number"_L1, published}});
}

} // namespace toasoan
