#include "sync/Replay.h"

#include "actions/NewsroomRules.h"
#include "actions/RecordTrail.h"
#include "storage/MediaStore.h"
#include "storage/NewsroomStore.h"
#include "storage/Reading.h"
#include "storage/RecordStore.h"

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

// Replays onto the replica inside `transaction`, which is never committed.
class Replayer
{
public:
    Replayer(const ReplayContext &context, Transaction &transaction)
        : m_context(context)
        , m_actor(context.user.actor())
        , m_transaction(transaction)
    { }

    // Pictures that are on their way count as there, and public numbers stay out of the server's.
    Result<void> prepare()
    {
        if (auto set = NewsroomStore(m_transaction).setCounter(u"articleNumber"_s, 1LL << 52); !set)
            return set.error();
        auto pictures = DeskStore(m_transaction).pictures();
        if (!pictures)
            return pictures.error();
        MediaStore media(m_transaction);
        for (const PictureEntry &picture : *pictures) {
            const Media facts{.id = picture.media,
                              .sha256 = picture.sha256,
                              .format = {},
                              .width = picture.width,
                              .height = picture.height,
                              .size = picture.size,
                              .name = picture.name,
                              .uploadedBy = m_actor.user,
                              .createdAt = picture.addedAt};
            if (auto put = media.put(facts); !put)
                return put.error();
        }
        return {};
    }

    Result<FullRecord> perform(const Command &command, Instant at)
    {
        auto savepoint = Savepoint::begin(m_transaction);
        if (!savepoint)
            return savepoint.error();
        // Actions stamp what they do, and judge hours: here by the time at which the person did it, on the server's
        // clock.
        const FixedClock clock(at - m_context.clockAhead);
        ActionContext context{.transaction = m_transaction,
                              .actor = m_actor,
                              .clock = clock,
                              .rules = m_context.rules,
                              .place = Place::Desk};
        auto record = toasoan::perform(context, command);
        auto ended = record ? savepoint->release() : savepoint->rollback();
        if (!ended)
            return ended.error();
        return record;
    }

    // Does what waits, up to what was refused or breaks a rule by now.
    Result<std::optional<FullRecord>> replay(const LocalWork &work, std::optional<FullRecord> record)
    {
        bool isBehindSave = false;
        for (const GivenCommand &given : work.commands()) {
            if (given.entry.isRefused())
                break;
            Command command = given.command;
            const Version version = record ? record->version : 0;
            if (const Save *save = given.save()) {
                // Texts are carried over to what lies under them when that changes (LocalWork), so here they are whole.
                command =
                    Save{.target = save->target, .base = version, .content = save->content, .sitting = save->sitting};
                isBehindSave = true;
            } else if (isBehindSave) {
                setVersion(command, version);
            }
            auto done = perform(command, given.entry.givenAt);
            if (!done && done.error().code == ErrorCode::Internal)
                return done.error();
            if (!done)
                break;
            record = *std::move(done);
        }
        return record;
    }

private:
    const ReplayContext &m_context;
    Actor m_actor;
    Transaction &m_transaction;
};

bool isPublishedText(const Record &confirmed)
{
    return confirmed.publication && confirmed.publication->isLive()
        && confirmed.publication->version == confirmed.version;
}

SavedState savedState(const LocalWork &work, const std::optional<RecordSnapshot> &confirmed)
{
    const bool isTypedAnew = work.journal() && (!confirmed || work.journal()->content != confirmed->record.content);
    if (isTypedAnew || work.hasSave() || !confirmed)
        return SavedState::OnThisPc;
    return isPublishedText(confirmed->record) ? SavedState::Published : SavedState::Sent;
}

} // namespace

namespace {

// With what lists and rights need of it. What does not read keeps the title that it had.
void setContent(FullRecord &record, const Kind &kind, const QByteArray &content)
{
    record.content = content;
    const auto outline = kind.outline(content);
    if (!outline)
        return;
    record.title = outline->title;
    record.section = outline->section;
}

// A text that was never sent, or whose record the server no longer shows.
FullRecord ownRecord(const ReplayContext &context, const Kind &kind, const LocalWork &work)
{
    FullRecord record;
    record.noun = kind.noun();
    record.id = work.key().id;
    record.author = context.user.id;
    record.state = kind.beginsIn();
    record.createdAt = work.changedAt() - context.clockAhead;
    setContent(record, kind, context.gone.value(record.id).content);
    return record;
}

bool isOnWhatIsGone(const LocalWork &work)
{
    const GivenCommand *first = work.commands().empty() ? nullptr : &work.commands().front();
    const Save *save = first ? first->save() : nullptr;
    return save ? save->base > 0 : first || (work.journal() && work.journal()->baseVersion > 0);
}

} // namespace

Result<std::optional<ShownRecord>> showRecord(const ReplayContext &context, const Key &key)
{
    auto transaction = Transaction::begin(context.database, Access::Write);
    if (!transaction)
        return transaction.error();
    auto work = LocalWork::load(*transaction, context.rules, key);
    if (!work)
        return work.error();
    const Kind &kind = work->kind();
    auto confirmed = RecordStore(*transaction).snapshot(key.id);
    if (!confirmed)
        return confirmed.error();
    if (!*confirmed && work->isEmpty())
        return std::optional<ShownRecord>();

    ShownRecord shown;
    shown.confirmed = *std::move(confirmed);
    shown.saved = savedState(*work, shown.confirmed);
    shown.waiting = int(work->commands().size());
    shown.isRefused = work->refused() != nullptr;
    std::optional<FullRecord> record;
    if (shown.confirmed)
        record = shown.confirmed->record;
    if (!work->commands().empty()) {
        Replayer replayer(context, *transaction);
        if (auto prepared = replayer.prepare(); !prepared)
            return prepared.error();
        auto replayed = replayer.replay(*work, std::move(record));
        if (!replayed)
            return replayed.error();
        record = *std::move(replayed);
    }
    shown.isGone = !record && isOnWhatIsGone(*work);
    shown.record = record ? *std::move(record) : ownRecord(context, kind, *work);
    if (const QByteArray *text = work->text()) {
        setContent(shown.record, kind, *text);
        shown.record.contentHash = hashOf(*text);
    }
    if (!work->isEmpty()) {
        // Stamped by this PC, and listed among what the server stamped.
        const Instant changedAt = work->changedAt() - context.clockAhead;
        shown.record.updatedAt = shown.confirmed ? std::max(shown.confirmed->record.updatedAt, changedAt) : changedAt;
    }
    // With the steps that were replayed: what waits here counts for what comes next.
    auto trail = readTrail(*transaction, kind.chain(), shown.record);
    if (!trail)
        return trail.error();
    shown.record.trail = *std::move(trail);
    // The public number is the server's to give.
    if (shown.record.publication && !(shown.confirmed && shown.confirmed->record.publication))
        shown.record.publication->number = 0;
    return std::optional(std::move(shown));
}

Result<std::optional<ShownArticle>> showArticle(const ReplayContext &context, ArticleId id)
{
    auto shown = showRecord(context, itemKey(id));
    if (!shown)
        return shown.error();
    if (!*shown)
        return std::optional<ShownArticle>();
    ShownRecord &record = **shown;
    // What was never written is shown as an empty text.
    auto content =
        record.record.content.isEmpty() ? Content() : readStoredContent(record.record.content, u"desk.content");
    if (!content)
        return content.error();
    Article article{std::move(record.record), {}};
    article.setContent(*std::move(content));
    return std::optional(ShownArticle{.article = std::move(article),
                                      .confirmed = std::move(record.confirmed),
                                      .saved = record.saved,
                                      .isGone = record.isGone,
                                      .waiting = record.waiting,
                                      .isRefused = record.isRefused});
}

Result<TriedCommand> tryCommand(const ReplayContext &context, const Command &command)
{
    const Key key = keyOf(command);
    auto transaction = Transaction::begin(context.database, Access::Write);
    if (!transaction)
        return transaction.error();
    auto work = LocalWork::load(*transaction, context.rules, key);
    if (!work)
        return work.error();
    auto confirmed = RecordStore(*transaction).snapshot(key.id);
    if (!confirmed)
        return confirmed.error();
    Replayer replayer(context, *transaction);
    if (auto prepared = replayer.prepare(); !prepared)
        return prepared.error();
    auto article =
        replayer.replay(*work, *confirmed ? std::optional((*confirmed)->record) : std::optional<FullRecord>());
    if (!article)
        return article.error();
    if (!*article)
        return Error{ErrorCode::NotFound, u"article"_s, key.id.toText()};
    TriedCommand tried{.resolved = command, .result = {}};
    if (versionOf(command) == 0)
        setVersion(tried.resolved, (*article)->version);
    auto result = replayer.perform(tried.resolved, context.clock.now());
    if (!result)
        return result.error();
    tried.result = *std::move(result);
    return tried;
}

} // namespace toasoan
