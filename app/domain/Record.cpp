#include "domain/Record.h"

#include <QCryptographicHash>

#include <utility>

namespace toasoan {

QString hashOf(const QByteArray &content)
{
    return QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
}

namespace {

bool isReturn(Step step)
{
    return step == Step::ReturnToAuthor || step == Step::ReturnToEditor || step == Step::Refuse;
}

} // namespace

bool isPrivate(const Record &record)
{
    return record.state == State::Deleted || (record.state == State::Draft && !record.publication);
}

bool canSee(const Actor &actor, const Record &record)
{
    if (record.state == State::Deleted)
        return false;
    if (actor.user == record.author && !actor.user.isNull())
        return true;
    if (isPrivate(record))
        return false;
    constexpr std::array handlers{Role::Editor, Role::Secretary, Role::DeputyChair, Role::BoardChair, Role::System};
    return std::ranges::any_of(handlers, [&](Role role) { return actor.hasRole(role, record.section); });
}

void vouch(Trail &trail, UserId user, Version version)
{
    if (trail.vouchedVersion != version)
        trail.vouchedBy.clear();
    trail.vouchedVersion = version;
    trail.vouchedBy.push_back(user);
}

Trail trailOf(const std::vector<Decision> &decisions, const Workflow &workflow)
{
    Trail trail;
    std::optional<State> state = State::Draft;
    std::vector<UserId> vouchedBeforeReturn;
    for (const Decision &decision : decisions) {
        if (decision.step == Step::Save)
            continue;
        if (decision.step == Step::Revoke) {
            const std::optional<State> back = state ? takenBackTo(*state, trail) : std::nullopt;
            trail.lastFrom = std::exchange(state, back);
        } else {
            const auto row = workflow.rowOf(state, decision.step);
            trail.lastFrom = row ? std::optional(row->from) : std::nullopt;
            state = row ? std::optional(row->to) : std::nullopt;
        }
        // Who takes a submission or a request back, or says no to the text himself, no longer answers for it; who takes
        // that no back does again, as if it had not been said.
        const bool isRequestRevoked = decision.step == Step::Revoke && trail.last == Step::RequestApproval;
        if (decision.step == Step::Revoke && isReturn(trail.last))
            trail.vouchedBy = std::exchange(vouchedBeforeReturn, {});
        if (isReturn(decision.step))
            vouchedBeforeReturn = trail.vouchedBy;
        if (decision.step == Step::Withdraw || isRequestRevoked || isReturn(decision.step))
            std::erase(trail.vouchedBy, decision.actor);
        if (decision.step == Step::Submit || decision.step == Step::RequestApproval)
            vouch(trail, decision.actor, decision.version);
        trail.last = decision.step;
        trail.lastBy = decision.actor;
        trail.lastVersion = decision.version;
        if (decision.step == Step::RequestApproval)
            trail.sentOnBy = decision.actor;
        if (decision.step == Step::Claim && (trail.lastFrom == State::Draft || trail.lastFrom == State::Returned))
            trail.takenOverBy = decision.actor;
        if (decision.step == Step::Correct) {
            trail.openedBy = decision.actor;
            trail.sentOnBy = {}; // that was for the text before
        } else if (decision.step == Step::Publish || decision.step == Step::Submit) { // done, or its author's again
            trail.openedBy = {};
            trail.takenOverBy = {};
            trail.sentOnBy = {};
        }
    }
    return trail;
}

} // namespace toasoan
