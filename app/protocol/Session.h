// Signing in: name and password for a token that the desk keeps.
#pragma once

#include "base/Clock.h"
#include "base/Result.h"
#include "domain/User.h"

#include <QJsonObject>
#include <QString>

namespace toasoan {

struct SignInRequest
{
    QString login;
    QString password;
    QString device; ///< what the person will know the session by: the PC's name
};

struct SignInAnswer
{
    QString token; ///< 256 random bits, base64url; sent as "Authorization: Bearer …"
    Instant expiresAt;
    User user;
};

[[nodiscard]] QJsonObject toJson(const SignInRequest &request);
[[nodiscard]] Result<SignInRequest> signInRequestFromJson(const QJsonObject &json);
[[nodiscard]] QJsonObject toJson(const SignInAnswer &answer);
[[nodiscard]] Result<SignInAnswer> signInAnswerFromJson(const QJsonObject &json);

} // namespace toasoan
