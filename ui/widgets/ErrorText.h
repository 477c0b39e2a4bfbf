// The one place where an error becomes a sentence for the person: what happened, and what to do.
#pragma once

#include "base/Error.h"

#include <QString>

namespace toasoan {

/// A sentence in the language of the program, from code and subject. The detail is for the operator and not shown, but
/// for what the desk gave itself (which picture of the text was refused) and for what a refused checklist names.
[[nodiscard]] QString errorText(const Error &error);

/// "2 pictures without a description": what `count` findings of a rule of the checklist, by its text, are called; empty
/// for a rule that this program does not know.
[[nodiscard]] QString lackText(const QString &rule, int count);

} // namespace toasoan
