#include "actions/AddSection.h"

#include "actions/Administration.h"
#include "storage/NewsroomStore.h"
#include "text/Vietnamese.h"

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

Result<void> AddSection::prepare(const Preparation &preparation)
{
    for (QString *each : {&name, &nameEnglish}) {
        auto clean = cleanText(*each, Lines::Single, 120, u"section.name"_s);
        if (!clean)
            return clean.error();
        *each = *clean;
    }
    if (name.isEmpty())
        return Error{ErrorCode::InvalidInput, u"section.name"_s, u"empty"_s};
    if (slug.isEmpty())
        slug = toasoan::slug(name, 60);
    if (!preparation.canNameSection(slug))
        return Error{ErrorCode::InvalidInput, u"section.slug"_s, slug};
    return {};
}

Result<void> AddSection::perform(ActionContext &context) const
{
    if (auto may = checkAdministrator(context); !may)
        return may;
    NewsroomStore newsroom(context.transaction);
    auto others = newsroom.sections();
    if (!others)
        return others.error();
    int position = 1;
    for (const Section &other : *others) {
        if (other.slug == slug)
            return Error{ErrorCode::Conflict, u"section.slug"_s, slug};
        position = std::max(position, other.position + 1);
    }
    const Section section{.id = target, .slug = slug, .name = name, .nameEnglish = nameEnglish, .position = position};
    if (auto put = newsroom.putSection(section); !put)
        return put;
    // With all that readers see of it, so that `verify` finds another name or address.
    return recordChange(context, nouns::section, target.toText(), u"addSection"_s,
                        {{"slug"_L1, slug}, {"name"_L1, name}, {"nameEnglish"_L1, nameEnglish}});
}

} // namespace toasoan
