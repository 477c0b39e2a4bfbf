#include "ui/models/PortalButton.h"

#include "ui/models/PortalLink.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/Look.h"

#include <QMenu>

namespace toasoan {

using namespace Qt::StringLiterals;

PortalButton::PortalButton(QWidget *parent) : QPushButton(parent)
{
    setObjectName(u"portal"_s);
    setIcon(toasoan::icon(u"globe"_s));
    setAccessibleName(tr("On the portal"));
    setToolTip(tr("Open on the portal, or copy the address"));
    makeQuiet(this);
    auto *menu = new QMenu(this);
    menu->addAction(toasoan::icon(u"globe"_s), tr("&View on the portal"), this, [this] { showOnPortal(m_address); });
    menu->addAction(toasoan::icon(u"copy"_s), tr("&Copy the address"), this, [this] { copyAddress(m_address); });
    setMenu(menu);
    hide();
}

void PortalButton::setAddress(const QUrl &address)
{
    m_address = address;
    setVisible(!address.isEmpty());
}

} // namespace toasoan
