// Links in a block of the front page (liên kết website, banner): to the portals of the level above, to services, to a
// campaign that runs for some weeks.
#pragma once

#include "domain/Register.h"

namespace toasoan::registers {

[[nodiscard]] Register link();

} // namespace toasoan::registers
