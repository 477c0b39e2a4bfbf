// Whose hours they are: every hour that a person reads, types or is asked for is the newsroom's, wherever his PC stands
// and whatever its clock is set to. The one place that may ask what zone this PC is in.
#pragma once

#include "base/Clock.h"

#include <QDateTime>
#include <QString>
#include <QTimeZone>

namespace toasoan {

/// The zone of that name ("Asia/Ho_Chi_Minh", a setting of the site); that of Viet Nam if this PC knows no such zone.
[[nodiscard]] QTimeZone zoneNamed(const QString &name);

/// The day that it is at that moment in the zone of that name.
[[nodiscard]] QDate dayIn(Instant at, const QString &zone);

/// The zone of the newsroom whose windows these are; that of Viet Nam until useNewsroomZone() was called. As the
/// language of the windows one for the program; in the GUI thread.
[[nodiscard]] QTimeZone newsroomZone();
void useNewsroomZone(const QTimeZone &zone);

/// A moment on the newsroom's clock.
[[nodiscard]] QDateTime newsroomTime(Instant at);

/// Whether the clock of this PC shows another hour than one in `zone` at that moment.
[[nodiscard]] bool isThisPcElsewhere(Instant at, const QTimeZone &zone);

} // namespace toasoan
