// Counts visits in memory and adds them to the ledger (storage/VisitStore.h). Each word has one meaning:
//
// - page view (lượt xem): one page delivered to a person; the same visitor reloading the same page within 10 minutes of
//   a counted view counts once.
// - visit (lượt truy cập): a visitor's series of page views with no gap of 30 minutes. It belongs to the day it began.
// - visitor (khách): one (address, browser) pair under a key that is thrown away each day. So at midnight in the site's
//   time zone everyone is new: a new visitor, a new visit.
// - online (đang truy cập): visitors of the day seen within the last 5 minutes; people and search robots.
// - search robot (máy chủ tìm kiếm): declared, from a kept list (RobotList); never part of visits.
//
// An address is never stored: it is hashed together with the browser (SipHash-2-4) under the random key of the day. The
// key, and who was seen as such hashes, are kept in a file until the day is over (VisitMemory), so that a server that
// is started again does not count the same readers again.
//
// Two halves. record() is called by the threads that serve pages, each with its own shard: it takes no lock that
// another thread wants but for the moment in which flush() takes the shard's events away. flush() is called by one
// thread, every second (VisitFlusher), and does the rest: telling robots, joining what the shards have seen of the same
// visitor, and adding it all to the ledger in one transaction. If that fails the counts are kept and added the next
// time; if only the answer was lost they are not added again. A killed program loses what it has recorded since the
// last flush.
//
// Memory is bounded (VisitLimits). More readers than are remembered one by one are counted all the same, in a further
// 56 MiB (VisitCrowd). More deliveries between two flushes than fit are not counted, and told by uncounted(): the
// figures of an authority may be too low under an attack, never inflated by it.
#pragma once

#include "backend/RobotList.h"
#include "base/Clock.h"
#include "base/Dice.h"
#include "base/Result.h"
#include "storage/VisitStore.h"

#include <QString>
#include <QTimeZone>

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>

namespace toasoan {

class Database;

/// A page that has been delivered, from the front page to an item.
struct PageDelivery
{
    /// The reader's address, in any form that is always the same for the same one; at most 64 bytes count.
    std::string_view address;
    /// The User-Agent header; at most 512 bytes count.
    std::string_view userAgent;
    /// Any number that is the same for the same page, and another for another page.
    quint64 page = 0;
    /// The public number of the article whose page it is.
    std::optional<qint64> articleNumber;
    Instant at;
};

/// What the portal shows beside every page.
struct VisitBlock
{
    qint64 online = 0; ///< Đang truy cập: guests and robots.
    qint64 robots = 0; ///< Máy chủ tìm kiếm.
    qint64 guests = 0; ///< Khách viếng thăm: people online.
    qint64 today = 0; ///< Hôm nay: visits.
    qint64 month = 0; ///< Tháng hiện tại: visits.
    qint64 total = 0; ///< Tổng lượt truy cập: visits and the opening balance.

    bool operator==(const VisitBlock &) const = default;
};

struct VisitLimits
{
    std::size_t deliveriesPerShard = 1'000'000; ///< Between two flushes.
    /// Different User-Agents between two flushes; the rest count as robots: so many at once are no readers.
    std::size_t agentsPerShard = 2'000;
    std::size_t visitorsPerDay = 1'000'000; ///< Remembered one by one, as those of the next line.
    std::size_t activeVisitors = 100'000; ///< In the last 30 minutes; people and robots each.
};

class VisitCounter
{
public:
    static constexpr Milliseconds reloadWindow = std::chrono::minutes(10);
    static constexpr Milliseconds visitGap = std::chrono::minutes(30);
    static constexpr Milliseconds onlineWindow = std::chrono::minutes(5);

    /// `zone` is where the site's days begin and end. `dice` makes the daily keys: SystemDice but in tests.
    VisitCounter(std::size_t shards, const QTimeZone &zone, RobotList robots, Dice &dice,
                 const VisitLimits &limits = {});
    ~VisitCounter();
    Q_DISABLE_COPY_MOVE(VisitCounter)

    /// Remembers a delivery: well under a microsecond. From any thread; a shard should have one thread only.
    void record(std::size_t shard, const PageDelivery &delivery);

    /// Recalls the readers of the day from this file, and remembers them there from now on. Once, before the first
    /// record(). Unavailable "visits.memory" if it is there and cannot be read; it is then written anew.
    [[nodiscard]] Result<void> rememberIn(const QString &path, Instant now);

    /// Reads what the ledger has, for block() and for the views() of the newest items. Once, before the first flush().
    [[nodiscard]] Result<void> load(Database &database, Instant now);

    /// Adds what was recorded to the ledger, and reads the views of some more items, the newer ones first, until all
    /// are known: a start must not wait for a million of them. One thread at a time, that of `database`.
    [[nodiscard]] Result<void> flush(Database &database, Instant now);

    /// As of the last flush. From any thread.
    [[nodiscard]] VisitBlock block() const;
    /// The page views of an article, as of the last flush. From any thread.
    [[nodiscard]] qint64 views(qint64 articleNumber) const;

    /// Deliveries that were not counted because of VisitLimits, since the start.
    [[nodiscard]] quint64 uncounted() const;

private:
    struct Private;

    std::unique_ptr<Private> d;
};

} // namespace toasoan
