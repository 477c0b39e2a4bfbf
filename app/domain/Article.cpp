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

Trail trailOf(const std::vector<Decision> &decisions)
{
    Trail trail;
    for (const Decision &decision : decisions) {
        if (decision.step == Step::Save)
            continue;
        trail.last = decision.step;
        trail.lastBy = decision.actor;
        trail.lastVersion = decision.version;
        if (decision.step == Step::RequestApproval)
            trail.sentOnBy = decision.actor;
        if (decision.step == Step::Correct)
            trail.openedBy = decision.actor;
        else if (decision.step == Step::Publish || decision.step == Step::Submit) // done, or its author's again
            trail.openedBy = {};
    }
    return trail;
}

} // namespace toasoan
