#include "domain/Workflow.h"

#include "base/EnumText.h"
#include "domain/Record.h"
#include "domain/User.h"

#include <algorithm>

namespace toasoan {

namespace {

constexpr EnumTexts<State, allStates.size()> stateTexts{{
    {State::Draft, "draft"},
    {State::Submitted, "submitted"},
    {State::InEditing, "inEditing"},
    {State::Returned, "returned"},
    {State::AwaitingApproval, "awaitingApproval"},
    {State::Approved, "approved"},
    {State::Scheduled, "scheduled"},
    {State::Published, "published"},
    {State::Refused, "refused"},
    {State::Unpublished, "unpublished"},
    {State::Deleted, "deleted"},
    {State::Closed, "closed"},
}};

// What is so of a step whatever the chain says: one row for each, in the order of allSteps.
constexpr unsigned moves = 1; // isMove()
constexpr unsigned isVouch = 2; // vouches()
constexpr unsigned isWhole = 4; // needsPictures()
constexpr unsigned isDecision = 8; // about what somebody else hands over: whoever took it can take it back

struct StepRow
{
    Step step;
    const char *text;
    unsigned is;
};

constexpr std::array<StepRow, allSteps.size()> stepRows{{
    {Step::Save, "save", 0},
    {Step::Submit, "submit", isVouch},
    {Step::Withdraw, "withdraw", moves},
    {Step::Claim, "claim", moves},
    {Step::RequestApproval, "requestApproval", moves | isVouch | isWhole | isDecision},
    {Step::ReturnToAuthor, "returnToAuthor", moves | isDecision},
    {Step::ReturnToEditor, "returnToEditor", moves | isDecision},
    {Step::Refuse, "refuse", moves | isDecision},
    {Step::Approve, "approve", isVouch | isWhole},
    {Step::Schedule, "schedule", isVouch},
    {Step::Unschedule, "unschedule", moves},
    {Step::Publish, "publish", isVouch | isWhole},
    {Step::Unpublish, "unpublish", 0},
    {Step::Correct, "correct", moves},
    {Step::Revoke, "revoke", moves},
    {Step::Delete, "delete", moves},
    {Step::Close, "close", moves},
    {Step::Reopen, "reopen", moves},
}};
static_assert(std::ranges::equal(stepRows, allSteps, {}, &StepRow::step));

constexpr const StepRow &rowOf(Step step)
{
    return *std::ranges::find(stepRows, step, &StepRow::step);
}

constexpr EnumTexts<Ownership, allOwnerships.size()> ownershipTexts{{
    {Ownership::Any, "any"},
    {Ownership::Own, "own"},
    {Ownership::Others, "others"},
    {Ownership::Decider, "decider"},
    {Ownership::Opener, "opener"},
    {Ownership::Abandoned, "abandoned"},
}};

// Rows for several roles at once; the table below reads as the chain does.
struct Row
{
    State from;
    Step step;
    std::vector<Role> roles;
    State to;
    Ownership ownership = Ownership::Any;
    ReasonRule reason = ReasonRule::Optional;
};

std::vector<Transition> expand(const std::vector<Row> &rows)
{
    std::vector<Transition> transitions;
    for (const Row &row : rows) {
        for (const Role role : row.roles)
            transitions.push_back({.from = row.from,
                                   .step = row.step,
                                   .role = role,
                                   .to = row.to,
                                   .ownership = row.ownership,
                                   .reason = row.reason});
    }
    return transitions;
}

std::vector<Transition> standardTransitions()
{
    const std::vector<Role> writers{Role::Contributor, Role::Reporter,    Role::Editor,
                                    Role::Secretary,   Role::DeputyChair, Role::BoardChair};
    const std::vector<Role> editors{Role::Editor, Role::Secretary};
    const std::vector<Role> desk{Role::Editor, Role::Secretary, Role::DeputyChair, Role::BoardChair};
    const std::vector<Role> chairs{Role::DeputyChair, Role::BoardChair};
    const std::vector<Role> publishers{Role::Secretary, Role::DeputyChair, Role::BoardChair};
    const std::vector<Role> publishersAndClock{Role::Secretary, Role::DeputyChair, Role::BoardChair, Role::System};

    using enum State;
    const auto own = Ownership::Own;
    const auto others = Ownership::Others;
    const auto decider = Ownership::Decider;
    const auto abandoned = Ownership::Abandoned;
    const auto needed = ReasonRule::Required;
    return expand({
        {Draft, Step::Save, writers, Draft, own},
        {Draft, Step::Submit, writers, Submitted, own},
        {Draft, Step::Delete, writers, Deleted, own},
        {Returned, Step::Save, writers, Returned, own},
        {Returned, Step::Submit, writers, Submitted, own},

        {Submitted, Step::Withdraw, writers, Draft, own},
        {Submitted, Step::Claim, editors, InEditing},
        {Submitted, Step::ReturnToAuthor, editors, Returned, Ownership::Any, needed},

        {InEditing, Step::Save, desk, InEditing},
        {InEditing, Step::RequestApproval, editors, AwaitingApproval},
        {InEditing, Step::ReturnToAuthor, editors, Returned, Ownership::Any, needed},

        {AwaitingApproval, Step::Save, chairs, AwaitingApproval},
        {AwaitingApproval, Step::Approve, chairs, Approved, others},
        {AwaitingApproval, Step::Refuse, chairs, Refused, others, needed},
        {AwaitingApproval, Step::ReturnToEditor, desk, InEditing, Ownership::Any, needed},
        {AwaitingApproval, Step::ReturnToAuthor, chairs, Returned, others, needed},

        {Approved, Step::Schedule, publishers, Scheduled},
        {Approved, Step::Publish, publishers, Published},
        {Approved, Step::ReturnToEditor, desk, InEditing, Ownership::Any, needed},
        {Scheduled, Step::Schedule, publishers, Scheduled},
        {Scheduled, Step::Unschedule, publishersAndClock, Approved},
        {Scheduled, Step::Publish, publishersAndClock, Published},

        {Published, Step::Unpublish, chairs, Unpublished, Ownership::Any, needed},
        {Published, Step::Correct, desk, InEditing, Ownership::Any, needed},
        {Unpublished, Step::Correct, desk, InEditing, Ownership::Any, needed},
        {Refused, Step::Correct, desk, InEditing, Ownership::Any, needed},

        // Until it is published, a decision can be taken back by whoever took it.
        {AwaitingApproval, Step::Revoke, desk, InEditing, decider},
        {InEditing, Step::Revoke, desk, AwaitingApproval, decider},
        {Returned, Step::Revoke, chairs, AwaitingApproval, decider},
        {Returned, Step::Revoke, editors, InEditing, decider},
        {Refused, Step::Revoke, chairs, AwaitingApproval, decider},
        {Approved, Step::Revoke, chairs, AwaitingApproval, decider},
        {Scheduled, Step::Revoke, chairs, AwaitingApproval, decider},

        // A chair who opened a correction can send it on; what only its author could go on with is no dead end.
        {InEditing, Step::RequestApproval, chairs, AwaitingApproval, Ownership::Opener},
        {Returned, Step::Claim, editors, InEditing, abandoned},
        {Draft, Step::Claim, editors, InEditing, abandoned},

        // A live item can be taken down at once, wherever its correction stands.
        {Draft, Step::Unpublish, chairs, Unpublished, Ownership::Any, needed},
        {Submitted, Step::Unpublish, chairs, Unpublished, Ownership::Any, needed},
        {Refused, Step::Unpublish, chairs, Unpublished, Ownership::Any, needed},
        {InEditing, Step::Unpublish, chairs, Unpublished, Ownership::Any, needed},
        {Returned, Step::Unpublish, chairs, Unpublished, Ownership::Any, needed},
        {AwaitingApproval, Step::Unpublish, chairs, Unpublished, Ownership::Any, needed},
        {Approved, Step::Unpublish, chairs, Unpublished, Ownership::Any, needed},
        {Scheduled, Step::Unpublish, chairs, Unpublished, Ownership::Any, needed},
    });
}

// Whether nobody but `user` has had the text in hand since he changed it.
bool isWrittenAlone(const Record &record, UserId user)
{
    const Trail &trail = record.trail;
    const bool isVouchedFor = trail.vouchedVersion == record.version
        && std::ranges::any_of(trail.vouchedBy, [&](UserId each) { return each != user; });
    return !user.isNull() && trail.writtenBy == user && !isVouchedFor;
}

bool ownershipFits(const Transition &row, const Record &record, const Actor &actor)
{
    const Trail &trail = record.trail;
    switch (row.ownership) {
    case Ownership::Any:
        return true;
    case Ownership::Own:
        return record.author == actor.user;
    case Ownership::Others: {
        const bool isHis = !actor.user.isNull() && (trail.openedBy == actor.user || trail.takenOverBy == actor.user);
        const bool hasAnotherSentItOn = !trail.sentOnBy.isNull() && trail.sentOnBy != actor.user;
        return record.author != actor.user && (!isHis || hasAnotherSentItOn)
            && !(row.step == Step::Approve && isWrittenAlone(record, actor.user));
    }
    case Ownership::Decider:
        return deciderOf(record) == actor.user;
    case Ownership::Opener:
        return !trail.openedBy.isNull() && trail.openedBy == actor.user;
    case Ownership::Abandoned:
        return trail.isAuthorAway;
    }
    Q_UNREACHABLE();
}

// Only what the public can see can be taken down, only what was decided can be taken back; what ever was public is
// never put away.
bool appliesTo(Step step, const Record &record)
{
    if (step == Step::Unpublish)
        return record.publication && record.publication->isLive();
    if (step == Step::Delete)
        return !record.publication;
    return step != Step::Revoke || !deciderOf(record).isNull();
}

} // namespace

QString toText(State state)
{
    return enumText(stateTexts, state);
}

std::optional<State> stateFromText(QStringView text)
{
    return enumFromText(stateTexts, text);
}

QString toText(Step step)
{
    return QString::fromLatin1(rowOf(step).text);
}

std::optional<Step> stepFromText(QStringView text)
{
    const auto row =
        std::ranges::find_if(stepRows, [text](const StepRow &each) { return text == QLatin1StringView(each.text); });
    return row == stepRows.end() ? std::nullopt : std::optional(row->step);
}

bool isMove(Step step)
{
    return (rowOf(step).is & moves) != 0;
}

bool vouches(Step step)
{
    return (rowOf(step).is & isVouch) != 0;
}

bool needsPictures(Step step)
{
    return (rowOf(step).is & isWhole) != 0;
}

UserId deciderOf(const Record &record)
{
    if (record.state == State::Approved || record.state == State::Scheduled)
        return record.approval ? record.approval->by : UserId();
    const Trail &trail = record.trail;
    return (rowOf(trail.last).is & isDecision) != 0 && trail.lastVersion == record.version ? trail.lastBy : UserId();
}

std::optional<State> takenBackTo(State state, const Trail &trail)
{
    // Both stand under the approval, however often the hour was changed since.
    if (state == State::Approved || state == State::Scheduled)
        return State::AwaitingApproval;
    if (trail.lastFrom == State::Approved || trail.lastFrom == State::Scheduled)
        return State::AwaitingApproval;
    return trail.lastFrom;
}

QString toText(Ownership ownership)
{
    return enumText(ownershipTexts, ownership);
}

std::optional<Ownership> ownershipFromText(QStringView text)
{
    return enumFromText(ownershipTexts, text);
}

Workflow::Workflow(std::vector<Transition> transitions) : m_transitions(std::move(transitions)) { }

const Workflow &Workflow::standard()
{
    static const Workflow chain(standardTransitions());
    return chain;
}

const Transition *Workflow::find(const Record &record, Step step, const Actor &actor) const
{
    const auto found = std::ranges::find_if(m_transitions, [&](const Transition &row) {
        return row.from == record.state && row.step == step && actor.hasRole(row.role, record.section)
            && ownershipFits(row, record, actor);
    });
    return found == m_transitions.end() ? nullptr : &*found;
}

Result<State> Workflow::nextState(const Record &record, Step step, const Actor &actor, const QString &reason) const
{
    const bool someoneCould = appliesTo(step, record) && std::ranges::any_of(m_transitions, [&](const Transition &row) {
                                  return row.from == record.state && row.step == step;
                              });
    if (!someoneCould)
        return Error{ErrorCode::Conflict, QStringLiteral("article.state"),
                     toText(step) + QStringLiteral(" in ") + toText(record.state)};
    const Transition *row = find(record, step, actor);
    if (!row)
        return Error{ErrorCode::Forbidden, QStringLiteral("article.step"), toText(step)};
    if (row->reason == ReasonRule::Required && reason.trimmed().isEmpty())
        return Error{ErrorCode::InvalidInput, QStringLiteral("article.reason"), toText(step)};
    return step == Step::Revoke ? takenBackTo(record.state, record.trail).value_or(row->to) : row->to;
}

const Transition *Workflow::rowOf(std::optional<State> state, Step step) const
{
    const Transition *only = nullptr;
    bool isOnly = true;
    for (const Transition &row : m_transitions) {
        if (row.step != step)
            continue;
        if (row.from == state)
            return &row;
        isOnly = isOnly && (!only || only->from == row.from);
        only = &row;
    }
    return isOnly ? only : nullptr;
}

std::vector<Step> Workflow::allowedSteps(const Record &record, const Actor &actor) const
{
    std::vector<Step> allowed;
    for (const Step step : allSteps) {
        if (appliesTo(step, record) && find(record, step, actor))
            allowed.push_back(step);
    }
    return allowed;
}

std::vector<Step> Workflow::stepsWithReason(const Record &record, const Actor &actor) const
{
    std::vector<Step> steps = allowedSteps(record, actor);
    std::erase_if(steps, [&](Step step) { return find(record, step, actor)->reason != ReasonRule::Required; });
    return steps;
}

bool Workflow::needsOtherEyes(const Record &record, const Actor &actor) const
{
    Record others = record;
    others.trail.openedBy = {};
    others.trail.takenOverBy = {};
    others.trail.writtenBy = {};
    return find(others, Step::Approve, actor) && !find(record, Step::Approve, actor);
}

bool Workflow::isAway(const User &author, SectionId section) const
{
    if (author.standing == Standing::Disabled)
        return true;
    const Actor actor = author.actor();
    return std::ranges::none_of(m_transitions, [&](const Transition &row) {
        return row.from == State::Returned && row.step == Step::Submit && actor.hasRole(row.role, section);
    });
}

} // namespace toasoan
