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

namespace toasoan {

/// All there are. What reads and writes them is made of this list.
using Actions = TypeList<SaveArticle, SubmitArticle, MoveArticle, ApproveArticle, ScheduleArticle, PublishArticle,
                         UnpublishArticle>;
using Command = Actions::Variant;

[[nodiscard]] ArticleId articleOf(const Command &command);
[[nodiscard]] Step stepOf(const Command &command);
/// The version that a step is meant for, or that a save was made from.
[[nodiscard]] Version versionOf(const Command &command);
/// Of a step; a save stays as it is.
void setVersion(Command &command, Version version);

/// Rule, permission, effect, audit line and change line, all within `context.transaction`, which the caller commits, or
/// rolls back if this failed.
[[nodiscard]] Result<Article> perform(ActionContext &context, const Command &command);

} // namespace toasoan
