// Reads a page of the feed for one person: what he may see, as it is now; the rest as gone.
#pragma once

#include "base/Clock.h"
#include "domain/Actor.h"
#include "domain/Noun.h"
#include "protocol/Feed.h"
#include "storage/Transaction.h"

namespace toasoan {

/// Changes after `after`, each noun once, in its newest state: up to `limit`, and no further than the one that brings
/// the bodies to wire::feedPageBodies.
[[nodiscard]] Result<FeedPage> readFeed(Transaction &transaction, const Actor &actor, qint64 after, int limit,
                                        const Clock &clock);

/// What there is of one noun whose newest change is before `before`, the newest first, within the same limits; what the
/// asker may not see as gone.
[[nodiscard]] Result<FeedPage> readPull(Transaction &transaction, const Actor &actor, const Noun &noun, qint64 before,
                                        int limit, const Clock &clock);

/// What `actor` may see now.
[[nodiscard]] Result<View> readView(Transaction &transaction, const Actor &actor);

} // namespace toasoan
