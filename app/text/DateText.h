// Moments and numbers as readers of this country expect them.
#pragma once

#include "base/Clock.h"

#include <QString>
#include <QTimeZone>

namespace toasoan {

enum class Language
{
    Vietnamese,
    English
};

/// The language's code: "vi" or "en".
[[nodiscard]] QString toText(Language language);
/// Vietnamese for any code that is not "en".
[[nodiscard]] Language languageFromText(QStringView code);

/// Time, weekday, date: "16:20, Thứ Hai, 2-10-2023" or "16:20, Monday, 2 October 2023".
[[nodiscard]] QString dateLine(Instant instant, const QTimeZone &zone, Language language);

/// Groups of three: "1.730.453" or "1,730,453".
[[nodiscard]] QString numberText(qint64 number, Language language);

} // namespace toasoan
