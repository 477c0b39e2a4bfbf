// Genres (thể loại): how items are called and counted, which of them readers see named, which need no byline. Who has
// closed one leaves its items as they are; new ones are written in the others.
#pragma once

#include "domain/Register.h"

namespace toasoan::registers {

[[nodiscard]] Register genre();

} // namespace toasoan::registers
