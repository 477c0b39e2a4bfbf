#include "text/DateText.h"

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

enum class Place
{
    Alone,
    InSentence
};

// Decree 30/2020, Annex II, V.8c: "thứ Hai" … "thứ Bảy", "Chủ nhật". The locale has "Chủ Nhật".
QString weekday(const QDate &date, Language language, Place place)
{
    const QString name = localeOf(language).dayName(date.dayOfWeek());
    if (language != Language::Vietnamese)
        return name;
    if (date.dayOfWeek() == Qt::Sunday)
        return u"Chủ nhật"_s;
    return place == Place::InSentence ? name.left(1).toLower() + name.mid(1) : name;
}

QString day(const QDate &date, Language language, Place place)
{
    return u"%1, %2"_s.arg(
        weekday(date, language, place),
        localeOf(language).toString(date, language == Language::Vietnamese ? u"d-M-yyyy"_s : u"d MMMM yyyy"_s));
}

QString line(Instant instant, const QTimeZone &zone, Language language, Place place)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(toMilliseconds(instant), zone);
    return u"%1, %2"_s.arg(localeOf(language).toString(local.time(), u"HH:mm"_s), day(local.date(), language, place));
}

} // namespace

QString dateLine(Instant instant, const QTimeZone &zone, Language language)
{
    return line(instant, zone, language, Place::Alone);
}

QString dateWords(Instant instant, const QTimeZone &zone, Language language)
{
    return line(instant, zone, language, Place::InSentence);
}

QString dayLine(const QDate &date, Language language)
{
    return day(date, language, Place::Alone);
}

QString numberText(qint64 number, Language language)
{
    return localeOf(language).toString(number);
}

} // namespace toasoan
