#include "ui/models/UnfinishedList.h"

#include "ui/widgets/ErrorText.h"

#include <QCoreApplication>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(UnfinishedList)
};

} // namespace

UnfinishedList listUnderWay(const ConnectionView &connection)
{
    return {.icon = u"refresh-cw"_s,
            .title = Texts::tr("Fetching the articles…"),
            .text = connection.received
                ? Texts::tr("%1% fetched so far. New articles can be written meanwhile.").arg(*connection.received)
                : Texts::tr("New articles can be written meanwhile."),
            .wayOn = UnfinishedList::WayOn::None};
}

std::optional<UnfinishedList> listNotYetKnown(const ConnectionView &connection, SignInState signIn)
{
    using WayOn = UnfinishedList::WayOn;
    const bool knewAll = connection.lastSync.has_value();
    if (signIn == SignInState::SignedIn && connection.connection == Connection::Connecting) {
        if (!knewAll || connection.received) // all of it once more, from a server that was restored
            return listUnderWay(connection);
        return std::nullopt;
    }
    if (knewAll)
        return std::nullopt;
    const QString title = Texts::tr("The articles have not been fetched yet");
    if (signIn != SignInState::SignedIn)
        return UnfinishedList{.icon = u"log-out"_s,
                              .title = title,
                              .text = Texts::tr("They come once you have signed in again."),
                              .wayOn = WayOn::None};
    if (connection.connection == Connection::Offline)
        return UnfinishedList{.icon = u"cloud-off"_s,
                              .title = title,
                              .text = Texts::tr("You chose to work offline."),
                              .wayOn = WayOn::Connect};
    if (connection.connection == Connection::NoNetwork)
        return UnfinishedList{.icon = u"cloud-off"_s,
                              .title = title,
                              .text = connection.problem ? errorText(*connection.problem)
                                                         : Texts::tr("They come as soon as there is a connection."),
                              .wayOn = WayOn::Reach};
    return std::nullopt;
}

UnfinishedList listFailed(const Error &error)
{
    return {.icon = u"triangle-alert"_s,
            .title = Texts::tr("The list cannot be loaded"),
            .text = errorText(error),
            .wayOn = UnfinishedList::WayOn::TryAgain};
}

QString staleListText(const Error &error)
{
    return Texts::tr("This list could not be loaded anew, so it may be out of date. %1").arg(errorText(error));
}

QString wayOnText(UnfinishedList::WayOn wayOn)
{
    switch (wayOn) {
    case UnfinishedList::WayOn::None:
        return {};
    case UnfinishedList::WayOn::TryAgain:
    case UnfinishedList::WayOn::Reach:
        return Texts::tr("Try again");
    case UnfinishedList::WayOn::Connect:
        return Texts::tr("Connect");
    }
    Q_UNREACHABLE();
}

void goOn(Desk &desk, UnfinishedList::WayOn wayOn)
{
    switch (wayOn) {
    case UnfinishedList::WayOn::None:
    case UnfinishedList::WayOn::TryAgain:
        return;
    case UnfinishedList::WayOn::Reach:
        desk.sync(&desk, {}); // how it went is seen by the connection
        return;
    case UnfinishedList::WayOn::Connect:
        desk.setWorkOffline(false);
        return;
    }
    Q_UNREACHABLE();
}

} // namespace toasoan
