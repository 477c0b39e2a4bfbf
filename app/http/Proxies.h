// Whom a reverse proxy speaks for. A proxy of ours is believed what it says of its client; nobody else is.
#pragma once

#include "http/Request.h"

#include <vector>

namespace toasoan::http {

/// The peer of the request, or, if that is one of `proxies`, the client that it names in X-Forwarded-For: the last
/// address there that is not a proxy's itself. What clients write there themselves stands further left, and is not
/// read.
[[nodiscard]] PeerAddress clientOf(const Request &request, const std::vector<PeerAddress> &proxies);

} // namespace toasoan::http
