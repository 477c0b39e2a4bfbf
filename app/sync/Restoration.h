// A server that was restored from a backup begins another epoch: it has forgotten what came after the backup. What this
// desk knew is kept as `former` until the server has shown the article, or has shown that it lacks it; local texts are
// put whole on what the server has now, and what it lost is offered where the person may save it. Part of Replica.
#pragma once

#include "sync/ReplicaChange.h"

namespace toasoan {

/// All is asked for again; nothing here is given up.
[[nodiscard]] Result<void> startEpoch(ReplicaChange &change);

/// What the restored server has of an article that was known before; null if it lacks it.
[[nodiscard]] Result<void> restartArticle(ReplicaChange &change, const FormerRecord &former,
                                          const IncomingRecord *shown);

/// The server has shown all it knows: what it did not show, it lacks.
[[nodiscard]] Result<void> finishEpoch(ReplicaChange &change);

} // namespace toasoan
