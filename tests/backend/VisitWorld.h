// A counter of visits with its ledger, and a clock that is set by hand.
#pragma once

#include "backend/VisitCounter.h"
#include "storage/Database.h"
#include "support/TemporaryDatabase.h"

namespace toasoan {

inline const QStringList visitsSet{QStringLiteral(":/sql/visits")};
inline constexpr const char *browser =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:109.0) Gecko/20100101 Firefox/118.0";
inline constexpr const char *robot = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";

inline QTimeZone vietnam()
{
    return QTimeZone("Asia/Ho_Chi_Minh");
}

/// A moment of the site's clock: "2023-10-02 16:20:14".
inline Instant at(const QString &text)
{
    QDateTime time = QDateTime::fromString(text, QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    time.setTimeZone(vietnam());
    return fromMilliseconds(time.toMSecsSinceEpoch());
}

inline RobotList robots()
{
    return *RobotList::builtIn();
}

/// A counter with its ledger, and a clock that is set by hand.
struct World
{
    explicit World(Engine engine, const VisitLimits &limits = {})
        : temporary(engine, visitsSet)
        , counter(2, vietnam(), robots(), dice, limits)
    { }

    TemporaryDatabase temporary;
    SystemDice dice;
    VisitCounter counter;
    Instant now = at(QStringLiteral("2023-10-02 08:00:00"));

    void deliver(const QString &who, quint64 page, std::optional<qint64> article = {}, std::size_t shard = 0)
    {
        const QByteArray address = who.toUtf8();
        counter.record(shard,
                       {.address = {address.constData(), static_cast<std::size_t>(address.size())},
                        .userAgent = who.startsWith(QStringLiteral("robot")) ? robot : browser,
                        .page = page,
                        .articleNumber = article,
                        .at = now});
    }
    Result<void> flush() { return counter.flush(temporary.database(), now); }
    VisitDay day(QDate date = QDate(2023, 10, 2))
    {
        auto transaction = *Transaction::begin(temporary.database(), Access::Read);
        const auto days = VisitStore(transaction).days(date, date);
        return days && !days->empty() ? days->front() : VisitDay();
    }
};

} // namespace toasoan
