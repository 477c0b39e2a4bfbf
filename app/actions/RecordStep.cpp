#include "actions/RecordStep.h"

#include "actions/MediaAccess.h"
#include "actions/NewsroomRules.h"
#include "actions/RecordTrail.h"
#include "storage/ChangeStore.h"
#include "storage/MediaStore.h"
#include "storage/RecordStore.h"
#include "text/Vietnamese.h"

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestReason = 2000;

// Who may see the record as it was sees it as it is.
bool isForTheSame(const Record &before, const Record &now)
{
    return isPrivate(before) == isPrivate(now) && before.section == now.section;
}

// Keeps who may see the pictures of the text, and tells of those that somebody sees from now on: what the record did
// not have, or all that it ever had once others see it. Told with each save they would have every desk ask again.
Result<void> tellOfPictures(ActionContext &context, const std::optional<Record> &before, const FullRecord &record,
                            Step step)
{
    if (context.place == Place::Desk)
        return {};
    const auto kind = kindFor(context, record.noun);
    if (!kind)
        return kind.error();
    const auto pictures = (*kind)->pictures(record.content);
    if (!pictures)
        return pictures.error();
    std::vector<MediaId> news;
    for (const MediaId id : *pictures) {
        auto isNew = notePicture(context, record, id, step);
        if (!isNew)
            return isNew.error();
        if (*isNew)
            news.push_back(id);
    }
    if (isPrivate(record))
        return {};
    if (!before || !isForTheSame(*before, record)) {
        auto all = MediaStore(context.transaction).allIn(record.id);
        if (!all)
            return all.error();
        news = *std::move(all);
    }
    for (const MediaId id : news) {
        if (auto told = ChangeStore(context.transaction).add(nouns::media, id.toText(), record.updatedAt); !told)
            return told.error();
    }
    return {};
}

// Saves of one sitting have one line in the log, that of the first; each version says who saved it when. What readers
// have by it has a line of its own.
Result<bool> hasLineAlready(ActionContext &context, const FullRecord &record, Step step, Sitting sitting)
{
    if (step != Step::Save || sitting == Sitting::Begins || record.state == State::Published)
        return false;
    return RecordStore(context.transaction).continuesSitting(record.id, context.actor.user, record.updatedAt);
}

} // namespace

Result<const Kind *> kindFor(const ActionContext &context, const Noun &noun)
{
    if (const Kind *kind = context.rules.find(noun))
        return kind;
    return Error{ErrorCode::Unsupported, u"command.noun"_s, toText(noun)};
}

Result<FullRecord> prepareStep(ActionContext &context, const RecordStep &step)
{
    const auto kind = kindFor(context, step.target.noun);
    if (!kind)
        return kind.error();
    auto record = RecordStore(context.transaction).fullMaybe(step.target.id);
    if (!record)
        return record.error();
    // What is not the actor's to see does not exist for him: his errors must not tell of it.
    if (!*record || (*record)->noun != step.target.noun || !(*kind)->canSee(context.actor, **record))
        return Error{ErrorCode::NotFound, u"article"_s, step.target.id.toText()};
    FullRecord next = **std::move(record);
    // A take-down is of what the public sees: whatever is saved beside it meanwhile, it does not wait for another look.
    if (next.version != step.version && step.step != Step::Unpublish)
        return Error{ErrorCode::Conflict, u"article.version"_s, u"newest is %1"_s.arg(next.version)};

    auto reason = cleanText(step.reason, Lines::Multiple, longestReason, u"article.reason"_s);
    if (!reason)
        return reason.error();
    Record asked = next;
    auto trail = readTrail(context.transaction, (*kind)->chain(), asked);
    if (!trail)
        return trail.error();
    asked.trail = *std::move(trail);
    auto state = (*kind)->chain().nextState(asked, step.step, context.actor, *reason);
    if (!state)
        return state.error();
    next.state = *state;
    next.reason = *reason;
    return next;
}

Result<void> checkStep(ActionContext &context, const FullRecord &record, Step step)
{
    const auto kind = kindFor(context, record.noun);
    return kind ? (*kind)->check(context, record, step) : Result<void>(kind.error());
}

Result<FullRecord> recordStep(ActionContext &context, FullRecord record, Step step, const QJsonObject &detail,
                              Sitting sitting)
{
    const auto kind = kindFor(context, record.noun);
    if (!kind)
        return kind.error();
    const auto outline = (*kind)->outline(record.content);
    if (!outline)
        return outline.error();
    record.title = outline->title;
    record.section = outline->section;
    record.updatedAt = context.clock.now();
    RecordStore records(context.transaction);
    auto before = records.head(record.id);
    if (!before)
        return before.error();
    auto hasLine = hasLineAlready(context, record, step, sitting);
    if (!hasLine)
        return hasLine.error();
    if (auto stored = records.put(record, outline->genre); !stored)
        return stored.error();
    if (step != Step::Save) {
        const Decision decision{.record = record.id,
                                .version = record.version,
                                .step = step,
                                .actor = context.actor.user,
                                .at = record.updatedAt,
                                .reason = record.reason};
        if (auto added = records.addDecision(decision); !added)
            return added.error();
    }

    ChangeStore changes(context.transaction);
    QJsonObject line = detail;
    line.insert("version"_L1, record.version);
    if (!record.reason.isEmpty())
        line.insert("reason"_L1, record.reason);
    if (step == Step::Save && record.state == State::Published)
        line.insert("contentHash"_L1, record.contentHash);
    if (!*hasLine) {
        auto added = changes.addAudit(context.actor.user, toText(step), toText(record.noun), record.id.toText(), line,
                                      record.updatedAt);
        if (!added)
            return added.error();
    }
    if (auto told = tellOfPictures(context, *before, record, step); !told)
        return told.error();
    if (auto added = changes.add(record.noun, record.id.toText(), record.updatedAt); !added)
        return added.error();
    // Of a save: when its version is there.
    if (step != Step::Save) {
        if (auto followed = (*kind)->follow(context, record, step); !followed)
            return followed.error();
    }
    return record;
}

} // namespace toasoan
