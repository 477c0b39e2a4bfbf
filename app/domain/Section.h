// A section (chuyên mục) of the portal: where items appear, and what rights are given for.
#pragma once

#include "domain/Ids.h"

#include <QString>

namespace toasoan {

struct Section
{
    SectionId id;
    QString slug; ///< its address: "tin-tuc"
    QString name;
    QString nameEnglish;
    int position = 0; ///< order in menus

    bool operator==(const Section &) const = default;
};

} // namespace toasoan
