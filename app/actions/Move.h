// The steps that only move an item along the chain: withdraw, claim, request approval, return, refuse, unschedule,
// correct, revoke, delete. What may be done by whom, and whether a reason is needed, is the chain's to say.
#pragma once

#include "actions/Action.h"
#include "actions/ActionContext.h"
#include "domain/Record.h"

namespace toasoan {

struct Move
{
    static constexpr ActionFacts facts{.name = "move", .shape = Shape::Step, .when = When::Queued};

    Key target;
    Version version = 0;
    Step step = Step::Claim;
    QString reason;

    template <typename Visit>
    void fields(Visit &visit)
    {
        visit("reason", reason, Need::Optional);
    }
    /// InvalidInput "step" for a step that has a command of its own.
    [[nodiscard]] Result<FullRecord> perform(ActionContext &context) const;

    bool operator==(const Move &) const = default;
};

} // namespace toasoan
