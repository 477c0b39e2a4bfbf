#include "portal/Format.h"

#include "text/DateText.h"

namespace toasoan::portal {

Format::Format(Language language, const QTimeZone &zone)
    : m_language(language)
    , m_locale(localeOf(language))
    , m_zone(zone.isValid() ? zone : QTimeZone::utc())
{ }

QDateTime Format::local(Instant instant) const
{
    return QDateTime::fromMSecsSinceEpoch(toMilliseconds(instant), m_zone);
}

QString Format::moment(Instant instant) const
{
    return dateLine(instant, m_zone, m_language);
}

QString Format::shortMoment(Instant instant) const
{
    return m_locale.toString(local(instant),
                             m_language == Language::Vietnamese ? QStringLiteral("HH:mm, d-M-yyyy")
                                                                : QStringLiteral("HH:mm, d MMM yyyy"));
}

QString Format::weekday(Instant instant) const
{
    return dayLine(local(instant).date(), m_language);
}

QString Format::day(Instant instant) const
{
    return m_locale.toString(
        local(instant), m_language == Language::Vietnamese ? QStringLiteral("d-M-yyyy") : QStringLiteral("d MMM yyyy"));
}

QString Format::time(Instant instant) const
{
    return local(instant).toString(QStringLiteral("HH:mm"));
}

QString Format::machine(Instant instant) const
{
    const QDateTime moment = local(instant);
    return moment.toOffsetFromUtc(moment.offsetFromUtc()).toString(Qt::ISODate);
}

QString Format::mail(Instant instant) const
{
    return QLocale::c().toString(local(instant), QStringLiteral("ddd, ")) + local(instant).toString(Qt::RFC2822Date);
}

QString Format::number(qint64 number) const
{
    return numberText(number, m_language);
}

bool Format::sameDay(Instant one, Instant other) const
{
    return local(one).date() == local(other).date();
}

} // namespace toasoan::portal
