#include "actions/MakeNewsroom.h"

#include "actions/Administration.h"
#include "actions/ChainNews.h"
#include "storage/NewsroomStore.h"

namespace toasoan {

using namespace Qt::StringLiterals;

MakeNewsroom MakeNewsroom::of(const Site &site, const std::vector<Section> &sections, const AddUser &administrator)
{
    MakeNewsroom action{.site = site, .sections = {}, .administrator = administrator};
    for (const Section &section : sections)
        action.sections.push_back(AddSection::of(section));
    return action;
}

Result<void> MakeNewsroom::prepare(const Preparation &preparation)
{
    auto checked = siteFromJson(toJson(site));
    if (!checked)
        return checked.error();
    site = *checked;
    for (AddSection &section : sections) {
        if (auto prepared = section.prepare(preparation); !prepared)
            return prepared;
    }
    return administrator.prepare(preparation);
}

Result<void> MakeNewsroom::perform(ActionContext &context) const
{
    if (auto may = checkMachine(context); !may)
        return may;
    NewsroomStore newsroom(context.transaction);
    const Instant now = context.clock.now();
    if (newsroom.site(now))
        return Error{ErrorCode::Conflict, u"newsroom"_s, u"there is one already"_s};
    if (auto set = newsroom.setSite(site, now); !set)
        return set;
    if (auto told = ChangeStore(context.transaction).add(nouns::site, u"site"_s, now); !told)
        return told.error();
    if (auto set = newsroom.setWorkflow(Workflow::standard()); !set)
        return set;
    if (auto logged = logWorkflow(context.transaction, now); !logged)
        return logged;
    if (auto told = tellOfWorkflow(context.transaction, now); !told)
        return told;
    for (const AddSection &section : sections) {
        if (auto added = section.perform(context); !added)
            return added;
    }
    return administrator.perform(context);
}

} // namespace toasoan
