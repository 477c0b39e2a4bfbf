#include "actions/BeginEpoch.h"

#include "actions/Administration.h"
#include "storage/NewsroomStore.h"

namespace toasoan {

using namespace Qt::StringLiterals;

Result<void> BeginEpoch::perform(ActionContext &context) const
{
    if (auto may = checkMachine(context); !may)
        return may;
    NewsroomStore newsroom(context.transaction);
    if (auto site = newsroom.site(context.clock.now()); !site) {
        return site.error().code == ErrorCode::NotFound ? Error{ErrorCode::NotFound, u"newsroom"_s, {}} : site.error();
    }
    if (auto set = newsroom.setFact(u"epoch"_s, epoch.toText()); !set)
        return set;
    // No change for the feed: each of its pages tells the epoch.
    return ChangeStore(context.transaction)
        .addAudit(context.actor.user, u"beginEpoch"_s, toText(nouns::site), u"site"_s, {}, context.clock.now());
}

} // namespace toasoan
