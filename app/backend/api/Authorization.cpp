#include "backend/api/Authorization.h"

#include "backend/Secrets.h"
#include "protocol/Wire.h"
#include "storage/UserStore.h"

#include <QJsonDocument>

namespace toasoan {

using namespace Qt::StringLiterals;

QString textOf(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
}

QString bearerToken(const http::Request &request)
{
    constexpr std::string_view scheme = "Bearer ";
    const auto field = request.field(http::FieldName::Authorization);
    if (!field || field->size() <= scheme.size() || !http::equalsIgnoringCase(field->substr(0, scheme.size()), scheme))
        return {};
    return textOf(field->substr(scheme.size()));
}

Result<void> checkProtocolVersion(const http::Request &request)
{
    if (spokenVersion(request) == 0)
        return Error{ErrorCode::Unsupported, u"protocol.version"_s,
                     textOf(request.field(wire::versionField).value_or("none"))};
    return {};
}

int spokenVersion(const http::Request &request)
{
    const auto said = request.field(wire::versionField);
    for (int version = wire::oldestServed; version <= wire::version; ++version) {
        if (said && *said == std::to_string(version))
            return version;
    }
    return 0;
}

Result<User> authenticate(const http::Request &request, Worker &worker, const Clock &clock)
{
    if (auto fits = checkProtocolVersion(request); !fits)
        return fits.error();
    const QString token = bearerToken(request);
    if (token.isEmpty())
        return Error{ErrorCode::Unauthenticated, u"session"_s, u"no token"_s};
    auto user = readIn(*worker.database, [&](Transaction &transaction) {
        return UserStore(transaction).userOfSession(tokenHash(token), clock.now());
    });
    if (!user)
        return user.error();
    if (!*user)
        return Error{ErrorCode::Unauthenticated, u"session"_s, u"unknown, over or revoked"_s};
    return **std::move(user);
}

namespace {

// What is not said is taken for JSON, which is UTF-8 (RFC 8259, section 8.1): another charset, or a coding, would be
// read as what it is not.
bool saysJson(const http::Request &request)
{
    if (const auto coding = request.field("Content-Encoding"); coding && *coding != "identity")
        return false;
    const auto type = request.field(http::FieldName::ContentType);
    if (!type)
        return true;
    const QByteArray said = QByteArray(type->data(), qsizetype(type->size())).toLower().replace('"', "");
    const QByteArrayList parts = said.split(';');
    return parts.front().trimmed() == "application/json"
        && std::ranges::all_of(parts.begin() + 1, parts.end(), [](const QByteArray &part) {
               return !part.trimmed().startsWith("charset=") || part.trimmed() == "charset=utf-8";
           });
}

} // namespace

Result<QJsonObject> bodyObject(const http::Request &request)
{
    if (!saysJson(request))
        return Error{ErrorCode::Unsupported, u"request.contentType"_s, {}};
    const QByteArray body = QByteArray::fromRawData(request.body().data(), qsizetype(request.body().size()));
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(body, &problem);
    if (!document.isObject())
        return Error{ErrorCode::InvalidInput, u"body"_s, problem.errorString()};
    return document.object();
}

} // namespace toasoan
