#include "sync/Replica.h"

#include "storage/ArticleStore.h"
#include "storage/EntryStore.h"
#include "storage/GenreStore.h"
#include "storage/MediaStore.h"
#include "storage/Migrator.h"
#include "storage/NewsroomStore.h"
#include "storage/SettingStore.h"
#include "storage/UserStore.h"
#include "sync/FeedIntake.h"
#include "sync/Restoration.h"

namespace toasoan {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Of the promise that what is typed is on the disk within 200 ms, what one transaction of the feed may take. It ends
/// before that as soon as somebody types; each one ends with a sync of the disk, which takes as long as many records.
constexpr Milliseconds longestIntake = 100ms;

} // namespace

Replica::Replica(std::unique_ptr<Database> database, const Clock &clock, Dice &dice)
    : m_database(std::move(database))
    , m_clock(clock)
    , m_dice(dice)
    , m_views(*m_database, m_state, m_turns, clock)
    , m_entries(*m_database, m_state, m_turns, m_views)
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
    auto transaction = Transaction::begin(*m_database, Access::Write);
    if (!transaction)
        return transaction.error();
    DeskStore desk(*transaction);
    QHash<QString, QString> facts;
    for (const QString &name :
         {u"incomplete"_s, u"unreadBy"_s, u"epoch"_s, u"sequence"_s, u"view"_s, u"lastSync"_s, u"user"_s}) {
        auto fact = desk.fact(name);
        if (!fact)
            return fact.error();
        facts[name] = *std::move(fact);
    }
    auto rules = readRules(*transaction);
    if (!rules)
        return rules.error();
    m_state.rules = *std::move(rules);
    m_state.position = {.epoch = facts[u"epoch"_s], .sequence = facts[u"sequence"_s].toLongLong()};
    m_state.view = knownViewFromText(facts[u"view"_s]);
    const auto isNew = [this](const Noun &noun) { return !m_state.view.nouns.contains(toText(noun)); };
    if (std::ranges::any_of(pulledNouns(*m_state.rules), isNew))
        m_state.view.all.clear(); // this program takes in more than the one before: the view is asked for
    // What this program could not read last time it may read now; what it could not read then either, another program.
    const bool isIncomplete = !facts[u"incomplete"_s].isEmpty();
    const QString &unreadBy = facts[u"unreadBy"_s];
    if (isIncomplete || (!unreadBy.isEmpty() && unreadBy != readingPrint())) {
        m_state.view = {}; // all is pulled anew
        for (const auto &[name, value] : {std::pair(u"incomplete"_s, QString()), std::pair(u"view"_s, QString()),
                                          std::pair(u"unreadBy"_s, isIncomplete ? readingPrint() : QString())}) {
            if (auto set = desk.setFact(name, value); !set)
                return set.error();
        }
    }
    if (const QString &lastSync = facts[u"lastSync"_s]; !lastSync.isEmpty())
        m_state.lastSync = fromMilliseconds(lastSync.toLongLong());
    if (const auto id = UserId::fromText(facts[u"user"_s])) {
        auto user = UserStore(*transaction).find(*id);
        if (!user)
            return user.error();
        m_state.user = *std::move(user);
    }
    auto local = desk.recordsWithLocalWork();
    if (!local)
        return local.error();
    for (const Key &key : *local)
        m_state.setLocal(key, true);
    auto done = desk.doneCommands();
    if (!done)
        return done.error();
    for (const auto &[target, sequence] : *done)
        m_state.done.insert(target.id, {.target = target, .sequence = sequence});
    auto news = desk.news();
    if (!news)
        return news.error();
    for (const auto &[article, line] : *news) {
        if (const auto step = stepFromText(line.step))
            m_state.news.insert(
                article,
                {.step = *step, .by = line.actor, .at = line.at, .reason = line.reason, .isAgain = line.again});
    }
    auto gone = desk.gonePictures();
    auto forgotten = desk.forgottenPictures();
    if (!gone || !forgotten)
        return gone ? forgotten.error() : gone.error();
    m_state.hasGonePictures = !gone->empty() || !forgotten->empty();
    auto former = desk.formerUnseen();
    if (!former)
        return former.error();
    m_state.hasFormer = !former->empty();
    return transaction->commit();
}

Result<Changes> Replica::change(const std::function<Result<void>(ReplicaChange &)> &work, Durability durability)
{
    auto change = ReplicaChange::begin({*m_database, m_state, m_turns, m_clock, m_dice}, durability);
    if (!change)
        return change.error();
    if (auto done = work(*change); !done)
        return done.error();
    auto changes = change->commit();
    if (changes) {
        m_views.follow(*changes);
        m_entries.follow(*changes);
    }
    return changes;
}

Result<Changes> Replica::changeRecord(const Key &key, TextChange kind,
                                      const std::function<Result<void>(ReplicaChange &, LocalArticle &)> &work)
{
    return change([&](ReplicaChange &change) -> Result<void> {
        auto local = change.load(key);
        if (!local)
            return local.error();
        if (auto done = work(change, *local); !done)
            return done;
        return change.store(*local, kind);
    });
}

Result<std::vector<User>> Replica::users()
{
    return readIn(*m_database, [](Transaction &transaction) { return UserStore(transaction).all(); });
}

Result<std::vector<Section>> Replica::sections()
{
    return readIn(*m_database, [](Transaction &transaction) { return NewsroomStore(transaction).sections(); });
}

Result<Genres> Replica::genres()
{
    return readIn(*m_database, readGenres);
}

Result<QByteArray> Replica::single(const Noun &noun)
{
    return readIn(*m_database, [&](Transaction &transaction) { return readSingle(transaction, noun); });
}

Result<std::optional<Site>> Replica::site()
{
    auto site =
        readIn(*m_database, [&](Transaction &transaction) { return NewsroomStore(transaction).site(m_clock.now()); });
    if (site)
        return std::optional(*std::move(site));
    if (site.error().code == ErrorCode::NotFound)
        return std::optional<Site>();
    return site.error();
}

Result<Changes> Replica::setUser(const User &user)
{
    return change([&](ReplicaChange &change) -> Result<void> {
        change.state.user = user;
        change.changes.newsroom = true;
        return UserStore(change.transaction()).put(user);
    });
}

// The server's word

bool Replica::follows(const QString &epoch) const
{
    return m_state.position.epoch == epoch;
}

bool Replica::isOfKnownView(const FeedPage &page) const
{
    return follows(page.epoch) && page.view == m_state.view.all;
}

Result<Changes> Replica::takeView(const View &view)
{
    return change([&](ReplicaChange &change) { return toasoan::takeView(change, view); });
}

Result<Changes> Replica::takeSome(std::size_t &from, Durability durability, const TakeSome &take)
{
    std::size_t next = from;
    auto done = change(
        [&](ReplicaChange &change) -> Result<void> {
            auto taken = take(change, from);
            if (!taken)
                return taken.error();
            next = *taken;
            return {};
        },
        durability);
    if (done)
        from = next;
    return done;
}

Result<Changes> Replica::apply(IncomingPage &page, std::size_t &from, const IsAwaited &isAwaited)
{
    return takeSome(from, Durability::Promised, [&](ReplicaChange &change, std::size_t first) {
        return takePage(change, page, first, {.atMost = longestIntake, .isAwaited = isAwaited});
    });
}

// What a power cut takes of it is pulled again: how far it is stands in the same transaction. So it waits for no disk.
Result<Changes> Replica::applyPull(const Noun &noun, IncomingPage &page, std::size_t &from, const IsAwaited &isAwaited)
{
    return takeSome(from, Durability::Noisy, [&](ReplicaChange &change, std::size_t first) {
        return takePull(change, noun, page, first, {.atMost = longestIntake, .isAwaited = isAwaited});
    });
}

Result<Changes> Replica::setClockAhead(Milliseconds ahead)
{
    m_views.setClockAhead(ahead);
    return change([&](ReplicaChange &change) -> Result<void> {
        change.changes.articles.insert(m_state.local.begin(), m_state.local.end());
        for (auto entry = m_state.localEntries.begin(); entry != m_state.localEntries.end(); ++entry)
            change.changes.note(entry.value(), entry.key());
        auto waiting = change.desk().recordsWithLocalWork();
        if (!waiting)
            return waiting.error();
        for (const Key &key : *waiting) {
            auto local = change.load(key);
            if (!local && isOfUnreadableWork(local.error()))
                continue; // nothing of it goes
            if (!local)
                return local.error();
            if (!local->work.refuseOtherClocks(ahead))
                continue;
            change.changes.problems.push_back(
                {.error = {ErrorCode::Conflict, u"article.scheduledAt"_s, u"another clock"_s},
                 .record = key.id,
                 .noun = key.noun});
            change.changes.outbox = true;
            if (auto stored = change.store(*local, TextChange::Carried); !stored)
                return stored;
        }
        return {};
    });
}

// The person's word

Result<Changes> Replica::type(const Key &key, TextBase base, const QByteArray &content)
{
    const Kind *kind = m_state.rules->find(key.noun);
    if (!kind)
        return Error{ErrorCode::Unsupported, u"noun"_s, toText(key.noun)};
    const auto titleOf = [kind](const QByteArray &text) { return kind->outline(text).valueOr({}).title; };
    const QByteArray carried = m_turns.carryOver(*kind, key.id, base, content);
    bool isNews = false;
    const auto work = [&](ReplicaChange &change, LocalArticle &local) -> Result<void> {
        // Lists show that a text waits and its title: nothing else of typing is news.
        isNews = !local.work.journal() || titleOf(carried) != titleOf(local.before);
        local.work.type(carried, local.ground(), change.now());
        return {};
    };
    auto done = changeRecord(key, TextChange::Typed, work);
    if (done && !isNews) {
        done->articles.clear();
        done->entries.clear();
    }
    return done;
}

Result<Changes> Replica::deleteDraft(const Key &key)
{
    return changeRecord(key, TextChange::Carried, [&](ReplicaChange &change, LocalArticle &local) -> Result<void> {
        if (local.confirmed || !local.work.text())
            return Error{ErrorCode::NotFound, u"article"_s, key.id.toText()};
        if (std::ranges::any_of(local.work.commands(), &GivenCommand::isFrozen))
            return Error{ErrorCode::Conflict, u"outbox.offered"_s, {}};
        local.work.clear();
        change.changes.outbox = true;
        return {};
    });
}

Result<Changes> Replica::dropTyped(const Key &key)
{
    return changeRecord(key, TextChange::Carried, [](ReplicaChange &, LocalArticle &local) -> Result<void> {
        local.work.dropTyped();
        return {};
    });
}

Result<Changes> Replica::fillProjections(bool &isMore)
{
    constexpr int atOnce = 200;
    isMore = false;
    return change([&](ReplicaChange &change) -> Result<void> {
        EntryStore entries(change.transaction());
        for (const Register &described : m_state.rules->registers()) {
            if (auto prepared = entries.prepare(described, Face::Board); !prepared)
                return prepared;
            auto more = entries.fill(described, Face::Board, atOnce);
            if (!more)
                return more.error();
            isMore = *more;
            if (isMore)
                return {};
            if (auto dropped = entries.dropOlder(described.noun, Face::Board); !dropped)
                return dropped;
        }
        // It was filled with what is confirmed.
        auto waiting = change.desk().recordsWithLocalWork();
        if (!waiting)
            return waiting.error();
        for (const Key &key : *waiting) {
            if (m_state.rules->findRegister(key.noun))
                change.changes.note(key.noun, key.id);
        }
        for (const Register &described : m_state.rules->registers())
            change.changes.entries[described.noun]; // whoever shows a list reads it again
        return {};
    });
}

Result<Changes> Replica::markSeen(ArticleId id)
{
    if (!m_state.news.contains(id))
        return Changes();
    return change([&](ReplicaChange &change) { return change.dropNews(id); });
}

bool Replica::maySave(const LocalArticle &local) const
{
    return !local.confirmed
        || local.work.kind().chain().nextState(local.confirmed->record, Step::Save, m_state.user.actor(), {}).ok();
}

Result<Changes> Replica::save(const Key &key, Sitting sitting)
{
    return change([&](ReplicaChange &change) -> Result<void> {
        auto local = change.load(key);
        if (!local)
            return local.error();
        if (!local->work.journal())
            return {};
        if (auto saved = local->work.save(local->ground(), change.newRequest(), change.now(), sitting); !saved)
            return saved;
        // A text that was changed since its refusal may be fit now; where nobody may save, it is not.
        const GivenCommand *refused = local->work.refused();
        if (refused && refused->save() && maySave(*local))
            local->work.retry(refused->entry.request, change.newRequest(),
                              local->confirmed ? local->ground() : TextGround(), LocalWork::Behind::Stays);
        change.changes.outbox = true;
        return change.store(*local, TextChange::Typed);
    });
}

Result<std::vector<ArticleId>> Replica::articlesWithTypedText()
{
    return readIn(*m_database, [](Transaction &transaction) -> Result<std::vector<ArticleId>> {
        auto typed = DeskStore(transaction).recordsWithJournal();
        if (!typed)
            return typed.error();
        std::vector<ArticleId> articles;
        for (const Key &key : *typed) {
            if (key.noun == nouns::article)
                articles.push_back(key.id);
        }
        return articles;
    });
}

// Pictures

Result<std::vector<PictureEntry>> Replica::pictures()
{
    return readIn(*m_database, [](Transaction &transaction) { return DeskStore(transaction).pictures(); });
}

Result<std::optional<PictureEntry>> Replica::picture(MediaId media)
{
    return readIn(*m_database, [&](Transaction &transaction) { return DeskStore(transaction).picture(media); });
}

Result<void> Replica::putPicture(const PictureEntry &picture)
{
    // Shown is an article as if its pictures were there, however much of them is.
    const auto done = change([&](ReplicaChange &change) { return change.desk().putPicture(picture); });
    return done ? Result<void>() : done.error();
}

Result<void> Replica::removePicture(MediaId media)
{
    const auto done = change([&](ReplicaChange &change) {
        auto arrived = MediaStore(change.transaction()).findMaybe(media);
        if (!arrived)
            return Result<void>(arrived.error());
        change.changes.isPictureLost = !*arrived;
        return change.desk().removePicture(media);
    });
    return done ? Result<void>() : done.error();
}

Result<std::optional<Media>> Replica::media(MediaId media)
{
    return readIn(*m_database, [&](Transaction &transaction) { return MediaStore(transaction).findMaybe(media); });
}

Result<void> Replica::keepRevision(const Revision &revision)
{
    auto transaction = Transaction::begin(*m_database, Access::Write);
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
