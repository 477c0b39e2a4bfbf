// Whether registers and their entries hold together. Part of verifyNewsroom().
#pragma once

#include "storage/Transaction.h"

namespace toasoan {

/// Corrupt, with the record's id as detail: "record.contentHash" and "record.revision" where a version is not what its
/// hash says, or is missing; "entry.public" where readers have another than the record says, or something of a record
/// that is not theirs to have. Whether the log names what they have: checkAgainstAudit().
[[nodiscard]] Result<void> checkEntries(Transaction &transaction);

} // namespace toasoan
