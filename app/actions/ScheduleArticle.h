// An approved item gets an hour at which the server publishes it.
#pragma once

#include "actions/ActionContext.h"
#include "domain/Article.h"

namespace toasoan {

struct ScheduleArticle
{
    ArticleId article;
    Version version = 0;
    Instant at;

    bool operator==(const ScheduleArticle &) const = default;
};

/// InvalidInput "article.scheduledAt" for an hour more than a day ago or ten years away: a clock that is off. An hour
/// that just passed is due at once. The errors of checkAgainstPolicy(), while somebody is there to mend it.
[[nodiscard]] Result<Article> perform(ActionContext &context, const ScheduleArticle &command);

} // namespace toasoan
