#include "actions/SubmitArticle.h"

#include "actions/ArticleStep.h"
#include "domain/ContentMerge.h"

namespace toasoan {

using namespace Qt::StringLiterals;

Result<Article> SubmitArticle::perform(ActionContext &context) const
{
    auto article = prepareStep(context, {.article = target, .version = version, .step = Step::Submit, .reason = {}});
    if (!article)
        return article.error();
    if (stateSecret != StateSecret::ConfirmedNone)
        return Error{ErrorCode::InvalidInput, u"article.stateSecret"_s, {}};
    if (article->content.title.isEmpty())
        return Error{ErrorCode::InvalidInput, u"article.title"_s, u"empty"_s};
    if (article->section.isNull())
        return Error{ErrorCode::InvalidInput, u"article.section"_s, u"none chosen"_s};
    if (hasConflict(article->content))
        return Error{ErrorCode::InvalidInput, u"article.conflict"_s, {}};
    return recordStep(context, *std::move(article), Step::Submit, {{"stateSecret"_L1, "confirmedNone"_L1}});
}

} // namespace toasoan
