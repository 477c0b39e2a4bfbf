// Chains that several standard registers have.
#pragma once

#include "domain/Workflow.h"

#include <vector>

namespace toasoan::registers {

/// Of a register without review: what one of `roles` saves is public at once; he closes it, and opens it again, with a
/// reason.
[[nodiscard]] std::vector<Transition> savedBy(const std::vector<Role> &roles);

/// Of a register with review (hasReview()), in the states and steps of items: who writes submits, the chair approves
/// one exact version that is not his own, and what readers have stays while the next is written. Without the editing
/// between: an entry is submitted to whoever approves it.
[[nodiscard]] std::vector<Transition> approved();

/// Those who answer for what the portal says of the authority itself.
[[nodiscard]] std::vector<Role> keepers();

} // namespace toasoan::registers
