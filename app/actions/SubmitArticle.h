// The author hands his item in, and answers for it that it holds no state secret.
#pragma once

#include "actions/Action.h"
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
    static constexpr ActionFacts facts{.name = "submit", .shape = Shape::Step, .when = When::Queued};

    ArticleId target;
    Version version = 0;
    StateSecret stateSecret = StateSecret::NotConfirmed;

    template <typename Visit>
    void fields(Visit &visit)
    {
        visit("confirmsNoStateSecret", stateSecret);
    }
    /// InvalidInput "article.stateSecret" without the author's word, "article.title" or "article.section" if it has
    /// none, "article.conflict" while a merge left words to choose between.
    [[nodiscard]] Result<Article> perform(ActionContext &context) const;

    bool operator==(const SubmitArticle &) const = default;
};

} // namespace toasoan
