// A newsroom to try the program with: an invented district, its sections, one account for each post.
#pragma once

#include "base/Clock.h"
#include "base/Dice.h"
#include "storage/Database.h"

#include <QString>

#include <vector>

namespace toasoan {

struct DemoAccount
{
    QString login;
    QString password;
    QString post; ///< in Vietnamese, for printing
};

/// The accounts of the demo, with passwords made for this newsroom alone. Conflict "newsroom" if there is one already.
[[nodiscard]] Result<std::vector<DemoAccount>> makeDemo(Database &database, const Clock &clock, Dice &dice,
                                                        const QString &address);

} // namespace toasoan
