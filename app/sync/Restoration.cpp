#include "sync/Restoration.h"

#include "storage/ArticleStore.h"
#include "storage/MediaStore.h"

namespace toasoan {

namespace {

// Writes what the server has of the article now.
Result<void> putNow(ReplicaChange &change, ArticleId id, const IncomingRecord *now)
{
    ArticleStore articles(change.transaction());
    if (!now)
        return articles.forget(id);
    if (auto forgotten = articles.forgetRevisionsFrom(id, now->told.snapshot.record.version); !forgotten)
        return forgotten;
    return change.putConfirmed(*now);
}

// Pictures of this person may have been lost with the rest: they are offered again; those that the server shows to have
// are struck off when it does.
Result<void> offerPictures(ReplicaChange &change)
{
    auto pictures = MediaStore(change.transaction()).all();
    if (!pictures)
        return pictures.error();
    for (const Media &media : *pictures) {
        if (media.uploadedBy != change.state.user.id)
            continue;
        const PictureEntry entry{.media = media.id,
                                 .sha256 = media.sha256,
                                 .name = media.name,
                                 .size = media.size,
                                 .width = media.width,
                                 .height = media.height,
                                 .uploadAddress = {},
                                 .sent = 0,
                                 .error = {},
                                 .addedAt = media.createdAt};
        if (auto put = change.desk().putPicture(entry); !put)
            return put;
    }
    return {};
}

} // namespace

Result<void> startEpoch(ReplicaChange &change)
{
    if (auto kept = change.desk().keepFormer(); !kept)
        return kept;
    if (auto forgotten = change.desk().forgetDone(); !forgotten)
        return forgotten;
    if (auto forgotten = change.desk().forgetKnown(); !forgotten)
        return forgotten;
    change.state.done.clear();
    // The restored server may give public numbers again that it has forgotten.
    if (auto forgotten = ArticleStore(change.transaction()).forgetNumbers(); !forgotten)
        return forgotten;
    if (auto offered = offerPictures(change); !offered)
        return offered;
    change.state.hasFormer = true;
    change.changes.outbox = true;
    change.changes.pictures = true;
    return {};
}

Result<void> restartArticle(ReplicaChange &change, const FormerRecord &former, const IncomingRecord *shown)
{
    const auto now = shown ? std::optional(shown->told.snapshot) : std::nullopt;
    auto local = change.load(former.key);
    if (!local)
        return local.error();
    if (auto put = putNow(change, former.key.id, shown); !put)
        return put;
    local->confirmed = now;
    local->gone = {};
    const bool isOwn = former.author == change.state.user.id;
    if (!now && isOwn)
        local->work.thaw();
    if (now || isOwn) {
        local->work.restart(local->ground());
        // Refused, if at all, by a history that is no more.
        const GivenCommand *refused = local->work.refused();
        if (refused && refused->save())
            local->work.retry(refused->entry.request, change.newRequest(), local->ground(), LocalWork::Behind::Stays);
    }

    const bool isLost = !now || (former.version > now->record.version && former.contentHash != now->record.contentHash);
    const bool maySave = now
        ? bool(local->work.kind().chain().nextState(now->record, Step::Save, change.state.user.actor(), {}))
        : isOwn;
    // A local text was made on top of what is lost and holds it.
    if (isLost && maySave && !local->work.text()) {
        local->work.type(former.content, local->ground(), change.now());
        if (auto saved = local->work.save(local->ground(), change.newRequest(), change.now()); !saved)
            return saved;
        change.changes.outbox = true;
    }
    DeskStore desk = change.desk();
    auto settled = isLost && !maySave ? desk.setFormerSeen(former.key.id) : desk.removeFormer(former.key.id);
    if (!settled)
        return settled;
    return change.store(*local, TextChange::Carried);
}

Result<void> finishEpoch(ReplicaChange &change)
{
    if (!change.state.hasFormer)
        return {};
    auto unseen = change.desk().formerUnseen();
    if (!unseen)
        return unseen.error();
    for (const FormerRecord &former : *unseen) {
        const auto restarted = restartArticle(change, former, nullptr);
        if (!restarted && !isOfUnreadableWork(restarted.error())) // what that was stays kept
            return restarted;
    }
    change.state.hasFormer = false;
    return {};
}

} // namespace toasoan
