// Days of the calendar that a text says in figures, in any of the ways in which they are written here: 3/10/2025,
// 03-10-2025, 3.10.2025, 3/10 năm 2025, 3 tháng 10 năm 2025.
#pragma once

#include "text/NumberText.h"

#include <QDate>

namespace toasoan {

enum class SharedMonth
{
    LeftOut,
    Told ///< of "từ 11 đến 15/8/2021" and "11, 12 và 13/8/2021" all days that are named, not the last alone
};

/// The days of `text`, in their order. The digits of each are the eight of year, month and day ("20251003"), the same
/// however it was written; the local ones are those of that day of any year ("99991003"). Whether the month has so many
/// days is not looked at. Tháng and năm may be typed without their accents.
[[nodiscard]] std::vector<NumberPlace> days(const QString &text, SharedMonth shared);

/// The days of `text` that are said without a year ("sáng 2/10", "ngày 2 tháng 10"), as a text of `written` means them:
/// of the year in which they are nearest to it. Their digits as above.
[[nodiscard]] std::vector<NumberPlace> daysOfTheYear(const QString &text, const QDate &written);

/// The same days, whatever the year: both digits are those of any.
[[nodiscard]] std::vector<NumberPlace> daysWithoutYear(const QString &text);

/// The digits of a day, as above; and of that day of any year.
[[nodiscard]] QString digitsOf(const QDate &day);
[[nodiscard]] QString digitsOfAnyYear(const QDate &day);

} // namespace toasoan
