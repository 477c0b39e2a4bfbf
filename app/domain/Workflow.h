// The chain an item goes through, as data: one table answers "may I?" and "what then?", for rules and buttons alike.
#pragma once

#include "base/Result.h"
#include "domain/Actor.h"

#include <QString>

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace toasoan {

enum class State
{
    Draft, ///< private to its author
    Submitted, ///< waits for someone to take it in
    InEditing,
    Returned, ///< back with its author, with a reason
    AwaitingApproval,
    Approved,
    Scheduled,
    Published,
    Refused, ///< by the chair, with a reason
    Unpublished, ///< taken down, with a reason
    Deleted, ///< never public, and put away by its author while it was his draft: nobody sees it any more
    Closed, ///< of a register's entry: kept, and no longer in use
};

inline constexpr std::array allStates{
    State::Draft,     State::Submitted, State::InEditing, State::Returned,    State::AwaitingApproval, State::Approved,
    State::Scheduled, State::Published, State::Refused,   State::Unpublished, State::Deleted,          State::Closed};
/// Those in which somebody sees an item.
inline constexpr std::span seenStates(allStates.data(), 10);
static_assert(allStates[seenStates.size()] == State::Deleted);

/// What a person does with an item.
enum class Step
{
    Save,
    Submit, ///< gửi duyệt
    Withdraw, ///< the author takes a submitted item back
    Claim, ///< tiếp nhận
    RequestApproval, ///< trình duyệt
    ReturnToAuthor, ///< trả lại
    ReturnToEditor, ///< the chair sends it back to editing
    Refuse, ///< từ chối
    Approve, ///< duyệt
    Schedule, ///< hẹn giờ
    Unschedule,
    Publish, ///< đăng
    Unpublish, ///< gỡ bài
    Correct, ///< opens a published, refused or unpublished item for editing again
    Revoke, ///< thu hồi: whoever took a decision takes it back
    Delete, ///< xóa: the author puts a draft away that never was public
    Close, ///< đóng: an entry of a register is no longer in use
    Reopen, ///< mở lại
};

inline constexpr std::array allSteps{
    Step::Save,           Step::Submit,  Step::Withdraw, Step::Claim,    Step::RequestApproval, Step::ReturnToAuthor,
    Step::ReturnToEditor, Step::Refuse,  Step::Approve,  Step::Schedule, Step::Unschedule,      Step::Publish,
    Step::Unpublish,      Step::Correct, Step::Revoke,   Step::Delete,   Step::Close,           Step::Reopen};

[[nodiscard]] QString toText(State state);
[[nodiscard]] std::optional<State> stateFromText(QStringView text);
[[nodiscard]] QString toText(Step step);
[[nodiscard]] std::optional<Step> stepFromText(QStringView text);
/// Whether the step only moves an item along the chain, with nothing said but a reason.
[[nodiscard]] bool isMove(Step step);
/// Whether a person answers with this step for what the text says: it is never carried over to a text that he did not
/// see.
[[nodiscard]] bool vouches(Step step);
/// Whether all pictures of the text have to be there, and no words left to choose between.
[[nodiscard]] bool needsPictures(Step step);

/// Whose item a transition is for.
enum class Ownership
{
    Any,
    Own, ///< only the author himself
    /// Nobody approves his own: not the author's item, nor a correction that he opened, or an item that he took over,
    /// unless another has sent it on since; nor a text that he changed himself, unless another has submitted or sent on
    /// exactly this one. Whoever changed it may still say no to it.
    Others,
    Decider, ///< only whoever took the decision that stands (deciderOf())
    Opener, ///< only whoever opened the correction that is under way
    Abandoned, ///< anyone, once its author can no longer go on with it
};

inline constexpr std::array allOwnerships{Ownership::Any,     Ownership::Own,    Ownership::Others,
                                          Ownership::Decider, Ownership::Opener, Ownership::Abandoned};

enum class ReasonRule
{
    Optional,
    Required
};

[[nodiscard]] QString toText(Ownership ownership);
[[nodiscard]] std::optional<Ownership> ownershipFromText(QStringView text);

/// One row of the chain: in `from`, `role` may take `step`, and the item is then in `to`.
struct Transition
{
    State from = State::Draft;
    Step step = Step::Save;
    Role role = Role::Reporter;
    State to = State::Draft;
    Ownership ownership = Ownership::Any;
    ReasonRule reason = ReasonRule::Optional;

    bool operator==(const Transition &) const = default;
};

struct Record;
struct Trail;
struct User;

/// Who may take the decision back that the item stands under, as far as nobody has acted since; null if there is none
/// to take back.
[[nodiscard]] UserId deciderOf(const Record &record);

/// Where an item in `state` is once the decision is taken back that it stands under: exactly where that was taken. An
/// approval that it cost is to be given anew. Nothing if the trail does not tell.
[[nodiscard]] std::optional<State> takenBackTo(State state, const Trail &trail);

/// The chain of a newsroom. A value.
class Workflow
{
public:
    explicit Workflow(std::vector<Transition> transitions);

    /// The chain a new newsroom starts with (no decree prescribes one: newsrooms keep theirs as data).
    [[nodiscard]] static const Workflow &standard();

    /// The state after `step`. Conflict "article.state" if nobody could take it from there; Forbidden "article.step" if
    /// this actor may not; InvalidInput "article.reason" if a reason is needed and `reason` is empty. A decision that
    /// is taken back leads to takenBackTo(), whatever the rows say: they tell who may.
    [[nodiscard]] Result<State> nextState(const Record &record, Step step, const Actor &actor,
                                          const QString &reason) const;

    /// The steps that nextState() would allow the actor, given a reason; in the order of allSteps.
    [[nodiscard]] std::vector<Step> allowedSteps(const Record &record, const Actor &actor) const;

    /// Those of allowedSteps() that need a reason.
    [[nodiscard]] std::vector<Step> stepsWithReason(const Record &record, const Actor &actor) const;

    /// Whether the actor may not approve the item for nothing but what he did to it himself: another pair of eyes is
    /// needed. False for its author, who never may.
    [[nodiscard]] bool needsOtherEyes(const Record &record, const Actor &actor) const;

    /// Whether the author of an item in `section` could not go on with it if it were returned to him: his account is
    /// closed, or he has no role there any more.
    [[nodiscard]] bool isAway(const User &author, SectionId section) const;

    /// The row by which `step` was taken from `state`, for whomever; from where it can be taken at all if not from
    /// there, and that is one state alone. Null if that does not tell.
    [[nodiscard]] const Transition *rowOf(std::optional<State> state, Step step) const;

    [[nodiscard]] const std::vector<Transition> &transitions() const { return m_transitions; }
    bool operator==(const Workflow &) const = default;

private:
    [[nodiscard]] const Transition *find(const Record &record, Step step, const Actor &actor) const;

    std::vector<Transition> m_transitions;
};

} // namespace toasoan
