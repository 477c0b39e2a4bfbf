#include "backend/DuePublisher.h"

#include "base/Log.h"
#include "protocol/ErrorJson.h"
#include "storage/RecordStore.h"

#include <QJsonDocument>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

Result<FullRecord> readRecord(Database &database, ArticleId id)
{
    return readIn(database, [id](Transaction &transaction) { return RecordStore(transaction).full(id); });
}

Result<bool> isStillDue(Database &database, const Record &article)
{
    auto now = readRecord(database, article.id);
    if (!now)
        return now.error();
    return now->state == State::Scheduled && now->updatedAt == article.updatedAt;
}

} // namespace

DuePublisher::DuePublisher(const Clock &clock, Dice &dice, std::function<void(const CommandAnswer &, Step)> announce)
    : m_clock(clock)
    , m_dice(dice)
    , m_announce(std::move(announce))
{ }

Result<int> DuePublisher::publishDue(Database &database)
{
    // The hour is compared more than once, here and by the action; in between a clock that is set back must change
    // nothing.
    const FixedClock now(m_clock.now());
    auto due = readIn(database, [&now](Transaction &transaction) { return RecordStore(transaction).due(now.now()); });
    if (!due)
        return due.error();
    std::erase_if(m_letBe, [&due](const auto &known) { return !std::ranges::count(*due, known.first); });
    int count = 0;
    std::optional<Error> problem;
    for (const RecordId id : *due) {
        auto published = publishOne(database, id, now);
        if (!published && published.error().code == ErrorCode::Unavailable)
            return published.error();
        if (!published && !problem)
            problem = published.error().during(u"article "_s + id.toText());
        count += published && *published ? 1 : 0;
    }
    if (problem)
        return *problem;
    return count;
}

Result<bool> DuePublisher::publishOne(Database &database, RecordId id, const Clock &now)
{
    auto article = readRecord(database, id);
    if (!article)
        return article.error();
    if (const auto known = m_letBe.find(id); known != m_letBe.end()) {
        if (known->second == article->updatedAt)
            return false;
        m_letBe.erase(known);
    }
    if (!article->scheduledAt || *article->scheduledAt > now.now())
        return false; // another server, or a person who set another hour, was faster
    return publish(database, *article, now);
}

Result<bool> DuePublisher::publish(Database &database, const Record &article, const Clock &now)
{
    Error refusal;
    auto published =
        run(database, Publish{.target = {.noun = article.noun, .id = article.id}, .version = article.version}, now,
            refusal);
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
    auto unscheduled = run(database,
                           Move{.target = {.noun = article.noun, .id = article.id},
                                .version = article.version,
                                .step = Step::Unschedule,
                                .reason = refusal.subject},
                           now, letBe);
    if (!unscheduled)
        return unscheduled.error();
    if (!*unscheduled)
        m_letBe.insert_or_assign(article.id, article.updatedAt);
    return false;
}

Result<std::optional<FullRecord>> DuePublisher::run(Database &database, const Command &command, const Clock &now,
                                                    Error &refusal)
{
    const Envelope envelope{.request = RequestId::create(now, m_dice), .command = command};
    auto answer = runCommand(database, now, Actor::system(), envelope);
    if (!answer)
        return answer.error();
    if (answer->refusal)
        refusal = *answer->refusal;
    else if (answer->record)
        m_announce(*answer, stepOf(command));
    return answer->record;
}

} // namespace toasoan
