// An entry of the register "page", as the portal reads it; its text is read by itself.
#pragma once

#include "domain/EntryStruct.h"
#include "domain/Ids.h"

namespace toasoan {

struct FixedPageEntry
{
    static constexpr const char *noun = "page";

    QString title;
    QString address;
    QString summary;
    std::optional<RecordId> parent;
    std::optional<RecordId> twin; ///< of a Vietnamese page: the same in English
    bool isInMenu = false;
    bool isEnglish = false;

    template <typename Visit>
    void fields(Visit &visit)
    {
        visit("title", title);
        visit("address", address);
        visit("summary", summary);
        visit("parent", parent);
        visit("twin", twin);
        visit("menu", isInMenu);
        visit("english", isEnglish);
    }
};

} // namespace toasoan
