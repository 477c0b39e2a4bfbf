// The server's side of the actions of those who run the newsroom, and the command line's way to them.
#pragma once

#include "backend/CommandRunner.h"
#include "backend/Secrets.h"
#include "base/Dice.h"

namespace toasoan {

class ServerPreparation final : public Preparation
{
public:
    explicit ServerPreparation(HashCost cost = HashCost::Interactive) : m_cost(cost) { }

    [[nodiscard]] Result<QString> hashPassword(const QString &password) const override;
    [[nodiscard]] bool canNameSection(const QString &slug) const override;

private:
    HashCost m_cost;
};

/// An action of the machine itself, from the command line or where a demo is made: of whoever may start its programs. A
/// refusal is an error.
[[nodiscard]] Result<void> runAsMachine(Database &database, const Clock &clock, Dice &dice,
                                        const AdministrativeAction &action, HashCost cost = HashCost::Interactive);

} // namespace toasoan
