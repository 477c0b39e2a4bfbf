// What the review page says about steps, and about who takes the next one.
#pragma once

#include "domain/Article.h"
#include "domain/User.h"

#include <QString>

namespace toasoan {

/// The title in quotation marks, or words for an article without one.
[[nodiscard]] QString quotedTitle(const QString &title);
/// "You approved “…”."; empty for steps that are not taken on the review page.
[[nodiscard]] QString doneText(Step step, const QString &quotedTitle);
/// Who reads the reason that is asked for, and what follows.
[[nodiscard]] QString reasonExplanation(Step step);
/// That nobody receives what is returned to him.
[[nodiscard]] QString authorIsAwayText(const QString &author);
/// Who takes the next step with this item, by name and by the chain: "Waits for … to approve it."; empty where there is
/// no next step.
[[nodiscard]] QString nextStepText(const Article &article, const Workflow &workflow, const std::vector<User> &users,
                                   UserId me);
/// The step that brings an item on from where it is; nothing where there is none, or the clock takes it.
[[nodiscard]] std::optional<Step> stepForward(State state);
/// "version 3"
[[nodiscard]] QString versionName(Version version);

} // namespace toasoan
