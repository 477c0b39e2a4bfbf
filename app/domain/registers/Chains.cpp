#include "domain/registers/Chains.h"

namespace toasoan::registers {

std::vector<Transition> savedBy(const std::vector<Role> &roles)
{
    using enum State;
    std::vector<Transition> chain;
    for (const Role role : roles) {
        chain.push_back({.from = Published, .step = Step::Save, .role = role, .to = Published});
        chain.push_back(
            {.from = Published, .step = Step::Close, .role = role, .to = Closed, .reason = ReasonRule::Required});
        chain.push_back(
            {.from = Closed, .step = Step::Reopen, .role = role, .to = Published, .reason = ReasonRule::Required});
    }
    return chain;
}

std::vector<Transition> changedBy(const std::vector<Role> &roles)
{
    std::vector<Transition> chain;
    for (const Role role : roles)
        chain.push_back({.from = State::Published, .step = Step::Save, .role = role, .to = State::Published});
    return chain;
}

std::vector<Role> keepers()
{
    return {Role::Secretary, Role::DeputyChair, Role::BoardChair, Role::Administrator};
}

} // namespace toasoan::registers
