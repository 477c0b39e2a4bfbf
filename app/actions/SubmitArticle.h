// The author hands his item in, and answers for it that it holds no state secret.
#pragma once

#include "actions/ActionContext.h"
#include "domain/Article.h"

namespace toasoan {

/// The author's word on state secrets (Law on the protection of state secrets; asked at every submitting).
enum class StateSecret
{
    NotConfirmed,
    ConfirmedNone
};

struct SubmitArticle
{
    ArticleId article;
    Version version = 0;
    StateSecret stateSecret = StateSecret::NotConfirmed;

    bool operator==(const SubmitArticle &) const = default;
};

/// InvalidInput "article.stateSecret" without the author's word, "article.title" or "article.section" if it has none,
/// "article.conflict" while a merge left words to choose between.
[[nodiscard]] Result<Article> perform(ActionContext &context, const SubmitArticle &command);

} // namespace toasoan
