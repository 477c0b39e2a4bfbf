#include "ui/review/ReviewTexts.h"

#include "ui/models/NewsroomText.h"
#include "ui/models/StandingText.h"

#include <QCoreApplication>

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

struct ReviewTexts
{
    Q_DECLARE_TR_FUNCTIONS(ReviewTexts)
};

bool mayTake(Step step, const Article &article, const Workflow &workflow, const User &user)
{
    const std::vector<Step> allowed = workflow.allowedSteps(article, user.actor());
    return user.standing == Standing::Active && std::ranges::find(allowed, step) != allowed.end();
}

// Who but `me` may take the step now.
QStringList othersFor(Step step, const Article &article, const Workflow &workflow, const std::vector<User> &users,
                      UserId me)
{
    QStringList names;
    for (const User &user : users) {
        if (user.id != me && mayTake(step, article, workflow, user))
            names.append(user.name);
    }
    return names;
}

// "A", "A or B", "A, B or C"
QString inWords(QStringList names)
{
    const QString last = names.takeLast();
    return names.isEmpty() ? last
                           : names.join(u", "_s) + ReviewTexts::tr(" or ", "before the last of some names") + last;
}

// Of many the first ones.
QString anyOf(const QStringList &names)
{
    constexpr qsizetype most = 3;
    const int more = int(names.size() - most);
    return more <= 0 ? inWords(names)
                     : ReviewTexts::tr("%1 or %Ln other(s)", nullptr, more).arg(names.mid(0, most).join(u", "_s));
}

} // namespace

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
    case State::Deleted:
    case State::Closed:
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
    const QStringList names = othersFor(*step, article, workflow, users, me);
    if (names.isEmpty())
        return *step == Step::Approve ? ReviewTexts::tr("Nobody else can approve it.")
                                      : ReviewTexts::tr("Nobody else can take the next step with it.");
    const auto myself = std::ranges::find(users, me, &User::id);
    const bool isMine = myself != users.end() && mayTake(*step, article, workflow, *myself);
    const QString who =
        isMine ? ReviewTexts::tr("you, or %1", "who may take the next step").arg(anyOf(names)) : anyOf(names);
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

QString reopeningText(const Article &article, const Workflow &workflow, const std::vector<User> &users, UserId me)
{
    const QStringList names = othersFor(Step::Correct, article, workflow, users, me);
    if (names.isEmpty())
        return {};
    return (liveVersion(article) > 0 ? ReviewTexts::tr("To have it corrected, ask %1.")
                                     : ReviewTexts::tr("To have it opened for editing again, ask %1."))
        .arg(anyOf(names));
}

QString otherEyesText(const Article &article, const Workflow &workflow, const std::vector<User> &users, UserId me)
{
    const QString rule = ReviewTexts::tr("Whoever changes a text does not approve it alone.");
    const QString who = othersFor(Step::Approve, article, workflow, users, me).isEmpty()
        ? ReviewTexts::tr(
            "Nobody else can approve it: return it to the editor. Once another has requested approval for "
            "it, it can be approved.")
        : nextStepText(article, workflow, users, me);
    return rule + u' ' + who;
}

QString versionName(Version version)
{
    return ReviewTexts::tr("version %1").arg(version);
}

} // namespace toasoan
