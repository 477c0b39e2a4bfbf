#include "actions/MoveArticle.h"

#include "actions/ArticleStep.h"

namespace toasoan {

using namespace Qt::StringLiterals;

Result<Article> MoveArticle::perform(ActionContext &context) const
{
    if (!isMove(step))
        return Error{ErrorCode::InvalidInput, u"step"_s, toText(step)};
    auto article = prepareStep(context, {.article = target, .version = version, .step = step, .reason = reason});
    if (!article)
        return article.error();
    if (needsPictures(step)) {
        if (auto complete = checkComplete(context, *article); !complete)
            return complete.error();
    }
    // Whoever takes an item out of approval takes the approval back with it.
    if (article->state != State::Approved)
        article->approval.reset();
    article->scheduledAt.reset();
    return recordStep(context, *std::move(article), step);
}

} // namespace toasoan
