// What an article that is being worked on stands under: that readers have an earlier version of it and why it was
// opened, who gave it back last and why. Each with its own reason, on every page that shows it.
#pragma once

#include "domain/Article.h"

#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace toasoan {

/// The version that readers have; 0 if they have none.
[[nodiscard]] Version liveVersion(const Article &article);
/// Whether readers have an earlier text of it, or this one still, while it is on its way to them again.
[[nodiscard]] bool isBeingCorrected(const Article &article);

/// Why the correction that is under way was opened; empty if none is, or if no reason was given.
[[nodiscard]] QString correctionReason(const Article &article, const std::vector<Decision> &decisions);
/// The return or refusal that nothing has followed: what was sent on since and taken back again does not count. Of
/// decisions in their order.
[[nodiscard]] std::optional<Decision> standingReturn(const std::vector<Decision> &decisions);
/// "… returned it – reason: …"
[[nodiscard]] QString returnText(const Decision &decision, const QString &person);

/// All of it, a line for each; empty where nothing is to be said.
[[nodiscard]] QString standingText(const Article &article, const std::vector<Decision> &decisions,
                                   const std::function<QString(UserId)> &personName);

} // namespace toasoan
