// The whole newsroom as sorted JSON lines, for comparing two systems and for looking inside.
#pragma once

#include "storage/Database.h"

class QIODevice;

namespace toasoan {

/// Writes one line for each article with its decisions, line of the audit log, picture, revision, section, the site,
/// user, the chain, and what the ledger of visits counted (`visits`; null leaves it out): {"noun": …, what tells it
/// apart, the rest}, sorted by their bytes. Two newsrooms in the same state give the same bytes, on either engine.
/// Secrets (passwords, sign-ins) are left out. Line by line: a newsroom of any size takes the memory of one item.
/// StorageFull "dump" if `out` takes no more.
[[nodiscard]] Result<void> canonicalDump(Database &database, Database *visits, QIODevice &out);

} // namespace toasoan
