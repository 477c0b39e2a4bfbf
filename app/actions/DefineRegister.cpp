#include "actions/DefineRegister.h"

#include "actions/Administration.h"
#include "actions/NewsroomRules.h"
#include "actions/RecordStep.h"
#include "actions/Save.h"
#include "domain/EntryStruct.h"
#include "domain/StandardEntries.h"
#include "domain/registers/ItemChain.h"
#include "storage/EntryStore.h"
#include "storage/RecordStore.h"

#include <QJsonDocument>

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const Register &described)
{
    return QJsonDocument(toJson(described)).toJson(QJsonDocument::Compact);
}

// What the program names is the program's to change.
Result<void> checkSealed(const Register &described)
{
    const auto &standards = standardRegisters();
    const auto standard = std::ranges::find(standards, described.noun, &Register::noun);
    if (standard != standards.end())
        return raised(described, *standard) == described ? Result<void>()
                                                         : Error{ErrorCode::InvalidInput, u"register.sealed"_s, {}};
    if (!toText(described.noun).startsWith("own."_L1))
        return Error{ErrorCode::InvalidInput, u"register.noun"_s, toText(described.noun)};
    return {};
}

// A chain that was made another way than by its entry, and would not be kept as one: it goes on as it is.
bool isOfRefusedChain(const Noun &noun, const Error &error)
{
    return noun == nounOf<ItemChain>() && error.code == ErrorCode::InvalidInput;
}

// By the rules that there are now.
Result<void> bringStandardEntries(ActionContext &context, const Register &described)
{
    auto entries = standardEntries(described);
    if (entries.empty())
        return {};
    if (described.noun == nounOf<ItemChain>()) // it says the chain that there is
        entries.front().content = contentOf(context.rules.itemChain());
    auto rules = readRules(context.transaction);
    if (!rules)
        return rules.error();
    ActionContext now{.transaction = context.transaction,
                      .actor = context.actor,
                      .clock = context.clock,
                      .rules = **rules,
                      .place = context.place};
    for (const StandardEntry &entry : entries) {
        auto brought = bringIn(now, {.noun = described.noun, .id = entry.id}, entry.content);
        if (!brought && !isOfRefusedChain(described.noun, brought.error()))
            return brought;
    }
    return {};
}

} // namespace

Key keyOfRegister(const Noun &noun)
{
    return {.noun = nouns::registers, .id = RecordId{idOfName(u"register:"_s + toText(noun))}};
}

Result<FullRecord> DefineRegister::perform(ActionContext &context) const
{
    if (auto may = checkAdministrator(context); !may)
        return may.error();
    if (auto fits = checkRegister(described); !fits)
        return fits.error();
    if (auto fits = checkSealed(described); !fits)
        return fits.error();
    if (target != keyOfRegister(described.noun))
        return Error{ErrorCode::InvalidInput, u"command.target"_s, toText(described.noun)};
    RecordStore records(context.transaction);
    auto known = records.fullMaybe(target.id);
    if (!known)
        return known.error();
    FullRecord record;
    if (*known) {
        record = **std::move(known);
    } else {
        record.noun = target.noun;
        record.id = target.id;
        record.author = context.actor.user;
        record.state = State::Published;
        record.createdAt = context.clock.now();
    }
    if (record.version != version)
        return Error{ErrorCode::Conflict, u"register.version"_s, u"newest is %1"_s.arg(record.version)};
    const QByteArray content = bytesOf(described);
    if (record.content == content)
        return record;
    record.version += 1;
    record.content = content;
    record.contentHash = hashOf(content);
    // The row first: the version refers to it.
    auto recorded =
        recordStep(context, std::move(record), Step::Save, {{"noun"_L1, toText(described.noun)}}, Sitting::Begins);
    if (!recorded)
        return recorded;
    const RecordVersion stored{.record = recorded->id,
                               .version = recorded->version,
                               .savedBy = context.actor.user,
                               .savedAt = recorded->updatedAt,
                               .contentHash = recorded->contentHash,
                               .content = recorded->content};
    if (auto added = records.addVersion(stored, Sitting::Begins); !added)
        return added.error();
    EntryStore entries(context.transaction);
    if (auto prepared = entries.prepare(described, Face::Board); !prepared)
        return prepared.error();
    if (described.face) {
        if (auto prepared = entries.prepare(described, Face::Public); !prepared)
            return prepared.error();
    }
    if (recorded->version == 1) {
        if (auto brought = bringStandardEntries(context, described); !brought)
            return brought.error();
    }
    return recorded;
}

Result<std::vector<DefineRegister>> registersToRaise(Transaction &transaction)
{
    std::vector<DefineRegister> actions;
    for (const Register &standard : standardRegisters()) {
        const Key key = keyOfRegister(standard.noun);
        const auto known = RecordStore(transaction).fullMaybe(key.id);
        if (!known)
            return known.error();
        if (!*known) {
            actions.push_back({.target = key, .version = 0, .described = standard});
            continue;
        }
        const auto here = registerFromJson(QJsonDocument::fromJson((*known)->content).object());
        if (!here) {
            // Of a newer program that serves beside this one, or was here before: it knows more of it.
            if (here.error().code == ErrorCode::Unsupported)
                continue;
            return here.error();
        }
        const Register next = raised(*here, standard);
        if (bytesOf(next) != (*known)->content)
            actions.push_back({.target = key, .version = (*known)->version, .described = next});
    }
    return actions;
}

} // namespace toasoan
