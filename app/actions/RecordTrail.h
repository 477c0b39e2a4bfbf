// What the decisions about a record, and the standing of its author, say about who may go on with it.
#pragma once

#include "domain/Record.h"
#include "storage/Transaction.h"

namespace toasoan {

/// The trail of a record as `transaction` knows it. An author who is not known there counts as present.
[[nodiscard]] Result<Trail> readTrail(Transaction &transaction, const Workflow &workflow, const Record &record);

} // namespace toasoan
