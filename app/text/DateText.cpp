#include "text/DateText.h"

namespace toasoan {

QString dateLine(Instant instant, const QTimeZone &zone, Language language)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(toMilliseconds(instant), zone);
    const QString form = language == Language::Vietnamese ? QStringLiteral("HH:mm, dddd, d-M-yyyy")
                                                          : QStringLiteral("HH:mm, dddd, d MMMM yyyy");
    return localeOf(language).toString(local, form);
}

QString numberText(qint64 number, Language language)
{
    return localeOf(language).toString(number);
}

} // namespace toasoan
