// Moments and numbers as readers of this country expect them.
#pragma once

#include "base/Clock.h"
#include "text/Language.h"

#include <QString>
#include <QTimeZone>

namespace toasoan {

/// Time, weekday, date, standing for itself: "16:20, Thứ Hai, 2-10-2023" or "16:20, Monday, 2 October 2023".
[[nodiscard]] QString dateLine(Instant instant, const QTimeZone &zone, Language language);
/// The same as part of a sentence, where Vietnamese writes "thứ Hai" but "Chủ nhật".
[[nodiscard]] QString dateWords(Instant instant, const QTimeZone &zone, Language language);

/// The day alone: "Thứ Hai, 2-10-2023", "Chủ nhật, 1-10-2023" or "Monday, 2 October 2023".
[[nodiscard]] QString dayLine(const QDate &date, Language language);

/// Groups of three: "1.730.453" or "1,730,453".
[[nodiscard]] QString numberText(qint64 number, Language language);

} // namespace toasoan
