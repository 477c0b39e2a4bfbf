// How the portal writes times and numbers, in one language and one time zone.
#pragma once

#include "base/Clock.h"
#include "portal/Site.h"

#include <QDateTime>
#include <QLocale>

namespace toasoan::portal {

class Format
{
public:
    Format(Language language, const QTimeZone &zone);

    /// "16:20, Thứ Hai, 2-10-2023" · "16:20, Monday, 2 October 2023"
    [[nodiscard]] QString moment(Instant instant) const;
    /// "16:20, 2-10-2023" · "16:20, 2 Oct 2023"
    [[nodiscard]] QString shortMoment(Instant instant) const;
    /// "Thứ Hai, 2-10-2023" · "Monday, 2 October 2023"
    [[nodiscard]] QString weekday(Instant instant) const;
    /// "2-10-2023" · "2 Oct 2023"
    [[nodiscard]] QString day(Instant instant) const;
    /// "16:20"
    [[nodiscard]] QString time(Instant instant) const;
    /// "2023-10-02T16:20:14+07:00" (RFC 3339), for machines.
    [[nodiscard]] QString machine(Instant instant) const;
    /// "Mon, 02 Oct 2023 16:20:14 +0700" (RFC 822 with the four-digit year of RFC 1123), for RSS.
    [[nodiscard]] QString mail(Instant instant) const;
    /// "1.730.453" · "1,730,453"
    [[nodiscard]] QString number(qint64 number) const;

    /// Whether two moments fall on the same day in the zone.
    [[nodiscard]] bool sameDay(Instant one, Instant other) const;

private:
    [[nodiscard]] QDateTime local(Instant instant) const;

    Language m_language;
    QLocale m_locale;
    QTimeZone m_zone;
};

} // namespace toasoan::portal
