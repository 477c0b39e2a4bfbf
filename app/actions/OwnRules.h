// What entries of one register mean to the newsroom beyond their description: judged with every save, and put in force
// in its transaction.
#pragma once

#include "actions/ActionContext.h"
#include "domain/Record.h"

namespace toasoan {

struct OwnRules
{
    /// What stands against keeping the entry so; on a desk too.
    Result<void> (*check)(const QByteArray &content);
    /// Puts in force what it says now; at the server.
    Result<void> (*follow)(ActionContext &context, const FullRecord &record);
};

/// Null for a register whose entries mean what their description says.
[[nodiscard]] const OwnRules *ownRulesOf(const Noun &noun);

} // namespace toasoan
