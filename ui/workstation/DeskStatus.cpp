#include "ui/workstation/DeskStatus.h"

#include "ui/models/DeskClock.h"
#include "ui/models/NewsroomText.h"
#include "ui/widgets/ErrorText.h"

#include <QCoreApplication>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(DeskStatus)
};

QString clockText(std::chrono::minutes ahead)
{
    const qint64 minutes = std::chrono::abs(ahead).count();
    const QString far = minutes < 120 ? Texts::tr("%Ln minute(s)", nullptr, int(minutes))
        : minutes < 48 * 60           ? Texts::tr("%Ln hour(s)", nullptr, int(minutes / 60))
                                      : Texts::tr("%Ln day(s)", nullptr, int(minutes / (24 * 60)));
    return ahead.count() > 0 ? Texts::tr("This PC's clock is %1 fast").arg(far)
                             : Texts::tr("This PC's clock is %1 slow").arg(far);
}

} // namespace

StatusItem connectionStatus(const ConnectionView &connection, SignInState signIn, Instant now)
{
    if (signIn == SignInState::SessionEnded) {
        return {.icon = u"log-out"_s,
                .text = Texts::tr("Not signed in: sign in again"),
                .explanation = Texts::tr("You can go on writing; nothing is sent until you sign in again."),
                .tone = Tone::Bad};
    }
    const QString why = connection.problem ? errorText(*connection.problem) : QString();
    switch (connection.connection) {
    case Connection::Online:
        if (connection.heldUp)
            return {.icon = u"triangle-alert"_s,
                    .text = Texts::tr("Online, but not all goes out"),
                    .explanation = heldUpText(byServer(*connection.heldUp, connection), byServer(now, connection)),
                    .tone = Tone::Warning};
        if (connection.clockAhead)
            return {.icon = u"triangle-alert"_s,
                    .text = clockText(*connection.clockAhead),
                    .explanation = Texts::tr("Set the clock of this PC. Hours of publishing go by the server's."),
                    .tone = Tone::Warning};
        return {.icon = u"cloud"_s,
                .text = Texts::tr("Online"),
                .explanation = Texts::tr("Connected to the server. Click to work offline."),
                .tone = Tone::Good};
    case Connection::Offline:
        return {.icon = u"cloud-off"_s,
                .text = Texts::tr("Working offline"),
                .explanation = Texts::tr("You chose to work offline. Click to connect again."),
                .tone = Tone::Warning};
    case Connection::NoNetwork:
        return {.icon = u"cloud-off"_s,
                .text = Texts::tr("No connection: working offline"),
                .explanation = why.isEmpty() ? Texts::tr("Reconnecting automatically. Click to try now.") : why,
                .tone = Tone::Warning};
    case Connection::Connecting:
        return {.icon = u"refresh-cw"_s,
                .text = connection.received ? Texts::tr("Downloading: %1%").arg(*connection.received)
                                            : Texts::tr("Connecting…"),
                .explanation = why.isEmpty() ? Texts::tr("You can go on writing meanwhile.") : why,
                .tone = Tone::Neutral};
    }
    Q_UNREACHABLE();
}

StatusItem outboxStatus(const OutboxCounts &counts)
{
    if (counts.waiting == 0)
        return {};
    if (counts.refused + counts.stopped > 0) {
        return {.icon = u"triangle-alert"_s,
                .text = counts.stopped == 0 ? Texts::tr("%Ln refused by the server", nullptr, counts.refused)
                                            : Texts::tr("%Ln to resolve", nullptr, counts.refused + counts.stopped),
                .explanation = Texts::tr("Click to see why and resolve it."),
                .tone = Tone::Bad};
    }
    return {.icon = u"inbox"_s,
            .text = Texts::tr("%Ln waiting to be sent", nullptr, counts.waiting),
            .explanation = Texts::tr("Saved on this PC and sent automatically. Click to see what is waiting."),
            .tone = Tone::Warning};
}

StatusItem syncStatus(const ConnectionView &connection, Instant now)
{
    if (!connection.lastSync)
        return {};
    return {.icon = u"circle-check"_s,
            .text = Texts::tr("Up to date: %1")
                        .arg(whenText(byServer(*connection.lastSync, connection), byServer(now, connection))),
            .explanation = Texts::tr("Last full sync: %1").arg(momentWords(byServer(*connection.lastSync, connection))),
            .tone = Tone::Neutral};
}

} // namespace toasoan
