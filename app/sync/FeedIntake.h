// Takes into the replica what the server's feed says, noun by noun. Part of Replica.
#pragma once

#include "protocol/Feed.h"
#include "sync/ReplicaChange.h"

namespace toasoan {

/// All that a page says, its position included. Taking it twice changes nothing. What this program cannot read is told
/// as a problem and asked for again when the program starts next.
[[nodiscard]] Result<void> takePage(ReplicaChange &change, const FeedPage &page);

} // namespace toasoan
