#include "sync/ReplicaChange.h"

#include "actions/NewsroomRules.h"
#include "actions/RecordTrail.h"
#include "storage/EntryStore.h"
#include "storage/RecordStore.h"
#include "sync/News.h"
#include "sync/Replay.h"

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

Actor withAllRoles(UserId user)
{
    Actor actor{.user = user, .grants = {}};
    for (const Role role : grantableRoles)
        actor.grants.push_back({.role = role, .section = {}});
    return actor;
}

// A decision, or a save since then, which is none.
News doneLast(const RecordSnapshot &snapshot)
{
    const Record &article = snapshot.record;
    const Decision &last = snapshot.decisions.back();
    if (last.version < article.version)
        return {.step = Step::Save, .by = snapshot.savedBy, .at = article.updatedAt, .reason = {}, .isAgain = false};
    return {.step = last.step, .by = last.actor, .at = last.at, .reason = last.reason, .isAgain = false};
}

} // namespace

TextGround LocalArticle::ground() const
{
    if (!confirmed)
        return gone;
    return {.version = confirmed->record.version, .content = confirmed->record.content};
}

bool LocalArticle::isNews(const RecordSnapshot &snapshot) const
{
    // Each change of an article either adds a version or a decision, so within one history of the server this only
    // grows.
    const auto ageOf = [](const RecordSnapshot &each) { return each.record.version + std::ssize(each.decisions); };
    if (!confirmed || ageOf(snapshot) > ageOf(*confirmed))
        return true;
    // A step of a newer server is not among those that are counted, and what it led to is told all the same. Should it
    // be the older of the two, the newer one is still to come: the feed tells each article's newest state last.
    return ageOf(snapshot) == ageOf(*confirmed) && snapshot != *confirmed;
}

ReplicaChange::ReplicaChange(const Subject &subject, Transaction transaction)
    : state(subject.state)
    , m_subject(subject)
    , m_transaction(std::move(transaction))
{ }

Result<ReplicaChange> ReplicaChange::begin(const Subject &subject, Durability durability)
{
    auto transaction = Transaction::begin(subject.database, Access::Write, durability);
    if (!transaction)
        return transaction.error();
    return ReplicaChange(subject, *std::move(transaction));
}

Result<LocalArticle> ReplicaChange::load(const Key &key)
{
    const Kind *kind = rules().find(key.noun);
    auto work =
        kind && !state.hasLocal(key.id) ? LocalWork(*kind, key.id) : LocalWork::load(m_transaction, rules(), key);
    if (!work)
        return work.error();
    // Of many that a new desk hears of nothing is here: to ask that is cheaper than to ask for all of one.
    const RecordStore records(m_transaction);
    const auto isThere = records.isThere(key.id);
    if (!isThere)
        return isThere.error();
    auto confirmed = *isThere ? records.snapshot(key.id) : std::optional<RecordSnapshot>();
    if (!confirmed)
        return confirmed.error();
    LocalArticle local{
        .work = *std::move(work), .confirmed = *std::move(confirmed), .gone = state.gone.value(key.id), .before = {}};
    local.before = local.text();
    return local;
}

Result<void> ReplicaChange::store(LocalArticle &local, TextChange change)
{
    if (auto stored = local.work.store(m_transaction); !stored)
        return stored.error();
    const RecordId id = local.work.key().id;
    for (const Error &refusal : local.work.takeRefusals()) {
        changes.problems.push_back({.error = refusal, .record = id, .noun = local.work.key().noun});
        changes.outbox = true;
    }
    if (change == TextChange::Carried) {
        if (const QByteArray after = local.text(); after != local.before)
            m_turns.push_back({.article = id, .before = local.before, .after = after});
    }
    const bool wasLocal = state.hasLocal(id);
    state.setLocal(local.work.key(), !local.work.isEmpty());
    changes.isPictureNeedless |= wasLocal && local.work.isEmpty() && state.hasGonePictures;
    changes.note(local.work.key().noun, id);
    return {};
}

Result<void> ReplicaChange::hear(LocalArticle &local, const IncomingRecord &record)
{
    const RecordSnapshot &snapshot = record.told.snapshot;
    if (auto put = putConfirmed(record); !put)
        return put;
    if (auto told = tellNews(local.confirmed, snapshot); !told)
        return told;
    local.confirmed = snapshot;
    if (auto dropped = dropOvertaken(local); !dropped)
        return dropped.error();
    return {};
}

bool ReplicaChange::settleDone(LocalArticle &local, qint64 sequence)
{
    const GivenCommand *done = local.work.done();
    if (!done || done->entry.done > sequence)
        return false;
    state.done.remove(local.work.key().id);
    // Where it is not to be seen any more, it became what was given.
    const Save *save = done->save();
    const TextGround given = save ? TextGround{.version = save->base + 1, .content = save->content} : TextGround();
    const TextGround made = local.confirmed ? local.ground() : given;
    local.work.accept(done->entry.request, made.content, made.version);
    changes.outbox = true;
    return true;
}

Result<void> ReplicaChange::settleDone(qint64 sequence)
{
    const QHash<RecordId, DoneCommand> waiting = state.done;
    for (const DoneCommand &done : waiting) {
        if (done.sequence > sequence)
            continue;
        auto local = load(done.target);
        if (!local && isOfUnreadableWork(local.error()))
            continue;
        if (!local)
            return local.error();
        settleDone(*local, sequence);
        if (auto stored = store(*local, TextChange::Carried); !stored)
            return stored;
    }
    return {};
}

// While the article seems to allow the step still, the feed has not brought what the server knows: then it waits, so
// that who did what can be told, also after a crash.
Result<bool> ReplicaChange::dropOvertaken(LocalArticle &local)
{
    const GivenCommand *given = local.work.overtaken();
    if (!given || !local.confirmed || local.confirmed->decisions.empty())
        return false;
    Record there = local.confirmed->record;
    auto trail = readTrail(m_transaction, local.work.kind().chain(), there);
    if (!trail)
        return trail.error();
    there.trail = *std::move(trail);
    const Step step = stepOf(given->command);
    // Where nothing but his rights stand against it, nobody has done anything instead: it stays, refused with its
    // reason.
    if (local.work.kind().chain().nextState(there, step, withAllRoles(state.user.id), {}))
        return false;
    changes.overtaken.push_back({.article = there.id,
                                 .noun = there.noun,
                                 .title = there.title,
                                 .step = step,
                                 .by = doneLast(*local.confirmed)});
    local.work.discard(given->entry.request);
    changes.outbox = true;
    return true;
}

Result<void> ReplicaChange::tellNews(const std::optional<RecordSnapshot> &before, const RecordSnapshot &snapshot)
{
    // What had happened before this desk first knew all, or is shown anew by a restored server or to a person with
    // other rights, is no news.
    if (!state.lastSync || state.hasFormer || (!before && !state.view.pulls.empty()))
        return {};
    if (snapshot.record.noun != nouns::article)
        return {};
    const ArticleId id = snapshot.record.id;
    const auto known = state.news.constFind(id);
    const auto unseen = known == state.news.constEnd() ? std::nullopt : std::optional(*known);
    const auto news = newsAfter(unseen, snapshot, before ? before->decisions.size() : 0, state.user.id);
    if (news == unseen)
        return {};
    if (!news)
        return dropNews(id);
    state.news.insert(id, *news);
    changes.unseen = true;
    changes.news.push_back({.article = id, .title = snapshot.record.title, .news = *news});
    return desk().putNews({.noun = snapshot.record.noun, .id = id},
                          {.step = toText(news->step),
                           .actor = news->by,
                           .at = news->at,
                           .reason = news->reason,
                           .again = news->isAgain});
}

Result<void> ReplicaChange::dropNews(ArticleId id)
{
    if (!state.news.remove(id))
        return {};
    changes.unseen = true;
    changes.articles.insert(id);
    return desk().removeNews(id);
}

Result<void> ReplicaChange::putConfirmed(const IncomingRecord &incoming)
{
    const RecordSnapshot &snapshot = incoming.told.snapshot;
    const FullRecord &record = snapshot.record;
    RecordStore records(m_transaction);
    if (auto put = records.put(record, incoming.told.genre); !put)
        return put.error();
    const RecordVersion version{.record = record.id,
                                .version = record.version,
                                .savedBy = snapshot.savedBy,
                                .savedAt = record.updatedAt,
                                .contentHash = record.contentHash,
                                .content = record.content};
    if (auto added = records.addVersion(version, Sitting::GoesOn, incoming.packed); !added)
        return added.error();
    return records.replaceDecisions(record.id, snapshot.decisions);
}

Result<void> ReplicaChange::writeFacts()
{
    const ReplicaState &before = m_subject.state;
    std::vector<std::pair<QString, QString>> facts;
    if (state.user.id != before.user.id)
        facts.emplace_back(u"user"_s, state.user.id.toText());
    if (state.position != before.position) {
        facts.emplace_back(u"epoch"_s, state.position.epoch);
        facts.emplace_back(u"sequence"_s, QString::number(state.position.sequence));
    }
    if (state.view != before.view)
        facts.emplace_back(u"view"_s, toText(state.view));
    if (state.lastSync && state.lastSync != before.lastSync)
        facts.emplace_back(u"lastSync"_s, QString::number(toMilliseconds(*state.lastSync)));
    for (const auto &[name, value] : facts) {
        if (auto set = desk().setFact(name, value); !set)
            return set.error();
    }
    return {};
}

// With what waits here done, as far as it was not refused.
State ReplicaChange::stateShown(const LocalArticle &local) const
{
    const Kind &kind = local.work.kind();
    Record record = local.confirmed ? Record(local.confirmed->record) : Record();
    if (!local.confirmed)
        record.state = kind.beginsIn();
    for (const GivenCommand &given : local.work.commands()) {
        if (given.entry.isRefused())
            break;
        const auto next = kind.chain().nextState(record, stepOf(given.command), state.user.actor(), u"…"_s);
        if (!next)
            break;
        record.state = *next;
    }
    return record.state;
}

Result<void> ReplicaChange::project(const Key &key)
{
    EntryStore entries(m_transaction);
    auto local = load(key);
    if (!local && isOfUnreadableWork(local.error()))
        return {};
    if (!local)
        return local.error();
    if (!local->confirmed && local->work.isEmpty())
        return entries.remove(key.noun, Face::Board, key.id);
    const Instant changedAt = std::max(local->confirmed ? local->confirmed->record.updatedAt : Instant(),
                                       local->work.isEmpty() ? Instant() : local->work.changedAt());
    const EntryHead head{.id = key.id, .state = stateShown(*local), .updatedAt = changedAt};
    const QByteArray says = local->text();
    if (auto put = entries.put(key.noun, Face::Board, head, says); !put)
        return put;
    return entries.putBeside(*rules().findRegister(key.noun), key.id, says);
}

Result<Changes> ReplicaChange::commit()
{
    for (auto noun = changes.entries.begin(); noun != changes.entries.end(); ++noun) {
        if (!rules().findRegister(noun.key()))
            continue;
        for (const RecordId id : noun.value()) {
            if (auto projected = project({.noun = noun.key(), .id = id}); !projected)
                return projected.error();
        }
    }
    if (auto written = writeFacts(); !written)
        return written.error();
    if (auto committed = m_transaction.commit(); !committed)
        return committed.error();
    m_subject.state = std::move(state);
    for (const Turn &turn : m_turns)
        m_subject.turns.turn(turn.article, turn.before, turn.after);
    return std::move(changes);
}

} // namespace toasoan
