#include "backend/Administration.h"

#include "portal/SiteAddress.h"

namespace toasoan {

Result<QString> ServerPreparation::hashPassword(const QString &password) const
{
    return toasoan::hashPassword(password, m_cost);
}

bool ServerPreparation::canNameSection(const QString &slug) const
{
    return toasoan::canNameSection(slug);
}

Result<void> runAsMachine(Database &database, const Clock &clock, Dice &dice, const AdministrativeAction &action,
                          HashCost cost)
{
    const auto answer =
        runAction(database, clock, Actor::system(), RequestId::create(clock, dice), action, ServerPreparation(cost));
    if (!answer)
        return answer.error();
    return answer->refusal ? Result<void>(*answer->refusal) : Result<void>();
}

} // namespace toasoan
