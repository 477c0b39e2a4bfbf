// What a later program says, of which this one knows nothing: members of JSON objects that are kept as they came.
#pragma once

#include <QJsonObject>
#include <QLatin1StringView>

#include <span>

namespace toasoan {

/// `json` without the members that this program reads.
[[nodiscard]] QJsonObject withoutKnown(QJsonObject json, std::span<const QLatin1StringView> known);

/// Puts them back.
void addOthers(QJsonObject &json, const QJsonObject &others);

/// How many objects and arrays stand within each other; 0 of a single value.
[[nodiscard]] int depthOf(const QJsonValue &value);

/// Bytes of JSON; 0 of none.
[[nodiscard]] qsizetype sizeOfOthers(const QJsonObject &others);

/// Member by member: changed by one side, that; by both, theirs.
[[nodiscard]] QJsonObject mergeOthers(const QJsonObject &base, const QJsonObject &theirs, const QJsonObject &mine);

} // namespace toasoan
