// Who asks: the session behind a request of the API.
#pragma once

#include "backend/Worker.h"
#include "base/Clock.h"
#include "domain/User.h"
#include "http/Request.h"

namespace toasoan {

/// The person whose session token the request carries, for a desk of a version of the wire that is served.
/// Unauthenticated "session" without a valid token; Unsupported "protocol.version" for a desk that is older or newer
/// than this server.
[[nodiscard]] Result<User> authenticate(const http::Request &request, Worker &worker, const Clock &clock);

/// The token itself; empty if there is none.
[[nodiscard]] QString bearerToken(const http::Request &request);
[[nodiscard]] Result<void> checkProtocolVersion(const http::Request &request);
/// The version of the wire that the asker speaks; 0 for none that is spoken here.
[[nodiscard]] int spokenVersion(const http::Request &request);

/// The body as a JSON object; InvalidInput "body" for anything else, Unsupported "request.contentType" for what says
/// that it is something else.
[[nodiscard]] Result<QJsonObject> bodyObject(const http::Request &request);

[[nodiscard]] QString textOf(std::string_view bytes);

} // namespace toasoan
