// Which steps the review page offers, in which order, and which of them is wanted most.
#pragma once

#include "domain/Workflow.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace toasoan {

/// In the order of the bar: what is wanted most stands at its end.
constexpr std::array reviewSteps{Step::Unpublish,      Step::Correct,         Step::Revoke,     Step::Refuse,
                                 Step::ReturnToAuthor, Step::ReturnToEditor,  Step::Unschedule, Step::Schedule,
                                 Step::Claim,          Step::RequestApproval, Step::Publish,    Step::Approve};

[[nodiscard]] inline bool contains(const std::vector<Step> &steps, Step step)
{
    return std::ranges::find(steps, step) != steps.end();
}

/// The one of `allowed` that Ctrl+Enter takes. None of a scheduled item: its hour does what is left to do.
[[nodiscard]] inline std::optional<Step> primaryStepOf(const std::vector<Step> &allowed, State state)
{
    if (state == State::Scheduled)
        return std::nullopt;
    constexpr std::array wanted{Step::Approve, Step::Publish, Step::RequestApproval, Step::Claim};
    const auto found = std::ranges::find_if(wanted, [&](Step step) { return contains(allowed, step); });
    return found == wanted.end() ? std::nullopt : std::optional(*found);
}

/// Those of `allowed` that the bar shows. Of a scheduled item publishing now does not stand where the hand goes by
/// itself.
[[nodiscard]] inline std::vector<Step> offeredSteps(const std::vector<Step> &allowed, State state)
{
    std::vector<Step> offered;
    std::ranges::copy_if(reviewSteps, std::back_inserter(offered), [&](Step step) { return contains(allowed, step); });
    if (state == State::Scheduled)
        std::ranges::stable_partition(offered, [](Step step) { return step == Step::Publish; });
    return offered;
}

/// The step that undoes what `done` has just done, if there is one and it is allowed now.
[[nodiscard]] inline std::optional<Step> undoOf(Step done, const std::vector<Step> &allowed)
{
    // What is revoked is the decision that stands: after any other step it would be another one than was just taken.
    constexpr std::array decisions{Step::RequestApproval, Step::ReturnToAuthor, Step::ReturnToEditor, Step::Refuse,
                                   Step::Approve};
    const std::optional<Step> undo = done == Step::Publish      ? std::optional(Step::Unpublish)
        : done == Step::Schedule                                ? std::optional(Step::Unschedule)
        : std::ranges::find(decisions, done) != decisions.end() ? std::optional(Step::Revoke)
                                                                : std::nullopt;
    return undo && contains(allowed, *undo) ? undo : std::nullopt;
}

} // namespace toasoan
