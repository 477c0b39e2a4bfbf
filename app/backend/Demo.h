// A newsroom to try the program with: the board of an invented commune, its sections, one account for each post, and a
// past: items published over the last days, pictures, visits, and work on the desks. The texts are
// resources/demo/newsroom.json.
#pragma once

#include "backend/Backend.h"
#include "base/Clock.h"
#include "base/Dice.h"
#include "domain/Actor.h"

#include <QString>

#include <vector>

namespace toasoan {

struct DemoAccount
{
    QString login;
    QString password;
    Role role = Role::Reporter;
};

/// Makes the demo where `options` keep newsroom, pictures and visits; the newsroom's schema is there. Gives the
/// accounts, with passwords made for this newsroom alone, in the order of the chain and the administrator last.
/// Conflict "newsroom" if there is one already.
[[nodiscard]] Result<std::vector<DemoAccount>> makeDemo(const BackendOptions &options, const Clock &clock, Dice &dice);

} // namespace toasoan
