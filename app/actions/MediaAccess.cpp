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
    return MediaStore(transaction).isInAny(media.id, [&](const Record &article) { return canSee(actor, article); });
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

Result<bool> notePicture(ActionContext &context, const Article &article, MediaId picture, Step step)
{
    MediaStore media(context.transaction);
    const ArticleId id = article.id;
    auto known = media.findMaybe(picture);
    if (!known)
        return known.error();
    if (!*known) {
        auto claimed = step == Step::Save ? media.claim(id, picture, context.actor.user) : Result<void>();
        return claimed ? Result<bool>(false) : Result<bool>(claimed.error());
    }
    auto hadIt = media.isIn(id, picture);
    if (!hadIt)
        return hadIt;
    auto may = *hadIt ? hadIt : maySeeMedia(context.transaction, context.actor, **known);
    if (!may || !*may)
        return may;
    auto claimant = media.claimant(id, picture);
    if (!claimant)
        return claimant.error();
    if (*claimant && **claimant != context.actor.user && **claimant != (*known)->uploadedBy) {
        auto brings = step == Step::Save ? bringsIn(context, article, picture) : Result<bool>(false);
        if (!brings || !*brings)
            return brings;
    }
    if (auto added = media.addTo(id, picture); !added)
        return added.error();
    return !*hadIt;
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
