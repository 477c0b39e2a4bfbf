#include "sync/EntryQuestions.h"

#include "actions/NewsroomRules.h"
#include "actions/OwnRules.h"
#include "sync/Replica.h"

namespace toasoan {

using namespace Qt::StringLiterals;

Result<EntryView> AskEntry::run(Replica &replica) const
{
    return replica.entries().entry(key);
}

Result<EntryPage> AskEntries::run(Replica &replica) const
{
    return replica.entries().list(query);
}

Result<QHash<QString, QString>> AskTitles::run(Replica &replica) const
{
    return replica.entries().titles(ids);
}

Result<std::vector<Record>> AskLinksTo::run(Replica &replica) const
{
    return replica.entries().linksTo(key);
}

Result<std::map<QString, QString>> AskSameKeys::run(Replica &replica) const
{
    return replica.entries().sameKeys(key, content);
}

Result<QString> AskLastRank::run(Replica &replica) const
{
    return replica.entries().lastRank(noun);
}

Result<Changes> TypeEntry::run(Replica &replica) const
{
    return replica.type(key, base, content);
}

Result<Changes> SaveEntry::run(Replica &replica) const
{
    const Register *described = replica.rules()->findRegister(key.noun);
    if (!described)
        return Error{ErrorCode::Unsupported, u"noun"_s, toText(key.noun)};
    const auto shown = replica.entries().entry(key);
    if (!shown)
        return shown.error();
    if (const auto faults = entry::faults(*described, shown->record.content, shown->confirmedContent); !faults.empty())
        return faults.front();
    if (const OwnRules *own = ownRulesOf(key.noun)) {
        if (auto fits = own->check(shown->record.content); !fits)
            return fits.error();
    }
    const Kind &kind = *replica.rules()->find(key.noun);
    const auto may = kind.chain().nextState(shown->record, Step::Save, replica.user().actor(), {});
    return may ? replica.save(key) : Result<Changes>(may.error());
}

Result<Changes> DropTyped::run(Replica &replica) const
{
    return replica.dropTyped(key);
}

Result<Changes> TakeStep::run(Replica &replica) const
{
    return replica.submit(command);
}

} // namespace toasoan
