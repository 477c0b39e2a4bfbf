// Reads a page of the feed for one person: what he may see, as it is now; the rest as gone.
#pragma once

#include "base/Clock.h"
#include "domain/Actor.h"
#include "protocol/Feed.h"
#include "storage/Transaction.h"

namespace toasoan {

/// Up to `limit` changes after `after`, each noun once, in its newest state.
[[nodiscard]] Result<FeedPage> readFeed(Transaction &transaction, const Actor &actor, qint64 after, int limit,
                                        const Clock &clock);

} // namespace toasoan
