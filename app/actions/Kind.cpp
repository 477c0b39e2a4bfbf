#include "actions/Kind.h"

#include "actions/ItemKind.h"

#include <algorithm>

namespace toasoan {

const std::vector<Kind> &allKinds()
{
    static const std::vector all{itemKind()};
    return all;
}

const Kind *kindOf(const Noun &noun)
{
    const auto found = std::ranges::find(allKinds(), noun, &Kind::noun);
    return found == allKinds().end() ? nullptr : &*found;
}

} // namespace toasoan
