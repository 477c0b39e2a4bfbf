#include "backend/api/HttpStatus.h"

#include "base/Log.h"
#include "protocol/ErrorJson.h"
#include "protocol/Wire.h"

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

http::Status httpStatus(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput:
        return http::Status::UnprocessableContent;
    case ErrorCode::Unauthenticated:
        return http::Status::Unauthorized;
    case ErrorCode::Forbidden:
        return http::Status::Forbidden;
    case ErrorCode::NotFound:
        return http::Status::NotFound;
    case ErrorCode::Gone:
        return http::Status::Gone;
    case ErrorCode::Conflict:
        return http::Status::Conflict;
    case ErrorCode::TooLarge:
        return http::Status::ContentTooLarge;
    case ErrorCode::Unsupported:
        return http::Status::UnsupportedMediaType;
    case ErrorCode::ChecksumMismatch:
        return http::Status(460); // tus 1.0.0, checksum extension
    case ErrorCode::RateLimited:
        return http::Status::TooManyRequests;
    case ErrorCode::Unavailable:
        return http::Status::ServiceUnavailable;
    case ErrorCode::StorageFull:
        return http::Status::InsufficientStorage;
    case ErrorCode::Corrupt:
    case ErrorCode::Internal:
        return http::Status::InternalServerError;
    }
    Q_UNREACHABLE();
}

http::Response errorResponse(const Error &error)
{
    if (int(httpStatus(error.code)) >= 500) {
        writeLog(LogLevel::Error, "request.failed",
                 {{"code"_L1, toText(error.code)}, {"subject"_L1, error.subject}, {"detail"_L1, error.detail}});
    } else {
        // Without the detail, which may quote what was sent.
        writeLogSparsely(LogLevel::Info, "request.refused",
                         {{"code"_L1, toText(error.code)}, {"subject"_L1, error.subject}});
    }
    return unloggedErrorResponse(error);
}

http::Response unloggedErrorResponse(const Error &error)
{
    http::FieldLines fields{{"Cache-Control", "no-store"}};
    // What this server does speak: a desk of another version can tell its person which of the two is to be updated.
    if (error.subject == "protocol.version"_L1)
        fields.push_back(
            {wire::versionField, QByteArray::number(wire::oldestServed) + '-' + QByteArray::number(wire::version)});
    if (error.code == ErrorCode::RateLimited)
        fields.push_back({"Retry-After", QByteArray::number(std::max(1, error.detail.toInt()))}); // it is the seconds
    if (error.code == ErrorCode::Unavailable)
        fields.push_back({"Retry-After", "1"});
    if (error.code == ErrorCode::Unauthenticated)
        fields.push_back({"WWW-Authenticate", "Bearer"});
    return http::Response::json(httpStatus(error.code), errorBody(error), fields);
}

} // namespace toasoan
