#include "sync/FeedIntake.h"

#include "actions/Kind.h"
#include "document/Schema.h"
#include "domain/Checklist.h"
#include "domain/NewsroomJson.h"
#include "storage/ChangeStore.h"
#include "storage/MediaStore.h"
#include "storage/NewsroomStore.h"
#include "storage/RecordStore.h"
#include "storage/UserStore.h"
#include "sync/Restoration.h"

#include <QCryptographicHash>
#include <QElapsedTimer>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

Result<void> skipUnreadable(ReplicaChange &change, const FeedEntry &entry, const Error &error)
{
    const ArticleId article = ArticleId::fromText(entry.id).value_or(ArticleId());
    change.changes.problems.push_back(
        {.error = {ErrorCode::Unsupported, u"feed."_s + entry.noun, error.subject}, .article = article});
    auto unreadBy = change.desk().fact(u"unreadBy"_s);
    if (!unreadBy)
        return unreadBy.error();
    if (*unreadBy == readingPrint())
        return {}; // this program has asked again before, in vain
    return change.desk().setFact(u"incomplete"_s, u"1"_s);
}

Result<void> takeUser(ReplicaChange &change, const FeedEntry &entry)
{
    auto user = userFromJson(*entry.value);
    if (!user)
        return skipUnreadable(change, entry, user.error());
    change.changes.newsroom = true;
    if (user->id == change.state.user.id)
        change.state.user = *user;
    return UserStore(change.transaction()).put(*user);
}

Result<void> takeSection(ReplicaChange &change, const FeedEntry &entry)
{
    auto section = sectionFromJson(*entry.value);
    if (!section)
        return skipUnreadable(change, entry, section.error());
    change.changes.newsroom = true;
    return NewsroomStore(change.transaction()).putSection(*section);
}

Result<void> takeSite(ReplicaChange &change, const FeedEntry &entry)
{
    auto site = siteFromJson(*entry.value);
    if (!site)
        return skipUnreadable(change, entry, site.error());
    change.changes.newsroom = true;
    return NewsroomStore(change.transaction()).setSite(*site, Instant());
}

Result<void> takeWorkflow(ReplicaChange &change, const FeedEntry &entry)
{
    auto workflow = workflowFromJson(*entry.value);
    if (!workflow)
        return skipUnreadable(change, entry, workflow.error());
    change.changes.newsroom = true;
    change.state.workflow = *std::move(workflow);
    return NewsroomStore(change.transaction()).setWorkflow(change.state.workflow);
}

Result<void> takeMedia(ReplicaChange &change, const FeedEntry &entry)
{
    auto media = mediaFromJson(*entry.value);
    if (!media)
        return skipUnreadable(change, entry, media.error());
    DeskStore desk = change.desk();
    auto waiting = desk.picture(media->id);
    if (!waiting)
        return waiting.error();
    if (*waiting) {
        change.changes.pictures = true;
        change.changes.outbox = true;
        if (auto removed = desk.removePicture(media->id); !removed)
            return removed.error();
    }
    change.changes.arrivedMedia.insert(media->id);
    MediaStore store(change.transaction());
    if (auto put = store.put(*media); !put)
        return put;
    return store.setShape(media->id, media->width, media->height); // told anew when it was read better
}

// A record that this person may see.
Result<void> takeRecord(ReplicaChange &change, const RecordSnapshot &snapshot, qint64 sequence)
{
    if (change.state.hasFormer) {
        auto former = change.desk().former(snapshot.record.id);
        if (!former)
            return former.error();
        if (*former && !(*former)->seen)
            return restartArticle(change, **former, snapshot);
    }
    auto local = change.load({.noun = snapshot.record.noun, .id = snapshot.record.id});
    if (!local)
        return local.error();
    const bool isNews = local->isNews(snapshot);
    if (isNews) {
        if (auto heard = change.hear(*local, snapshot); !heard)
            return heard;
        change.state.gone.remove(snapshot.record.id);
    }
    const bool isSettled = change.settleDone(*local, sequence);
    if (!isNews && !isSettled)
        return {};
    local->work.rebase(local->ground());
    return change.store(*local, TextChange::Carried);
}

// This person was changed while a pull was under way, and pages of it were read before: with other rights perhaps, that
// were given and taken back meanwhile, whatever his are now.
bool isChangedMeanwhile(const ReplicaChange &change, const FeedEntry &entry, qint64 newestAtStart)
{
    return newestAtStart > 0 && entry.sequence > newestAtStart && entry.noun == toText(nouns::user)
        && entry.id == change.state.user.id.toText();
}

Result<void> takeRecordEntry(ReplicaChange &change, const FeedEntry &entry)
{
    auto snapshot = snapshotFromJson(*entry.value, Noun(entry.noun));
    return snapshot ? takeRecord(change, *snapshot, entry.sequence) : skipUnreadable(change, entry, snapshot.error());
}

using Take = Result<void> (*)(ReplicaChange &change, const FeedEntry &entry);

/// A noun that is not here is a newer server's, and none of this program's.
const QHash<Noun, Take> &takers()
{
    static const QHash<Noun, Take> all{{nouns::article, takeRecordEntry}, {nouns::media, takeMedia},
                                       {nouns::user, takeUser},           {nouns::section, takeSection},
                                       {nouns::site, takeSite},           {nouns::workflow, takeWorkflow}};
    return all;
}

Result<void> takeEntry(ReplicaChange &change, const FeedEntry &entry)
{
    const Noun noun(entry.noun);
    if (!entry.value) {
        const auto id = RecordId::fromText(entry.id);
        return kindOf(noun) && id ? forgetRecord(change, *id) : Result<void>();
    }
    const Take take = takers().value(noun);
    return take ? take(change, entry) : Result<void>();
}

} // namespace

Result<void> forgetRecord(ReplicaChange &change, RecordId id)
{
    change.changes.articles.insert(id);
    if (change.state.hasFormer) {
        if (auto seen = change.desk().setFormerSeen(id); !seen)
            return seen.error();
    }
    RecordStore records(change.transaction());
    auto known = records.fullMaybe(id);
    if (!known)
        return known.error();
    // Only an editor that is open on it types on what it said.
    change.state.gone.removeIf(
        [&](const QHash<ArticleId, TextGround>::iterator &gone) { return !change.isOpen(gone.key()); });
    if (*known && change.isOpen(id))
        change.state.gone.insert(id, {.version = (*known)->version, .content = (*known)->content});
    if (auto dropped = change.dropNews(id); !dropped)
        return dropped;
    return records.forget(id);
}

Result<std::size_t> takePage(ReplicaChange &change, const FeedPage &page, std::size_t from, Milliseconds atMost)
{
    QElapsedTimer elapsed;
    elapsed.start();
    const auto grantsBefore = change.state.user.grants;
    const qint64 newestAtStart = change.state.position.newestAtStart;
    for (std::size_t i = from; i < page.entries.size(); ++i) {
        if (i > from && elapsed.elapsed() >= atMost.count())
            return i;
        if (auto taken = takeEntry(change, page.entries[i]); !taken)
            return taken.error();
        if (change.state.user.grants != grantsBefore || isChangedMeanwhile(change, page.entries[i], newestAtStart)) {
            // Other rights show other articles, and the feed tells only of what changed. On the disk with the rights:
            // a program that ends here asks for all when it starts.
            change.state.mustStartAnew = true;
            change.state.position = {.epoch = page.epoch, .sequence = 0, .newestAtStart = 0};
        }
    }
    if (!change.state.mustStartAnew) {
        if (auto settled = change.settleDone(page.next); !settled)
            return settled.error();
    }
    if (!page.more) {
        if (auto finished = finishEpoch(change); !finished)
            return finished.error();
        change.state.lastSync = change.now();
        change.state.isWhole = true;
    }
    const bool startsAnew = std::exchange(change.state.mustStartAnew, false);
    change.state.position = {.epoch = page.epoch, .sequence = startsAnew ? 0 : page.next, .newestAtStart = 0};
    if (page.more && !startsAnew)
        change.state.position.newestAtStart = newestAtStart > 0 ? newestAtStart : page.newest;
    return page.entries.size();
}

QStringList readableWords()
{
    QStringList words{QString::number(document::Schema::body().version())};
    const auto add = [&words](const auto &values) {
        for (const auto &value : values)
            words.append(toText(value));
    };
    add(allStates);
    add(allSteps);
    add(grantableRoles);
    add(allOwnerships);
    add(allGenres);
    QStringList nouns;
    for (auto taker = takers().keyBegin(); taker != takers().keyEnd(); ++taker)
        nouns.append(toText(*taker));
    nouns.sort();
    words += nouns;
    add(allShares);
    add(allTextFields);
    add(allChecklistRules);
    return words;
}

QString readingPrint()
{
    const QByteArray hash = QCryptographicHash::hash(readableWords().join(u' ').toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex().left(16));
}

} // namespace toasoan
