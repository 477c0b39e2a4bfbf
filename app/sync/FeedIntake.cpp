#include "sync/FeedIntake.h"

#include "actions/NewsroomRules.h"
#include "base/Json.h"
#include "document/Schema.h"
#include "domain/Checklist.h"
#include "domain/NewsroomJson.h"
#include "storage/ChangeStore.h"
#include "storage/EntryStore.h"
#include "storage/MediaStore.h"
#include "storage/NewsroomStore.h"
#include "storage/RecordStore.h"
#include "storage/UserStore.h"
#include "sync/GonePictures.h"
#include "sync/Restoration.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QJsonDocument>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

Result<void> skipUnreadable(ReplicaChange &change, const FeedEntry &entry, const Error &error)
{
    const RecordId record = RecordId::fromText(entry.id).value_or(RecordId());
    change.changes.problems.push_back({.error = {ErrorCode::Unsupported, u"feed."_s + entry.noun, error.subject},
                                       .record = record,
                                       .noun = Noun(entry.noun)});
    // It is to be taken when it is told again.
    if (auto set = change.desk().forgetKnown(Noun(entry.noun), entry.id); !set)
        return set;
    auto unreadBy = change.desk().fact(u"unreadBy"_s);
    if (!unreadBy)
        return unreadBy.error();
    if (*unreadBy == readingPrint())
        return {}; // this program has asked again before, in vain
    return change.desk().setFact(u"incomplete"_s, u"1"_s);
}

Result<void> takeUser(ReplicaChange &change, const FeedEntry &entry)
{
    auto user = userFromJson(jsonObject(*entry.value));
    if (!user)
        return skipUnreadable(change, entry, user.error());
    change.changes.newsroom = true;
    if (user->id == change.state.user.id)
        change.state.user = *user;
    return UserStore(change.transaction()).put(*user);
}

Result<void> takeSection(ReplicaChange &change, const FeedEntry &entry)
{
    auto section = sectionFromJson(jsonObject(*entry.value));
    if (!section)
        return skipUnreadable(change, entry, section.error());
    change.changes.newsroom = true;
    return NewsroomStore(change.transaction()).putSection(*section);
}

Result<void> takeSite(ReplicaChange &change, const FeedEntry &entry)
{
    auto site = siteFromJson(jsonObject(*entry.value));
    if (!site)
        return skipUnreadable(change, entry, site.error());
    change.changes.newsroom = true;
    return NewsroomStore(change.transaction()).setSite(*site, Instant());
}

Result<void> learnRules(ReplicaChange &change)
{
    auto rules = readRules(change.transaction());
    if (!rules)
        return rules.error();
    change.state.rules = *std::move(rules);
    change.changes.newsroom = true;
    return {};
}

// A register that was not known is asked for from its newest entry on: what came of it before was passed over.
Result<void> learnRegister(ReplicaChange &change, const RecordSnapshot &snapshot)
{
    if (auto learnt = learnRules(change); !learnt)
        return learnt;
    const auto described = registerFromJson(QJsonDocument::fromJson(snapshot.record.content).object());
    if (!described)
        return {};
    if (!change.state.view.nouns.contains(toText(described->noun)))
        change.state.view.all.clear(); // then the view is asked for
    return EntryStore(change.transaction()).prepare(*described, Face::Board);
}

Result<void> takeWorkflow(ReplicaChange &change, const FeedEntry &entry)
{
    auto workflow = workflowFromJson(jsonObject(*entry.value));
    if (!workflow)
        return skipUnreadable(change, entry, workflow.error());
    if (auto set = NewsroomStore(change.transaction()).setWorkflow(*workflow); !set)
        return set;
    return learnRules(change);
}

Result<void> takeMedia(ReplicaChange &change, const FeedEntry &entry)
{
    auto media = mediaFromJson(jsonObject(*entry.value));
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
    if (auto noted = noteShownPicture(change, media->id); !noted)
        return noted;
    change.changes.arrivedMedia.insert(media->id);
    MediaStore store(change.transaction());
    if (auto put = store.put(*media); !put)
        return put;
    return store.setShape(media->id, media->width, media->height); // told anew when it was read better
}

// A record that this person may see.
Result<void> takeRecord(ReplicaChange &change, const IncomingRecord &record, qint64 sequence)
{
    const RecordSnapshot &snapshot = record.told.snapshot;
    if (change.state.hasFormer) {
        auto former = change.desk().former(snapshot.record.id);
        if (!former)
            return former.error();
        if (*former && !(*former)->seen)
            return restartArticle(change, **former, &record);
    }
    auto local = change.load({.noun = snapshot.record.noun, .id = snapshot.record.id});
    if (!local)
        return local.error();
    const bool isNews = local->isNews(snapshot);
    if (isNews) {
        if (auto heard = change.hear(*local, record); !heard)
            return heard;
        change.state.gone.remove(snapshot.record.id);
    }
    const bool isSettled = change.settleDone(*local, sequence);
    if (!isNews && !isSettled)
        return {};
    local->work.rebase(local->ground());
    return change.store(*local, TextChange::Carried);
}

Result<void> takeRecordEntry(ReplicaChange &change, const FeedEntry &entry, const Result<IncomingRecord> &record)
{
    if (!record)
        return skipUnreadable(change, entry, record.error());
    const RecordSnapshot &snapshot = record->told.snapshot;
    auto taken = takeRecord(change, *record, entry.sequence);
    if (!taken && isOfUnreadableWork(taken.error()))
        return skipUnreadable(change, entry, taken.error());
    return taken && snapshot.record.noun == nouns::registers ? learnRegister(change, snapshot) : taken;
}

using Take = Result<void> (*)(ReplicaChange &change, const FeedEntry &entry);

/// What is no record. A noun that is neither is a newer server's, and none of this program's.
const QHash<Noun, Take> &takers()
{
    static const QHash<Noun, Take> all{{nouns::media, takeMedia},
                                       {nouns::user, takeUser},
                                       {nouns::section, takeSection},
                                       {nouns::site, takeSite},
                                       {nouns::workflow, takeWorkflow}};
    return all;
}

// Of a thing that the live feed has told since, a pull brings an older state.
Result<void> takeEntry(ReplicaChange &change, IncomingPage &page, std::size_t place)
{
    const FeedEntry &entry = page.page().entries[place];
    const Noun noun(entry.noun);
    const Take take = takers().value(noun);
    const bool isRecord = page.isOfRecords(noun);
    if (!take && !isRecord)
        return {};
    const auto isNew = change.desk().hearOf(noun, entry.id, entry.sequence);
    if (!isNew)
        return isNew.error();
    if (!*isNew)
        return {};
    if (entry.value)
        return isRecord ? takeRecordEntry(change, entry, page.record(place)) : take(change, entry);
    if (const auto id = MediaId::fromText(entry.id); id && noun == nouns::media)
        return noteGonePicture(change, *id);
    const auto id = RecordId::fromText(entry.id);
    return isRecord && id ? forgetRecord(change, {.noun = noun, .id = *id}) : Result<void>();
}

} // namespace

Result<void> forgetRecord(ReplicaChange &change, const Key &key)
{
    const RecordId id = key.id;
    change.changes.note(key.noun, id);
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
    change.changes.isPictureNeedless |= *known && change.state.hasGonePictures;
    return *known ? records.forget(id) : Result<void>(); // a new desk hears of many that it never had
}

namespace {

Result<std::size_t> takeEntries(ReplicaChange &change, IncomingPage &page, std::size_t from, const Piece &piece)
{
    QElapsedTimer elapsed;
    elapsed.start();
    for (std::size_t i = from; i < page.page().entries.size(); ++i) {
        const bool isOver = elapsed.elapsed() >= piece.atMost.count() || (piece.isAwaited && piece.isAwaited());
        if (i > from && isOver)
            return i;
        if (auto taken = takeEntry(change, page, i); !taken)
            return taken.error();
    }
    return page.page().entries.size();
}

Result<void> noteAllKnown(ReplicaChange &change)
{
    if (!change.state.view.pulls.empty() || change.state.view.all.isEmpty())
        return {};
    change.state.lastSync = change.now();
    return finishEpoch(change);
}

} // namespace

Result<std::size_t> takePage(ReplicaChange &change, IncomingPage &incoming, std::size_t from, const Piece &piece)
{
    const FeedPage &page = incoming.page();
    auto taken = takeEntries(change, incoming, from, piece);
    if (!taken || *taken < page.entries.size())
        return taken;
    change.state.position = {.epoch = page.epoch, .sequence = page.next};
    if (auto settled = change.settleDone(page.next); !settled)
        return settled.error();
    if (!page.more) {
        if (auto noted = noteAllKnown(change); !noted)
            return noted.error();
    }
    return taken;
}

Result<std::size_t> takePull(ReplicaChange &change, const Noun &noun, IncomingPage &incoming, std::size_t from,
                             const Piece &piece)
{
    const FeedPage &page = incoming.page();
    auto taken = takeEntries(change, incoming, from, piece);
    if (!taken || *taken < page.entries.size())
        return taken;
    std::vector<Pull> &pulls = change.state.view.pulls;
    pulls = pullsAfter(std::move(pulls), noun, page.next, page.newest, page.more);
    if (auto noted = noteAllKnown(change); !noted)
        return noted.error();
    return taken;
}

Result<void> takeView(ReplicaChange &change, const View &view)
{
    KnownView &known = change.state.view;
    FeedPosition &position = change.state.position;
    const bool isFirst = position.epoch.isEmpty();
    const bool isOtherHistory = !isFirst && position.epoch != view.epoch;
    if (isOtherHistory) {
        if (auto started = startEpoch(change); !started)
            return started;
    }
    if (isFirst || isOtherHistory)
        position = {.epoch = view.epoch, .sequence = view.newest};
    // Of a noun that this program does not take in nothing is noted: a later one has to pull it.
    QHash<QString, QString> nouns;
    for (const Noun &noun : pulledNouns(change.rules())) {
        const QString token = view.nouns.value(toText(noun));
        const bool isAsKnown = !isFirst && !isOtherHistory && known.nouns.value(toText(noun)) == token;
        nouns.insert(toText(noun), token);
        if (isAsKnown || token.isEmpty())
            continue;
        std::erase_if(known.pulls, [&noun](const Pull &pull) { return pull.noun == noun; });
        known.pulls.push_back({.noun = noun, .before = 0, .from = view.newest});
    }
    known.all = view.all;
    known.nouns = nouns;
    return {};
}

// What is little, and needed to show the rest, comes first.
std::vector<Noun> pulledNouns(const NewsroomRules &rules)
{
    std::vector<Noun> all{nouns::workflow, nouns::registers, nouns::site, nouns::section, nouns::user, nouns::article};
    for (const Register &described : rules.registers())
        all.push_back(described.noun);
    all.push_back(nouns::media);
    return all;
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
    QStringList nouns;
    for (const Noun &noun : pulledNouns(NewsroomRules(Workflow({}))))
        nouns.append(toText(noun));
    nouns.sort();
    words += nouns;
    add(allShares);
    add(allTextFields);
    add(allFieldKinds);
    words += registerWords();
    add(allChecklistRules);
    return words;
}

QString readingPrint()
{
    const QByteArray hash = QCryptographicHash::hash(readableWords().join(u' ').toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex().left(16));
}

} // namespace toasoan
