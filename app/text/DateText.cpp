#include "text/DateText.h"

#include <QLocale>

namespace toasoan {

namespace {

QLocale locale(Language language)
{
    return language == Language::Vietnamese ? QLocale(QLocale::Vietnamese, QLocale::Vietnam)
                                            : QLocale(QLocale::English, QLocale::UnitedKingdom);
}

} // namespace

QString dateLine(Instant instant, const QTimeZone &zone, Language language)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(toMilliseconds(instant), zone);
    const QString form = language == Language::Vietnamese ? QStringLiteral("HH:mm, dddd, d-M-yyyy")
                                                          : QStringLiteral("HH:mm, dddd, d MMMM yyyy");
    return locale(language).toString(local, form);
}

QString numberText(qint64 number, Language language)
{
    return locale(language).toString(number);
}

} // namespace toasoan
