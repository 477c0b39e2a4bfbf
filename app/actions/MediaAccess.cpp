#include "actions/MediaAccess.h"

#include "actions/NewsroomRules.h"
#include "storage/MediaStore.h"
#include "storage/RecordStore.h"

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

// A picture that is there: whether the actor may have it in the article.
Result<bool> mayHave(ActionContext &context, RecordId record, const Media &media)
{
    auto isIn = MediaStore(context.transaction).isIn(record, media.id);
    if (!isIn || *isIn)
        return isIn;
    return maySeeMedia(context.transaction, context.rules, context.actor, media);
}

// Whether the version before the one that is being saved did without the picture.
Result<bool> bringsIn(ActionContext &context, const FullRecord &saved, MediaId picture)
{
    if (saved.version <= 1)
        return true;
    const auto before = RecordStore(context.transaction).versionUpTo(saved.id, saved.version - 1);
    if (!before)
        return before.error();
    const Kind *kind = context.rules.find(saved.noun);
    const auto pictures = kind ? kind->pictures(before->content) : std::vector<MediaId>();
    if (!pictures)
        return pictures.error();
    return std::ranges::find(*pictures, picture) == pictures->end();
}

} // namespace

Result<bool> maySeeMedia(Transaction &transaction, const NewsroomRules &rules, const Actor &actor, const Media &media)
{
    if (media.uploadedBy == actor.user && !actor.user.isNull())
        return true;
    return MediaStore(transaction).isInAny(media.id, [&](const Record &record) { return rules.canSee(actor, record); });
}

Result<void> checkPictures(ActionContext &context, RecordId record, const std::vector<MediaId> &pictures)
{
    if (context.place == Place::Desk)
        return {};
    const MediaStore media(context.transaction);
    for (const MediaId id : pictures) {
        auto known = media.findMaybe(id);
        if (!known)
            return known.error();
        if (!*known)
            continue;
        auto may = mayHave(context, record, **known);
        if (!may)
            return may.error();
        if (!*may)
            return Error{ErrorCode::Forbidden, u"article.picture."_s + id.toText(), {}};
    }
    return {};
}

Result<bool> notePicture(ActionContext &context, const FullRecord &record, MediaId picture, Step step)
{
    MediaStore media(context.transaction);
    const RecordId id = record.id;
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
    auto may = *hadIt ? hadIt : maySeeMedia(context.transaction, context.rules, context.actor, **known);
    if (!may || !*may)
        return may;
    auto claimant = media.claimant(id, picture);
    if (!claimant)
        return claimant.error();
    if (*claimant && **claimant != context.actor.user && **claimant != (*known)->uploadedBy) {
        auto brings = step == Step::Save ? bringsIn(context, record, picture) : Result<bool>(false);
        if (!brings || !*brings)
            return brings;
    }
    if (auto added = media.addTo(id, picture); !added)
        return added.error();
    return !*hadIt;
}

Result<bool> hasPicture(ActionContext &context, RecordId record, MediaId picture)
{
    auto known = MediaStore(context.transaction).findMaybe(picture);
    if (!known)
        return known.error();
    if (!*known || context.place == Place::Desk)
        return known->has_value();
    return mayHave(context, record, **known);
}

} // namespace toasoan
