// What an action needs from outside: one transaction, who acts, the time, and the rules in force.
#pragma once

#include "base/Clock.h"
#include "domain/Actor.h"
#include "domain/Workflow.h"
#include "storage/Transaction.h"

namespace toasoan {

class NewsroomRules;

/// Where an action is done. A desk tries it on its replica and rolls back: it knows the pictures and entries that it
/// was told of, not all there are, and leaves to the server what needs these.
enum class Place
{
    Server,
    Desk
};

struct ActionContext
{
    Transaction &transaction;
    const Actor &actor;
    const Clock &clock;
    const NewsroomRules &rules;
    Place place = Place::Server;
};

} // namespace toasoan
