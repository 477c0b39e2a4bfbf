#include "actions/MoveArticle.h"

#include "actions/ArticleStep.h"

namespace toasoan {

using namespace Qt::StringLiterals;

bool isMove(Step step)
{
    switch (step) {
    case Step::Withdraw:
    case Step::Claim:
    case Step::RequestApproval:
    case Step::ReturnToAuthor:
    case Step::ReturnToEditor:
    case Step::Refuse:
    case Step::Unschedule:
    case Step::Correct:
    case Step::Revoke:
    case Step::Delete:
        return true;
    case Step::Save:
    case Step::Submit:
    case Step::Approve:
    case Step::Schedule:
    case Step::Publish:
    case Step::Unpublish:
        return false;
    }
    Q_UNREACHABLE();
}

Result<Article> perform(ActionContext &context, const MoveArticle &command)
{
    if (!isMove(command.step))
        return Error{ErrorCode::InvalidInput, u"command.step"_s, toText(command.step)};
    auto article = prepareStep(
        context,
        {.article = command.article, .version = command.version, .step = command.step, .reason = command.reason});
    if (!article)
        return article.error();
    if (command.step == Step::RequestApproval) {
        if (auto complete = checkComplete(context, *article); !complete)
            return complete.error();
    }
    // Whoever takes an item out of approval takes the approval back with it.
    if (article->state != State::Approved)
        article->approval.reset();
    article->scheduledAt.reset();
    return recordStep(context, *std::move(article), command.step);
}

} // namespace toasoan
