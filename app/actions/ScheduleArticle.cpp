#include "actions/ScheduleArticle.h"

#include "actions/ArticleStep.h"

namespace toasoan {

using namespace Qt::StringLiterals;

Result<Article> perform(ActionContext &context, const ScheduleArticle &command)
{
    auto article = prepareStep(
        context, {.article = command.article, .version = command.version, .step = Step::Schedule, .reason = {}});
    if (!article)
        return article.error();
    const Instant now = context.clock.now();
    if (command.at < now - std::chrono::days(1) || command.at > now + std::chrono::years(10))
        return Error{ErrorCode::InvalidInput, u"article.scheduledAt"_s, {}};
    if (auto fits = checkAgainstPolicy(context, *article); !fits)
        return fits.error();
    article->scheduledAt = command.at;
    return recordStep(context, *std::move(article), Step::Schedule, {{"at"_L1, toMilliseconds(command.at)}});
}

} // namespace toasoan
