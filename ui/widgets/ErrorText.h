// The one place where an error becomes a sentence for the person: what happened, and what to do.
#pragma once

#include "base/Error.h"

#include <QString>

namespace toasoan {

/// A sentence in the language of the program, from code and subject. The detail is for the operator and not shown, but
/// for the one that the desk gave itself: which picture of the text was refused.
[[nodiscard]] QString errorText(const Error &error);

} // namespace toasoan
