#include "actions/Administration.h"

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

bool holds(const Actor &actor, Role role)
{
    return std::ranges::find(actor.grants, role, &Grant::role) != actor.grants.end();
}

} // namespace

Result<void> checkAdministrator(const ActionContext &context)
{
    if (holds(context.actor, Role::Administrator) || holds(context.actor, Role::System))
        return {};
    return Error{ErrorCode::Forbidden, u"user.role"_s, {}};
}

Result<void> checkMachine(const ActionContext &context)
{
    return holds(context.actor, Role::System) ? Result<void>() : Error{ErrorCode::Forbidden, u"user.role"_s, {}};
}

Result<void> recordChange(ActionContext &context, const Noun &noun, const QString &id, const QString &action,
                          const QJsonObject &detail)
{
    ChangeStore changes(context.transaction);
    const Instant now = context.clock.now();
    if (auto told = changes.add(noun, id, now); !told)
        return told.error();
    return changes.addAudit(context.actor.user, action, toText(noun), id, detail, now);
}

} // namespace toasoan
