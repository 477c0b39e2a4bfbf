// An approved item gets an hour at which the server publishes it.
#pragma once

#include "actions/Action.h"
#include "actions/ActionContext.h"
#include "domain/Article.h"

namespace toasoan {

struct ScheduleArticle
{
    static constexpr ActionFacts facts{.name = "schedule", .shape = Shape::Step, .when = When::Queued};

    ArticleId target;
    Version version = 0;
    Instant at;

    template <typename Visit>
    void fields(Visit &visit)
    {
        visit("at", at);
    }
    /// InvalidInput "article.scheduledAt" for an hour more than a day ago or ten years away: a clock that is off. An
    /// hour that just passed is due at once. The errors of checkAgainstPolicy(), while somebody is there to mend it.
    [[nodiscard]] Result<Article> perform(ActionContext &context) const;

    bool operator==(const ScheduleArticle &) const = default;
};

} // namespace toasoan
