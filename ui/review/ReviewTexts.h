// What the review page says about who takes the next step.
#pragma once

#include "domain/Article.h"
#include "domain/User.h"

#include <QString>

namespace toasoan {

/// Who takes the next step with this item, by name and by the chain: "Waits for … to approve it."; empty where there is
/// no next step.
[[nodiscard]] QString nextStepText(const Article &article, const Workflow &workflow, const std::vector<User> &users,
                                   UserId me);
/// Who but `me` may open it again once nothing is to be decided on it any more, by name and by the chain: "To have it
/// corrected, ask …"; empty where nobody may.
[[nodiscard]] QString reopeningText(const Article &article, const Workflow &workflow, const std::vector<User> &users,
                                    UserId me);
/// Why someone who changed a text cannot approve it (Workflow::needsOtherEyes()), and who can.
[[nodiscard]] QString otherEyesText(const Article &article, const Workflow &workflow, const std::vector<User> &users,
                                    UserId me);
/// The step that brings an item on from where it is; nothing where there is none, or the clock takes it.
[[nodiscard]] std::optional<Step> stepForward(State state);
/// "version 3"
[[nodiscard]] QString versionName(Version version);

} // namespace toasoan
