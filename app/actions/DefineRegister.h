// An administrator says what a register is: a new one of the board's own, or words, chain, sight, list and further
// fields of one that there is.
#pragma once

#include "actions/Action.h"
#include "actions/ActionContext.h"
#include "domain/Record.h"
#include "domain/Register.h"

namespace toasoan {

struct DefineRegister
{
    static constexpr ActionFacts facts{.name = "defineRegister", .shape = Shape::Step, .when = When::Online};

    Key target; ///< keyOfRegister()
    Version version = 0; ///< the description that it was made of; 0 for a new one
    Register described;

    template <typename Visit>
    void fields(Visit &visit)
    {
        visit("description", described);
    }
    /// The description as a record. Forbidden "user.role" but for administrators and the machine; Conflict
    /// "register.version" if it is another by now; the errors of checkRegister(); InvalidInput "register.noun" for a
    /// new one that is neither the program's nor named "own.…"; InvalidInput "register.sealed" where what the program
    /// names would change (raised()). The same description as before changes nothing.
    [[nodiscard]] Result<FullRecord> perform(ActionContext &context) const;
};

[[nodiscard]] Key keyOfRegister(const Noun &noun);

/// Those of the program's standard registers whose descriptions here lack what is new in them, as they are to be. Each
/// is given by DefineRegister, by the machine, when a server starts.
[[nodiscard]] Result<std::vector<DefineRegister>> registersToRaise(Transaction &transaction);

} // namespace toasoan
