// What the review page says about steps, and which of them vouch for a text.
#pragma once

#include "domain/Workflow.h"

#include <QString>

namespace toasoan {

/// Whether a person answers with this step for what the text says.
[[nodiscard]] bool vouches(Step step);

/// The title in quotation marks, or words for an article without one.
[[nodiscard]] QString quotedTitle(const QString &title);
/// "You approved “…”."; empty for steps that are not taken on the review page.
[[nodiscard]] QString doneText(Step step, const QString &quotedTitle);
/// Who reads the reason that is asked for, and what follows.
[[nodiscard]] QString reasonExplanation(Step step);
/// "version 3"
[[nodiscard]] QString versionName(Version version);

} // namespace toasoan
