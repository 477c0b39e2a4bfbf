#include "actions/UnpublishArticle.h"

#include "actions/ArticleStep.h"
#include "storage/PublicationStore.h"

namespace toasoan {

using namespace Qt::StringLiterals;

Result<Article> UnpublishArticle::perform(ActionContext &context) const
{
    auto article =
        prepareStep(context, {.article = target, .version = version, .step = Step::Unpublish, .reason = reason});
    if (!article)
        return article.error();
    article->publication->takenDownAt = context.clock.now();
    article->approval.reset();
    article->scheduledAt.reset();
    const qint64 number = article->publication->number;

    auto recorded = recordStep(context, *std::move(article), Step::Unpublish, {{"number"_L1, number}});
    if (!recorded)
        return recorded.error();
    // By what is public, not by the text that it shows: a desk may never have had that one.
    if (auto stored = PublicationStore(context.transaction).takeDown(*recorded->publication); !stored)
        return stored.error();
    return recorded;
}

} // namespace toasoan
