#include "sync/ServerAnswer.h"

#include "protocol/ErrorJson.h"
#include "protocol/Wire.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QLocale>

namespace toasoan {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A proxy that asks for a day is not believed.
constexpr Milliseconds longestAskedFor = 1h;

QDateTime httpDate(const QByteArray &field)
{
    return QLocale::c().toDateTime(QString::fromLatin1(field.trimmed()), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
}

} // namespace

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

Result<QByteArray> answerBody(const TransportResponse &response)
{
    if (response.status < 200 || response.status >= 300)
        return answerError(response);
    return response.body;
}

Result<QJsonObject> answerObject(const TransportResponse &response)
{
    const auto body = answerBody(response);
    if (!body)
        return body.error();
    const QJsonDocument document = QJsonDocument::fromJson(*body);
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
    const QByteArray field = response.field("Retry-After").trimmed();
    bool ok = false;
    qint64 seconds = field.toLongLong(&ok);
    if (!ok) { // RFC 9110 allows a date; what that means is told by the server's own clock, not by this PC's
        const QDateTime until = httpDate(field), now = httpDate(response.field("Date"));
        seconds = until.isValid() && now.isValid() ? now.secsTo(until) : 0;
    }
    return std::clamp<Milliseconds>(std::chrono::seconds(seconds), Milliseconds(0), longestAskedFor);
}

std::optional<Instant> serverTime(const TransportResponse &response)
{
    QDateTime date = httpDate(response.field("Date"));
    if (!date.isValid())
        return std::nullopt;
    date.setTimeSpec(Qt::UTC);
    return fromMilliseconds(date.toMSecsSinceEpoch());
}

} // namespace toasoan
