// The steps that only move an item along the chain: withdraw, claim, request approval, return, refuse, unschedule,
// correct, revoke, delete. What may be done by whom, and whether a reason is needed, is the chain's to say.
#pragma once

#include "actions/ActionContext.h"
#include "domain/Article.h"

namespace toasoan {

struct MoveArticle
{
    ArticleId article;
    Version version = 0;
    Step step = Step::Claim;
    QString reason;

    bool operator==(const MoveArticle &) const = default;
};

/// Whether MoveArticle takes this step; the others have a command of their own.
[[nodiscard]] bool isMove(Step step);

/// InvalidInput "command.step" for a step that has a command of its own.
[[nodiscard]] Result<Article> perform(ActionContext &context, const MoveArticle &command);

} // namespace toasoan
