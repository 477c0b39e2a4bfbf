// Hours and dates as people type them. What could be meant in two ways is not read at all.
#pragma once

#include "base/Clock.h"

#include <QDate>
#include <QStringView>
#include <QTime>
#include <QTimeZone>

#include <optional>

namespace toasoan {

/// "9", "9h", "9h30", "9:30", "930", "0930", "09.30", "9 giờ 30", "9:30 pm". Nothing for what is no hour of a day.
[[nodiscard]] std::optional<QTime> hourFromText(QStringView text);

/// "30-11-2026", "5/12/2026", "5.12.26", "05122026", "2026-12-05", "ngày 5 tháng 12 năm 2026"; "5-12" is the one
/// that lies nearest to `today`, before or after it. Nothing for what is no day.
[[nodiscard]] std::optional<QDate> dateFromText(QStringView text, const QDate &today);

/// Whether the year of that day is in the text too, and is not taken from today's.
[[nodiscard]] bool saysItsYear(QStringView text);

/// A day that no month has: "30-2", "31-11-2026", "29-2-2027".
struct MissingDay
{
    int day = 0;
    int month = 0; ///< 1 … 12
    std::optional<int> year;
};
/// Nothing if the text names a day that there is, or none at all.
[[nodiscard]] std::optional<MissingDay> missingDayIn(QStringView text);

/// When the clocks of a zone show that hour of that day; nothing if they leave it out there.
[[nodiscard]] std::optional<Instant> instantAt(const QDate &date, const QTime &time, const QTimeZone &zone);

struct ReadMoment
{
    Instant at;
    bool saysItsZone = true; ///< if not, `zone` was taken
};
/// ISO 8601 with an hour: "2026-12-31T07:00:00+07:00", "2026-12-31 07:00", "2026-12-31T00:00Z". A day alone is no
/// moment.
[[nodiscard]] std::optional<ReadMoment> momentFromText(QStringView text, const QTimeZone &zone);

} // namespace toasoan
