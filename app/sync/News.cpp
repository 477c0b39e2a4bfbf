#include "sync/News.h"

#include <algorithm>

namespace toasoan {

namespace {

// Who, beside its author, has to do with an article by what he did before.
struct Hands
{
    UserId sentOnBy;
    UserId scheduledBy;
    bool wasPublished = false;
    bool isApproved = false;

    void follow(const Decision &decision)
    {
        if (decision.step == Step::RequestApproval)
            sentOnBy = decision.actor;
        if (decision.step == Step::Schedule)
            scheduledBy = decision.actor;
        if (decision.step == Step::Publish)
            wasPublished = true;
        isApproved = decision.step == Step::Approve || decision.step == Step::Schedule
            || (isApproved && decision.step == Step::Unschedule);
    }
};

bool concerns(const Decision &decision, const Record &article, const Hands &hands, UserId me)
{
    const bool isAuthor = article.author == me;
    switch (decision.step) {
    case Step::Save:
    case Step::Submit:
    case Step::Withdraw:
    case Step::Claim:
    case Step::RequestApproval:
    case Step::Schedule:
    case Step::Delete:
    case Step::Close:
    case Step::Reopen:
    case Step::Revoke: // as what it takes back
        return false;
    case Step::ReturnToEditor:
        return hands.sentOnBy == me || (isAuthor && hands.isApproved);
    case Step::Refuse:
        return isAuthor || hands.sentOnBy == me;
    case Step::Unschedule: // by the clock: it could not be published
        return decision.actor.isNull() && (isAuthor || hands.sentOnBy == me || hands.scheduledBy == me);
    case Step::ReturnToAuthor:
    case Step::Approve:
    case Step::Publish:
    case Step::Unpublish:
    case Step::Correct:
        return isAuthor;
    }
    Q_UNREACHABLE();
}

} // namespace

std::optional<News> newsAfter(const std::optional<News> &before, const RecordSnapshot &snapshot, std::size_t fresh,
                              UserId me)
{
    Hands hands;
    std::optional<News> news = before;
    bool isTold = true; // what there was before
    bool isHis = false; // the step before
    for (std::size_t at = 0; at < snapshot.decisions.size(); ++at) {
        const Decision &decision = snapshot.decisions[at];
        if (decision.step != Step::Revoke)
            isHis = concerns(decision, snapshot.record, hands, me);
        if (at >= fresh) {
            if (decision.actor == me) {
                news.reset();
            } else if (decision.step == Step::Revoke && !isTold) {
                news = before; // a decision that is no more before anybody heard of it
                isTold = true;
            } else if (isHis) {
                news = News{.step = decision.step,
                            .by = decision.actor,
                            .at = decision.at,
                            .reason = decision.reason,
                            .isAgain = decision.step == Step::Publish && hands.wasPublished};
                isTold = false;
            }
        }
        hands.follow(decision);
    }
    return news;
}

} // namespace toasoan
