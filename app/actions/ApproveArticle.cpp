#include "actions/ApproveArticle.h"

#include "actions/ArticleStep.h"

namespace toasoan {

using namespace Qt::StringLiterals;

Result<Article> ApproveArticle::perform(ActionContext &context) const
{
    auto article = prepareStep(context, {.article = target, .version = version, .step = Step::Approve, .reason = note});
    if (!article)
        return article.error();
    if (article->contentHash != contentHash)
        return Error{ErrorCode::Conflict, u"article.contentHash"_s, article->contentHash};
    if (auto complete = checkComplete(context, *article); !complete)
        return complete.error();
    if (auto fits = checkAgainstPolicy(context, *article); !fits)
        return fits.error();
    article->approval = Approval{.version = article->version,
                                 .contentHash = article->contentHash,
                                 .by = context.actor.user,
                                 .at = context.clock.now()};
    return recordStep(context, *std::move(article), Step::Approve, {{"contentHash"_L1, contentHash}});
}

} // namespace toasoan
