// Whom a reverse proxy speaks for. A proxy of ours is believed what it says of its client; nobody else is.
#pragma once

#include "http/Request.h"

#include <optional>
#include <string_view>
#include <vector>

namespace toasoan::http {

/// Who sent a request.
struct Client
{
    /// Nothing: a proxy of ours passed it on without saying for whom in a way that reads as an address. That is never
    /// the proxy: then all its clients would be one.
    std::optional<PeerAddress> address;
    /// What stood in the address's place, without a port: "unknown", "_hidden" (RFC 7239, 6), nothing at all, as where
    /// an element of Forwarded cannot be read. A view into the request.
    std::string_view alias = {};
};

/// The peer of the request, or, if that is one of `proxies`, the client that it names: the last entry of
/// X-Forwarded-For that is not a proxy's itself; where that field says nothing, of Forwarded (RFC 7239), and then of
/// X-Real-IP. What clients write there themselves stands further left, and is not read; a proxy that writes Forwarded
/// or X-Real-IP has to take away the fields before it in this order.
[[nodiscard]] Client clientOf(const Request &request, const std::vector<PeerAddress> &proxies);

/// An address in the forms in which proxies write it: "192.0.2.1", "192.0.2.1:4711", "2001:db8::1", "[2001:db8::1]",
/// "[2001:db8::1]:4711", with a zone ("%eth0"), in quotes. The port is left out. Nothing for any other text.
[[nodiscard]] std::optional<PeerAddress> forwardedAddress(std::string_view text);

} // namespace toasoan::http
