// The approved version becomes the public one: by a person, or by the clock when its hour has come.
#pragma once

#include "actions/Action.h"
#include "actions/ActionContext.h"
#include "domain/Record.h"

namespace toasoan {

struct Publish
{
    static constexpr ActionFacts facts{.name = "publish", .shape = Shape::Step, .when = When::Queued};

    Key target;
    Version version = 0;

    template <typename Visit>
    void fields(Visit &)
    { }
    /// Gives the item its number and address at the first publishing and keeps them ever after. Conflict
    /// "article.approval" unless this exact version and content were approved; Conflict "article.scheduledAt" if the
    /// clock (Actor::system()) publishes before the hour. Then what its kind has
    /// against it.
    [[nodiscard]] Result<FullRecord> perform(ActionContext &context) const;

    bool operator==(const Publish &) const = default;
};

} // namespace toasoan
