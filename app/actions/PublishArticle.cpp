#include "actions/PublishArticle.h"

#include "actions/ArticleStep.h"
#include "domain/PublicItem.h"
#include "storage/NewsroomStore.h"
#include "storage/PublicationStore.h"

namespace toasoan {

using namespace Qt::StringLiterals;

Result<Article> PublishArticle::perform(ActionContext &context) const
{
    auto article = prepareStep(context, {.article = target, .version = version, .step = Step::Publish, .reason = {}});
    if (!article)
        return article.error();
    if (!article->approval || article->approval->version != article->version
        || article->approval->contentHash != article->contentHash)
        return Error{ErrorCode::Conflict, u"article.approval"_s, {}};
    const Instant now = context.clock.now();
    const bool byTheClock = context.actor.user.isNull();
    if (byTheClock && (!article->scheduledAt || *article->scheduledAt > now))
        return Error{ErrorCode::Conflict, u"article.scheduledAt"_s, {}};
    if (auto complete = checkComplete(context, *article); !complete)
        return complete.error();
    // What was approved under a laxer rule. Not at an appointed hour, which a person set under the rule of then and
    // when nobody may be there to mend it.
    if (!byTheClock) {
        if (auto fits = checkAgainstPolicy(context, *article); !fits)
            return fits.error();
    }

    qint64 freshNumber = 0;
    if (!article->publication) {
        auto number = NewsroomStore(context.transaction).next(u"articleNumber"_s);
        if (!number)
            return number.error();
        freshNumber = *number;
    }
    article->publication = publicationAt(*article, freshNumber, now);
    article->scheduledAt.reset();

    auto recorded =
        recordStep(context, *std::move(article), Step::Publish, {{"number"_L1, article->publication->number}});
    if (!recorded)
        return recorded.error();
    if (auto stored = PublicationStore(context.transaction).put(*recorded, recorded->content); !stored)
        return stored.error();
    return recorded;
}

} // namespace toasoan
