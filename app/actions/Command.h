// All actions there are. Each is the unit of change: one thing that a person, or the clock, does, executed in one
// transaction. A command is an action about a record: it may wait on a desk. The API, the scheduler, the command line
// and the desk's replay of its outbox all call perform().
#pragma once

#include "actions/Accounts.h"
#include "actions/AddSection.h"
#include "actions/AddUser.h"
#include "actions/Approve.h"
#include "actions/BeginEpoch.h"
#include "actions/DefineRegister.h"
#include "actions/MakeNewsroom.h"
#include "actions/Move.h"
#include "actions/Publish.h"
#include "actions/Save.h"
#include "actions/Schedule.h"
#include "actions/SetChecklist.h"
#include "actions/Submit.h"
#include "actions/Unpublish.h"

namespace toasoan {

// What reads, writes and runs them is made of these lists.
using RecordActions = TypeList<Save, Submit, Move, Approve, Schedule, Publish, Unpublish>;
using AdministrativeActions = TypeList<MakeNewsroom, BeginEpoch, AddUser, SetPassword, SetStanding, SignOutUser,
                                       AddSection, SetChecklist, DefineRegister>;
using Actions = decltype(joined(RecordActions(), AdministrativeActions()));

using Command = RecordActions::Variant;
using AdministrativeAction = AdministrativeActions::Variant;

/// What an action changes, as the feed names it. Where there is but one of a noun it is named by the noun.
struct Target
{
    Noun noun;
    QString id;
};

[[nodiscard]] inline Target targetOf(const Key &key)
{
    return {.noun = key.noun, .id = key.id.toText()};
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

[[nodiscard]] Key keyOf(const Command &command);
[[nodiscard]] Step stepOf(const Command &command);
/// The version that a step is meant for, or that a save was made from.
[[nodiscard]] Version versionOf(const Command &command);
/// Of a step; a save stays as it is.
void setVersion(Command &command, Version version);

/// Rule, permission, effect, audit line and change line, all within `context.transaction`, which the caller commits, or
/// rolls back if this failed.
[[nodiscard]] Result<FullRecord> perform(ActionContext &context, const Command &command);

} // namespace toasoan
