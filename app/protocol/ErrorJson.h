// An error as it is sent: {"error": {"code": "conflict", "subject": "article.version"}}. The detail stays in the log.
#pragma once

#include "base/Error.h"

#include <QByteArray>
#include <QJsonObject>

namespace toasoan {

[[nodiscard]] QJsonObject toJson(const Error &error);
[[nodiscard]] QByteArray errorBody(const Error &error);
/// Internal "answer" for what is not an error body.
[[nodiscard]] Error errorFromJson(const QJsonObject &json);

} // namespace toasoan
