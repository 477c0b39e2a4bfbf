#include "actions/UnpublishArticle.h"

#include "actions/ArticleStep.h"
#include "storage/ArticleStore.h"
#include "storage/PublicationStore.h"

namespace toasoan {

using namespace Qt::StringLiterals;

Result<Article> perform(ActionContext &context, const UnpublishArticle &command)
{
    auto article = prepareStep(
        context,
        {.article = command.article, .version = command.version, .step = Step::Unpublish, .reason = command.reason});
    if (!article)
        return article.error();
    article->publication->takenDownAt = context.clock.now();
    article->approval.reset();
    article->scheduledAt.reset();
    const qint64 number = article->publication->number;

    auto recorded = recordStep(context, *std::move(article), Step::Unpublish, {{"number"_L1, number}});
    if (!recorded)
        return recorded.error();
    auto shown = ArticleStore(context.transaction).revision(recorded->id, recorded->publication->version);
    if (!shown)
        return shown.error();
    if (auto stored = PublicationStore(context.transaction).put(*recorded, shown->content); !stored)
        return stored.error();
    return recorded;
}

} // namespace toasoan
