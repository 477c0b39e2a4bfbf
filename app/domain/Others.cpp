#include "domain/Others.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace toasoan {

QJsonObject withoutKnown(QJsonObject json, std::span<const QLatin1StringView> known)
{
    for (const QLatin1StringView member : known)
        json.remove(member);
    return json;
}

void addOthers(QJsonObject &json, const QJsonObject &others)
{
    for (auto member = others.begin(); member != others.end(); ++member)
        json.insert(member.key(), member.value());
}

int depthOf(const QJsonValue &value)
{
    int within = 0;
    if (value.isArray()) {
        for (const QJsonValue &each : value.toArray())
            within = std::max(within, depthOf(each));
        return 1 + within;
    }
    if (!value.isObject())
        return 0;
    for (const QJsonValue &each : value.toObject())
        within = std::max(within, depthOf(each));
    return 1 + within;
}

qsizetype sizeOfOthers(const QJsonObject &others)
{
    return others.isEmpty() ? 0 : QJsonDocument(others).toJson(QJsonDocument::Compact).size();
}

QJsonObject mergeOthers(const QJsonObject &base, const QJsonObject &theirs, const QJsonObject &mine)
{
    QJsonObject merged = theirs;
    for (const QJsonObject *side : {&base, &mine}) {
        for (const QString &name : side->keys()) {
            if (theirs.value(name) != base.value(name))
                continue;
            if (mine.contains(name))
                merged.insert(name, mine.value(name));
            else
                merged.remove(name);
        }
    }
    return merged;
}

} // namespace toasoan
