// A record as the server sends it to a desk: its newest state with what it says, and the decisions that led there.
#pragma once

#include "domain/Article.h"

#include <QJsonObject>

namespace toasoan {

[[nodiscard]] QJsonObject toJson(const RecordSnapshot &snapshot);
/// The same without what it says.
[[nodiscard]] QJsonObject headToJson(const RecordSnapshot &snapshot);
/// InvalidInput with the field as subject; Unsupported "noun" for one that is kept in no versions.
[[nodiscard]] Result<RecordSnapshot> snapshotFromJson(const QJsonObject &json, const Noun &noun);

/// A revision; without content where a list of them is sent.
[[nodiscard]] QJsonObject toJson(const Revision &revision);
[[nodiscard]] Result<Revision> revisionFromJson(const QJsonObject &json, ArticleId article);

} // namespace toasoan
