// All actions there are. Each is the unit of change: one thing that a person, or the clock, does, executed in one
// transaction. A command is an action about an article: it may wait on a desk. The API, the scheduler, the command line
// and the desk's replay of its outbox all call perform().
#pragma once

#include "actions/Accounts.h"
#include "actions/AddSection.h"
#include "actions/AddUser.h"
#include "actions/ApproveArticle.h"
#include "actions/BeginEpoch.h"
#include "actions/MakeNewsroom.h"
#include "actions/MoveArticle.h"
#include "actions/PublishArticle.h"
#include "actions/SaveArticle.h"
#include "actions/ScheduleArticle.h"
#include "actions/SetChecklist.h"
#include "actions/SubmitArticle.h"
#include "actions/UnpublishArticle.h"

namespace toasoan {

// What reads, writes and runs them is made of these lists.
using ArticleActions = TypeList<SaveArticle, SubmitArticle, MoveArticle, ApproveArticle, ScheduleArticle,
                                PublishArticle, UnpublishArticle>;
using AdministrativeActions =
    TypeList<MakeNewsroom, BeginEpoch, AddUser, SetPassword, SetStanding, SignOutUser, AddSection, SetChecklist>;
using Actions = decltype(joined(ArticleActions(), AdministrativeActions()));

using Command = ArticleActions::Variant;
using AdministrativeAction = AdministrativeActions::Variant;

/// What an action changes, as the feed names it. Where there is but one of a noun it is named by the noun.
struct Target
{
    Noun noun;
    QString id;
};

[[nodiscard]] inline Target targetOf(ArticleId id)
{
    return {.noun = nouns::article, .id = id.toText()};
}
[[nodiscard]] inline Target targetOf(UserId id)
{
    return {.noun = nouns::user, .id = id.toText()};
}
[[nodiscard]] inline Target targetOf(SectionId id)
{
    return {.noun = nouns::section, .id = id.toText()};
}
template <typename Action>
requires requires(const Action &action)
{
    action.facts;
}
[[nodiscard]] Target targetOf(const Action &action)
{
    if constexpr (requires { action.target; })
        return targetOf(action.target);
    else
        return {.noun = Action::noun, .id = toText(Action::noun)};
}

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
