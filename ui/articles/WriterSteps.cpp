#include "ui/articles/WriterSteps.h"

#include <algorithm>

namespace toasoan {

namespace {

// Steps of those who decide about what others wrote: taken on the review page, on the version that was read there.
bool isReviewStep(Step step)
{
    switch (step) {
    case Step::Approve:
    case Step::Refuse:
    case Step::Schedule:
    case Step::Unschedule:
    case Step::Publish:
        return true;
    case Step::Save:
    case Step::Submit:
    case Step::Withdraw:
    case Step::Claim:
    case Step::RequestApproval:
    case Step::ReturnToAuthor:
    case Step::ReturnToEditor:
    case Step::Unpublish: // wherever the item is seen: it is needed in a hurry
    case Step::Correct:
    case Step::Revoke:
    case Step::Delete:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace

bool isForward(Step step)
{
    return step == Step::Submit || step == Step::RequestApproval || step == Step::Claim || step == Step::Correct;
}

Command writerCommand(ArticleId article, Step step, const QString &reason)
{
    if (step == Step::Unpublish)
        return UnpublishArticle{.article = article, .version = 0, .reason = reason};
    return MoveArticle{.article = article, .version = 0, .step = step, .reason = reason};
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
        else if (isReviewStep(step))
            can.mayReview = true;
        else
            can.steps.push_back(step);
    }
    std::ranges::stable_sort(can.steps, {}, isForward);
    return can;
}

} // namespace toasoan
