// What is an entry's own among records, by the description of its register: all registers are one implementation.
#pragma once

#include "actions/Kind.h"
#include "domain/Register.h"

#include <memory>

namespace toasoan {

/// `described` outlives it.
[[nodiscard]] std::unique_ptr<const Kind> entryKind(const Register &described);
/// The descriptions themselves, as records: kept in versions, changed by DefineRegister alone.
[[nodiscard]] std::unique_ptr<const Kind> registerKind();

} // namespace toasoan
