#include "sync/Replay.h"

#include "actions/RecordTrail.h"
#include "storage/ArticleStore.h"
#include "storage/MediaStore.h"
#include "storage/NewsroomStore.h"
#include "storage/Reading.h"

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
                              .workflow = m_context.workflow,
                              .pictures = PictureRights::LeftToServer};
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

// What was never written is shown as an empty text.
Result<Content> contentOf(const QByteArray &text)
{
    return text.isEmpty() ? Content() : readStoredContent(text, u"desk.content");
}

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

Result<std::optional<ShownArticle>> showArticle(const ReplayContext &context, ArticleId id)
{
    auto transaction = Transaction::begin(context.database, Access::Write);
    if (!transaction)
        return transaction.error();
    auto work = LocalWork::load(*transaction, itemKey(id));
    if (!work)
        return work.error();
    auto confirmed = RecordStore(*transaction).snapshot(id);
    if (!confirmed)
        return confirmed.error();
    if (!*confirmed && work->isEmpty())
        return std::optional<ShownArticle>();

    ShownArticle shown;
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
    if (record) {
        auto article = articleOf(*std::move(record));
        if (!article)
            return article.error();
        shown.article = *std::move(article);
    } else {
        // A text that was never sent, or whose article the server no longer shows.
        shown.article.id = id;
        shown.article.author = context.user.id;
        shown.article.createdAt = work->changedAt() - context.clockAhead;
        auto content = contentOf(context.gone.value(id).content);
        if (!content)
            return content.error();
        shown.article.setContent(*std::move(content));
        const GivenCommand *first = work->commands().empty() ? nullptr : &work->commands().front();
        const Save *save = first ? first->save() : nullptr;
        shown.isGone = save ? save->base > 0 : first || (work->journal() && work->journal()->baseVersion > 0);
    }
    if (const QByteArray *text = work->text()) {
        auto content = contentOf(*text);
        if (!content)
            return content.error();
        shown.article.setContent(*std::move(content));
        shown.article.contentHash = hashOf(*text);
    }
    if (!work->isEmpty()) {
        // Stamped by this PC, and listed among what the server stamped.
        const Instant changedAt = work->changedAt() - context.clockAhead;
        shown.article.updatedAt = shown.confirmed ? std::max(shown.confirmed->record.updatedAt, changedAt) : changedAt;
    }
    // With the steps that were replayed: what waits here counts for what comes next.
    auto trail = readTrail(*transaction, context.workflow, shown.article);
    if (!trail)
        return trail.error();
    shown.article.trail = *std::move(trail);
    // The public number is the server's to give.
    if (shown.article.publication && !(shown.confirmed && shown.confirmed->record.publication))
        shown.article.publication->number = 0;
    return std::optional(std::move(shown));
}

Result<TriedCommand> tryCommand(const ReplayContext &context, const Command &command)
{
    const Key key = keyOf(command);
    auto transaction = Transaction::begin(context.database, Access::Write);
    if (!transaction)
        return transaction.error();
    auto work = LocalWork::load(*transaction, key);
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
    auto changed = articleOf(*std::move(result));
    if (!changed)
        return changed.error();
    tried.result = *std::move(changed);
    return tried;
}

} // namespace toasoan
