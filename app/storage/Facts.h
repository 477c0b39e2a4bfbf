// Single facts by name, in a table of its own for each database: system in the newsroom's, desk in a desk's.
#pragma once

#include "storage/Transaction.h"

#include <QString>

namespace toasoan {

/// Empty if it is not set. `table` is a name in the program's text, never a value.
[[nodiscard]] Result<QString> readFact(Transaction &transaction, const char *table, const QString &name);
[[nodiscard]] Result<void> writeFact(Transaction &transaction, const char *table, const QString &name,
                                     const QString &value);

} // namespace toasoan
