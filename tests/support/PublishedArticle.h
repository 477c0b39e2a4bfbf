// An article of a test as publishing left it.
#pragma once

#include "domain/Article.h"

namespace toasoan {

/// Its newest version is the one that `publication` names.
[[nodiscard]] inline Article publishedArticle(ArticleId id, const Content &content, const Publication &publication)
{
    Article article;
    article.id = id;
    article.version = publication.version;
    article.contentHash = contentHash(content);
    article.state = State::Published;
    article.publication = publication;
    article.createdAt = article.updatedAt = publication.firstAt;
    article.setContent(content);
    return article;
}

/// The version that is its newest, saved when it was published first.
[[nodiscard]] inline Revision revisionOf(const Article &article)
{
    return {.article = article.id,
            .version = article.version,
            .savedBy = {},
            .savedAt = article.createdAt,
            .contentHash = article.contentHash,
            .content = article.content};
}

} // namespace toasoan
