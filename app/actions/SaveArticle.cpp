#include "actions/SaveArticle.h"

#include "actions/ArticleStep.h"
#include "actions/MediaAccess.h"
#include "domain/ContentMerge.h"
#include "domain/PublicItem.h"
#include "storage/ArticleStore.h"
#include "storage/NewsroomStore.h"

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

Result<Article> appendVersion(ActionContext &context, Article article, const Content &content, Sitting sitting)
{
    article.version += 1;
    article.setContent(content);
    article.contentHash = contentHash(content);
    // The row first: the revision refers to it.
    auto recorded = recordStep(context, std::move(article), Step::Save, {}, sitting);
    if (!recorded)
        return recorded.error();
    const Revision revision{.article = recorded->id,
                            .version = recorded->version,
                            .savedBy = context.actor.user,
                            .savedAt = recorded->updatedAt,
                            .contentHash = recorded->contentHash,
                            .content = content};
    if (auto added = ArticleStore(context.transaction).addRevision(revision, sitting); !added)
        return added.error();
    return recorded;
}

// A section that nobody can read or write for would take the item out of everybody's sight.
Result<void> checkSection(ActionContext &context, SectionId section)
{
    if (section.isNull())
        return {};
    auto sections = NewsroomStore(context.transaction).sections();
    if (!sections)
        return sections.error();
    if (std::ranges::find(*sections, section, &Section::id) == sections->end())
        return Error{ErrorCode::InvalidInput, u"article.section"_s, u"no such section"_s};
    return {};
}

// Nobody gets a picture by writing its id into a text of his own.
Result<void> checkPictures(ActionContext &context, ArticleId article, const Content &content)
{
    const auto pictures = picturesOf(content);
    if (!pictures)
        return pictures.error();
    return checkPictures(context, article, *pictures);
}

Result<Article> saveFirst(ActionContext &context, const SaveArticle &command, const Content &content)
{
    if (command.base != 0)
        return Error{ErrorCode::NotFound, u"article"_s, command.target.toText()};
    Article article;
    article.id = command.target;
    article.author = context.actor.user;
    article.createdAt = context.clock.now();
    article.setContent(content);
    if (auto next = context.workflow.nextState(article, Step::Save, context.actor, {}); !next)
        return next.error();
    if (auto known = checkSection(context, content.section); !known)
        return known.error();
    if (auto fits = checkLimits(content, {}); !fits)
        return fits.error();
    if (auto own = checkPictures(context, article.id, content); !own)
        return own.error();
    return appendVersion(context, std::move(article), content, command.sitting);
}

} // namespace

Result<Article> SaveArticle::perform(ActionContext &context) const
{
    auto clean = cleanContent(content, Size::AsItIs);
    if (!clean)
        return clean.error();
    const ArticleStore articles(context.transaction);
    auto found = articles.findMaybe(target);
    if (!found)
        return found.error();
    if (!*found)
        return saveFirst(context, *this, *clean);

    Article article = **std::move(found);
    if (!canSee(context.actor, article))
        return Error{ErrorCode::NotFound, u"article"_s, target.toText()};
    if (base > article.version)
        return Error{ErrorCode::Conflict, u"article.version"_s, u"newest is %1"_s.arg(article.version)};
    auto state = context.workflow.nextState(article, Step::Save, context.actor, {});
    if (!state)
        return state.error();

    Content madeFrom;
    if (base == article.version) {
        madeFrom = article.content;
    } else if (base > 0) {
        // One of a sitting that was cleaned away since: then what it was made from tells what both have changed.
        auto revision = articles.revisionUpTo(article.id, base);
        if (!revision)
            return revision.error();
        madeFrom = std::move(revision->content);
    }
    if (auto fits = checkLimits(*clean, madeFrom); !fits)
        return fits.error();
    if (base < article.version) {
        clean = mergeContent(madeFrom, article.content, *clean);
        if (!clean)
            return clean.error();
        clean = cleanContent(*clean, Size::AsItIs);
        if (!clean)
            return clean.error();
    }

    if (clean->section != article.section) {
        if (auto known = checkSection(context, clean->section); !known)
            return known.error();
        Record moved = article;
        moved.section = clean->section;
        if (!context.workflow.nextState(moved, Step::Save, context.actor, {}))
            return Error{ErrorCode::Forbidden, u"article.section"_s, {}};
    }
    if (contentHash(*clean) == article.contentHash)
        return article;
    if (auto own = checkPictures(context, article.id, *clean); !own)
        return own.error();
    article.state = *state;
    return appendVersion(context, std::move(article), *clean, sitting);
}

} // namespace toasoan
