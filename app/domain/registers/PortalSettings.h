// The board's settings of the portal's lists.
#pragma once

#include "domain/DatedSettings.h"

namespace toasoan {

struct PortalSettings
{
    static constexpr const char *noun = "portalSettings";

    qint64 itemsPerPage = 20; ///< of a section's list and of what a search finds
    qint64 mostRead = 8; ///< in the block beside each page; 0: no block
    qint64 feedItems = 30; ///< the newest of them

    template <typename Visit>
    void fields(Visit &visit)
    {
        visit("itemsPerPage", itemsPerPage);
        visit("mostRead", mostRead);
        visit("feedItems", feedItems);
    }
};

namespace registers {

[[nodiscard]] Register portalSettings();

} // namespace registers

} // namespace toasoan
