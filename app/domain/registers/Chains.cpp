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

std::vector<Transition> approved()
{
    using enum State;
    using enum Step;
    const std::vector<Role> chairs{Role::DeputyChair, Role::BoardChair};
    const std::vector<Role> publishers{Role::Secretary, Role::DeputyChair, Role::BoardChair};
    const std::vector<Role> editors{Role::Editor, Role::Secretary};
    const std::vector<Role> desk{Role::Editor, Role::Secretary, Role::DeputyChair, Role::BoardChair};
    const std::vector<Role> writers{Role::Reporter, Role::Editor, Role::Secretary, Role::DeputyChair, Role::BoardChair};
    const auto own = Ownership::Own;
    const auto any = Ownership::Any;
    const auto needed = ReasonRule::Required;
    std::vector<Transition> chain;
    const auto add = [&chain](State from, Step step, const std::vector<Role> &roles, State to,
                              Ownership ownership = Ownership::Any, ReasonRule reason = ReasonRule::Optional) {
        for (const Role role : roles)
            chain.push_back(
                {.from = from, .step = step, .role = role, .to = to, .ownership = ownership, .reason = reason});
    };
    add(Draft, Save, writers, Draft, own);
    add(Draft, Submit, writers, AwaitingApproval, own);
    add(Draft, Delete, writers, Deleted, own);
    add(Returned, Save, writers, Returned, own);
    add(Returned, Submit, writers, AwaitingApproval, own);
    add(Returned, Claim, editors, InEditing, Ownership::Abandoned);

    add(AwaitingApproval, Withdraw, writers, Draft, own);
    add(AwaitingApproval, Save, publishers, AwaitingApproval);
    add(AwaitingApproval, Approve, chairs, Approved, Ownership::Others);
    add(AwaitingApproval, ReturnToAuthor, publishers, Returned, any, needed);
    add(AwaitingApproval, ReturnToEditor, publishers, InEditing, any, needed);

    add(Approved, Publish, publishers, Published);
    add(Approved, ReturnToEditor, publishers, InEditing, any, needed);
    add(Approved, Revoke, chairs, AwaitingApproval, Ownership::Decider);

    // What readers have stays while the next version is written.
    add(Published, Correct, desk, InEditing);
    add(Unpublished, Correct, desk, InEditing);
    add(InEditing, Save, desk, InEditing);
    add(InEditing, RequestApproval, desk, AwaitingApproval);

    for (const State from : {Published, InEditing, AwaitingApproval, Approved, Returned, Draft})
        add(from, Unpublish, chairs, Unpublished, any, needed);
    return chain;
}

std::vector<Role> keepers()
{
    return {Role::Secretary, Role::DeputyChair, Role::BoardChair, Role::Administrator};
}

} // namespace toasoan::registers
