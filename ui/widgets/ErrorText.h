// The one place where an error becomes a sentence for the person: what happened, and what to do.
#pragma once

#include "base/Error.h"

#include <QString>

namespace toasoan {

/// A sentence in the language of the program, from code and subject; never the detail, which is for the operator.
/// What a refused checklist names is in the sentence.
[[nodiscard]] QString errorText(const Error &error);

/// "2 pictures without a description": what `count` findings of a rule of the checklist, by its text, are called; empty
/// for a rule that this program does not know.
[[nodiscard]] QString lackText(const QString &rule, int count);

} // namespace toasoan
