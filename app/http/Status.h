// The status codes of RFC 9110 that this server sends.
#pragma once

#include <string_view>

namespace toasoan::http {

enum class Status
{
    Continue = 100,
    Ok = 200,
    Created = 201,
    Accepted = 202,
    NoContent = 204,
    PartialContent = 206,
    MovedPermanently = 301,
    Found = 302,
    SeeOther = 303,
    NotModified = 304,
    TemporaryRedirect = 307,
    PermanentRedirect = 308,
    BadRequest = 400,
    Unauthorized = 401,
    Forbidden = 403,
    NotFound = 404,
    MethodNotAllowed = 405,
    NotAcceptable = 406,
    RequestTimeout = 408,
    Conflict = 409,
    Gone = 410,
    LengthRequired = 411,
    PreconditionFailed = 412,
    ContentTooLarge = 413,
    UriTooLong = 414,
    UnsupportedMediaType = 415,
    RangeNotSatisfiable = 416,
    ExpectationFailed = 417,
    UnprocessableContent = 422,
    Locked = 423,
    PreconditionRequired = 428,
    TooManyRequests = 429,
    HeaderFieldsTooLarge = 431,
    ChecksumMismatch = 460, ///< tus 1.0.0, extension "checksum".
    InternalServerError = 500,
    NotImplemented = 501,
    BadGateway = 502,
    ServiceUnavailable = 503,
    VersionNotSupported = 505,
    InsufficientStorage = 507,
};

/// The reason phrase of RFC 9110, "Unknown" for a code that is not in the list above.
[[nodiscard]] std::string_view reasonPhrase(Status status);

[[nodiscard]] constexpr int toNumber(Status status)
{
    return static_cast<int>(status);
}

} // namespace toasoan::http
