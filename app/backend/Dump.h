// The whole newsroom as sorted JSON lines, for comparing two systems and for looking inside.
#pragma once

#include "storage/Database.h"

#include <QByteArray>

namespace toasoan {

/// One line a row of every table of the newsroom, {"table": …, columns …}, sorted: two newsrooms in the same state give
/// the same bytes, on either engine. Without password hashes, sessions and remembered answers.
[[nodiscard]] Result<QByteArray> canonicalDump(Database &database);

/// Reads everything that can be checked: the file, the audit chain, each revision's hash, that what is public is an
/// approved version. The error names the first thing that does not hold.
[[nodiscard]] Result<void> verifyNewsroom(Database &database);

} // namespace toasoan
