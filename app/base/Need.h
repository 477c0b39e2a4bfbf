// Whether a field may be missing where something is read.
#pragma once

namespace toasoan {

enum class Need
{
    Required,
    Optional ///< its value is empty then
};

} // namespace toasoan
