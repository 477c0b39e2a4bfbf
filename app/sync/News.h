// What others did with an article that is this person's affair: which steps that are, and which of several is told.
// Values and rules; what is kept of it is kept by ReplicaChange.
#pragma once

#include "protocol/RecordJson.h"
#include "sync/DeskView.h"

namespace toasoan {

/// What there is to tell `me` of an article after its decisions from the one at `fresh` on have come, where `before`
/// was untold or unread: the newest. Nothing after a step of his own: who acts knows what he acts on.
[[nodiscard]] std::optional<News> newsAfter(const std::optional<News> &before, const RecordSnapshot &snapshot,
                                            std::size_t fresh, UserId me);

} // namespace toasoan
