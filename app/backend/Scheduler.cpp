#include "backend/Scheduler.h"

#include "backend/CommandRunner.h"
#include "backend/RegisterUpkeep.h"
#include "base/Log.h"
#include "storage/ArticleStore.h"
#include "storage/ChangeStore.h"
#include "storage/NewsroomStore.h"
#include "storage/PublicationStore.h"

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

// How late an hour can be noticed, and how late another process' change.
constexpr std::chrono::milliseconds tick{200};
constexpr std::chrono::hours cleaning{1};

// Beyond so many changes in one round (an import) the whole cache goes.
constexpr int mostSingleChanges = 200;

constexpr std::size_t mostSeen = 1000;

struct News
{
    qint64 newest = 0;
    bool touchesAllPages = false;
    std::vector<PublicItem> items = {}; ///< the public ones of which something was written
};

// What a newer program has changed may stand on any page.
bool isOnNoPage(const Noun &noun)
{
    return noun == nouns::media // a picture is public when an item with it is
        || noun == nouns::user || noun == nouns::workflow;
}

Result<News> newsAfter(Transaction &transaction, qint64 known, const OwnChanges &own)
{
    auto newest = ChangeStore(transaction).newest();
    if (!newest)
        return newest.error();
    News news{.newest = *newest};
    if (*newest == known)
        return news;
    auto changes = ChangeStore(transaction).after(known, mostSingleChanges + 1);
    if (!changes)
        return changes.error();
    // A sequence that went back: a backup was put in the place of what was served.
    news.touchesAllPages = *newest < known || changes->more;
    for (const Change &change : changes->changes) {
        if (change.noun == nouns::article) {
            const auto article = ArticleId::fromText(change.id);
            if (!article || own.isFollowed(change.sequence, known))
                continue;
            auto number = PublicationStore(transaction).numberOf(*article);
            if (!number)
                return number.error();
            if (!*number)
                continue;
            auto item = PublicationStore(transaction).find(**number);
            if (!item)
                return item.error();
            news.items.push_back(*std::move(item));
        } else if (!isOnNoPage(change.noun)) {
            news.touchesAllPages = true;
        }
    }
    return news;
}

Result<void> dropOldAnswers(Services &services, Database &database)
{
    auto transaction = Transaction::begin(database, Access::Write);
    if (!transaction)
        return transaction.error();
    if (auto dropped = ChangeStore(*transaction).dropAnswers(services.clock.now() - answersKept); !dropped)
        return dropped.error();
    return transaction->commit();
}

// A desk that was away this long may still name any version; what it wrote is then merged from the one before.
constexpr std::chrono::days savesKept{30};

// In small transactions, so that nobody waits; what an hour leaves is the next hour's. Of what has been looked at,
// whatever is left stays: what follows a save in its sitting follows within minutes.
Result<void> dropSupersededVersions(Services &services, Database &database)
{
    constexpr int atOnce = 500;
    constexpr int rounds = 100;
    const Instant before = services.clock.now() - savesKept;
    for (int round = 0; round < rounds; ++round) {
        auto transaction = beginWriting(database);
        if (!transaction)
            return transaction.error();
        NewsroomStore newsroom(*transaction);
        auto cleanedTo = newsroom.fact(u"savesCleanedTo"_s);
        if (!cleanedTo)
            return cleanedTo.error();
        const auto looked =
            ArticleStore(*transaction).dropSuperseded(fromMilliseconds(cleanedTo->toLongLong()), before, atOnce);
        if (!looked)
            return looked.error();
        const qint64 position = toMilliseconds(looked->lookedAtUpTo);
        if (auto set = newsroom.setFact(u"savesCleanedTo"_s, QString::number(position)); !set)
            return set.error();
        if (auto committed = transaction->commit(); !committed)
            return committed.error();
        if (looked->lookedAtUpTo >= before)
            return {};
    }
    return {};
}

} // namespace

Scheduler::Scheduler(Services &services, const DatabaseLocation &location, std::unique_ptr<DuePublisher> publisher,
                     qint64 known)
    : m_services(services)
    , m_location(location)
    , m_publisher(std::move(publisher))
    , m_clockWatch(services.clock.now(), std::chrono::steady_clock::now())
    , m_known(known)
    , m_thread([this] { run(); })
{ }

Scheduler::~Scheduler()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

void Scheduler::work(Database &database)
{
    const bool wasBelieved = m_isClockBelieved;
    m_isClockBelieved = m_clockWatch.isPlausible(m_services.clock.now(), std::chrono::steady_clock::now());
    if (wasBelieved != m_isClockBelieved)
        writeLog(m_isClockBelieved ? LogLevel::Info : LogLevel::Error,
                 m_isClockBelieved ? "clock.plausible" : "clock.jumped");
    if (m_isClockBelieved)
        workByTheClock(database);

    report("feed.failed", follow(database));
    const auto filled = fillProjections(database);
    report("projections.failed", filled ? Result<void>() : filled.error());
}

// Change by change: that this server's own newest is known says nothing of what other processes changed before it.
Result<void> Scheduler::follow(Database &database)
{
    auto news = readIn(
        database, [this](Transaction &transaction) { return newsAfter(transaction, m_known, m_services.ownChanges); });
    if (!news)
        return news.error();
    if (news->newest == m_known) {
        m_services.changesAreKnown();
        return {};
    }
    if (news->touchesAllPages)
        m_services.dropAllPages();
    for (const PublicItem &item : news->items) {
        if (const auto seen = m_seen.find(item.number); seen != m_seen.end() && seen->second == item)
            continue;
        m_services.followPublicChange(item.number, PublicChange::Other);
        m_seen.insert_or_assign(item.number, item);
    }
    if (m_seen.size() > mostSeen)
        m_seen.clear();
    m_services.changesAreKnown();
    m_services.feed.announce(news->newest);
    m_known = news->newest;
    m_services.ownChanges.forgetUpTo(m_known);
    return {};
}

void Scheduler::workByTheClock(Database &database)
{
    const auto published = m_publisher->publishDue(database);
    report("schedule.failed", published ? Result<void>() : published.error());
    const auto now = std::chrono::steady_clock::now();
    if (now < m_cleanAt)
        return;
    m_cleanAt = now + cleaning;
    clean(database);
}

void Scheduler::clean(Database &database)
{
    report("answers.failed", dropOldAnswers(m_services, database));
    report("versions.failed", dropSupersededVersions(m_services, database));
    report("projections.failed", dropOldProjections(database));
    const auto removed = m_services.media.removeExpiredUploads(database, m_services.clock);
    report("uploads.failed", removed ? Result<void>() : removed.error());
}

void Scheduler::report(const char *event, const Result<void> &result)
{
    if (result) {
        m_reported.erase(event);
        return;
    }
    const auto known = m_reported.find(event);
    if (known != m_reported.end() && known->second == result.error())
        return;
    m_reported.insert_or_assign(event, result.error());
    writeLog(LogLevel::Error, event,
             {{"code"_L1, toText(result.error().code)},
              {"subject"_L1, result.error().subject},
              {"detail"_L1, result.error().detail}});
}

void Scheduler::run()
{
    std::unique_ptr<Database> database;
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        lock.unlock();
        if (!database) {
            auto opened = Database::open(m_location);
            report("scheduler.failed", opened ? Result<void>() : opened.error());
            if (opened)
                database = *std::move(opened);
        }
        if (database)
            work(*database);
        lock.lock();
        m_wake.wait_for(lock, tick, [this] { return m_stopping; });
    }
}

} // namespace toasoan
