// What the status bar says of the desk. `now` is by this PC's clock; times are told on the server's.
#pragma once

#include "sync/Desk.h"
#include "ui/outbox/OutboxModel.h"
#include "ui/shell/MainWindow.h"

namespace toasoan {

/// The connection in words: online, something that does not go all the same, working offline
/// (chosen or not), reconnecting, signed out at the server.
[[nodiscard]] StatusItem connectionStatus(const ConnectionView &connection, SignInState signIn, Instant now);
/// What waits in the outbox; an empty item if nothing does.
[[nodiscard]] StatusItem outboxStatus(const OutboxCounts &counts);
/// When the desk last knew everything.
[[nodiscard]] StatusItem syncStatus(const ConnectionView &connection, Instant now);

} // namespace toasoan
