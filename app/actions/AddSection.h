// The portal gets another section, behind the others.
#pragma once

#include "actions/Action.h"
#include "actions/ActionContext.h"
#include "actions/Preparation.h"
#include "domain/Section.h"

namespace toasoan {

struct AddSection
{
    static constexpr ActionFacts facts{.name = "addSection", .shape = Shape::Free, .when = When::Online};

    SectionId target; ///< made by whoever asks
    QString name;
    QString nameEnglish;
    QString slug; ///< made from the name if it is empty

    template <typename Visit>
    void fields(Visit &visit)
    {
        visit("name", name);
        visit("nameEnglish", nameEnglish, Need::Optional);
        visit("slug", slug, Need::Optional);
    }

    /// That adds this one; its position is behind the others, whatever it says.
    [[nodiscard]] static AddSection of(const Section &section)
    {
        return {.target = section.id, .name = section.name, .nameEnglish = section.nameEnglish, .slug = section.slug};
    }

    /// InvalidInput "section.name", "section.slug" (Preparation::canNameSection()).
    [[nodiscard]] Result<void> prepare(const Preparation &preparation);
    /// Conflict "section.slug" if another has it.
    [[nodiscard]] Result<void> perform(ActionContext &context) const;
};

} // namespace toasoan
