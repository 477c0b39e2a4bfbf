// What an action needs from outside: one transaction, who acts, the time, and the chain in force.
#pragma once

#include "base/Clock.h"
#include "domain/Actor.h"
#include "domain/Workflow.h"
#include "storage/Transaction.h"

namespace toasoan {

/// Who judges whether the pictures of a text are the actor's to use. A desk knows the pictures that it was told of, not
/// why it was told: it leaves that to the server.
enum class PictureRights
{
    Judged,
    LeftToServer
};

struct ActionContext
{
    Transaction &transaction;
    const Actor &actor;
    const Clock &clock;
    const Workflow &workflow;
    PictureRights pictures = PictureRights::Judged;
};

} // namespace toasoan
