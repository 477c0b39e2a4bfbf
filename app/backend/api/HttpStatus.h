// The one place where an error becomes an HTTP status.
#pragma once

#include "base/Error.h"
#include "http/Response.h"

namespace toasoan {

[[nodiscard]] http::Status httpStatus(ErrorCode code);

/// The error body with its status and the fields that belong to it: Retry-After where trying again can help,
/// Toasoan-Protocol where the desk spoke another version. What it was goes to the log.
[[nodiscard]] http::Response errorResponse(const Error &error);

/// The same without a word in the log: for what is made before anything has failed.
[[nodiscard]] http::Response unloggedErrorResponse(const Error &error);

} // namespace toasoan
