#include "domain/Posts.h"

#include <algorithm>

namespace toasoan {

namespace {

bool hasRow(const Workflow &workflow, const Actor &actor, const auto &fits)
{
    return std::ranges::any_of(workflow.transitions(), [&](const Transition &row) {
        return fits(row) && std::ranges::find(actor.grants, row.role, &Grant::role) != actor.grants.end();
    });
}

} // namespace

bool writes(const Workflow &workflow, const Actor &actor)
{
    return hasRow(workflow, actor,
                  [](const Transition &row) { return row.step == Step::Save && row.ownership == Ownership::Own; });
}

bool handlesOthers(const Workflow &workflow, const Actor &actor)
{
    return hasRow(workflow, actor, [](const Transition &row) { return row.ownership != Ownership::Own; });
}

const QString &nameIn(Language language, const Section &section)
{
    return language == Language::English && !section.nameEnglish.isEmpty() ? section.nameEnglish : section.name;
}

} // namespace toasoan
