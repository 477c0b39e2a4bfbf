#include "actions/ScheduleArticle.h"

#include "actions/ArticleStep.h"

namespace toasoan {

using namespace Qt::StringLiterals;

Result<Article> ScheduleArticle::perform(ActionContext &context) const
{
    auto article = prepareStep(context, {.article = target, .version = version, .step = Step::Schedule, .reason = {}});
    if (!article)
        return article.error();
    const Instant now = context.clock.now();
    if (at < now - std::chrono::days(1) || at > now + std::chrono::years(10))
        return Error{ErrorCode::InvalidInput, u"article.scheduledAt"_s, {}};
    if (auto fits = checkAgainstPolicy(context, *article); !fits)
        return fits.error();
    article->scheduledAt = at;
    return recordStep(context, *std::move(article), Step::Schedule, {{"at"_L1, toMilliseconds(at)}});
}

} // namespace toasoan
