#include "actions/Save.h"

#include "actions/MediaAccess.h"
#include "actions/RecordStep.h"
#include "storage/NewsroomStore.h"
#include "storage/RecordStore.h"

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

Result<FullRecord> appendVersion(ActionContext &context, const Kind &kind, FullRecord record, const QByteArray &content,
                                 Sitting sitting)
{
    record.version += 1;
    record.content = content;
    record.contentHash = hashOf(content);
    if (auto fits = kind.check(context, record, Step::Save); !fits)
        return fits.error();
    // A version that readers had is one, however soon the next comes.
    if (record.state == State::Published)
        sitting = Sitting::Begins;
    // The row first: the version refers to it.
    auto recorded = recordStep(context, std::move(record), Step::Save, {}, sitting);
    if (!recorded)
        return recorded.error();
    const RecordVersion version{.record = recorded->id,
                                .version = recorded->version,
                                .savedBy = context.actor.user,
                                .savedAt = recorded->updatedAt,
                                .contentHash = recorded->contentHash,
                                .content = content};
    if (auto added = RecordStore(context.transaction).addVersion(version, sitting); !added)
        return added.error();
    if (auto followed = kind.follow(context, *recorded, Step::Save); !followed)
        return followed.error();
    return recorded;
}

// A section that nobody can read or write for would take the record out of everybody's sight.
Result<void> checkSection(ActionContext &context, SectionId section)
{
    if (section.isNull())
        return {};
    auto sections = NewsroomStore(context.transaction).sections();
    if (!sections)
        return sections.error();
    if (std::ranges::find(*sections, section, &Section::id) == sections->end())
        return Error{ErrorCode::InvalidInput, u"article.section"_s, u"no such section"_s};
    return {};
}

// Nobody gets a picture by writing its id into a text of his own.
Result<void> checkPictures(ActionContext &context, const Kind &kind, RecordId record, const QByteArray &content)
{
    const auto pictures = kind.pictures(content);
    if (!pictures)
        return pictures.error();
    return checkPictures(context, record, *pictures);
}

FullRecord newRecord(const ActionContext &context, const Kind &kind, RecordId id)
{
    FullRecord record;
    record.noun = kind.noun();
    record.state = kind.beginsIn();
    record.id = id;
    record.author = context.actor.user;
    record.createdAt = context.clock.now();
    return record;
}

Result<FullRecord> saveFirst(ActionContext &context, const Kind &kind, const Save &command, const QByteArray &content)
{
    if (command.base != 0)
        return Error{ErrorCode::NotFound, u"article"_s, command.target.id.toText()};
    const auto outline = kind.outline(content);
    if (!outline)
        return outline.error();
    FullRecord record = newRecord(context, kind, command.target.id);
    record.section = outline->section;
    auto next = kind.chain().nextState(record, Step::Save, context.actor, {});
    if (!next)
        return next.error();
    record.state = *next;
    if (auto known = checkSection(context, outline->section); !known)
        return known.error();
    if (auto fits = kind.checkLimits(content, {}); !fits)
        return fits.error();
    if (auto own = checkPictures(context, kind, record.id, content); !own)
        return own.error();
    return appendVersion(context, kind, std::move(record), content, command.sitting);
}

// What `base` said; of a sitting that was cleaned away since, what it was made from tells what both have changed.
Result<QByteArray> madeFrom(ActionContext &context, const FullRecord &record, Version base)
{
    if (base == record.version)
        return record.content;
    if (base == 0)
        return QByteArray();
    auto version = RecordStore(context.transaction).versionUpTo(record.id, base);
    return version ? Result<QByteArray>(std::move(version->content)) : Result<QByteArray>(version.error());
}

} // namespace

Result<FullRecord> Save::perform(ActionContext &context) const
{
    const auto kindOfTarget = kindFor(context, target.noun);
    if (!kindOfTarget)
        return kindOfTarget.error();
    const Kind &kind = **kindOfTarget;
    auto clean = kind.clean(content);
    if (!clean)
        return clean.error();
    auto found = RecordStore(context.transaction).fullMaybe(target.id);
    if (!found)
        return found.error();
    if (!*found)
        return saveFirst(context, kind, *this, *clean);

    FullRecord record = **std::move(found);
    if (record.noun != target.noun || !kind.canSee(context.actor, record))
        return Error{ErrorCode::NotFound, u"article"_s, target.id.toText()};
    if (base > record.version)
        return Error{ErrorCode::Conflict, u"article.version"_s, u"newest is %1"_s.arg(record.version)};
    auto state = kind.chain().nextState(record, Step::Save, context.actor, {});
    if (!state)
        return state.error();

    const auto from = madeFrom(context, record, base);
    if (!from)
        return from.error();
    if (auto fits = kind.checkLimits(*clean, *from); !fits)
        return fits.error();
    if (base < record.version) {
        clean = kind.merge(*from, record.content, *clean);
        if (!clean)
            return clean.error();
        clean = kind.clean(*clean);
        if (!clean)
            return clean.error();
    }

    const auto outline = kind.outline(*clean);
    if (!outline)
        return outline.error();
    if (outline->section != record.section) {
        if (auto known = checkSection(context, outline->section); !known)
            return known.error();
        Record moved = record;
        moved.section = outline->section;
        if (!kind.chain().nextState(moved, Step::Save, context.actor, {}))
            return Error{ErrorCode::Forbidden, u"article.section"_s, {}};
    }
    if (hashOf(*clean) == record.contentHash)
        return record;
    if (auto own = checkPictures(context, kind, record.id, *clean); !own)
        return own.error();
    record.state = *state;
    return appendVersion(context, kind, std::move(record), *clean, sitting);
}

Result<void> bringIn(ActionContext &context, const Key &target, const QByteArray &content)
{
    const auto kind = kindFor(context, target.noun);
    if (!kind)
        return kind.error();
    const auto isThere = RecordStore(context.transaction).isThere(target.id);
    if (!isThere || *isThere)
        return isThere ? Result<void>() : isThere.error();
    auto clean = (*kind)->clean(content);
    if (!clean)
        return clean.error();
    auto brought = appendVersion(context, **kind, newRecord(context, **kind, target.id), *clean, Sitting::Begins);
    return brought ? Result<void>() : brought.error();
}

Result<void> bringInLine(ActionContext &context, const Key &target, const QByteArray &content)
{
    const auto kind = kindFor(context, target.noun);
    if (!kind)
        return kind.error();
    auto record = RecordStore(context.transaction).full(target.id);
    if (!record)
        return record.error();
    auto clean = (*kind)->clean(content);
    if (!clean)
        return clean.error();
    if (hashOf(*clean) == record->contentHash)
        return {};
    auto brought = appendVersion(context, **kind, *std::move(record), *clean, Sitting::Begins);
    return brought ? Result<void>() : brought.error();
}

} // namespace toasoan
