// That the chain of a newsroom is another one: for the desks, and for the audit log.
#pragma once

#include "domain/Workflow.h"
#include "storage/Transaction.h"

namespace toasoan {

/// SHA-256 of the chain, in hex: by it the log says which one is in force.
[[nodiscard]] QString fingerprint(const Workflow &workflow);

/// Desks know the chain by the feed, which tells of what an action changed. A migration changes it too, and says
/// nothing: so the chain of which the feed has told is remembered, and another one is told of, whatever made it.
[[nodiscard]] Result<void> tellOfWorkflow(Transaction &transaction, Instant now);

/// The log says which chain this program has set, so that `verify` finds another one. Nothing while there is none.
[[nodiscard]] Result<void> logWorkflow(Transaction &transaction, Instant now);

} // namespace toasoan
