// What is an item's own among records (tin, bài): its text, its pictures, the board's checklist, its place on the
// portal.
#pragma once

#include "actions/Kind.h"

#include <memory>

namespace toasoan {

[[nodiscard]] std::unique_ptr<const Kind> itemKind(const Workflow &chain);

} // namespace toasoan
