// The chain of items as the one entry of a register: rows of who may take which step from where. It is judged and put
// in force as a whole, and two who changed it have to agree.
#pragma once

#include "domain/Register.h"

namespace toasoan {

struct ItemChain
{
    static constexpr const char *noun = "itemChain";
};

/// The entry that says this chain.
[[nodiscard]] QByteArray contentOf(const Workflow &chain);

/// The chain that an entry says. InvalidInput "entry.rows.2.step" at a cell that is missing or no word of this program.
[[nodiscard]] Result<Workflow> chainOf(const QByteArray &content);

/// Whether items can go by it. InvalidInput "entry.rows", with a detail as of checkRegister()'s chains or one of these:
///  - "begins elsewhere": nobody may save a draft
///  - "leads elsewhere: <step>": approve, schedule, publish, unpublish and delete lead where they say
///  - "not for items: <step>"
///  - "nobody may: <step>": approve and publish, by a person; what the clock does where something can be scheduled
[[nodiscard]] Result<void> checkItemChain(const Workflow &chain);

namespace registers {

[[nodiscard]] Register itemChain();

} // namespace registers

} // namespace toasoan
