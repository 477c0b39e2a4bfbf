// Fixed pages of the portal (trang cố định): Giới thiệu, Chức năng nhiệm vụ, Liên hệ. What the authority says of itself
// is approved before readers have it, as an item is.
#pragma once

#include "domain/Register.h"

namespace toasoan::registers {

[[nodiscard]] Register page();

} // namespace toasoan::registers
