// The chair approves one exact version.
#pragma once

#include "actions/ActionContext.h"
#include "domain/Article.h"

namespace toasoan {

struct ApproveArticle
{
    ArticleId article;
    Version version = 0;
    QString contentHash; ///< of what the chair read
    QString note;

    bool operator==(const ApproveArticle &) const = default;
};

/// Conflict "article.contentHash" if the version says something else than the chair read; the errors of
/// checkComplete() while pictures are missing, and of checkAgainstPolicy() while the board wants something else first.
[[nodiscard]] Result<Article> perform(ActionContext &context, const ApproveArticle &command);

} // namespace toasoan
