// Which steps the review page offers, in which order, and which of them is wanted most.
#pragma once

#include "domain/Workflow.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace toasoan {

/// In the order of the bar: what is wanted most stands at its end.
constexpr std::array reviewSteps{Step::Unpublish,       Step::Correct,    Step::Refuse,   Step::ReturnToAuthor,
                                 Step::ReturnToEditor,  Step::Unschedule, Step::Schedule, Step::Claim,
                                 Step::RequestApproval, Step::Publish,    Step::Approve};

[[nodiscard]] inline bool contains(const std::vector<Step> &steps, Step step)
{
    return std::ranges::find(steps, step) != steps.end();
}

/// The one of `allowed` that Ctrl+Enter takes.
[[nodiscard]] inline std::optional<Step> primaryStepOf(const std::vector<Step> &allowed)
{
    constexpr std::array wanted{Step::Approve, Step::Publish, Step::RequestApproval, Step::Claim};
    const auto found = std::ranges::find_if(wanted, [&](Step step) { return contains(allowed, step); });
    return found == wanted.end() ? std::nullopt : std::optional(*found);
}

} // namespace toasoan
