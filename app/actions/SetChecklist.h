// The board says what stands against an approval.
#pragma once

#include "actions/Action.h"
#include "actions/ActionContext.h"
#include "domain/Checklist.h"
#include "storage/ChangeStore.h"

namespace toasoan {

struct SetChecklist
{
    static constexpr ActionFacts facts{.name = "setChecklist", .shape = Shape::Free, .when = When::Online};
    static inline const Noun noun = nouns::site;

    std::vector<ChecklistRule> refusing; ///< those of alwaysRefuses() do in any case

    template <typename Visit>
    void fields(Visit &visit)
    {
        visit("approvalRefuses", refusing);
    }
    /// NotFound "site" if no newsroom was made here.
    [[nodiscard]] Result<void> perform(ActionContext &context) const;
};

} // namespace toasoan
