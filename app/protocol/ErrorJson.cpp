#include "protocol/ErrorJson.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

// A detail is for the log: it may name files and columns. Those of these subjects are made for the person.
constexpr std::array toldDetails{"article.checklist"_L1};

} // namespace

QJsonObject toJson(const Error &error)
{
    QJsonObject json{{"code"_L1, toText(error.code)}, {"subject"_L1, error.subject}};
    if (std::ranges::find(toldDetails, error.subject) != toldDetails.end())
        json.insert("detail"_L1, error.detail);
    return {{"error"_L1, json}};
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
    return {errorCodeFromText(error.value("code"_L1).toString()), error.value("subject"_L1).toString(),
            error.value("detail"_L1).toString()};
}

} // namespace toasoan
