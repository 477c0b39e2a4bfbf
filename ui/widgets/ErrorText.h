// The one place where an error becomes a sentence for the person: what happened, and what to do.
#pragma once

#include "base/Error.h"

#include <QString>

namespace toasoan {

/// A sentence in the language of the program, from code and subject; never the detail, which is for the operator.
[[nodiscard]] QString errorText(const Error &error);

} // namespace toasoan
