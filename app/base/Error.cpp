#include "base/Error.h"

#include <array>
#include <utility>

namespace toasoan {

namespace {

constexpr std::array<std::pair<ErrorCode, const char *>, 14> codeTexts{{
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
    for (const auto &[known, text] : codeTexts) {
        if (known == code)
            return QString::fromLatin1(text);
    }
    return QStringLiteral("internal");
}

ErrorCode errorCodeFromText(QStringView text)
{
    for (const auto &[code, known] : codeTexts) {
        if (text == QLatin1StringView(known))
            return code;
    }
    return ErrorCode::Internal;
}

Error Error::during(const QString &what) const
{
    return {.code = code, .subject = subject, .detail = detail.isEmpty() ? what : what + QStringLiteral(": ") + detail};
}

} // namespace toasoan
