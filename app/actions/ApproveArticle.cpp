#include "actions/ApproveArticle.h"

#include "actions/ArticleStep.h"

namespace toasoan {

using namespace Qt::StringLiterals;

Result<Article> perform(ActionContext &context, const ApproveArticle &command)
{
    auto article = prepareStep(
        context,
        {.article = command.article, .version = command.version, .step = Step::Approve, .reason = command.note});
    if (!article)
        return article.error();
    if (article->contentHash != command.contentHash)
        return Error{ErrorCode::Conflict, u"article.contentHash"_s, article->contentHash};
    if (auto complete = checkComplete(context, *article); !complete)
        return complete.error();
    if (auto fits = checkAgainstPolicy(context, *article); !fits)
        return fits.error();
    article->approval = Approval{.version = article->version,
                                 .contentHash = article->contentHash,
                                 .by = context.actor.user,
                                 .at = context.clock.now()};
    return recordStep(context, *std::move(article), Step::Approve, {{"contentHash"_L1, command.contentHash}});
}

} // namespace toasoan
