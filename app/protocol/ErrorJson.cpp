#include "protocol/ErrorJson.h"

#include <QJsonDocument>

namespace toasoan {

using namespace Qt::StringLiterals;

QJsonObject toJson(const Error &error)
{
    return {{"error"_L1, QJsonObject{{"code"_L1, toText(error.code)}, {"subject"_L1, error.subject}}}};
}

QByteArray errorBody(const Error &error)
{
    return QJsonDocument(toJson(error)).toJson(QJsonDocument::Compact);
}

Error errorFromJson(const QJsonObject &json)
{
    const QJsonObject error = json.value("error"_L1).toObject();
    if (error.isEmpty())
        return {ErrorCode::Internal, u"answer"_s, u"not an error body"_s};
    return {errorCodeFromText(error.value("code"_L1).toString()), error.value("subject"_L1).toString(), {}};
}

} // namespace toasoan
