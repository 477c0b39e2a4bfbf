#include "base/Error.h"

#include "base/EnumText.h"

namespace toasoan {

namespace {

constexpr EnumTexts<ErrorCode, allErrorCodes.size()> codeTexts{{
    {ErrorCode::InvalidInput, "invalidInput"},
    {ErrorCode::Unauthenticated, "unauthenticated"},
    {ErrorCode::Forbidden, "forbidden"},
    {ErrorCode::NotFound, "notFound"},
    {ErrorCode::Gone, "gone"},
    {ErrorCode::Conflict, "conflict"},
    {ErrorCode::TooLarge, "tooLarge"},
    {ErrorCode::Unsupported, "unsupported"},
    {ErrorCode::ChecksumMismatch, "checksumMismatch"},
    {ErrorCode::RateLimited, "rateLimited"},
    {ErrorCode::Unavailable, "unavailable"},
    {ErrorCode::StorageFull, "storageFull"},
    {ErrorCode::Corrupt, "corrupt"},
    {ErrorCode::Internal, "internal"},
}};

} // namespace

QString toText(ErrorCode code)
{
    return enumText(codeTexts, code);
}

ErrorCode errorCodeFromText(QStringView text)
{
    return enumFromText(codeTexts, text).value_or(ErrorCode::Internal);
}

bool mayGoBetter(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Unavailable:
    case ErrorCode::StorageFull:
    case ErrorCode::RateLimited:
    case ErrorCode::Internal:
    case ErrorCode::Corrupt:
        return true;
    case ErrorCode::InvalidInput:
    case ErrorCode::Unauthenticated:
    case ErrorCode::Forbidden:
    case ErrorCode::NotFound:
    case ErrorCode::Gone:
    case ErrorCode::Conflict:
    case ErrorCode::TooLarge:
    case ErrorCode::Unsupported:
    case ErrorCode::ChecksumMismatch:
        return false;
    }
    Q_UNREACHABLE();
}

Error Error::during(const QString &what) const
{
    return {.code = code, .subject = subject, .detail = detail.isEmpty() ? what : what + QStringLiteral(": ") + detail};
}

} // namespace toasoan
