#include "base/Memory.h"

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace toasoan {

MemoryReturn::~MemoryReturn()
{
#if defined(__GLIBC__)
    if (m_isWorthIt)
        ::malloc_trim(0);
#endif
}

} // namespace toasoan
