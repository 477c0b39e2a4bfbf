#include "sync/SystemNetwork.h"

#include "sync/Desk.h"

#include <QNetworkInformation>

namespace toasoan {

void followSystemNetwork(Desk &desk)
{
    if (!QNetworkInformation::loadDefaultBackend())
        return;
    QObject::connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, &desk,
                     [&desk](QNetworkInformation::Reachability reachability) {
                         if (reachability == QNetworkInformation::Reachability::Online)
                             desk.networkReturned();
                     });
}

} // namespace toasoan
