#include "domain/registers/PortalSettings.h"

#include "domain/registers/Settings.h"

namespace toasoan::registers {

Register portalSettings()
{
    const PortalSettings usual;
    return settingsOf(
        nounOf<PortalSettings>(), {u"Thiết lập cổng"_s, u"Portal settings"_s},
        {u"Các danh sách trên cổng dài bao nhiêu."_s, u"How long the portal’s lists are."_s},
        {numberSetting(u"itemsPerPage"_s, {u"Tin, bài mỗi trang"_s, u"Items on a page"_s}, 5, 50, usual.itemsPerPage),
         numberSetting(u"mostRead"_s, {u"Tin đọc nhiều"_s, u"Most read"_s}, 0, 15, usual.mostRead),
         numberSetting(u"feedItems"_s, {u"Tin trong RSS"_s, u"Items in a feed"_s}, 5, 100, usual.feedItems)});
}

} // namespace toasoan::registers
