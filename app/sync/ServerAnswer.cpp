#include "sync/ServerAnswer.h"

#include "protocol/ErrorJson.h"
#include "protocol/Wire.h"

#include <QJsonDocument>

namespace toasoan {

using namespace Qt::StringLiterals;

QList<std::pair<QByteArray, QByteArray>> apiFields(const QString &token)
{
    QList<std::pair<QByteArray, QByteArray>> fields{{wire::versionField, QByteArray::number(wire::version)}};
    if (!token.isEmpty())
        fields.emplace_back("Authorization", "Bearer " + token.toLatin1());
    return fields;
}

Error answerError(const TransportResponse &response)
{
    const QJsonObject json = QJsonDocument::fromJson(response.body).object();
    if (!json.value("error"_L1).isObject())
        return {ErrorCode::Unavailable, u"network"_s, u"HTTP status %1 without an error body"_s.arg(response.status)};
    return errorFromJson(json);
}

Result<QJsonObject> answerObject(const TransportResponse &response)
{
    if (response.status < 200 || response.status >= 300)
        return answerError(response);
    const QJsonDocument document = QJsonDocument::fromJson(response.body);
    if (!document.isObject())
        return Error{ErrorCode::Unavailable, u"network"_s, u"an answer that is no JSON"_s};
    return document.object();
}

Result<QJsonObject> answerObject(const Result<TransportResponse> &response)
{
    if (!response)
        return response.error();
    return answerObject(*response);
}

bool mayGoBetterLater(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Unavailable:
    case ErrorCode::StorageFull:
    case ErrorCode::RateLimited:
    case ErrorCode::Internal:
    case ErrorCode::Corrupt:
        return true;
    case ErrorCode::Unsupported:
        // Another version on either side: an update mends it, and until then nothing can be said at all.
        return error.subject == u"protocol.version"_s;
    case ErrorCode::InvalidInput:
    case ErrorCode::Unauthenticated:
    case ErrorCode::Forbidden:
    case ErrorCode::NotFound:
    case ErrorCode::Gone:
    case ErrorCode::Conflict:
    case ErrorCode::TooLarge:
    case ErrorCode::ChecksumMismatch:
        return false;
    }
    Q_UNREACHABLE();
}

Milliseconds retryAfter(const TransportResponse &response)
{
    bool ok = false;
    const int seconds = response.field("Retry-After").trimmed().toInt(&ok);
    return ok ? std::chrono::seconds(std::clamp(seconds, 0, 300)) : Milliseconds(0);
}

} // namespace toasoan
