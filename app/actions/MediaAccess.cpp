#include "actions/MediaAccess.h"

#include "document/Document.h"
#include "storage/ArticleStore.h"
#include "storage/MediaStore.h"

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

// A picture that is there: whether the actor may have it in the article.
Result<bool> mayHave(ActionContext &context, ArticleId article, const Media &media)
{
    auto isIn = MediaStore(context.transaction).isIn(article, media.id);
    if (!isIn || *isIn)
        return isIn;
    return maySeeMedia(context.transaction, context.actor, media);
}

// Whether the version before the one that is being saved did without the picture.
Result<bool> bringsIn(ActionContext &context, const Article &saved, MediaId picture)
{
    if (saved.version <= 1)
        return true;
    auto before = ArticleStore(context.transaction).revisionUpTo(saved.id, saved.version - 1);
    if (!before)
        return before.error();
    auto body = document::readStored(before->content.body);
    if (!body)
        return body.error();
    return !document::pictures(*body).contains(picture.toText());
}

} // namespace

Result<bool> maySeeMedia(Transaction &transaction, const Actor &actor, const Media &media)
{
    if (media.uploadedBy == actor.user && !actor.user.isNull())
        return true;
    auto users = MediaStore(transaction).articlesWith(media.id);
    if (!users)
        return users.error();
    const ArticleStore articles(transaction);
    for (const ArticleId id : *users) {
        auto article = articles.find(id);
        if (!article)
            return article.error();
        if (canSee(actor, *article))
            return true;
    }
    return false;
}

Result<void> checkPictures(ActionContext &context, ArticleId article, const std::vector<MediaId> &pictures)
{
    if (context.pictures == PictureRights::LeftToServer)
        return {};
    const MediaStore media(context.transaction);
    for (const MediaId id : pictures) {
        auto known = media.findMaybe(id);
        if (!known)
            return known.error();
        if (!*known)
            continue;
        auto may = mayHave(context, article, **known);
        if (!may)
            return may.error();
        if (!*may)
            return Error{ErrorCode::Forbidden, u"article.picture."_s + id.toText(), {}};
    }
    return {};
}

Result<void> notePicture(ActionContext &context, const Article &article, MediaId picture, Step step)
{
    MediaStore media(context.transaction);
    const ArticleId id = article.id;
    auto known = media.findMaybe(picture);
    if (!known)
        return known.error();
    if (!*known)
        return step == Step::Save ? media.claim(id, picture, context.actor.user) : Result<void>();
    auto may = mayHave(context, id, **known);
    if (!may || !*may)
        return may ? Result<void>() : Result<void>(may.error());
    auto claimant = media.claimant(id, picture);
    if (!claimant)
        return claimant.error();
    if (*claimant && **claimant != context.actor.user && **claimant != (*known)->uploadedBy) {
        auto brings = step == Step::Save ? bringsIn(context, article, picture) : Result<bool>(false);
        if (!brings || !*brings)
            return brings ? Result<void>() : Result<void>(brings.error());
    }
    return media.addTo(id, picture);
}

Result<bool> hasPicture(ActionContext &context, ArticleId article, MediaId picture)
{
    auto known = MediaStore(context.transaction).findMaybe(picture);
    if (!known)
        return known.error();
    if (!*known || context.pictures == PictureRights::LeftToServer)
        return known->has_value();
    return mayHave(context, article, **known);
}

} // namespace toasoan
