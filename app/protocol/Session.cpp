#include "protocol/Session.h"

#include "base/Json.h"
#include "domain/NewsroomJson.h"
#include "text/Normalized.h"
#include "text/Vietnamese.h"

namespace toasoan {

using namespace Qt::StringLiterals;

QJsonObject toJson(const SignInRequest &request)
{
    return {{"login"_L1, request.login}, {"password"_L1, request.password}, {"device"_L1, request.device}};
}

Result<SignInRequest> signInRequestFromJson(const QJsonObject &json)
{
    JsonReader reader(json, u"session"_s);
    SignInRequest request{
        .login = reader.text("login"_L1), .password = reader.text("password"_L1), .device = reader.textOr("device"_L1)};
    if (reader.failed())
        return reader.error();
    auto device = cleanText(request.device, Lines::Single, 200, u"session.device"_s);
    if (!device)
        return device.error();
    request.device = *device;
    // No login has a control character; it is not looked for, as the engines would not all take it.
    if (auto sound = cleanText(request.login, Lines::Single, 200, u"session.login"_s);
        !sound && sound.error().code == ErrorCode::InvalidInput)
        return sound.error();
    // The same password typed on another keyboard must be the same bytes.
    request.password = normalized(request.password, QString::NormalizationForm_C);
    if (request.login.size() > 200 || request.password.size() > 1000)
        return Error{ErrorCode::TooLarge, u"session"_s, {}};
    return request;
}

QJsonObject toJson(const SignInAnswer &answer)
{
    return {{"token"_L1, answer.token},
            {"expiresAt"_L1, toMilliseconds(answer.expiresAt)},
            {"user"_L1, toJson(answer.user)}};
}

Result<SignInAnswer> signInAnswerFromJson(const QJsonObject &json)
{
    JsonReader reader(json, u"session"_s);
    SignInAnswer answer{.token = reader.text("token"_L1), .expiresAt = reader.instant("expiresAt"_L1), .user = {}};
    auto user = userFromJson(reader.object("user"_L1));
    if (reader.failed())
        return reader.error();
    if (!user)
        return user.error();
    answer.user = *std::move(user);
    return answer;
}

} // namespace toasoan
