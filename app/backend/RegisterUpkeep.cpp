#include "backend/RegisterUpkeep.h"

#include "actions/NewsroomRules.h"
#include "actions/Save.h"
#include "backend/Administration.h"
#include "base/Log.h"
#include "domain/EntryStruct.h"
#include "domain/registers/ItemChain.h"
#include "storage/EntryStore.h"
#include "storage/NewsroomStore.h"
#include "storage/RecordStore.h"

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

constexpr int atStart = 2000;
constexpr int atOnce = 300;

constexpr std::array faces{Face::Board, Face::Public};

bool hasFace(const Register &described, Face face)
{
    return face == Face::Board || described.face;
}

// Does something to each projection that there is to be, in one transaction; those of a register that is not the
// board's own to judge (a newer program's) are left alone, for the rules do not name them.
template <typename Work>
Result<void> forEachProjection(Database &database, Work work)
{
    auto transaction = beginWriting(database);
    if (!transaction)
        return transaction.error();
    auto rules = readRules(*transaction);
    if (!rules)
        return rules.error();
    EntryStore entries(*transaction);
    for (const Register &described : (*rules)->registers()) {
        for (const Face face : faces) {
            if (!hasFace(described, face))
                continue;
            if (auto done = work(entries, described, face); !done)
                return done;
        }
    }
    return transaction->commit();
}

// A migration may have changed the chain that the entry says.
Result<void> bringItemChainInLine(Database &database, const Clock &clock)
{
    auto transaction = beginWriting(database);
    if (!transaction)
        return transaction.error();
    auto rules = readRules(*transaction);
    if (!rules)
        return rules.error();
    const Key key{.noun = nounOf<ItemChain>(), .id = RecordId{idOfSingle(nounOf<ItemChain>())}};
    const auto isThere = RecordStore(*transaction).isThere(key.id);
    if (!isThere || !*isThere || !(*rules)->findRegister(key.noun))
        return isThere ? Result<void>() : isThere.error();
    const Actor machine = Actor::system();
    ActionContext context{
        .transaction = *transaction, .actor = machine, .clock = clock, .rules = **rules, .place = Place::Server};
    if (auto brought = bringInLine(context, key, contentOf((*rules)->itemChain())); !brought) {
        if (brought.error().code != ErrorCode::InvalidInput)
            return brought;
        writeLog(LogLevel::Warning, "chain.unkept", {{"fault"_L1, brought.error().detail}}); // it goes on as it is
        return {};
    }
    return transaction->commit();
}

} // namespace

Result<void> bringRegistersUp(Database &database, const Clock &clock, Dice &dice)
{
    const auto actions = readIn(database, registersToRaise);
    if (!actions)
        return actions.error();
    for (const DefineRegister &action : *actions) {
        const auto raised = runAsMachine(database, clock, dice, action);
        // Another server was faster.
        if (!raised && raised.error().subject != "register.version"_L1)
            return raised.error();
        writeLog(LogLevel::Info, "register.raised", {{"noun"_L1, toText(action.described.noun)}});
    }
    if (auto inLine = bringItemChainInLine(database, clock); !inLine)
        return inLine;
    return forEachProjection(database, [](EntryStore &entries, const Register &described, Face face) -> Result<void> {
        if (auto prepared = entries.prepare(described, face); !prepared)
            return prepared;
        auto filled = entries.fill(described, face, atStart);
        return filled ? Result<void>() : filled.error();
    });
}

Result<bool> fillProjections(Database &database)
{
    // The writer's place is taken only where there is something to do; what a newer program fills is its own to do.
    const auto isOpen = readIn(database, [](Transaction &transaction) -> Result<bool> {
        const auto forms = EntryStore(transaction).incompleteForms();
        if (!forms || forms->isEmpty())
            return forms ? Result<bool>(false) : Result<bool>(forms.error());
        auto rules = readRules(transaction);
        if (!rules)
            return rules.error();
        return std::ranges::any_of((*rules)->registers(), [&](const Register &described) {
            return std::ranges::any_of(faces, [&](Face face) {
                return hasFace(described, face) && forms->contains(Projection(described, face).form());
            });
        });
    });
    if (!isOpen || !*isOpen)
        return isOpen;
    bool isMore = false;
    const auto filled = forEachProjection(
        database, [&isMore](EntryStore &entries, const Register &described, Face face) -> Result<void> {
            if (isMore)
                return {};
            auto more = entries.fill(described, face, atOnce);
            if (!more)
                return more.error();
            isMore = *more;
            return {};
        });
    return filled ? Result<bool>(isMore) : Result<bool>(filled.error());
}

Result<void> dropOldProjections(Database &database)
{
    return forEachProjection(database, [](EntryStore &entries, const Register &described, Face face) {
        return entries.dropOlder(described.noun, face);
    });
}

} // namespace toasoan
