// The chair approves one exact version.
#pragma once

#include "actions/Action.h"
#include "actions/ActionContext.h"
#include "domain/Article.h"

namespace toasoan {

struct ApproveArticle
{
    static constexpr ActionFacts facts{.name = "approve", .shape = Shape::Step, .when = When::Queued};

    ArticleId target;
    Version version = 0;
    QString contentHash; ///< of what the chair read
    QString note;

    template <typename Visit>
    void fields(Visit &visit)
    {
        visit("contentHash", contentHash);
        visit("note", note, Need::Optional);
    }
    /// Conflict "article.contentHash" if the version says something else than the chair read; the errors of
    /// checkComplete() while pictures are missing, and of checkAgainstPolicy() while the board wants something else
    /// first.
    [[nodiscard]] Result<Article> perform(ActionContext &context) const;

    bool operator==(const ApproveArticle &) const = default;
};

} // namespace toasoan
