#include "actions/SetChecklist.h"

#include "actions/Administration.h"
#include "storage/NewsroomStore.h"

#include <QJsonArray>

namespace toasoan {

using namespace Qt::StringLiterals;

Result<void> SetChecklist::perform(ActionContext &context) const
{
    if (auto may = checkAdministrator(context); !may)
        return may;
    NewsroomStore newsroom(context.transaction);
    const Instant now = context.clock.now();
    auto site = newsroom.site(now);
    if (!site)
        return site.error();
    const ChecklistPolicy policy{.refusing = refusing};
    QJsonArray names;
    site->checklist.refusing.clear();
    for (const ChecklistRule rule : allChecklistRules) {
        if (alwaysRefuses(rule) || !policy.refuses(rule))
            continue;
        site->checklist.refusing.push_back(rule);
        names.append(toText(rule));
    }
    if (auto set = newsroom.setSite(*site, now); !set)
        return set;
    return recordChange(context, nouns::site, u"site"_s, u"setChecklist"_s, {{"approvalRefuses"_L1, names}});
}

} // namespace toasoan
