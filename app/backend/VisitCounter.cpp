#include "backend/VisitCounter.h"

#include "backend/ItemViews.h"
#include "backend/VisitCalendar.h"
#include "backend/VisitCrowd.h"
#include "backend/VisitMemory.h"
#include "base/Log.h"
#include "storage/Database.h"
#include "storage/Transaction.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <sodium.h>

namespace toasoan {

namespace {

using namespace std::chrono_literals;

/// How old the totals may grow when nothing happens here: other servers may add to the same ledger.
constexpr Milliseconds totalsAge = 10s;
constexpr std::size_t mostPagesRemembered = 64;
/// How exactly is remembered when a reader was last seen.
constexpr Milliseconds rememberedEvery = 1min;
/// From here on the memory is written anew when it has doubled.
constexpr qint64 largeMemory = 64LL << 20;
constexpr std::size_t mostAgentBytes = 512;

struct TextHash
{
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

/// A delivery as a shard keeps it.
struct Event
{
    Instant at;
    VisitorHash visitor = 0;
    quint64 page = 0;
    qint64 articleNumber = 0; ///< 0: none.
    quint32 agent = 0; ///< Index into Batch::agents; noAgent when those were too many.
    bool isRobot = false; ///< Known only in flush().
};

constexpr quint32 noAgent = ~quint32(0);

/// A User-Agent met in a batch. Its text is hashed once for all deliveries to it, which is most of the work.
struct Agent
{
    quint32 index = noAgent;
    quint64 hash = 0;
};

/// What a shard has recorded between two flushes.
struct Batch
{
    std::vector<Event> events;
    std::unordered_map<std::string, Agent, TextHash, std::equal_to<>> agents;
    quint64 uncounted = 0;
};

/// Empties it and keeps its memory for the next second, but not after an unusual one.
void empty(std::vector<Event> &events)
{
    constexpr std::size_t usual = 100'000;
    if (events.capacity() > usual)
        events = std::vector<Event>(); // `= {}` would keep it
    else
        events.clear();
}

/// On a cache line of its own, so that threads do not slow each other.
struct alignas(64) Shard
{
    std::mutex mutex;
    DayKey key;
    Batch batch;
    Batch taken; ///< Of flush(): the batch it works on. The two take turns, so that memory is asked for once.
};

struct PageSeen
{
    quint64 page = 0;
    Instant countedAt;
};

struct ActiveVisitor
{
    Instant lastSeen;
    Instant rememberedAt; ///< What VisitMemory has of lastSeen.
    std::vector<PageSeen> pages;
};

/// What is known of one day's visitors.
struct DayVisitors
{
    Day day;
    std::unordered_map<VisitorHash, ActiveVisitor> people; ///< Of the last 30 minutes.
    std::unordered_map<VisitorHash, Instant> robots; ///< Of the last 5 minutes.
    std::unordered_set<VisitorHash> seen; ///< All people of the day, but those of the crowd.
    std::unique_ptr<VisitCrowd> crowd; ///< People beyond VisitLimits.
};

/// Counts on their way to the ledger. In order: several servers then lock the same rows in the same order.
struct Counts
{
    std::map<QDate, VisitDay> days;
    std::map<qint64, qint64> itemViews;

    [[nodiscard]] bool isEmpty() const { return days.empty() && itemViews.empty(); }
};

} // namespace

struct VisitCounter::Private
{
    Private(std::size_t shardCount, const QTimeZone &zone, RobotList robotList, Dice &dice, const VisitLimits &limit)
        : limits(limit)
        , robots(std::move(robotList))
        , calendar(zone, dice)
        , shards(std::max<std::size_t>(shardCount, 1))
    {
        writer.uuid = Uuid::version7(SystemClock().now(), systemDice);
        dice.fill(std::as_writable_bytes(std::span(agentKey)));
    }

    void collect(Instant now);
    void count(const Event &event);
    void countPerson(DayVisitors &visitors, const Event &event);
    void countInCrowd(DayVisitors &visitors, const Event &event);
    void remember();
    void restore(const RememberedVisits &visits, Instant now);
    [[nodiscard]] RememberedVisits everything(); ///< but the crowds
    [[nodiscard]] std::vector<LiveCrowd> crowds() const;
    DayVisitors &visitorsOf(Instant at);
    void forgetTheAbsent(Instant now);
    Result<void> write(Database &database, Instant now);
    Result<void> readViews(Database &database);
    void publish(Instant now);

    const VisitLimits limits;
    const RobotList robots;
    HashKey agentKey{}; ///< Of this process; the visitor's hash, which holds the address, has the key of the day.
    VisitCalendar calendar;
    std::vector<Shard> shards;
    SystemDice systemDice;
    VisitWriterId writer;

    // Of flush() alone.
    std::vector<Event> events;
    std::vector<DayVisitors> days; ///< The one used last comes last; two at most.
    std::optional<VisitMemory> memory;
    bool isMemoryWhole = false;
    qint64 memoryWritten = 0; ///< Its size when it was last written anew.
    std::vector<RememberedKey> rememberedKeys;
    RememberedVisits news; ///< Counted, not yet remembered.
    Counts pending; ///< Counted, not yet sent.
    Counts sent; ///< Sent as batch `batchNumber`, not yet known to be stored.
    qint64 batchNumber = 0;
    VisitTotals totals;
    Instant totalsReadAt;
    std::map<qint64, qint64> newItemViews; ///< Totals that the ledger gave back.
    qint64 viewsReadDownTo = std::numeric_limits<qint64>::max(); ///< The views of items from this number on are known.

    std::atomic<quint64> uncounted = 0;

    mutable std::mutex publishedMutex;
    VisitBlock publishedBlock;
    ItemViews publishedViews;
};

VisitCounter::VisitCounter(std::size_t shards, const QTimeZone &zone, RobotList robots, Dice &dice,
                           const VisitLimits &limits)
{
    if (sodium_init() < 0)
        qFatal("libsodium cannot start");
    d = std::make_unique<Private>(shards, zone, std::move(robots), dice, limits);
}

VisitCounter::~VisitCounter() = default;

void VisitCounter::record(std::size_t shardIndex, const PageDelivery &delivery)
{
    const std::string_view address = delivery.address.substr(0, mostAddressBytes);
    const std::string_view agent = delivery.userAgent.substr(0, mostAgentBytes);
    Shard &shard = d->shards[shardIndex % d->shards.size()];
    const std::lock_guard lock(shard.mutex);
    Batch &batch = shard.batch;
    if (batch.events.size() >= d->limits.deliveriesPerShard) {
        ++batch.uncounted;
        return;
    }
    if (!shard.key.day.contains(delivery.at))
        shard.key = d->calendar.keyOf(delivery.at);

    Agent known;
    if (const auto found = batch.agents.find(agent); found != batch.agents.end()) {
        known = found->second;
    } else if (batch.agents.size() < d->limits.agentsPerShard) {
        known = {.index = static_cast<quint32>(batch.agents.size()), .hash = hashAgent(d->agentKey, agent)};
        batch.agents.emplace(agent, known);
    }
    batch.events.push_back({.at = delivery.at,
                            .visitor = hashVisitor(shard.key, address, known.hash),
                            .page = delivery.page,
                            .articleNumber = delivery.articleNumber.value_or(0),
                            .agent = known.index});
}

/// Takes the shards' events away and counts them in the order of time.
void VisitCounter::Private::collect(Instant now)
{
    events.clear();
    for (Shard &shard : shards) {
        {
            const std::lock_guard lock(shard.mutex);
            std::swap(shard.batch, shard.taken);
            if (shard.key.day.isOver(now))
                shard.key.wipe();
        }
        Batch &batch = shard.taken;
        uncounted += batch.uncounted;
        std::vector<bool> isRobot(batch.agents.size());
        for (const auto &[agent, known] : batch.agents)
            isRobot[known.index] = robots.contains(agent);
        for (Event &event : batch.events) {
            event.isRobot = event.agent == noAgent || isRobot[event.agent];
            events.push_back(event);
        }
        empty(batch.events);
        batch.agents.clear();
        batch.uncounted = 0;
    }
    calendar.throwAwayOldKeys(now);
    std::ranges::stable_sort(events, {}, &Event::at);
    for (const Event &event : events)
        count(event);
    empty(events);
    forgetTheAbsent(now);
    remember();
}

/// Before the ledger is told: what a killed program has counted must be known.
void VisitCounter::Private::remember()
{
    if (!memory) {
        news = {};
        return;
    }
    std::vector<RememberedKey> keys{remembered(agentKey, {})};
    for (const DayKey &key : calendar.keys())
        keys.push_back(remembered(key.bytes, key.day.begin));
    const bool hasGrown = memory->size() > std::max(largeMemory, 2 * memoryWritten);
    const bool isAnew = !isMemoryWhole || hasGrown || keys != rememberedKeys;
    rememberedKeys = std::move(keys);
    const auto done = isAnew ? memory->write(everything(), crowds()) : memory->append(news);
    news = {};
    if (!done && isMemoryWhole)
        writeLog(LogLevel::Warning, "visits.notRemembered", {{QStringLiteral("detail"), done.error().detail}});
    isMemoryWhole = done.ok();
    if (isAnew)
        memoryWritten = memory->size();
}

RememberedVisits VisitCounter::Private::everything()
{
    RememberedVisits all{.keys = rememberedKeys, .visitors = {}, .deliveries = {}};
    for (const DayVisitors &visitors : days) {
        for (const VisitorHash visitor : visitors.seen) {
            if (!visitors.people.contains(visitor))
                all.visitors.push_back({.visitor = visitor, .day = visitors.day.begin});
        }
        for (const auto &[visitor, active] : visitors.people) {
            for (const PageSeen &seen : active.pages)
                all.deliveries.push_back({.visitor = visitor, .page = seen.page, .at = seen.countedAt});
            const quint64 last = active.pages.empty() ? 0 : active.pages.back().page;
            all.deliveries.push_back({.visitor = visitor, .page = last, .at = active.lastSeen});
        }
    }
    return all;
}

std::vector<LiveCrowd> VisitCounter::Private::crowds() const
{
    std::vector<LiveCrowd> live;
    for (const DayVisitors &visitors : days) {
        if (visitors.crowd)
            live.push_back({.day = visitors.day.begin, .crowd = *visitors.crowd});
    }
    return live;
}

/// As if all of it had just been delivered, but for the counts.
void VisitCounter::Private::restore(const RememberedVisits &visits, Instant now)
{
    std::optional<HashKey> keyOfAgents;
    std::vector<DayKey> keys;
    for (const RememberedKey &key : visits.keys) {
        const Day day = calendar.dayOf(key.day);
        if (key.day == Instant())
            keyOfAgents = recalled(key);
        else if (day.begin == key.day && !day.isOver(now))
            keys.push_back({.day = day, .bytes = recalled(key)});
    }
    if (!keyOfAgents)
        return;
    agentKey = *keyOfAgents;
    for (const DayKey &key : keys)
        calendar.addKey(key);
    const auto isOfThese = [&](Instant at) {
        return std::ranges::any_of(keys, [at](const DayKey &key) { return key.day.contains(at); });
    };
    for (const RememberedVisitor &visitor : visits.visitors) {
        if (isOfThese(visitor.day))
            visitorsOf(visitor.day).seen.insert(visitor.visitor);
    }
    for (const RememberedCrowd &crowd : visits.crowds) {
        if (!isOfThese(crowd.day))
            continue;
        auto known = std::make_unique<VisitCrowd>(visitGap, reloadWindow, onlineWindow);
        if (known->read(crowd.bytes))
            visitorsOf(crowd.day).crowd = std::move(known);
    }
    std::vector<RememberedDelivery> deliveries = visits.deliveries;
    std::ranges::stable_sort(deliveries, {}, &RememberedDelivery::at);
    for (const RememberedDelivery &delivery : deliveries) {
        if (isOfThese(delivery.at))
            countPerson(visitorsOf(delivery.at),
                        {.at = delivery.at, .visitor = delivery.visitor, .page = delivery.page});
    }
    pending = {};
    forgetTheAbsent(now);
}

DayVisitors &VisitCounter::Private::visitorsOf(Instant at)
{
    if (!days.empty() && days.back().day.contains(at))
        return days.back();
    if (days.size() == 2 && days.front().day.contains(at)) {
        std::swap(days.front(), days.back());
        return days.back();
    }
    if (days.size() == 2)
        days.erase(days.begin());
    days.push_back({.day = calendar.dayOf(at), .people = {}, .robots = {}, .seen = {}, .crowd = {}});
    return days.back();
}

void VisitCounter::Private::count(const Event &event)
{
    DayVisitors &visitors = visitorsOf(event.at);
    if (!event.isRobot) {
        countPerson(visitors, event);
        return;
    }
    ++pending.days[visitors.day.date].robotViews;
    if (visitors.robots.size() < limits.activeVisitors || visitors.robots.contains(event.visitor))
        visitors.robots[event.visitor] = event.at;
}

void VisitCounter::Private::countPerson(DayVisitors &visitors, const Event &event)
{
    auto found = visitors.people.find(event.visitor);
    if (found == visitors.people.end()) {
        const bool isNew =
            !visitors.seen.contains(event.visitor) && !(visitors.crowd && visitors.crowd->knows(event.visitor));
        const bool isFull =
            visitors.people.size() >= limits.activeVisitors || (isNew && visitors.seen.size() >= limits.visitorsPerDay);
        if (isFull || (visitors.crowd && visitors.crowd->has(event.visitor, event.at))) {
            countInCrowd(visitors, event);
            return;
        }
        VisitDay &day = pending.days[visitors.day.date];
        if (isNew) {
            visitors.seen.insert(event.visitor);
            ++day.visitors;
        }
        ++day.visits;
        found =
            visitors.people.emplace(event.visitor, ActiveVisitor{.lastSeen = event.at, .rememberedAt = {}, .pages = {}})
                .first;
    }
    ActiveVisitor &visitor = found->second;
    if (distance(event.at, visitor.lastSeen) >= visitGap)
        ++pending.days[visitors.day.date].visits;
    visitor.lastSeen = event.at;
    const auto note = [&] {
        visitor.rememberedAt = event.at;
        news.deliveries.push_back({.visitor = event.visitor, .page = event.page, .at = event.at});
    };

    std::erase_if(visitor.pages,
                  [&](const PageSeen &seen) { return distance(event.at, seen.countedAt) >= reloadWindow; });
    if (std::ranges::find(visitor.pages, event.page, &PageSeen::page) != visitor.pages.end()) {
        if (distance(event.at, visitor.rememberedAt) >= rememberedEvery)
            note();
        return;
    }
    note();
    if (visitor.pages.size() >= mostPagesRemembered)
        visitor.pages.erase(visitor.pages.begin());
    visitor.pages.push_back({.page = event.page, .countedAt = event.at});
    ++pending.days[visitors.day.date].views;
    if (event.articleNumber != 0)
        ++pending.itemViews[event.articleNumber];
}

/// More readers than are remembered one by one are counted all the same.
void VisitCounter::Private::countInCrowd(DayVisitors &visitors, const Event &event)
{
    if (!visitors.crowd)
        visitors.crowd = std::make_unique<VisitCrowd>(visitGap, reloadWindow, onlineWindow);
    const bool isKnown = visitors.seen.contains(event.visitor);
    const VisitCrowd::Seen seen = visitors.crowd->add(event.visitor, event.page, event.at);
    VisitDay &day = pending.days[visitors.day.date];
    day.visitors += seen.isNewVisitor && !isKnown ? 1 : 0;
    day.visits += seen.isNewVisit ? 1 : 0;
    if (!seen.isNewView)
        return;
    ++day.views;
    if (event.articleNumber != 0)
        ++pending.itemViews[event.articleNumber];
    news.deliveries.push_back({.visitor = event.visitor, .page = event.page, .at = event.at});
}

void VisitCounter::Private::forgetTheAbsent(Instant now)
{
    std::erase_if(days, [&](const DayVisitors &visitors) { return visitors.day.isOver(now); });
    for (DayVisitors &visitors : days) {
        std::erase_if(visitors.people,
                      [&](const auto &person) { return distance(now, person.second.lastSeen) >= visitGap; });
        std::erase_if(visitors.robots, [&](const auto &robot) { return distance(now, robot.second) >= onlineWindow; });
    }
}

/// Adds `sent` to the ledger and reads the totals.
Result<void> VisitCounter::Private::write(Database &database, Instant now)
{
    newItemViews.clear();
    auto transaction = Transaction::begin(database, sent.isEmpty() ? Access::Read : Access::Write);
    if (!transaction)
        return transaction.error();
    VisitStore store(*transaction);
    if (!sent.isEmpty()) {
        const auto isFirstTime = store.beginBatch(writer, batchNumber, now);
        if (!isFirstTime)
            return isFirstTime.error();
        for (auto &[date, day] : sent.days) {
            day.day = date;
            if (!*isFirstTime)
                continue;
            if (const auto added = store.add(day); !added)
                return added.error();
        }
        for (const auto &[article, views] : sent.itemViews) {
            const auto stored = store.addItemViews(article, *isFirstTime ? views : 0);
            if (!stored)
                return stored.error();
            newItemViews[article] = *stored;
        }
    }
    const auto read = store.totals(calendar.dayOf(now).date);
    if (!read)
        return read.error();
    if (const auto committed = transaction->commit(); !committed)
        return committed.error();
    totals = *read;
    totalsReadAt = now;
    return {};
}

void VisitCounter::Private::publish(Instant now)
{
    VisitBlock block{.today = totals.today, .month = totals.month, .total = totals.total};
    for (DayVisitors &visitors : days) {
        if (!visitors.day.contains(now))
            continue;
        block.guests = std::ranges::count_if(
            visitors.people, [&](const auto &person) { return distance(now, person.second.lastSeen) < onlineWindow; });
        block.robots = static_cast<qint64>(visitors.robots.size());
        if (visitors.crowd)
            block.guests += visitors.crowd->online(now);
    }
    block.online = block.guests + block.robots;
    const std::lock_guard lock(publishedMutex);
    publishedBlock = block;
    for (const auto &[article, views] : newItemViews)
        publishedViews.set(article, views);
}

Result<void> VisitCounter::rememberIn(const QString &path, Instant now)
{
    d->memory.emplace(path);
    auto visits = d->memory->read();
    if (!visits)
        return visits.error();
    d->restore(*visits, now);
    d->news = {};
    return {};
}

Result<void> VisitCounter::load(Database &database, Instant now)
{
    auto transaction = Transaction::begin(database, Access::Read);
    if (!transaction)
        return transaction.error();
    const VisitStore store(*transaction);
    const auto totals = store.totals(d->calendar.dayOf(now).date);
    if (!totals)
        return totals.error();
    d->totals = *totals;
    d->totalsReadAt = now;
    transaction->rollback();
    if (const auto read = d->readViews(database); !read)
        return read.error();
    d->publish(now);
    return {};
}

// In the thread that adds to them, so what is read here is never older than what that has published.
Result<void> VisitCounter::Private::readViews(Database &database)
{
    constexpr int atOnce = 5000;
    if (viewsReadDownTo == 0)
        return {};
    auto transaction = Transaction::begin(database, Access::Read);
    if (!transaction)
        return transaction.error();
    const auto views = VisitStore(*transaction).itemViewsBelow(viewsReadDownTo, atOnce);
    if (!views)
        return views.error();
    viewsReadDownTo = std::ssize(*views) < atOnce ? 0 : views->back().first;
    const std::lock_guard lock(publishedMutex);
    for (const auto &[article, count] : *views)
        publishedViews.set(article, count);
    return {};
}

Result<void> VisitCounter::flush(Database &database, Instant now)
{
    d->collect(now);
    // What was sent before and not acknowledged goes first, unchanged, under its own number.
    while (!d->sent.isEmpty() || !d->pending.isEmpty()) {
        if (d->sent.isEmpty()) {
            std::swap(d->sent, d->pending);
            ++d->batchNumber;
        }
        if (const auto written = d->write(database, now); !written) {
            d->publish(now);
            return written.error().during(QStringLiteral("adding visits to the ledger"));
        }
        d->sent = {};
        d->publish(now);
    }
    const bool isOtherDay = d->calendar.dayOf(now).date != d->calendar.dayOf(d->totalsReadAt).date;
    if (isOtherDay || distance(now, d->totalsReadAt) >= totalsAge) {
        if (const auto read = d->write(database, now); !read)
            return read.error().during(QStringLiteral("reading the ledger of visits"));
    }
    d->newItemViews.clear();
    d->publish(now);
    return d->readViews(database);
}

VisitBlock VisitCounter::block() const
{
    const std::lock_guard lock(d->publishedMutex);
    return d->publishedBlock;
}

qint64 VisitCounter::views(qint64 articleNumber) const
{
    const std::lock_guard lock(d->publishedMutex);
    return d->publishedViews.of(articleNumber);
}

quint64 VisitCounter::uncounted() const
{
    return d->uncounted;
}

} // namespace toasoan
