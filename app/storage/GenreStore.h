// The genres of a newsroom, as its entries say them.
#pragma once

#include "domain/Genres.h"
#include "storage/Transaction.h"

namespace toasoan {

/// As the board has them, closed ones too; the standard ones while the register is not there.
[[nodiscard]] Result<Genres> readGenres(Transaction &transaction);

/// As readers may have them: what is closed is not among them.
[[nodiscard]] Result<Genres> readPublicGenres(Transaction &transaction);

} // namespace toasoan
