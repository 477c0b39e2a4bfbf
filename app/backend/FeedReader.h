// Reads a page of the feed for one person: what he may see, as it is now; the rest as gone.
#pragma once

#include "base/Clock.h"
#include "domain/Actor.h"
#include "protocol/Feed.h"
#include "storage/Transaction.h"

namespace toasoan {

/// Changes after `after`, each noun once, in its newest state: up to `limit`, and no further than the one that brings
/// the bodies to wire::feedPageBodies.
[[nodiscard]] Result<FeedPage> readFeed(Transaction &transaction, const Actor &actor, qint64 after, int limit,
                                        const Clock &clock);

} // namespace toasoan
