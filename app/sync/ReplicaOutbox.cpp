// What a person has given waits here: in which order it goes, what is answered, and what becomes of what is refused.
#include "storage/Reading.h"
#include "sync/Replica.h"

namespace toasoan {

using namespace Qt::StringLiterals;

Result<std::optional<Outgoing>> Replica::nextCommand(const std::set<ArticleId> &resting)
{
    if ((m_state.local.empty() && m_state.localEntries.isEmpty()) || m_state.hasFormer)
        return std::optional<Outgoing>();
    return readIn(*m_database, [&](Transaction &transaction) -> Result<std::optional<Outgoing>> {
        const DeskStore desk(transaction);
        auto pictures = PicturesOnTheirWay::load(transaction);
        if (!pictures)
            return pictures.error();
        std::set<ArticleId> passed = resting;
        auto line = desk.findLine([&](const OutboxLine &each) -> Result<bool> {
            if (!passed.insert(each.target.id).second || each.isRefused() || each.isDone)
                return false;
            const auto step = stepFromText(each.step);
            if (!step || !pictures->mayHoldUp(*step))
                return true;
            auto record = RecordStore(transaction).fullMaybe(each.target.id);
            if (!record)
                return record.error();
            const Kind *kind = *record ? m_state.rules->find((*record)->noun) : nullptr;
            return !kind || !pictures->holdUp(*step, kind->pictures((*record)->content).valueOr({}));
        });
        if (!line)
            return line.error();
        if (!*line)
            return std::optional<Outgoing>();
        const auto command = desk.command((*line)->request);
        if (!command)
            return command.error();
        return std::optional(Outgoing{.request = (*line)->request,
                                      .target = (*line)->target,
                                      .body = R"({"requestId":")" + (*line)->request.toText().toLatin1() + R"(",)"
                                          + command->mid(1)}); // what is kept is the rest of the envelope
    });
}

Result<void> Replica::markOffered(const Outgoing &command)
{
    auto transaction = Transaction::begin(*m_database, Access::Write);
    if (!transaction)
        return transaction.error();
    auto work = LocalWork::load(*transaction, *m_state.rules, command.target);
    if (!work)
        return work.error();
    work->markOffered(command.request);
    if (auto stored = work->store(*transaction); !stored)
        return stored.error();
    return transaction->commit();
}

Result<Changes> Replica::accept(const Outgoing &command, qint64 sequence)
{
    return changeRecord(
        command.target, TextChange::Carried, [&](ReplicaChange &change, LocalArticle &local) -> Result<void> {
            change.changes.outbox = true;
            local.work.markDone(command.request, sequence);
            change.state.done.insert(command.target.id, {.target = command.target, .sequence = sequence});
            // The feed is often faster than the answer.
            change.settleDone(local, change.state.position.sequence);
            return {};
        });
}

Result<Changes> Replica::refuse(const Outgoing &command, const Error &error)
{
    const auto work = [&](ReplicaChange &change, LocalArticle &local) -> Result<void> {
        const GivenCommand *given = local.work.find(command.request);
        const Save *save = given ? given->save() : nullptr;
        // Only a server that was restored lacks the version that a text was made from: the text is put on what it has.
        const bool lacksVersion = save && local.confirmed && error.subject == u"article.version"_s
            && save->base > local.confirmed->record.version;
        local.work.refuse(command.request, error);
        if (lacksVersion) {
            local.work.restart(local.ground());
            local.work.retry(command.request, change.newRequest(), local.ground(), LocalWork::Behind::GoesAlong);
        } else {
            if (local.confirmed)
                local.work.rebase(local.ground());
            auto dropped = change.dropOvertaken(local);
            if (!dropped)
                return dropped.error();
            // What came before it is on its way here, and told when it comes.
            const bool isComing = local.work.overtaken() && error.code == ErrorCode::Conflict;
            if (!*dropped && !isComing)
                change.changes.problems.push_back(
                    {.error = error, .record = command.target.id, .noun = command.target.noun});
        }
        change.changes.outbox = true;
        return {};
    };
    return changeRecord(command.target, TextChange::Carried, work);
}

Result<Changes> Replica::submit(const Command &command)
{
    const Key key = keyOf(command);
    const auto work = readIn(
        *m_database, [&](Transaction &transaction) { return LocalWork::load(transaction, *m_state.rules, key); });
    if (!work)
        return work.error();
    if (work->refused() && work->refused()->save() && vouches(toasoan::stepOf(command)))
        return Error{ErrorCode::Conflict, u"outbox.refused"_s, {}};
    auto tried = tryCommand(m_views.replayContext(), command);
    if (!tried)
        return tried.error();
    return changeRecord(key, TextChange::Typed, [&](ReplicaChange &change, LocalArticle &local) -> Result<void> {
        local.work.dropRefusedSteps();
        if (!local.work.takeBack(toasoan::stepOf(command)))
            local.work.add(tried->resolved, change.newRequest(), change.now(), m_views.clockAhead());
        change.changes.outbox = true;
        return {};
    });
}

Result<Key> Replica::targetOf(RequestId request)
{
    auto target =
        readIn(*m_database, [&](Transaction &transaction) { return DeskStore(transaction).targetOf(request); });
    if (!target)
        return target.error();
    if (!*target)
        return Error{ErrorCode::NotFound, u"outbox"_s, request.toText()};
    return **target;
}

Result<Changes> Replica::retry(RequestId request)
{
    auto target = targetOf(request);
    if (!target)
        return target.error();
    return changeRecord(*target, TextChange::Carried, [&](ReplicaChange &change, LocalArticle &local) -> Result<void> {
        const GivenCommand *given = local.work.find(request);
        const auto *schedule = given ? std::get_if<Schedule>(&given->command) : nullptr;
        if (schedule && schedule->at <= change.now() - m_views.clockAhead())
            return Error{ErrorCode::InvalidInput, u"article.scheduledAt"_s, u"passed"_s};
        local.work.retry(request, change.newRequest(), local.confirmed ? local.ground() : TextGround(),
                         LocalWork::Behind::GoesAlong, m_views.clockAhead());
        change.changes.outbox = true;
        return {};
    });
}

Result<Changes> Replica::discard(RequestId request)
{
    auto target = targetOf(request);
    if (!target)
        return target.error();
    return changeRecord(*target, TextChange::Carried, [&](ReplicaChange &change, LocalArticle &local) -> Result<void> {
        if (local.work.find(request)->isFrozen())
            return Error{ErrorCode::Conflict, u"outbox.offered"_s, {}};
        local.work.discard(request);
        change.changes.outbox = true;
        return {};
    });
}

Result<ArticleId> Replica::keepAsNewDraft(ArticleId id, Changes &changes)
{
    const ArticleId fresh = ArticleId::create(m_clock, m_dice);
    auto done = change([&](ReplicaChange &change) -> Result<void> {
        auto local = change.load(itemKey(id));
        if (!local)
            return local.error();
        if (!local->work.text())
            return Error{ErrorCode::NotFound, u"outbox"_s, id.toText()};
        auto draft = change.load(itemKey(fresh));
        if (!draft)
            return draft.error();
        draft->work.type(*local->work.text(), {}, change.now());
        // What cannot be stored stays in the journal, as for any draft.
        static_cast<void>(draft->work.save({}, change.newRequest(), change.now()));
        if (local->confirmed) {
            if (auto dropped = local->work.dropText(local->ground()); !dropped)
                return dropped;
        } else {
            if (std::ranges::any_of(local->work.commands(), &GivenCommand::isFrozen))
                return Error{ErrorCode::Conflict, u"outbox.offered"_s, {}};
            local->work.clear(); // there is nothing that a step could be about
        }
        change.changes.outbox = true;
        if (auto stored = change.store(*draft, TextChange::Carried); !stored)
            return stored;
        return change.store(*local, TextChange::Carried);
    });
    if (!done)
        return done.error();
    changes = *std::move(done);
    return fresh;
}

} // namespace toasoan
