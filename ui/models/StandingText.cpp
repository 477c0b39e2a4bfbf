#include "ui/models/StandingText.h"

#include "ui/models/NewsroomText.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

struct StandingText
{
    Q_DECLARE_TR_FUNCTIONS(StandingText)
};

// The step that opened the correction; what was published since is no part of it.
std::optional<Decision> openingOf(const std::vector<Decision> &decisions)
{
    for (auto decision = decisions.rbegin(); decision != decisions.rend(); ++decision) {
        if (decision->step == Step::Correct)
            return *decision;
        if (decision->step == Step::Publish)
            break;
    }
    return std::nullopt;
}

} // namespace

Version liveVersion(const Article &article)
{
    return article.publication && article.publication->isLive() ? article.publication->version : 0;
}

bool isBeingCorrected(const Article &article)
{
    return liveVersion(article) > 0 && article.state != State::Published;
}

QString correctionReason(const Article &article, const std::vector<Decision> &decisions)
{
    if (!isBeingCorrected(article))
        return {};
    if (const auto opening = openingOf(decisions))
        return opening->reason;
    return article.state == State::InEditing && !standingReturn(decisions) ? article.reason : QString();
}

std::optional<Decision> standingReturn(const std::vector<Decision> &decisions)
{
    std::optional<Decision> standing;
    std::optional<Decision> before; // what stands again once the last step is taken back
    for (const Decision &decision : decisions) {
        switch (decision.step) {
        case Step::Save:
            break;
        case Step::Withdraw:
        case Step::Revoke:
            standing = std::exchange(before, std::nullopt);
            break;
        case Step::ReturnToAuthor:
        case Step::ReturnToEditor:
        case Step::Refuse:
            before = std::exchange(standing, decision);
            break;
        case Step::Submit:
        case Step::Claim:
        case Step::RequestApproval:
        case Step::Approve:
        case Step::Schedule:
        case Step::Unschedule:
        case Step::Publish:
        case Step::Unpublish:
        case Step::Correct:
        case Step::Delete:
        case Step::Close:
        case Step::Reopen:
            before = std::exchange(standing, std::nullopt);
            break;
        }
    }
    return standing;
}

QString returnText(const Decision &decision, const QString &person)
{
    const QString did = decision.step == Step::Refuse ? StandingText::tr("%1 rejected it").arg(person)
                                                      : StandingText::tr("%1 returned it").arg(person);
    return decision.reason.isEmpty() ? did : StandingText::tr("%1 – reason: %2").arg(did, reasonText(decision.reason));
}

QString standingText(const Article &article, const std::vector<Decision> &decisions,
                     const std::function<QString(UserId)> &personName)
{
    QStringList lines;
    const QString opened = correctionReason(article, decisions);
    if (isBeingCorrected(article)) {
        const QString what = StandingText::tr("Being corrected, the portal shows version %1").arg(liveVersion(article));
        lines.append(opened.isEmpty() ? what : StandingText::tr("%1 – reason: %2").arg(what, reasonText(opened)));
    }
    constexpr std::array withReason{State::Returned, State::Refused, State::Unpublished, State::InEditing};
    if (const auto given = standingReturn(decisions))
        lines.append(returnText(*given, personName(given->actor)));
    else if (!article.reason.isEmpty() && article.reason != opened
             && std::ranges::find(withReason, article.state) != withReason.end())
        lines.append(StandingText::tr("%1 – reason: %2").arg(stateText(article.state), reasonText(article.reason)));
    return lines.join(u'\n');
}

} // namespace toasoan
