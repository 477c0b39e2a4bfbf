#include "text/NewsroomZone.h"

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

QTimeZone &zoneInUse()
{
    static QTimeZone zone = zoneNamed({});
    return zone;
}

} // namespace

QTimeZone zoneNamed(const QString &name)
{
    for (const QString &each : {name, u"Asia/Ho_Chi_Minh"_s}) {
        if (QTimeZone zone(each.toUtf8()); !each.isEmpty() && zone.isValid()) // Qt takes no name for this PC's
            return zone;
    }
    return QTimeZone(7 * 3600); // a PC without a list of zones
}

QDate dayIn(Instant at, const QString &zone)
{
    return QDateTime::fromMSecsSinceEpoch(toMilliseconds(at), zoneNamed(zone)).date();
}

QTimeZone newsroomZone()
{
    return zoneInUse();
}

void useNewsroomZone(const QTimeZone &zone)
{
    zoneInUse() = zone;
}

QDateTime newsroomTime(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(toMilliseconds(at), zoneInUse());
}

bool isThisPcElsewhere(Instant at, const QTimeZone &zone)
{
    const QDateTime there = QDateTime::fromMSecsSinceEpoch(toMilliseconds(at), zone);
    return there.offsetFromUtc() != there.toLocalTime().offsetFromUtc();
}

} // namespace toasoan
