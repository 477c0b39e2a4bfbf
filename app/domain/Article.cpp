#include "domain/Article.h"

namespace toasoan {

bool isPrivate(const Article &article)
{
    return article.state == State::Draft && !article.publication;
}

bool canSee(const Actor &actor, const Article &article)
{
    if (actor.user == article.author && !actor.user.isNull())
        return true;
    if (isPrivate(article))
        return false;
    constexpr std::array handlers{Role::Editor, Role::Secretary, Role::DeputyChair, Role::BoardChair, Role::System};
    return std::ranges::any_of(handlers, [&](Role role) { return actor.hasRole(role, article.content.section); });
}

} // namespace toasoan
