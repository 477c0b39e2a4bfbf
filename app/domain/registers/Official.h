// The title book (sổ chức danh): who holds which post of the authority from when to when. Those in office stand on the
// portal's page "Lãnh đạo", in the order of precedence; the others are kept, for what was written in their time.
#pragma once

#include "domain/Register.h"

namespace toasoan::registers {

[[nodiscard]] Register official();

} // namespace toasoan::registers
