// Tabs over what they show.
#pragma once

class QTabBar;

namespace toasoan {

/// A line below the chosen one, and no boxes. When all tabs are there: they are measured as they are dressed.
void makeTabs(QTabBar *tabs);

} // namespace toasoan
