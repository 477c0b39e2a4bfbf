// Entries that a register of every newsroom begins with; from then on they are the board's, to change and to close.
#pragma once

#include "domain/Record.h"
#include "domain/Register.h"

#include <QByteArray>

#include <vector>

namespace toasoan {

struct StandardEntry
{
    RecordId id; ///< the same in every newsroom
    QByteArray content; ///< clean
};

/// In their order; nothing for registers that begin empty. A single one begins with its entry, which says nothing.
[[nodiscard]] std::vector<StandardEntry> standardEntries(const Register &described);

} // namespace toasoan
