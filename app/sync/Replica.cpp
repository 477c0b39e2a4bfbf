#include "sync/Replica.h"

#include "document/Document.h"
#include "protocol/ArticleJson.h"
#include "protocol/CommandJson.h"
#include "protocol/ErrorJson.h"
#include "protocol/Newsroom.h"
#include "storage/ArticleStore.h"
#include "storage/ChangeStore.h"
#include "storage/MediaStore.h"
#include "storage/Migrator.h"
#include "storage/NewsroomStore.h"
#include "storage/UserStore.h"
#include "text/Vietnamese.h"

#include <QJsonDocument>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

// Each change of an article either adds a version or a decision, so within one history of the server this only grows.
qint64 ageOf(const ArticleSnapshot &snapshot)
{
    return snapshot.article.version + std::ssize(snapshot.decisions);
}

// Steps that the server refuses while a picture of the text has not arrived.
bool needsPictures(Step step)
{
    return step == Step::RequestApproval || step == Step::Approve || step == Step::Publish;
}

bool usesOneOf(const Content &content, const std::set<MediaId> &pictures)
{
    if (pictures.empty())
        return false;
    const auto body = document::fromJson(content.body);
    return body && std::ranges::any_of(document::pictures(*body), [&](const QString &text) {
               const auto id = MediaId::fromText(text);
               return id && pictures.contains(*id);
           });
}

bool matches(const ArticleQuery &query, UserId user, const Article &article)
{
    return (query.scope == ListScope::All || article.author == user) && (!query.state || article.state == *query.state)
        && (!query.section || article.content.section == *query.section)
        && (query.titleContains.isEmpty() || fold(article.content.title).contains(fold(query.titleContains)));
}

bool isBefore(const ArticleLine &one, const ArticleLine &other)
{
    return std::pair(one.updatedAt, one.id) > std::pair(other.updatedAt, other.id);
}

} // namespace

void Changes::add(const Changes &other)
{
    articles.insert(other.articles.begin(), other.articles.end());
    arrivedMedia.insert(other.arrivedMedia.begin(), other.arrivedMedia.end());
    newsroom = newsroom || other.newsroom;
    outbox = outbox || other.outbox;
    pictures = pictures || other.pictures;
    problems.insert(problems.end(), other.problems.begin(), other.problems.end());
}

TextGround Replica::Local::ground() const
{
    if (!confirmed)
        return gone;
    return {.version = confirmed->article.version, .content = confirmed->article.content};
}

Replica::Replica(std::unique_ptr<Database> database, const Clock &clock, Dice &dice)
    : m_database(std::move(database))
    , m_clock(clock)
    , m_dice(dice)
{ }

Result<std::unique_ptr<Replica>> Replica::open(const DatabaseLocation &location, const Clock &clock, Dice &dice)
{
    auto database = Database::open(location);
    if (!database)
        return database.error();
    for (const QString &set : {u":/sql/migrations"_s, u":/sql/desk"_s}) {
        if (auto migrated = Migrator(**database, set, clock).migrate(); !migrated)
            return migrated.error();
    }
    return open(*std::move(database), clock, dice);
}

Result<std::unique_ptr<Replica>> Replica::open(std::unique_ptr<Database> database, const Clock &clock, Dice &dice)
{
    std::unique_ptr<Replica> replica(new Replica(std::move(database), clock, dice));
    if (auto loaded = replica->load(); !loaded)
        return loaded.error();
    return replica;
}

Result<void> Replica::load()
{
    auto transaction = begin();
    if (!transaction)
        return transaction.error();
    DeskStore desk(*transaction);
    // What this program could not read last time, it, or a newer one, may read now.
    auto incomplete = desk.fact(u"incomplete"_s);
    if (!incomplete)
        return incomplete.error();
    if (!incomplete->isEmpty()) {
        for (const auto &[name, value] : {std::pair(u"incomplete"_s, QString()), std::pair(u"sequence"_s, u"0"_s)}) {
            if (auto set = desk.setFact(name, value); !set)
                return set.error();
        }
    }
    auto epoch = desk.fact(u"epoch"_s);
    if (!epoch)
        return epoch.error();
    m_position.epoch = *std::move(epoch);
    auto sequence = desk.fact(u"sequence"_s);
    if (!sequence)
        return sequence.error();
    m_position.sequence = sequence->toLongLong();
    auto lastSync = desk.fact(u"lastSync"_s);
    if (!lastSync)
        return lastSync.error();
    if (!lastSync->isEmpty())
        m_lastSync = fromMilliseconds(lastSync->toLongLong());
    auto person = desk.fact(u"user"_s);
    if (!person)
        return person.error();
    if (const auto id = UserId::fromText(*person)) {
        auto user = UserStore(*transaction).find(*id);
        if (!user)
            return user.error();
        m_user = *std::move(user);
    }
    auto workflow = NewsroomStore(*transaction).workflow();
    if (!workflow)
        return workflow.error();
    m_workflow = *std::move(workflow);
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return loadLocalArticles();
}

Result<void> Replica::loadLocalArticles()
{
    m_shown.clear();
    auto transaction = Transaction::begin(*m_database, Access::Read);
    if (!transaction)
        return transaction.error();
    auto articles = DeskStore(*transaction).articlesWithLocalWork();
    if (!articles)
        return articles.error();
    m_local = std::set<ArticleId>(articles->begin(), articles->end());
    auto former = DeskStore(*transaction).formerUnseen();
    if (!former)
        return former.error();
    m_hasFormer = !former->empty();
    return {};
}

Result<Transaction> Replica::begin()
{
    m_uncommittedTurns.clear();
    return Transaction::begin(*m_database, Access::Write);
}

Result<Changes> Replica::commit(Transaction &transaction, const Changes &changes)
{
    if (auto committed = transaction.commit(); !committed)
        return committed.error();
    for (const Turn &turn : m_uncommittedTurns)
        m_turns.turn(turn.article, turn.before, turn.after);
    m_uncommittedTurns.clear();
    if (changes.newsroom || changes.pictures)
        m_shown.clear();
    for (const ArticleId id : changes.articles)
        m_shown.remove(id);
    if (changes.outbox || !changes.articles.empty()) {
        auto reader = Transaction::begin(*m_database, Access::Read);
        if (!reader)
            return reader.error();
        auto articles = DeskStore(*reader).articlesWithLocalWork();
        if (!articles)
            return articles.error();
        m_local = std::set<ArticleId>(articles->begin(), articles->end());
    }
    return changes;
}

Result<std::vector<User>> Replica::users()
{
    auto transaction = Transaction::begin(*m_database, Access::Read);
    if (!transaction)
        return transaction.error();
    return UserStore(*transaction).all();
}

Result<std::vector<Section>> Replica::sections()
{
    auto transaction = Transaction::begin(*m_database, Access::Read);
    if (!transaction)
        return transaction.error();
    return NewsroomStore(*transaction).sections();
}

Result<std::optional<Site>> Replica::site()
{
    auto transaction = Transaction::begin(*m_database, Access::Read);
    if (!transaction)
        return transaction.error();
    auto site = NewsroomStore(*transaction).site(m_clock.now());
    if (!site && site.error().code == ErrorCode::NotFound)
        return std::optional<Site>();
    if (!site)
        return site.error();
    return std::optional(*std::move(site));
}

Result<QString> Replica::fact(const QString &name)
{
    auto transaction = Transaction::begin(*m_database, Access::Read);
    if (!transaction)
        return transaction.error();
    return DeskStore(*transaction).fact(name);
}

Result<void> Replica::setFact(const QString &name, const QString &value)
{
    auto transaction = begin();
    if (!transaction)
        return transaction.error();
    if (auto set = DeskStore(*transaction).setFact(name, value); !set)
        return set.error();
    return transaction->commit();
}

Result<Changes> Replica::setUser(const User &user)
{
    auto transaction = begin();
    if (!transaction)
        return transaction.error();
    if (auto put = UserStore(*transaction).put(user); !put)
        return put.error();
    DeskStore desk(*transaction);
    if (auto set = desk.setFact(u"user"_s, user.id.toText()); !set)
        return set.error();
    // Other rights show other articles, and the feed tells only of what changed.
    if (user.grants != m_user.grants) {
        if (auto set = desk.setFact(u"sequence"_s, u"0"_s); !set)
            return set.error();
    }
    Changes changes;
    changes.newsroom = true;
    auto done = commit(*transaction, changes);
    if (!done)
        return done.error();
    if (user.grants != m_user.grants)
        m_position.sequence = 0;
    m_user = user;
    return done;
}

// The server's word

bool Replica::follows(const FeedPage &page) const
{
    return m_position.epoch.isEmpty() || m_position.epoch == page.epoch;
}

Result<Changes> Replica::startEpoch(const QString &epoch)
{
    auto transaction = begin();
    if (!transaction)
        return transaction.error();
    DeskStore desk(*transaction);
    if (auto kept = desk.keepFormer(); !kept)
        return kept.error();
    // The restored server may give public numbers again that it has forgotten.
    if (auto forgotten = ArticleStore(*transaction).forgetNumbers(); !forgotten)
        return forgotten.error();
    if (auto set = desk.setFact(u"epoch"_s, epoch); !set)
        return set.error();
    if (auto set = desk.setFact(u"sequence"_s, u"0"_s); !set)
        return set.error();
    // Pictures of this person may have been lost with the rest: they are offered again, those that the server shows to
    // have are struck off when it does.
    auto pictures = MediaStore(*transaction).all();
    if (!pictures)
        return pictures.error();
    for (const Media &media : *pictures) {
        if (media.uploadedBy != m_user.id)
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
        if (auto put = desk.putPicture(entry); !put)
            return put.error();
    }
    Changes changes;
    changes.outbox = true;
    changes.pictures = true;
    auto done = commit(*transaction, changes);
    if (done) {
        m_position = {.epoch = epoch, .sequence = 0};
        m_hasFormer = true;
    }
    return done;
}

Result<Changes> Replica::apply(const FeedPage &page)
{
    if (!follows(page))
        return Error{ErrorCode::Conflict, u"feed.epoch"_s, {}};
    const User userBefore = m_user;
    const Workflow workflowBefore = m_workflow;
    const auto undo = [&](const Error &error) {
        m_user = userBefore;
        m_workflow = workflowBefore;
        return error;
    };
    auto transaction = begin();
    if (!transaction)
        return transaction.error();
    Changes changes;
    for (const FeedEntry &entry : page.entries) {
        if (auto applied = applyEntry(*transaction, entry, changes); !applied)
            return undo(applied.error());
    }
    if (!page.more) {
        if (auto finished = finishEpoch(*transaction, changes); !finished)
            return undo(finished.error());
    }
    const bool seesOthers = m_user.grants != userBefore.grants;
    const qint64 next = seesOthers ? 0 : page.next;
    const Instant now = m_clock.now();
    DeskStore desk(*transaction);
    for (const auto &[name, value] :
         {std::pair(u"epoch"_s, page.epoch), std::pair(u"sequence"_s, QString::number(next)),
          std::pair(u"lastSync"_s, QString::number(toMilliseconds(now)))}) {
        if (auto set = desk.setFact(name, value); !set)
            return undo(set.error());
    }
    auto done = commit(*transaction, changes);
    if (!done)
        return undo(done.error());
    m_position = {.epoch = page.epoch, .sequence = next};
    if (!page.more) {
        m_lastSync = now;
        m_hasFormer = false;
    }
    return done;
}

Result<void> Replica::applyEntry(Transaction &transaction, const FeedEntry &entry, Changes &changes)
{
    // A noun of a newer server is none of this program's.
    const auto noun = nounFromText(entry.noun);
    if (!noun)
        return {};
    NewsroomStore newsroom(transaction);
    switch (*noun) {
    case Noun::Article:
        return applyArticle(transaction, entry, changes);
    case Noun::Media:
        return applyMedia(transaction, entry, changes);
    case Noun::User:
        return applyUser(transaction, entry, changes);
    case Noun::Section: {
        if (!entry.value)
            return {};
        auto section = sectionFromJson(*entry.value);
        if (!section)
            return skipUnreadable(transaction, entry, section.error(), changes);
        changes.newsroom = true;
        return putUnique(transaction, entry, changes, [&] { return newsroom.putSection(*section); });
    }
    case Noun::Site: {
        if (!entry.value)
            return {};
        auto site = siteFromJson(*entry.value);
        if (!site)
            return skipUnreadable(transaction, entry, site.error(), changes);
        changes.newsroom = true;
        return newsroom.setSite(*site, Instant());
    }
    case Noun::Workflow: {
        if (!entry.value)
            return {};
        auto workflow = workflowFromJson(*entry.value);
        if (!workflow)
            return skipUnreadable(transaction, entry, workflow.error(), changes);
        changes.newsroom = true;
        m_workflow = *std::move(workflow);
        return newsroom.setWorkflow(m_workflow);
    }
    }
    Q_UNREACHABLE();
}

Result<void> Replica::skipUnreadable(Transaction &transaction, const FeedEntry &entry, const Error &error,
                                     Changes &changes)
{
    const ArticleId article = ArticleId::fromText(entry.id).value_or(ArticleId());
    changes.problems.push_back(
        {.error = {ErrorCode::Unsupported, u"feed."_s + entry.noun, error.subject}, .article = article});
    return DeskStore(transaction).setFact(u"incomplete"_s, u"1"_s);
}

// Two that change names with each other meet for a moment: the second is read again when the program starts.
Result<void> Replica::putUnique(Transaction &transaction, const FeedEntry &entry, Changes &changes,
                                const std::function<Result<void>()> &put)
{
    auto savepoint = Savepoint::begin(transaction);
    if (!savepoint)
        return savepoint.error();
    const auto done = put();
    if (done)
        return savepoint->release();
    if (done.error().code != ErrorCode::Conflict)
        return done;
    if (auto undone = savepoint->rollback(); !undone)
        return undone;
    return skipUnreadable(transaction, entry, done.error(), changes);
}

Result<void> Replica::applyUser(Transaction &transaction, const FeedEntry &entry, Changes &changes)
{
    if (!entry.value)
        return {};
    auto user = userFromJson(*entry.value);
    if (!user)
        return skipUnreadable(transaction, entry, user.error(), changes);
    changes.newsroom = true;
    if (user->id == m_user.id)
        m_user = *user;
    return putUnique(transaction, entry, changes, [&] { return UserStore(transaction).put(*user); });
}

Result<void> Replica::applyMedia(Transaction &transaction, const FeedEntry &entry, Changes &changes)
{
    if (!entry.value)
        return {};
    auto media = mediaFromJson(*entry.value);
    if (!media)
        return skipUnreadable(transaction, entry, media.error(), changes);
    DeskStore desk(transaction);
    auto waiting = desk.picture(media->id);
    if (!waiting)
        return waiting.error();
    if (*waiting) {
        changes.pictures = true;
        changes.outbox = true;
        if (auto removed = desk.removePicture(media->id); !removed)
            return removed.error();
    }
    changes.arrivedMedia.insert(media->id);
    return MediaStore(transaction).put(*media);
}

Result<Replica::Local> Replica::loadLocal(Transaction &transaction, ArticleId id) const
{
    auto work = m_local.contains(id) ? LocalWork::load(transaction, id) : LocalWork(id);
    if (!work)
        return work.error();
    auto confirmed = confirmedArticle(transaction, id);
    if (!confirmed)
        return confirmed.error();
    Local local{.work = *std::move(work), .confirmed = *std::move(confirmed), .gone = m_gone.value(id), .before = {}};
    local.before = local.work.text() ? *local.work.text() : local.ground().content;
    return local;
}

Result<void> Replica::storeLocal(Transaction &transaction, Local &local, TextChange change, Changes &changes)
{
    if (auto stored = local.work.store(transaction); !stored)
        return stored.error();
    const ArticleId id = local.work.article();
    if (change == TextChange::Carried) {
        const Content after = local.work.text() ? *local.work.text() : local.ground().content;
        if (after != local.before)
            m_uncommittedTurns.push_back({.article = id, .before = local.before, .after = after});
    }
    changes.articles.insert(id);
    return {};
}

Result<void> Replica::putSnapshot(Transaction &transaction, const ArticleSnapshot &snapshot)
{
    const Article &article = snapshot.article;
    ArticleStore articles(transaction);
    if (auto put = articles.put(article); !put)
        return put.error();
    const Revision revision{.article = article.id,
                            .version = article.version,
                            .savedBy = {},
                            .savedAt = article.updatedAt,
                            .contentHash = article.contentHash,
                            .content = article.content};
    if (auto added = articles.addRevision(revision); !added)
        return added.error();
    if (auto replaced = articles.replaceDecisions(article.id, snapshot.decisions); !replaced)
        return replaced.error();
    return {};
}

Result<void> Replica::applyArticle(Transaction &transaction, const FeedEntry &entry, Changes &changes)
{
    const auto id = ArticleId::fromText(entry.id);
    if (!id)
        return {};
    DeskStore desk(transaction);
    auto former = m_hasFormer ? desk.former(*id) : Result<std::optional<FormerArticle>>(std::nullopt);
    if (!former)
        return former.error();
    if (!entry.value) {
        changes.articles.insert(*id);
        if (*former) {
            if (auto seen = desk.setFormerSeen(*id); !seen)
                return seen.error();
        }
        auto known = ArticleStore(transaction).findMaybe(*id);
        if (!known)
            return known.error();
        if (*known)
            m_gone.insert(*id, {.version = (*known)->version, .content = (*known)->content});
        return ArticleStore(transaction).forget(*id);
    }
    auto snapshot = articleSnapshotFromJson(*entry.value);
    if (!snapshot)
        return skipUnreadable(transaction, entry, snapshot.error(), changes);
    if (*former && !(*former)->seen)
        return restartArticle(transaction, **former, *snapshot, changes);

    auto local = loadLocal(transaction, *id);
    if (!local)
        return local.error();
    // An answer to a command of this desk may have come before this page, which was read before it.
    if (local->confirmed && ageOf(*snapshot) <= ageOf(*local->confirmed))
        return {};
    if (auto put = putSnapshot(transaction, *snapshot); !put)
        return put.error();
    local->confirmed = *std::move(snapshot);
    local->work.rebase(local->ground());
    return storeLocal(transaction, *local, TextChange::Carried, changes);
}

Result<void> Replica::restartArticle(Transaction &transaction, const FormerArticle &former,
                                     const std::optional<ArticleSnapshot> &now, Changes &changes)
{
    auto local = loadLocal(transaction, former.article);
    if (!local)
        return local.error();
    ArticleStore articles(transaction);
    DeskStore desk(transaction);
    if (now) {
        if (auto forgotten = articles.forgetRevisionsFrom(former.article, now->article.version); !forgotten)
            return forgotten.error();
        if (auto put = putSnapshot(transaction, *now); !put)
            return put.error();
    } else if (auto forgotten = articles.forget(former.article); !forgotten) {
        return forgotten.error();
    }
    local->confirmed = now;
    local->gone = {};
    const bool isOwn = former.author == m_user.id;
    if (!now && isOwn)
        local->work.thaw();
    if (now || isOwn) {
        local->work.restart(local->ground());
        // Refused, if at all, by a history that is no more.
        const GivenCommand *refused = local->work.refused();
        if (refused && refused->save())
            local->work.retry(refused->entry.request, newRequest(), local->ground());
    }

    const bool isLost =
        !now || (former.version > now->article.version && former.contentHash != now->article.contentHash);
    const bool maySave = now ? bool(m_workflow.nextState(now->article, Step::Save, m_user.actor(), {})) : isOwn;
    // A local text was made on top of what is lost and holds it.
    if (isLost && maySave && !local->work.text()) {
        local->work.type(former.content, local->ground(), m_clock.now());
        if (auto saved = local->work.save(local->ground(), newRequest(), m_clock.now()); !saved)
            return saved.error();
        changes.outbox = true;
    }
    auto settled = isLost && !maySave ? desk.setFormerSeen(former.article) : desk.removeFormer(former.article);
    if (!settled)
        return settled.error();
    return storeLocal(transaction, *local, TextChange::Carried, changes);
}

Result<void> Replica::finishEpoch(Transaction &transaction, Changes &changes)
{
    if (!m_hasFormer)
        return {};
    auto unseen = DeskStore(transaction).formerUnseen();
    if (!unseen)
        return unseen.error();
    for (const FormerArticle &former : *unseen) {
        if (auto restarted = restartArticle(transaction, former, {}, changes); !restarted)
            return restarted.error();
    }
    return {};
}

// The outbox

Result<std::set<MediaId>> Replica::picturesOnTheirWay(Transaction &transaction) const
{
    auto pictures = DeskStore(transaction).pictures();
    if (!pictures)
        return pictures.error();
    std::set<MediaId> ids;
    for (const PictureEntry &picture : *pictures) {
        if (picture.error.isEmpty() && picture.sent < picture.size)
            ids.insert(picture.media);
    }
    return ids;
}

Result<std::optional<Outgoing>> Replica::nextCommand(const std::set<ArticleId> &resting)
{
    if (m_local.empty())
        return std::optional<Outgoing>();
    auto transaction = Transaction::begin(*m_database, Access::Read);
    if (!transaction)
        return transaction.error();
    auto entries = DeskStore(*transaction).outbox();
    if (!entries)
        return entries.error();
    auto onTheirWay = picturesOnTheirWay(*transaction);
    if (!onTheirWay)
        return onTheirWay.error();
    std::set<ArticleId> passed = resting;
    for (const OutboxEntry &entry : *entries) {
        if (!passed.insert(entry.article).second || entry.isRefused())
            continue;
        const QJsonObject command = QJsonDocument::fromJson(entry.command).object();
        if (const auto step = stepFromText(command.value("kind"_L1).toString());
            step && needsPictures(*step) && !onTheirWay->empty()) {
            auto article = ArticleStore(*transaction).findMaybe(entry.article);
            if (!article)
                return article.error();
            if (*article && usesOneOf((*article)->content, *onTheirWay))
                continue;
        }
        return std::optional(Outgoing{.request = entry.request,
                                      .article = entry.article,
                                      .body = R"({"requestId":")" + entry.request.toText().toLatin1()
                                          + R"(","command":)" + entry.command + '}'});
    }
    return std::optional<Outgoing>();
}

Result<void> Replica::markOffered(const Outgoing &command)
{
    auto transaction = begin();
    if (!transaction)
        return transaction.error();
    auto work = LocalWork::load(*transaction, command.article);
    if (!work)
        return work.error();
    work->markOffered(command.request);
    if (auto stored = work->store(*transaction); !stored)
        return stored.error();
    return transaction->commit();
}

Result<Changes> Replica::accept(const Outgoing &command, const ArticleSnapshot &snapshot, qint64 sequence)
{
    if (snapshot.article.id != command.article)
        return Error{ErrorCode::Internal, u"answer"_s, u"of another article"_s};
    auto transaction = begin();
    if (!transaction)
        return transaction.error();
    auto local = loadLocal(*transaction, command.article);
    if (!local)
        return local.error();
    // What the feed has brought already is newer than a remembered answer, and says whether it is still to be seen.
    const bool isNews = sequence > m_position.sequence;
    if (isNews && (!local->confirmed || ageOf(snapshot) > ageOf(*local->confirmed))) {
        if (auto put = putSnapshot(*transaction, snapshot); !put)
            return put.error();
        local->confirmed = snapshot;
    }
    local->work.accept(command.request, snapshot.article.content, snapshot.article.version);
    if (local->confirmed && local->confirmed->article.version > snapshot.article.version)
        local->work.rebase(local->ground());
    Changes changes;
    changes.outbox = true;
    if (auto stored = storeLocal(*transaction, *local, TextChange::Carried, changes); !stored)
        return stored.error();
    return commit(*transaction, changes);
}

Result<Changes> Replica::refuse(const Outgoing &command, const Error &error)
{
    auto transaction = begin();
    if (!transaction)
        return transaction.error();
    auto local = loadLocal(*transaction, command.article);
    if (!local)
        return local.error();
    const GivenCommand *given = local->work.find(command.request);
    Changes changes;
    changes.outbox = true;
    const SaveArticle *save = given ? given->save() : nullptr;
    const Version base = save ? save->base : 0;
    local->work.refuse(command.request, error);
    // Only a server that was restored lacks the version that a text was made from: the text is put on what it has.
    const bool lacksVersion =
        local->confirmed && error.subject == u"article.version"_s && base > local->confirmed->article.version;
    if (save && lacksVersion) {
        local->work.restart(local->ground());
        local->work.retry(command.request, newRequest(), local->ground());
    } else {
        if (local->confirmed)
            local->work.rebase(local->ground());
        changes.problems.push_back({.error = error, .article = command.article});
    }
    if (auto stored = storeLocal(*transaction, *local, TextChange::Carried, changes); !stored)
        return stored.error();
    return commit(*transaction, changes);
}

// The person's word

Result<Changes> Replica::type(ArticleId id, TextBase base, const Content &content)
{
    auto transaction = begin();
    if (!transaction)
        return transaction.error();
    auto local = loadLocal(*transaction, id);
    if (!local)
        return local.error();
    const Content carried = m_turns.carryOver(id, base, content);
    const bool wasThere = local->work.journal().has_value();
    const QString title = local->before.title;
    local->work.type(carried, local->ground(), m_clock.now());
    Changes changes;
    if (auto stored = storeLocal(*transaction, *local, TextChange::Typed, changes); !stored)
        return stored.error();
    auto done = commit(*transaction, changes);
    // Lists show that a text waits and its title: nothing else of typing is news.
    if (done && wasThere && carried.title == title)
        done->articles.clear();
    return done;
}

Result<Changes> Replica::save(ArticleId id)
{
    auto transaction = begin();
    if (!transaction)
        return transaction.error();
    auto local = loadLocal(*transaction, id);
    if (!local)
        return local.error();
    Changes changes;
    if (!local->work.journal())
        return changes;
    if (auto saved = local->work.save(local->ground(), newRequest(), m_clock.now()); !saved)
        return saved.error();
    // A text that was changed since its refusal may be fit now; where nobody may save, it is not.
    const GivenCommand *refused = local->work.refused();
    const bool maySave =
        !local->confirmed || m_workflow.nextState(local->confirmed->article, Step::Save, m_user.actor(), {}).ok();
    if (refused && refused->save() && maySave)
        local->work.retry(refused->entry.request, newRequest(), local->confirmed ? local->ground() : TextGround());
    changes.outbox = true;
    if (auto stored = storeLocal(*transaction, *local, TextChange::Typed, changes); !stored)
        return stored.error();
    return commit(*transaction, changes);
}

Result<Changes> Replica::submit(const Command &command)
{
    const ArticleId id = articleOf(command);
    {
        auto transaction = Transaction::begin(*m_database, Access::Read);
        if (!transaction)
            return transaction.error();
        auto work = LocalWork::load(*transaction, id);
        if (!work)
            return work.error();
        if (work->refused() && work->refused()->save())
            return Error{ErrorCode::Conflict, u"outbox.refused"_s, {}};
    }
    auto tried = tryCommand(replayContext(), command);
    if (!tried)
        return tried.error();
    auto transaction = begin();
    if (!transaction)
        return transaction.error();
    auto local = loadLocal(*transaction, id);
    if (!local)
        return local.error();
    local->work.dropRefusedSteps();
    local->work.add(tried->resolved, newRequest(), m_clock.now());
    Changes changes;
    changes.outbox = true;
    if (auto stored = storeLocal(*transaction, *local, TextChange::Typed, changes); !stored)
        return stored.error();
    return commit(*transaction, changes);
}

Result<ArticleId> Replica::articleOfRequest(Transaction &transaction, RequestId request) const
{
    auto entries = DeskStore(transaction).outbox();
    if (!entries)
        return entries.error();
    const auto found =
        std::ranges::find_if(*entries, [&](const OutboxEntry &entry) { return entry.request == request; });
    if (found == entries->end())
        return Error{ErrorCode::NotFound, u"outbox"_s, request.toText()};
    return found->article;
}

Result<Changes> Replica::retry(RequestId request)
{
    auto transaction = begin();
    if (!transaction)
        return transaction.error();
    auto id = articleOfRequest(*transaction, request);
    if (!id)
        return id.error();
    auto local = loadLocal(*transaction, *id);
    if (!local)
        return local.error();
    local->work.retry(request, newRequest(), local->confirmed ? local->ground() : TextGround());
    Changes changes;
    changes.outbox = true;
    if (auto stored = storeLocal(*transaction, *local, TextChange::Carried, changes); !stored)
        return stored.error();
    return commit(*transaction, changes);
}

Result<Changes> Replica::discard(RequestId request)
{
    auto transaction = begin();
    if (!transaction)
        return transaction.error();
    auto id = articleOfRequest(*transaction, request);
    if (!id)
        return id.error();
    auto local = loadLocal(*transaction, *id);
    if (!local)
        return local.error();
    if (local->work.find(request)->isFrozen())
        return Error{ErrorCode::Conflict, u"outbox.offered"_s, {}};
    local->work.discard(request);
    Changes changes;
    changes.outbox = true;
    if (auto stored = storeLocal(*transaction, *local, TextChange::Carried, changes); !stored)
        return stored.error();
    return commit(*transaction, changes);
}

Result<ArticleId> Replica::keepAsNewDraft(ArticleId id, Changes &changes)
{
    auto transaction = begin();
    if (!transaction)
        return transaction.error();
    auto local = loadLocal(*transaction, id);
    if (!local)
        return local.error();
    if (!local->work.text())
        return Error{ErrorCode::NotFound, u"outbox"_s, id.toText()};
    if (std::ranges::any_of(local->work.commands(), [](const GivenCommand &given) { return given.isFrozen(); }))
        return Error{ErrorCode::Conflict, u"outbox.offered"_s, {}};
    const ArticleId fresh = ArticleId::create(m_clock, m_dice);
    auto draft = loadLocal(*transaction, fresh);
    if (!draft)
        return draft.error();
    draft->work.type(*local->work.text(), {}, m_clock.now());
    // What cannot be stored stays in the journal, as for any draft.
    static_cast<void>(draft->work.save({}, newRequest(), m_clock.now()));
    local->work.clear();
    changes.outbox = true;
    for (Local *each : {&*draft, &*local}) {
        if (auto stored = storeLocal(*transaction, *each, TextChange::Carried, changes); !stored)
            return stored.error();
    }
    if (auto done = commit(*transaction, changes); !done)
        return done.error();
    return fresh;
}

Result<std::vector<ArticleId>> Replica::articlesWithTypedText()
{
    auto transaction = Transaction::begin(*m_database, Access::Read);
    if (!transaction)
        return transaction.error();
    auto journals = DeskStore(*transaction).journals();
    if (!journals)
        return journals.error();
    std::vector<ArticleId> ids;
    for (const JournalEntry &entry : *journals)
        ids.push_back(entry.article);
    return ids;
}

// Pictures

Result<std::vector<PictureEntry>> Replica::pictures()
{
    auto transaction = Transaction::begin(*m_database, Access::Read);
    if (!transaction)
        return transaction.error();
    return DeskStore(*transaction).pictures();
}

Result<std::optional<PictureEntry>> Replica::picture(MediaId media)
{
    auto transaction = Transaction::begin(*m_database, Access::Read);
    if (!transaction)
        return transaction.error();
    return DeskStore(*transaction).picture(media);
}

Result<void> Replica::putPicture(const PictureEntry &picture)
{
    auto transaction = begin();
    if (!transaction)
        return transaction.error();
    if (auto put = DeskStore(*transaction).putPicture(picture); !put)
        return put.error();
    Changes changes;
    changes.pictures = true;
    if (auto done = commit(*transaction, changes); !done)
        return done.error();
    return {};
}

Result<void> Replica::removePicture(MediaId media)
{
    auto transaction = begin();
    if (!transaction)
        return transaction.error();
    if (auto removed = DeskStore(*transaction).removePicture(media); !removed)
        return removed.error();
    Changes changes;
    changes.pictures = true;
    if (auto done = commit(*transaction, changes); !done)
        return done.error();
    return {};
}

Result<std::optional<Media>> Replica::media(MediaId media)
{
    auto transaction = Transaction::begin(*m_database, Access::Read);
    if (!transaction)
        return transaction.error();
    return MediaStore(*transaction).findMaybe(media);
}

// What is shown

Result<const ShownArticle *> Replica::shown(ArticleId id)
{
    auto known = m_shown.find(id);
    if (known == m_shown.end()) {
        auto made = showArticle(replayContext(), id);
        if (!made)
            return made.error();
        if (!*made)
            return static_cast<const ShownArticle *>(nullptr);
        known = m_shown.insert(id, **std::move(made));
    }
    return static_cast<const ShownArticle *>(&*known);
}

ArticleLine Replica::lineOf(const ShownArticle &shown) const
{
    const Article &article = shown.article;
    ArticleLine line{.id = article.id,
                     .author = article.author,
                     .section = article.content.section,
                     .genre = article.content.genre,
                     .title = article.content.title,
                     .state = article.state,
                     .version = article.version,
                     .updatedAt = article.updatedAt,
                     .firstPublishedAt = {},
                     .scheduledAt = article.scheduledAt,
                     .saved = shown.saved,
                     .waiting = shown.waiting,
                     .refused = shown.isRefused};
    if (article.publication)
        line.firstPublishedAt = article.publication->firstAt;
    return line;
}

Result<ArticleView> Replica::article(ArticleId id)
{
    auto made = showArticle(replayContext(), id);
    if (!made)
        return made.error();
    if (!*made)
        return Error{ErrorCode::NotFound, u"article"_s, id.toText()};
    const ShownArticle &shown = **made;
    ArticleView view;
    view.article = shown.article;
    view.base = m_turns.current(id);
    view.saved = shown.saved;
    view.isGone = shown.isGone;
    if (shown.confirmed) {
        view.confirmedVersion = shown.confirmed->article.version;
        view.confirmedContent = shown.confirmed->article.content;
        view.decisions = shown.confirmed->decisions;
    }
    const Actor actor = m_user.actor();
    if (!shown.isGone) {
        // An article that was never saved may be saved as what it will be.
        view.allowedSteps = m_workflow.allowedSteps(shown.article, actor);
        for (const Step step : view.allowedSteps) {
            if (m_workflow.reasonRule(shown.article, step, actor) == ReasonRule::Required)
                view.stepsWithReason.push_back(step);
        }
    }
    auto transaction = Transaction::begin(*m_database, Access::Read);
    if (!transaction)
        return transaction.error();
    auto entries = DeskStore(*transaction).outbox(id);
    if (!entries)
        return entries.error();
    auto onTheirWay = picturesOnTheirWay(*transaction);
    if (!onTheirWay)
        return onTheirWay.error();
    transaction->rollback();
    auto waiting = waitingCommands(*entries, *onTheirWay);
    if (!waiting)
        return waiting.error();
    view.waiting = *std::move(waiting);
    return view;
}

Result<std::vector<WaitingCommand>> Replica::waitingCommands(const std::vector<OutboxEntry> &entries,
                                                             const std::set<MediaId> &onTheirWay)
{
    std::vector<WaitingCommand> commands;
    std::set<ArticleId> blocked;
    for (const OutboxEntry &entry : entries) {
        auto article = shown(entry.article);
        if (!article)
            return article.error();
        const Step step = stepFromText(QJsonDocument::fromJson(entry.command).object().value("kind"_L1).toString())
                              .value_or(Step::Save);
        WaitingCommand command{.request = entry.request,
                               .article = entry.article,
                               .title = *article ? (*article)->article.content.title : QString(),
                               .step = step,
                               .givenAt = entry.givenAt,
                               .state = WaitingState::Waiting,
                               .refusal = {}};
        if (entry.isRefused()) {
            command.state = WaitingState::Refused;
            command.refusal = errorFromJson(QJsonDocument::fromJson(entry.error).object());
            blocked.insert(entry.article);
        } else if (blocked.contains(entry.article)) {
            command.state = WaitingState::Behind;
        } else if (entry.offered) {
            command.state = WaitingState::Sending;
        } else if (needsPictures(step) && *article && usesOneOf((*article)->article.content, onTheirWay)) {
            command.state = WaitingState::WaitingForPictures;
        }
        commands.push_back(std::move(command));
    }
    return commands;
}

Result<OutboxView> Replica::outbox()
{
    OutboxView view;
    std::vector<OutboxEntry> entries;
    std::set<MediaId> onTheirWay;
    {
        auto transaction = Transaction::begin(*m_database, Access::Read);
        if (!transaction)
            return transaction.error();
        DeskStore desk(*transaction);
        auto all = desk.outbox();
        if (!all)
            return all.error();
        entries = *std::move(all);
        auto pictures = desk.pictures();
        if (!pictures)
            return pictures.error();
        for (const PictureEntry &picture : *pictures) {
            WaitingPicture waiting{.media = picture.media,
                                   .name = picture.name,
                                   .size = picture.size,
                                   .sent = picture.sent,
                                   .addedAt = picture.addedAt,
                                   .refusal = {}};
            if (!picture.error.isEmpty())
                waiting.refusal = errorFromJson(QJsonDocument::fromJson(picture.error).object());
            view.pictures.push_back(std::move(waiting));
        }
        auto unsent = picturesOnTheirWay(*transaction);
        if (!unsent)
            return unsent.error();
        onTheirWay = *std::move(unsent);
    }
    auto commands = waitingCommands(entries, onTheirWay);
    if (!commands)
        return commands.error();
    view.commands = *std::move(commands);
    return view;
}

Result<std::optional<ArticleLine>> Replica::line(ArticleId id)
{
    auto article = shown(id);
    if (!article)
        return article.error();
    if (!*article)
        return std::optional<ArticleLine>();
    const ArticleLine line = lineOf(**article);
    if (!m_local.contains(id))
        m_shown.remove(id);
    return std::optional(line);
}

Result<ArticlePage> Replica::list(const ArticleQuery &query, const std::optional<ListCursor> &after)
{
    // Articles with local work are listed as they are shown, in place of their confirmed rows.
    QList<ArticleLine> local;
    qint64 hidden = 0;
    for (const ArticleId id : m_local) {
        auto article = shown(id);
        if (!article)
            return article.error();
        if (!*article)
            continue;
        if ((*article)->confirmed && matches(query, m_user.id, (*article)->confirmed->article))
            ++hidden;
        if (matches(query, m_user.id, (*article)->article))
            local.append(lineOf(**article));
    }

    const ArticleFilter filter{.state = query.state,
                               .section = query.section,
                               .author = query.scope == ListScope::Mine ? std::optional(m_user.id) : std::nullopt,
                               .titleContains = query.titleContains};
    auto transaction = Transaction::begin(*m_database, Access::Read);
    if (!transaction)
        return transaction.error();
    const ArticleStore articles(*transaction);
    auto count = articles.count(filter);
    if (!count)
        return count.error();
    ArticlePage page;
    page.count = *count - hidden + local.size();

    std::optional<ArticleCursor> cursor;
    if (after) {
        cursor = ArticleCursor{.updatedAt = after->updatedAt, .id = after->article};
        erase_if(local, [&](const ArticleLine &line) {
            return std::pair(line.updatedAt, line.id) >= std::pair(after->updatedAt, after->article);
        });
    }
    auto rows = articles.list(filter, cursor, listPage + 1 + int(m_local.size()));
    if (!rows)
        return rows.error();
    QList<ArticleLine> lines = local;
    for (const ArticleRow &row : *rows) {
        if (m_local.contains(row.id))
            continue;
        lines.append({.id = row.id,
                      .author = row.author,
                      .section = row.section,
                      .genre = row.genre,
                      .title = row.title,
                      .state = row.state,
                      .version = row.version,
                      .updatedAt = row.updatedAt,
                      .firstPublishedAt = row.firstPublishedAt,
                      .scheduledAt = row.scheduledAt,
                      .saved = row.publicVersion == row.version ? SavedState::Published : SavedState::Sent});
    }
    std::ranges::sort(lines, isBefore);
    if (lines.size() > listPage) {
        lines.resize(listPage);
        page.next = ListCursor{.updatedAt = lines.back().updatedAt, .article = lines.back().id};
    }
    page.lines = std::move(lines);
    return page;
}

Result<std::vector<RevisionLine>> Replica::revisions(ArticleId id)
{
    auto transaction = Transaction::begin(*m_database, Access::Read);
    if (!transaction)
        return transaction.error();
    auto revisions = ArticleStore(*transaction).revisions(id);
    if (!revisions)
        return revisions.error();
    std::vector<RevisionLine> lines;
    for (const Revision &revision : *revisions) {
        lines.push_back({.version = revision.version,
                         .savedBy = revision.savedBy,
                         .savedAt = revision.savedAt,
                         .contentHash = revision.contentHash});
    }
    return lines;
}

Result<std::optional<Content>> Replica::revision(ArticleId id, Version version)
{
    auto transaction = Transaction::begin(*m_database, Access::Read);
    if (!transaction)
        return transaction.error();
    auto revision = ArticleStore(*transaction).revision(id, version);
    if (revision)
        return std::optional(std::move(revision->content));
    if (revision.error().code == ErrorCode::NotFound)
        return std::optional<Content>();
    return revision.error();
}

Result<void> Replica::keepRevision(const Revision &revision)
{
    auto transaction = begin();
    if (!transaction)
        return transaction.error();
    auto article = ArticleStore(*transaction).findMaybe(revision.article);
    if (!article)
        return article.error();
    if (!*article)
        return {};
    if (auto added = ArticleStore(*transaction).addRevision(revision); !added)
        return added.error();
    return transaction->commit();
}

} // namespace toasoan
