#include "sync/GonePictures.h"

#include "storage/Database.h"
#include "storage/MediaStore.h"
#include "storage/RecordStore.h"

namespace toasoan {

namespace {

/// Some milliseconds' worth.
constexpr int versionsAtOnce = 500;

// An id stands in every content and command as its text, between quotes.
void strikeOutMentioned(std::set<MediaId> &ids, const QByteArray &text)
{
    constexpr qsizetype length = 36;
    for (qsizetype at = text.indexOf('"'); at >= 0 && at + length + 1 < text.size(); at = text.indexOf('"', at + 1)) {
        if (text[at + length + 1] != '"' || text[at + 9] != '-')
            continue;
        if (const auto id = MediaId::fromText(QString::fromLatin1(text.sliced(at + 1, length))))
            ids.erase(*id);
    }
}

} // namespace

Result<void> noteGonePicture(ReplicaChange &change, MediaId id)
{
    const auto media = MediaStore(change.transaction()).findMaybe(id);
    if (!media)
        return media.error();
    if (!*media)
        return {};
    change.state.hasGonePictures = true;
    change.changes.isPictureNeedless = true;
    return change.desk().addGonePicture({.media = id, .sha256 = (*media)->sha256});
}

Result<void> noteShownPicture(ReplicaChange &change, MediaId id)
{
    return change.state.hasGonePictures ? change.desk().removeGonePicture(id) : Result<void>();
}

Result<void> forgetGonePictures(Database &database, const Pause &pause)
{
    std::set<MediaId> needless;
    {
        auto transaction = Transaction::begin(database, Access::Read);
        if (!transaction)
            return transaction.error();
        const auto gone = DeskStore(*transaction).gonePictures();
        if (!gone)
            return gone.error();
        for (const GonePicture &picture : *gone)
            needless.insert(picture.media);
    }
    for (VersionMark after; !needless.empty();) {
        const auto some = readIn(database, [&](Transaction &transaction) {
            return RecordStore(transaction).textsAfter(after, versionsAtOnce);
        });
        if (!some)
            return some.error();
        if (some->empty())
            break;
        for (const auto &[mark, text] : *some)
            strikeOutMentioned(needless, text);
        after = some->back().first;
        if (pause)
            pause();
    }
    if (needless.empty())
        return {};
    // What is typed meanwhile is looked at in the transaction itself.
    auto transaction = Transaction::begin(database, Access::Write);
    if (!transaction)
        return transaction.error();
    DeskStore desk(*transaction);
    const auto waiting = desk.localTexts();
    if (!waiting)
        return waiting.error();
    for (const QByteArray &text : *waiting)
        strikeOutMentioned(needless, text);
    const auto onTheirWay = desk.pictures();
    if (!onTheirWay)
        return onTheirWay.error();
    for (const PictureEntry &picture : *onTheirWay)
        needless.erase(picture.media);
    MediaStore media(*transaction);
    for (const MediaId id : needless) {
        if (auto removed = media.remove(id); !removed)
            return removed;
    }
    return transaction->commit();
}

Result<void> removeForgottenFiles(Database &database, const PictureStore &pictures)
{
    auto transaction = Transaction::begin(database, Access::Write);
    if (!transaction)
        return transaction.error();
    DeskStore desk(*transaction);
    const auto forgotten = desk.forgottenPictures();
    if (!forgotten)
        return forgotten.error();
    for (const GonePicture &picture : *forgotten) {
        const auto isNeeded = desk.hasPictureOf(picture.sha256);
        if (!isNeeded)
            return isNeeded.error();
        if (!*isNeeded && !pictures.remove(picture.sha256))
            continue;
        if (auto removed = desk.removeGonePicture(picture.media); !removed)
            return removed;
    }
    return transaction->commit();
}

} // namespace toasoan
