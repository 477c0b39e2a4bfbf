// Keeps the registers of a newsroom as the program knows them: what is new in the standard descriptions, and the
// projections that entries are listed by.
#pragma once

#include "base/Clock.h"
#include "base/Dice.h"
#include "storage/Database.h"

namespace toasoan {

/// When a server starts: raises the standard registers (registersToRaise()), makes the projections of all that are to
/// be, and fills those of few entries. Safe beside another server that does the same.
[[nodiscard]] Result<void> bringRegistersUp(Database &database, const Clock &clock, Dice &dice);

/// A moment's work on projections that are not complete; whether there is more to do.
[[nodiscard]] Result<bool> fillProjections(Database &database);

/// Removes those that newer ones have replaced.
[[nodiscard]] Result<void> dropOldProjections(Database &database);

} // namespace toasoan
