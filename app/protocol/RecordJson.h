// A record as the server sends it to a desk: its newest state with what it says, and the decisions that led there.
#pragma once

#include "actions/Kind.h"
#include "domain/Article.h"

#include <QJsonObject>

namespace toasoan {

[[nodiscard]] QJsonObject toJson(const RecordSnapshot &snapshot);
/// InvalidInput with the field as subject.
[[nodiscard]] Result<RecordSnapshot> snapshotFromJson(const QJsonObject &json, const Kind &kind);

/// Versions of a record, with what they say: {"versions": […]}, the oldest first.
[[nodiscard]] QJsonObject toJson(const std::vector<RecordVersion> &versions);
[[nodiscard]] Result<std::vector<RecordVersion>> versionsFromJson(const QJsonObject &json, RecordId record);

/// A revision; without content where a list of them is sent.
[[nodiscard]] QJsonObject toJson(const Revision &revision);
[[nodiscard]] Result<Revision> revisionFromJson(const QJsonObject &json, ArticleId article);

} // namespace toasoan
