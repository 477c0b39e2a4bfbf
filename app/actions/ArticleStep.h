// What every step along the chain has in common: rule and permission before it, decision, audit and change after it.
#pragma once

#include "actions/ActionContext.h"
#include "domain/Article.h"
#include "domain/Sitting.h"

#include <QJsonObject>

namespace toasoan {

/// A step with an article, on the exact version that the person saw.
struct ArticleStep
{
    ArticleId article;
    Version version = 0;
    Step step = Step::Save;
    QString reason;
};

/// The article, already in its next state and with a cleaned reason, not yet stored. NotFound "article" if it is not
/// there or not the actor's to see; Conflict "article.version" if its newest version is another; else the errors of
/// Workflow::nextState().
[[nodiscard]] Result<Article> prepareStep(ActionContext &context, const ArticleStep &step);

/// Stores the article as it now is, with the decision, an audit line and a change. `detail` goes to the audit line;
/// `sitting` is of a save.
[[nodiscard]] Result<Article> recordStep(ActionContext &context, Article article, Step step,
                                         const QJsonObject &detail = {}, Sitting sitting = Sitting::GoesOn);

/// Conflict "article.pictures" while a picture of the body has not arrived, or came from somebody who had not put it
/// there; InvalidInput "article.conflict" while a merge left words to choose between.
[[nodiscard]] Result<void> checkComplete(ActionContext &context, const Article &article);

/// InvalidInput "article.checklist" while the content lacks what the board wants before anything is approved
/// (checkApprovable()).
[[nodiscard]] Result<void> checkAgainstPolicy(ActionContext &context, const Article &article);

} // namespace toasoan
