// Who of the board may see a picture: who uploaded it, and who may see an article that has it, in any version. What the
// public sees is another question (storage/PublicationStore).
#pragma once

#include "domain/Actor.h"
#include "domain/Media.h"
#include "storage/Transaction.h"

namespace toasoan {

[[nodiscard]] Result<bool> maySeeMedia(Transaction &transaction, const Actor &actor, const Media &media);

} // namespace toasoan
