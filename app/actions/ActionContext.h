// What an action needs from outside: one transaction, who acts, the time, and the chain in force.
#pragma once

#include "base/Clock.h"
#include "domain/Actor.h"
#include "domain/Workflow.h"
#include "storage/Transaction.h"

namespace toasoan {

struct ActionContext
{
    Transaction &transaction;
    const Actor &actor;
    const Clock &clock;
    const Workflow &workflow;
};

} // namespace toasoan
