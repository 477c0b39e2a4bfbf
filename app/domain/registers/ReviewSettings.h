// The board's settings of writing and reviewing.
#pragma once

#include "domain/DatedSettings.h"

namespace toasoan {

struct ReviewSettings
{
    static constexpr const char *noun = "reviewSettings";

    qint64 longTitle = 150; ///< UTF-16 units beyond which a headline is cut in lists
    qint64 longLead = 600; ///< beyond which a lead is no lead

    template <typename Visit>
    void fields(Visit &visit)
    {
        visit("longTitle", longTitle);
        visit("longLead", longLead);
    }
    bool operator==(const ReviewSettings &) const = default;
};

namespace registers {

[[nodiscard]] Register reviewSettings();

} // namespace registers

} // namespace toasoan
