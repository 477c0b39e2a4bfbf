// An entry of the register "link", as the portal reads it.
#pragma once

#include "domain/EntryStruct.h"
#include "domain/Ids.h"

namespace toasoan {

struct WebLink
{
    static constexpr const char *noun = "link";

    QString title;
    QString address; ///< of another site, or a path on this one
    std::optional<MediaId> picture; ///< a banner
    QString group; ///< a code of the description
    Period shown;

    template <typename Visit>
    void fields(Visit &visit)
    {
        visit("title", title);
        visit("address", address);
        visit("picture", picture);
        visit("group", group);
        visit("shown", shown);
    }
};

} // namespace toasoan
