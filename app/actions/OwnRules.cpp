#include "actions/OwnRules.h"

#include "actions/ChainNews.h"
#include "domain/EntryStruct.h"
#include "domain/registers/ItemChain.h"
#include "storage/NewsroomStore.h"

namespace toasoan {

namespace {

Result<void> checkChainEntry(const QByteArray &content)
{
    const auto chain = chainOf(content);
    return chain ? checkItemChain(*chain) : Result<void>(chain.error());
}

// What rules go by, and what desks hear of, is the table of the chain: it says what the entry says.
Result<void> putChain(ActionContext &context, const FullRecord &record)
{
    const auto chain = chainOf(record.content);
    if (!chain)
        return chain.error();
    NewsroomStore newsroom(context.transaction);
    const auto was = newsroom.workflow();
    if (!was)
        return was.error();
    if (*was == *chain)
        return {};
    if (auto set = newsroom.setWorkflow(*chain); !set)
        return set;
    const Instant now = context.clock.now();
    if (auto logged = logWorkflow(context.transaction, now); !logged)
        return logged;
    return tellOfWorkflow(context.transaction, now);
}

} // namespace

const OwnRules *ownRulesOf(const Noun &noun)
{
    static const OwnRules ofChain{.check = checkChainEntry, .follow = putChain};
    return noun == nounOf<ItemChain>() ? &ofChain : nullptr;
}

} // namespace toasoan
