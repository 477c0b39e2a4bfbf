#include "domain/Article.h"

#include <utility>

namespace toasoan {

void Article::setContent(Content says)
{
    content = std::move(says);
    section = content.section;
    title = content.title;
}

} // namespace toasoan
