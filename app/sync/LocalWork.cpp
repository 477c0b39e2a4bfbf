#include "sync/LocalWork.h"

#include "actions/NewsroomRules.h"
#include "protocol/CommandJson.h"
#include "protocol/ErrorJson.h"

#include <QJsonDocument>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

bool isRefused(const GivenCommand &given)
{
    return given.entry.isRefused();
}

// Given of a text that is another now.
QByteArray textHasChanged()
{
    return errorBody({ErrorCode::Conflict, u"article.contentHash"_s, u"merged on its way"_s});
}

// Given of a text: of what has become of it since, its giver knows nothing.
bool isOfText(Step step)
{
    return vouches(step) || step == Step::Delete;
}

// Nothing is lost when it is not done.
bool isBare(const GivenCommand &given)
{
    const auto *move = std::get_if<Move>(&given.command);
    return move && !isOfText(move->step) && move->reason.trimmed().isEmpty();
}

bool saysThatItMovedOn(const QByteArray &refusal)
{
    const Error error = errorFromJson(QJsonDocument::fromJson(refusal).object());
    return (error.code == ErrorCode::Conflict
            && (error.subject == "article.state"_L1 || error.subject == "article.version"_L1))
        || (error.code == ErrorCode::Forbidden && error.subject == "article.step"_L1);
}

// One text of both: where either begins a sitting, it does.
void takeSitting(Save &save, Sitting later)
{
    if (later == Sitting::Begins)
        save.sitting = later;
}

} // namespace

bool isOfUnreadableWork(const Error &error)
{
    return error.code == ErrorCode::Corrupt || (error.code == ErrorCode::Unsupported && error.subject == u"noun"_s);
}

Result<LocalWork> LocalWork::load(Transaction &transaction, const NewsroomRules &rules, const Key &key)
{
    const Kind *kind = rules.find(key.noun);
    if (!kind)
        return Error{ErrorCode::Unsupported, u"noun"_s, toText(key.noun)};
    const DeskStore store(transaction);
    auto entries = store.outbox(key.id);
    if (!entries)
        return entries.error();
    auto journal = store.journal(key.id);
    if (!journal)
        return journal.error();
    LocalWork work(*kind, key.id);
    work.m_journal = *std::move(journal);
    work.m_storedJournal = work.m_journal;
    for (const OutboxEntry &entry : *entries) {
        auto command = commandFromJson(QJsonDocument::fromJson(entry.command).object());
        if (!command)
            return Error{ErrorCode::Corrupt, u"outbox.command"_s, command.error().subject};
        work.m_commands.push_back({.entry = entry, .command = *std::move(command)});
    }
    work.m_storedCommands = *std::move(entries);
    // Of a desk of the time when what stood behind a refusal was not refused with it.
    if (const auto refused = std::ranges::find_if(work.m_commands, &isRefused); refused != work.m_commands.end())
        work.refuseBehind(refused);
    return work;
}

Result<void> LocalWork::store(Transaction &transaction)
{
    DeskStore store(transaction);
    for (const OutboxEntry &old : m_storedCommands) {
        const auto now = std::ranges::find_if(
            m_commands, [&](const GivenCommand &given) { return given.entry.position == old.position; });
        auto done = now == m_commands.end() ? store.removeCommand(old.request)
            : now->entry == old             ? Result<void>()
                                            : store.updateCommand(now->entry);
        if (!done)
            return done.error();
    }
    m_storedCommands.clear();
    for (GivenCommand &given : m_commands) {
        if (given.entry.position == 0) {
            auto position = store.addCommand(given.entry);
            if (!position)
                return position.error();
            given.entry.position = *position;
        }
        m_storedCommands.push_back(given.entry);
    }
    if (m_journal != m_storedJournal) {
        const bool isTypedOn = m_journal && m_storedJournal && m_journal->baseVersion == m_storedJournal->baseVersion
            && m_journal->baseContent == m_storedJournal->baseContent;
        auto done = isTypedOn ? store.typeOn(*m_journal)
            : m_journal       ? store.putJournal(*m_journal)
                              : store.removeJournal(m_record);
        if (!done)
            return done.error();
        m_storedJournal = m_journal;
    }
    return {};
}

const GivenCommand *LocalWork::find(RequestId request) const
{
    const auto found =
        std::ranges::find_if(m_commands, [&](const GivenCommand &given) { return given.entry.request == request; });
    return found == m_commands.end() ? nullptr : &*found;
}

LocalWork::Place LocalWork::iteratorOf(RequestId request)
{
    return std::ranges::find_if(m_commands, [&](const GivenCommand &given) { return given.entry.request == request; });
}

const GivenCommand *LocalWork::refused() const
{
    const auto found = std::ranges::find_if(m_commands, &isRefused);
    return found == m_commands.end() ? nullptr : &*found;
}

const GivenCommand *LocalWork::overtaken() const
{
    const auto refused = std::ranges::find_if(m_commands, &isRefused);
    if (refused == m_commands.end() || m_journal || !saysThatItMovedOn(refused->entry.error))
        return nullptr;
    return std::all_of(refused, m_commands.end(), &isBare) ? &*refused : nullptr;
}

bool LocalWork::hasSave() const
{
    return std::ranges::any_of(m_commands, [](const GivenCommand &given) { return given.save(); });
}

const QByteArray *LocalWork::text() const
{
    if (m_journal)
        return &m_journal->content;
    for (auto given = m_commands.rbegin(); given != m_commands.rend(); ++given) {
        if (given->save())
            return &given->save()->content;
    }
    return nullptr;
}

Instant LocalWork::changedAt() const
{
    Instant at;
    for (const GivenCommand &given : m_commands)
        at = std::max(at, given.entry.givenAt);
    return m_journal ? std::max(at, m_journal->typedAt) : at;
}

void LocalWork::setCommand(GivenCommand &given, Command command)
{
    given.command = std::move(command);
    given.entry.command = bytesOf(toJson(given.command));
}

TextGround LocalWork::ground(const TextGround &confirmed) const
{
    TextGround ground = confirmed;
    for (const GivenCommand &given : m_commands) {
        // The number is a guess until the server has said it; accept() puts it right.
        if (const Save *save = given.save())
            ground = {.version = save->base + 1, .content = save->content};
    }
    return ground;
}

void LocalWork::type(const QByteArray &content, const TextGround &confirmed, Instant now)
{
    if (!m_journal) {
        const TextGround under = ground(confirmed);
        if (content == under.content && (under.version > 0 || hasSave()))
            return;
        m_journal = JournalEntry{
            .record = key(), .baseVersion = under.version, .baseContent = under.content, .content = {}, .typedAt = now};
    }
    m_journal->content = content;
    m_journal->typedAt = now;
}

Result<void> LocalWork::save(const TextGround &confirmed, RequestId request, Instant now, Sitting sitting)
{
    if (!m_journal)
        return {};
    auto content = m_kind->clean(m_kind->tidy(m_journal->content));
    if (!content)
        return content.error();
    if (auto fits = m_kind->checkLimits(*content, m_journal->baseContent); !fits)
        return fits.error();

    // Into the last Save, if it has not gone and no step stands between; behind a refused one nothing goes in any case.
    const auto last = std::find_if(m_commands.rbegin(), m_commands.rend(),
                                   [](const GivenCommand &given) { return given.save() != nullptr; });
    const bool mayGrow = last != m_commands.rend() && !last->isFrozen()
        && (last->entry.isRefused() || (last == m_commands.rbegin() && sitting == Sitting::GoesOn));
    if (mayGrow) {
        Save save = *last->save();
        if (*content != save.content)
            refuseVouching(last.base()); // given of what was written before
        save.content = *std::move(content);
        takeSitting(save, sitting);
        setCommand(*last, std::move(save));
        m_journal.reset();
        return {};
    }
    const bool isTheSame = *content == m_journal->baseContent && (hasSave() || confirmed.version > 0);
    if (!isTheSame) {
        GivenCommand given{
            .entry = {.position = 0,
                      .request = request,
                      .target = key(),
                      .command = {},
                      .baseContent = m_journal->baseContent,
                      .givenAt = now,
                      .offered = false},
            .command = {},
        };
        setCommand(
            given,
            Save{.target = key(), .base = m_journal->baseVersion, .content = *std::move(content), .sitting = sitting});
        m_commands.push_back(std::move(given));
    }
    m_journal.reset();
    return {};
}

void LocalWork::add(const Command &command, RequestId request, Instant now, Milliseconds clockAhead)
{
    GivenCommand given{
        .entry = {.position = 0,
                  .request = request,
                  .target = key(),
                  .command = {},
                  .baseContent = {},
                  .givenAt = now,
                  .offered = false,
                  .clockAhead = clockAhead},
        .command = {},
    };
    setCommand(given, command);
    const auto refused = std::ranges::find_if(m_commands, &isRefused);
    for (auto later = refused; later != m_commands.end(); ++later)
        later->entry.position = 0; // the order is that in which they are stored
    m_commands.insert(refused, std::move(given));
}

bool LocalWork::refuseOtherClocks(Milliseconds clockAhead)
{
    const auto isOfAnother = [&](const GivenCommand &given) {
        return std::holds_alternative<Schedule>(given.command) && !given.entry.offered && !given.entry.isRefused()
            && std::chrono::abs(given.entry.clockAhead - clockAhead) >= clocksMayDifferBy;
    };
    const auto given = std::ranges::find_if(m_commands, isOfAnother);
    if (given == m_commands.end())
        return false;
    given->entry.error = errorBody({ErrorCode::Conflict, u"article.scheduledAt"_s, u"another clock"_s});
    refuseBehind(given);
    return true;
}

bool LocalWork::takeBack(Step step)
{
    if (step != Step::Withdraw || m_journal || m_commands.empty())
        return false;
    const GivenCommand &last = m_commands.back();
    if (toasoan::stepOf(last.command) != Step::Submit || last.entry.offered || last.entry.isRefused())
        return false;
    m_commands.pop_back();
    return true;
}

void LocalWork::markOffered(RequestId request)
{
    if (const auto given = iteratorOf(request); given != m_commands.end())
        given->entry.offered = true;
}

void LocalWork::markDone(RequestId request, qint64 sequence)
{
    if (const auto given = iteratorOf(request); given != m_commands.end())
        given->entry.done = sequence;
}

const GivenCommand *LocalWork::done() const
{
    const auto found = std::ranges::find_if(m_commands, [](const GivenCommand &given) { return given.entry.done > 0; });
    return found == m_commands.end() ? nullptr : &*found;
}

void LocalWork::accept(RequestId request, const QByteArray &content, Version version)
{
    const auto answered = iteratorOf(request);
    if (answered == m_commands.end())
        return;
    const bool wasSave = answered->save();
    const bool isAnother = wasSave && answered->save()->content != content;
    if (isAnother)
        noteOutvoted(answered->entry.baseContent, content, answered->save()->content);
    const auto next = m_commands.erase(answered);
    if (!wasSave)
        return;
    if (isAnother)
        refuseVouching(next);
    for (auto given = next; given != m_commands.end() && !given->save(); ++given) {
        if (given->entry.isRefused())
            continue; // given of another text: offered again, it must not be of this one
        Command command = given->command;
        setVersion(command, version);
        setCommand(*given, std::move(command));
    }
    rebase({.version = version, .content = content});
}

void LocalWork::refuseVouching(Place first)
{
    const QByteArray error = textHasChanged();
    for (auto given = first; given != m_commands.end() && !given->save(); ++given) {
        if (!isOfText(toasoan::stepOf(given->command)) || given->entry.error == error)
            continue;
        given->entry.error = error;
        m_refusals.push_back({ErrorCode::Conflict, u"article.contentHash"_s, u"merged on its way"_s});
        refuseBehind(given);
    }
}

void LocalWork::noteOutvoted(const QByteArray &base, const QByteArray &theirs, const QByteArray &mine)
{
    for (const QString &field : m_kind->outvoted(base, theirs, mine))
        m_refusals.push_back({ErrorCode::Conflict, field, u"changed by another meanwhile"_s});
}

void LocalWork::refuseBehind(Place refused)
{
    for (auto given = std::next(refused); given != m_commands.end(); ++given) {
        if (!given->save() && !given->entry.isRefused())
            given->entry.error = refused->entry.error;
    }
}

void LocalWork::refuse(RequestId request, const Error &error)
{
    const auto given = iteratorOf(request);
    if (given == m_commands.end())
        return;
    given->entry.offered = false;
    given->entry.error = errorBody(error);
    refuseBehind(given);
    if (!given->save())
        return;
    Save save = *given->save();
    for (auto later = std::next(given); later != m_commands.end();) {
        if (!later->save()) {
            ++later;
            continue;
        }
        refuseVouching(std::next(given)); // on what was written before them
        save.content = later->save()->content;
        takeSitting(save, later->save()->sitting);
        later = m_commands.erase(later);
    }
    setCommand(*given, std::move(save));
}

void LocalWork::rebase(const TextGround &confirmed)
{
    TextGround under = confirmed;
    for (auto each = m_commands.begin(); each != m_commands.end(); ++each) {
        GivenCommand &given = *each;
        if (!given.save())
            continue;
        if (given.isFrozen())
            return;
        Save save = *given.save();
        const QByteArray base = given.entry.baseContent;
        if (base != under.content) {
            // What cannot be merged here keeps its base; the server merges it, or says what is wrong with it. So does
            // what is over its limits as merged: the server takes what was within them on both sides.
            auto merged = m_kind->merge(base, under.content, save.content);
            if (!merged)
                return;
            auto clean = m_kind->clean(*merged);
            if (!clean || !m_kind->checkLimits(*clean, under.content))
                return;
            noteOutvoted(base, under.content, save.content);
            if (*clean != save.content)
                refuseVouching(std::next(each));
            save.content = *std::move(clean);
        }
        save.base = under.version;
        given.entry.baseContent = std::move(under.content);
        under = {.version = save.base + 1, .content = save.content};
        setCommand(given, std::move(save));
    }
    if (!m_journal)
        return;
    if (m_journal->baseContent != under.content) {
        auto merged = m_kind->merge(m_journal->baseContent, under.content, m_journal->content);
        if (!merged || !m_kind->checkLimits(*merged, under.content))
            return;
        noteOutvoted(m_journal->baseContent, under.content, m_journal->content);
        m_journal->content = *std::move(merged);
        m_journal->baseContent = std::move(under.content);
    }
    m_journal->baseVersion = under.version;
}

void LocalWork::thaw()
{
    for (GivenCommand &given : m_commands) {
        given.entry.offered = false;
        given.entry.done = 0;
    }
}

void LocalWork::restart(const TextGround &confirmed)
{
    TextGround under = confirmed;
    for (GivenCommand &given : m_commands) {
        if (!given.save())
            continue;
        if (given.isFrozen())
            return;
        Save save = *given.save();
        save.base = under.version;
        given.entry.baseContent = std::move(under.content);
        under = {.version = save.base + 1, .content = save.content};
        setCommand(given, std::move(save));
    }
    if (m_journal) {
        m_journal->baseVersion = under.version;
        m_journal->baseContent = std::move(under.content);
    }
}

void LocalWork::retry(RequestId request, RequestId fresh, const TextGround &confirmed, Behind behind,
                      Milliseconds clockAhead)
{
    const auto given = iteratorOf(request);
    if (given == m_commands.end() || !given->entry.isRefused())
        return;
    const QByteArray error = given->entry.error;
    if (error == textHasChanged()) {
        m_refusals.push_back({ErrorCode::Conflict, u"article.contentHash"_s, u"merged on its way"_s});
        return;
    }
    given->entry.request = fresh;
    given->entry.offered = false;
    given->entry.clockAhead = clockAhead;
    offerAgain(given, confirmed);
    if (behind == Behind::GoesAlong) {
        // What was refused for a reason of its own stays so.
        for (auto later = std::next(given); later != m_commands.end(); ++later) {
            if (later->entry.error == error)
                offerAgain(later, confirmed);
        }
    }
    // What the server does not show keeps what it was made from: it may show it again.
    if (given->save() && confirmed.version > 0)
        rebase(confirmed);
}

void LocalWork::offerAgain(Place given, const TextGround &confirmed)
{
    given->entry.error.clear();
    // Where the server shows the article no longer, a step stays what it was: there is no version that it could name.
    if (given->save() || isOfText(toasoan::stepOf(given->command)) || confirmed.version == 0)
        return;
    const bool isBehindSave =
        std::any_of(m_commands.begin(), given, [](const GivenCommand &earlier) { return earlier.save(); });
    if (isBehindSave)
        return;
    Command command = given->command;
    setVersion(command, confirmed.version);
    setCommand(*given, std::move(command));
}

void LocalWork::discard(RequestId request)
{
    const auto given = iteratorOf(request);
    if (given == m_commands.end())
        return;
    const bool hasText = std::any_of(given, m_commands.end(), [](const GivenCommand &each) { return each.save(); });
    m_commands.erase(given, m_commands.end());
    if (hasText)
        m_journal.reset();
}

void LocalWork::dropRefusedSteps()
{
    const auto refused = std::ranges::find_if(m_commands, &isRefused);
    m_commands.erase(std::remove_if(refused, m_commands.end(), [](const GivenCommand &given) { return !given.save(); }),
                     m_commands.end());
}

Result<void> LocalWork::dropText(const TextGround &confirmed)
{
    std::vector<GivenCommand> kept;
    bool isBehindSave = false;
    bool isBehindDropped = false;
    for (GivenCommand given : m_commands) {
        const bool isItsText = isOfText(toasoan::stepOf(given.command));
        isBehindSave = isBehindSave || given.save();
        isBehindDropped = isBehindDropped || (isBehindSave && isItsText && !given.save())
            || (!given.save() && isRefused(given) && (isBehindSave || isItsText));
        if (given.save() || isBehindDropped) {
            if (given.isFrozen())
                return Error{ErrorCode::Conflict, u"outbox.offered"_s, {}};
            continue;
        }
        if (isBehindSave) {
            Command command = given.command;
            setVersion(command, confirmed.version);
            setCommand(given, std::move(command));
        }
        kept.push_back(std::move(given));
    }
    m_commands = std::move(kept);
    m_journal.reset();
    return {};
}

void LocalWork::clear()
{
    m_commands.clear();
    m_journal.reset();
}

} // namespace toasoan
