// A command is the unit of change: one thing that a person, or the clock, does, executed in one transaction. The API,
// the scheduler, the command line and the desk's replay of its outbox all call perform().
#pragma once

#include "actions/ApproveArticle.h"
#include "actions/MoveArticle.h"
#include "actions/PublishArticle.h"
#include "actions/SaveArticle.h"
#include "actions/ScheduleArticle.h"
#include "actions/SubmitArticle.h"
#include "actions/UnpublishArticle.h"

#include <variant>

namespace toasoan {

using Command = std::variant<SaveArticle, SubmitArticle, MoveArticle, ApproveArticle, ScheduleArticle, PublishArticle,
                             UnpublishArticle>;

[[nodiscard]] ArticleId articleOf(const Command &command);
[[nodiscard]] Step stepOf(const Command &command);

/// Rule, permission, effect, audit line and change line, all within `context.transaction`, which the caller commits, or
/// rolls back if this failed.
[[nodiscard]] Result<Article> perform(ActionContext &context, const Command &command);

} // namespace toasoan
