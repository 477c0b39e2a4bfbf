#include "ui/widgets/Tabs.h"

#include <QTabBar>

namespace toasoan {

using namespace Qt::StringLiterals;

void makeTabs(QTabBar *tabs)
{
    tabs->setDrawBase(false);
    tabs->setExpanding(false);
    tabs->setStyleSheet(
        u"QTabBar::tab { padding: 6px 13px 7px 13px; border: 1px solid transparent; border-bottom-width: 2px; "
        "background: transparent; } "
        "QTabBar::tab:selected { border-bottom-color: palette(highlight); font-weight: 600; } "
        "QTabBar::tab:selected:focus { border-color: palette(highlight); } "
        "QTabBar::tab:hover:!selected { border-bottom-color: palette(mid); }"_s);
}

} // namespace toasoan
