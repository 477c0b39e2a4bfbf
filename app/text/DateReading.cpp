#include "text/DateReading.h"

#include <QDateTime>
#include <QRegularExpression>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

QRegularExpressionMatch matchOf(const QString &pattern, QStringView text)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern), QRegularExpression::CaseInsensitiveOption)
        .match(text.toString().normalized(QString::NormalizationForm_KC).simplified());
}

std::optional<QDate> validDate(int year, int month, int day)
{
    const QDate date(year, month, day);
    return date.isValid() ? std::optional(date) : std::nullopt;
}

struct TypedDay
{
    int day = 0;
    int month = 0;
    std::optional<int> year;
};

// As it is written; whether there is such a day is another question.
std::optional<TypedDay> typedDay(QStringView text)
{
    if (const auto iso = matchOf(uR"((\d{4})-(\d{1,2})-(\d{1,2}))"_s, text); iso.hasMatch())
        return TypedDay{
            .day = iso.captured(3).toInt(), .month = iso.captured(2).toInt(), .year = iso.captured(1).toInt()};
    auto match = matchOf(
        uR"((?:ngày )?(\d{1,2})(?: ?[-/.–] ?| tháng | )(\d{1,2})(?:(?: ?[-/.–] ?| năm | )(\d{4}|\d{2}))?)"_s, text);
    if (!match.hasMatch())
        match = matchOf(uR"((\d{2})(\d{2})(\d{4}))"_s, text);
    if (!match.hasMatch())
        return std::nullopt;
    TypedDay typed{.day = match.captured(1).toInt(), .month = match.captured(2).toInt(), .year = {}};
    if (const QString year = match.captured(3); !year.isEmpty())
        typed.year = year.toInt() + (year.size() == 2 ? 2000 : 0);
    return typed;
}

} // namespace

std::optional<QTime> hourFromText(QStringView text)
{
    auto match = matchOf(uR"((\d{1,2}) ?(?:(?:h|g|giờ|[:.,]) ?(?:(\d{2}) ?(?:p|ph|phút)?)?)? ?(am|pm)?)"_s, text);
    if (!match.hasMatch())
        match = matchOf(uR"((\d{1,2})(\d{2}) ?(am|pm)?)"_s, text);
    if (!match.hasMatch())
        return std::nullopt;
    int hour = match.captured(1).toInt();
    if (const QString half = match.captured(3).toLower(); !half.isEmpty()) {
        if (hour < 1 || hour > 12)
            return std::nullopt;
        hour = hour % 12 + (half == "pm"_L1 ? 12 : 0);
    }
    const QTime time(hour, match.captured(2).toInt());
    return time.isValid() ? std::optional(time) : std::nullopt;
}

std::optional<QDate> dateFromText(QStringView text, const QDate &today)
{
    const auto typed = typedDay(text);
    if (!typed)
        return std::nullopt;
    if (typed->year)
        return validDate(*typed->year, typed->month, typed->day);
    // Yesterday is yesterday and not a day of next year; 29-2 has to wait for its year.
    std::optional<QDate> nearest;
    for (int year = today.year() - 1; year <= today.year() + 8; ++year) {
        const auto date = validDate(year, typed->month, typed->day);
        if (date && (!nearest || qAbs(today.daysTo(*date)) < qAbs(today.daysTo(*nearest))))
            nearest = date;
    }
    return nearest;
}

bool saysItsYear(QStringView text)
{
    const auto typed = typedDay(text);
    return typed && typed->year;
}

std::optional<MissingDay> missingDayIn(QStringView text)
{
    constexpr int leapYear = 2024;
    const auto typed = typedDay(text);
    if (!typed || typed->month < 1 || typed->month > 12 || typed->day < 1 || typed->day > 31
        || QDate::isValid(typed->year.value_or(leapYear), typed->month, typed->day))
        return std::nullopt;
    return MissingDay{.day = typed->day, .month = typed->month, .year = typed->year};
}

std::optional<Instant> instantAt(const QDate &date, const QTime &time, const QTimeZone &zone)
{
    const QDateTime moment(date, time, zone);
    if (!moment.isValid())
        return std::nullopt;
    // Where clocks are put forward, Qt goes on from an hour that is not there to the one after it.
    const qint64 milliseconds = moment.toMSecsSinceEpoch();
    const QDateTime back = QDateTime::fromMSecsSinceEpoch(milliseconds, zone);
    if (back.date() != date || back.time() != time)
        return std::nullopt;
    return fromMilliseconds(milliseconds);
}

std::optional<ReadMoment> momentFromText(QStringView text, const QTimeZone &zone)
{
    const auto match = matchOf(
        uR"((\d{4}-\d{2}-\d{2})[T ]((?:[01]\d|2[0-3]):\d{2}(?::\d{2}(?:\.\d{1,3})?)?) ?(?:(Z)|([+-])(\d{2}):?(\d{2})?)?)"_s,
        text);
    if (!match.hasMatch())
        return std::nullopt;
    const bool saysItsZone = !match.captured(3).isEmpty() || !match.captured(4).isEmpty();
    const int offset = (match.captured(5).toInt() * 60 + match.captured(6).toInt()) * 60;
    if (offset > 14 * 3600 || match.captured(6).toInt() > 59)
        return std::nullopt;
    const QTimeZone taken = saysItsZone ? QTimeZone(match.captured(4) == u'-' ? -offset : offset) : zone;
    const auto at = instantAt(QDate::fromString(match.captured(1), Qt::ISODate),
                              QTime::fromString(match.captured(2), Qt::ISODateWithMs), taken);
    if (!at)
        return std::nullopt;
    return ReadMoment{.at = *at, .saysItsZone = saysItsZone};
}

} // namespace toasoan
