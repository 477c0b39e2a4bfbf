#include "domain/DatedSettings.h"

namespace toasoan::settings {

std::vector<QJsonObject> inForce(const QByteArray &content, QDate day)
{
    std::vector<QJsonObject> begun;
    for (const QJsonValue &each : QJsonDocument::fromJson(content).object().value(rows).toArray()) {
        const QJsonObject row = each.toObject();
        // ISO days sort as text, and none is before all.
        if (row.value(from).toString() <= day.toString(Qt::ISODate))
            begun.push_back(row);
    }
    std::ranges::stable_sort(begun, {}, [](const QJsonObject &row) { return row.value(from).toString(); });
    return begun;
}

} // namespace toasoan::settings
