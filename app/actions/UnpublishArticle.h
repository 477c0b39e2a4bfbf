// A public item is taken down: its address answers 410 with a notice; content, versions and the reason are kept.
#pragma once

#include "actions/ActionContext.h"
#include "domain/Article.h"

namespace toasoan {

struct UnpublishArticle
{
    ArticleId article;
    Version version = 0;
    QString reason;

    bool operator==(const UnpublishArticle &) const = default;
};

[[nodiscard]] Result<Article> perform(ActionContext &context, const UnpublishArticle &command);

} // namespace toasoan
