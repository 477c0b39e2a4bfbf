// An approved item gets an hour at which the server publishes it.
#pragma once

#include "actions/Action.h"
#include "actions/ActionContext.h"
#include "domain/Record.h"

namespace toasoan {

struct Schedule
{
    static constexpr ActionFacts facts{.name = "schedule", .shape = Shape::Step, .when = When::Queued};

    Key target;
    Version version = 0;
    Instant at;

    template <typename Visit>
    void fields(Visit &visit)
    {
        visit("at", at);
    }
    /// InvalidInput "article.scheduledAt" for an hour more than a day ago or ten years away: a clock that is off. An
    /// hour that just passed is due at once. Then what its kind has against it, while somebody is
    /// there to mend it.
    [[nodiscard]] Result<FullRecord> perform(ActionContext &context) const;

    bool operator==(const Schedule &) const = default;
};

} // namespace toasoan
