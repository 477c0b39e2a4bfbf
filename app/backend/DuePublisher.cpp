#include "backend/DuePublisher.h"

#include "backend/CommandRunner.h"
#include "base/Log.h"
#include "protocol/ErrorJson.h"
#include "storage/ArticleStore.h"

#include <QJsonDocument>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

// The hour is compared twice, here and by the action; in between a clock that is set back must change nothing.
class FixedClock final : public Clock
{
public:
    explicit FixedClock(Instant now) : m_now(now) { }
    [[nodiscard]] Instant now() const override { return m_now; }

private:
    Instant m_now;
};

Result<std::vector<Article>> findDue(Database &database, Instant now)
{
    auto transaction = Transaction::begin(database, Access::Read);
    if (!transaction)
        return transaction.error();
    return ArticleStore(*transaction).due(now);
}

Result<bool> isStillDue(Database &database, const Article &article)
{
    auto transaction = Transaction::begin(database, Access::Read);
    if (!transaction)
        return transaction.error();
    auto now = ArticleStore(*transaction).find(article.id);
    if (!now)
        return now.error();
    return now->state == State::Scheduled && now->updatedAt == article.updatedAt;
}

} // namespace

DuePublisher::DuePublisher(const Clock &clock, Dice &dice, std::function<void(Database &, const Article &)> announce)
    : m_clock(clock)
    , m_dice(dice)
    , m_announce(std::move(announce))
{ }

Result<int> DuePublisher::publishDue(Database &database)
{
    auto due = findDue(database, m_clock.now());
    if (!due)
        return due.error();
    std::erase_if(m_letBe, [&due](const auto &known) {
        return std::ranges::none_of(*due, [&known](const Article &article) {
            return article.id == known.first && article.updatedAt == known.second;
        });
    });
    int count = 0;
    for (const Article &article : *due) {
        if (m_letBe.contains(article.id))
            continue;
        auto published = publish(database, article);
        if (!published)
            return published.error();
        count += *published ? 1 : 0;
    }
    return count;
}

Result<bool> DuePublisher::publish(Database &database, const Article &article)
{
    Error refusal;
    auto published = run(database, article, PublishArticle{.article = article.id, .version = article.version}, refusal);
    if (!published)
        return published.error();
    if (*published)
        return true;
    auto isDue = isStillDue(database, article);
    if (!isDue)
        return isDue.error();
    if (!*isDue)
        return false; // another server, or a person, was faster

    writeLog(LogLevel::Warning, "schedule.refused",
             {{"article"_L1, article.id.toText()}, {"subject"_L1, refusal.subject}});
    Error letBe;
    auto unscheduled =
        run(database, article,
            MoveArticle{
                .article = article.id, .version = article.version, .step = Step::Unschedule, .reason = refusal.subject},
            letBe);
    if (!unscheduled)
        return unscheduled.error();
    if (!*unscheduled)
        m_letBe.insert_or_assign(article.id, article.updatedAt);
    return false;
}

Result<std::optional<Article>> DuePublisher::run(Database &database, const Article &article, const Command &command,
                                                 Error &refusal)
{
    const FixedClock now(std::max(m_clock.now(), *article.scheduledAt));
    const Envelope envelope{.request = RequestId::create(now, m_dice), .command = command};
    auto answer = runCommand(database, now, Actor::system(), envelope);
    if (!answer)
        return answer.error();
    if (answer->refusal)
        refusal = errorFromJson(QJsonDocument::fromJson(answer->body).object());
    else if (answer->article)
        m_announce(database, *answer->article);
    return answer->article;
}

} // namespace toasoan
