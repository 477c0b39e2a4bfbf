#include "ui/review/ReviewTexts.h"

#include "ui/models/NewsroomText.h"

#include <QCoreApplication>

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

struct ReviewTexts
{
    Q_DECLARE_TR_FUNCTIONS(ReviewTexts)
};

} // namespace

QString quotedTitle(const QString &title)
{
    return title.isEmpty() ? ReviewTexts::tr("the untitled article") : ReviewTexts::tr("“%1”").arg(title);
}

QString doneText(Step step, const QString &title)
{
    switch (step) {
    case Step::Approve:
        return ReviewTexts::tr("You approved %1.").arg(title);
    case Step::Publish:
        return ReviewTexts::tr("You published %1.").arg(title);
    case Step::RequestApproval:
        return ReviewTexts::tr("You sent %1 to the chair for approval.").arg(title);
    case Step::Claim:
        return ReviewTexts::tr("You accepted %1 for editing.").arg(title);
    case Step::Schedule:
        return ReviewTexts::tr("You scheduled %1.").arg(title);
    case Step::Unschedule:
        return ReviewTexts::tr("You cancelled the schedule of %1.").arg(title);
    case Step::ReturnToEditor:
        return ReviewTexts::tr("You returned %1 to its editor.").arg(title);
    case Step::ReturnToAuthor:
        return ReviewTexts::tr("You returned %1 to its author.").arg(title);
    case Step::Refuse:
        return ReviewTexts::tr("You refused %1.").arg(title);
    case Step::Correct:
        return ReviewTexts::tr("You opened %1 for correction.").arg(title);
    case Step::Unpublish:
        return ReviewTexts::tr("You took down %1.").arg(title);
    case Step::Revoke:
        return ReviewTexts::tr("You took back the decision on %1.").arg(title);
    case Step::Save:
    case Step::Submit:
    case Step::Withdraw:
        break;
    }
    return {};
}

QString reasonExplanation(Step step)
{
    switch (step) {
    case Step::ReturnToAuthor:
        return ReviewTexts::tr("The author reads this reason and can change the article and submit it again.");
    case Step::ReturnToEditor:
        return ReviewTexts::tr("The editors read this reason; the article goes back to editing.");
    case Step::Refuse:
        return ReviewTexts::tr("The author and the editors read this reason. The article will not be published.");
    case Step::Unpublish:
        return ReviewTexts::tr("Readers will no longer see the article; its address will show a notice that it was "
                               "taken down. The reason is kept inside the board and is not shown.");
    case Step::Correct:
        return ReviewTexts::tr(
            "The article is opened for editing again. What readers see stays until the correction is "
            "approved and published.");
    case Step::Save:
    case Step::Submit:
    case Step::Withdraw:
    case Step::Claim:
    case Step::RequestApproval:
    case Step::Approve:
    case Step::Schedule:
    case Step::Unschedule:
    case Step::Publish:
    case Step::Revoke:
        break;
    }
    return {};
}

QString authorIsAwayText(const QString &author)
{
    return ReviewTexts::tr(
               "The author %1 will not receive it: the account is closed, or has no role in this section any "
               "more. An editor can then take the article over.")
        .arg(author);
}

std::optional<Step> stepForward(State state)
{
    switch (state) {
    case State::Draft:
    case State::Returned:
        return Step::Submit;
    case State::Submitted:
        return Step::Claim;
    case State::InEditing:
        return Step::RequestApproval;
    case State::AwaitingApproval:
        return Step::Approve;
    case State::Approved:
        return Step::Publish;
    case State::Scheduled:
    case State::Published:
    case State::Refused:
    case State::Unpublished:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

QString nextStepText(const Article &article, const Workflow &workflow, const std::vector<User> &users, UserId me)
{
    if (article.state == State::Scheduled && article.scheduledAt)
        return ReviewTexts::tr("It is published by itself: %1.").arg(momentWords(*article.scheduledAt));
    auto step = stepForward(article.state);
    if (!step)
        return {};
    if (*step == Step::Submit && article.trail.isAuthorAway)
        step = Step::Claim;
    QStringList names;
    for (const User &user : users) {
        const std::vector<Step> allowed = workflow.allowedSteps(article, user.actor());
        if (user.standing == Standing::Active && user.id != me && std::ranges::find(allowed, *step) != allowed.end())
            names.append(user.name);
    }
    if (names.isEmpty())
        return *step == Step::Approve ? ReviewTexts::tr("Nobody else can approve it.")
                                      : ReviewTexts::tr("Nobody else can take the next step with it.");
    constexpr qsizetype most = 3;
    const int more = int(names.size() - most);
    const QString who = more <= 0
        ? names.join(ReviewTexts::tr(" or ", "between two names"))
        : ReviewTexts::tr("%1 or %n other(s)", nullptr, more).arg(names.mid(0, most).join(u", "_s));
    if (*step == Step::Submit)
        return ReviewTexts::tr("Waits for %1 to submit it.").arg(who);
    if (*step == Step::Claim)
        return ReviewTexts::tr("Waits for %1 to take it in.").arg(who);
    if (*step == Step::RequestApproval)
        return ReviewTexts::tr("Waits for %1 to request approval.").arg(who);
    if (*step == Step::Approve)
        return ReviewTexts::tr("Waits for %1 to approve it.").arg(who);
    return ReviewTexts::tr("Waits for %1 to publish it.").arg(who);
}

QString versionName(Version version)
{
    return ReviewTexts::tr("version %1").arg(version);
}

} // namespace toasoan
