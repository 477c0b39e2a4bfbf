#include "ui/articles/WriterSteps.h"

#include "ui/models/StepText.h"

#include <algorithm>

namespace toasoan {

bool isForward(Step step)
{
    return step == Step::Submit || step == Step::RequestApproval || step == Step::Claim || step == Step::Correct;
}

Command writerCommand(ArticleId article, Step step, const QString &reason)
{
    if (step == Step::Unpublish)
        return Unpublish{.target = itemKey(article), .version = 0, .reason = reason};
    return Move{.target = itemKey(article), .version = 0, .step = step, .reason = reason};
}

WriterSteps writerSteps(const ArticleView &view)
{
    if (view.isGone)
        return {.mayWrite = false, .mayReview = false, .steps = {}};
    WriterSteps can{.mayWrite = false, .mayReview = false, .steps = {}};
    for (const Step step : view.allowedSteps) {
        if (step == Step::Save)
            can.mayWrite = true;
        else if (step == Step::Delete)
            continue; // of the list's rows: nobody puts away what he has open
        else if (pageOf(step) == StepPage::Review)
            can.mayReview = true;
        else
            can.steps.push_back(step);
    }
    std::ranges::stable_sort(can.steps, {}, isForward);
    return can;
}

} // namespace toasoan
