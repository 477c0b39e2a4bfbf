#include "ui/models/PortalLink.h"

#include "domain/PortalAddress.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>

namespace toasoan {

QUrl portalAddress(const Desk &desk, const Article &article)
{
    return publicAddress(article, desk.findSection(article.content.section), desk.site(), desk.account().server);
}

void showOnPortal(const QUrl &address)
{
    if (!address.isEmpty())
        QDesktopServices::openUrl(address);
}

void copyAddress(const QUrl &address)
{
    if (!address.isEmpty())
        QGuiApplication::clipboard()->setText(address.toString(QUrl::FullyEncoded));
}

} // namespace toasoan
