// Takes into the replica what the server's feed says, noun by noun. Part of Replica.
#pragma once

#include "protocol/Feed.h"
#include "sync/ReplicaChange.h"

namespace toasoan {

/// From entry `from` on what a page says, for `atMost`; returns the entry to go on with. With the last entry comes its
/// position. Taking it twice changes nothing. What this program cannot read is told
/// as a problem and asked for again when the program starts next.
[[nodiscard]] Result<std::size_t> takePage(ReplicaChange &change, const FeedPage &page, std::size_t from,
                                           Milliseconds atMost);

} // namespace toasoan
