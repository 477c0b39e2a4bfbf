#include "domain/Article.h"

#include <utility>

namespace toasoan {

void Article::setContent(Content says)
{
    content = std::move(says);
    section = content.section;
    title = content.title;
}

FullRecord recordOf(const Article &article)
{
    return {article, canonicalBytes(article.content)};
}

} // namespace toasoan
