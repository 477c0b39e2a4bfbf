// A record as the server sends it to a desk: its newest state with what it says, and the decisions that led there.
#pragma once

#include "actions/Kind.h"
#include "domain/Article.h"

#include <QJsonObject>

namespace toasoan {

[[nodiscard]] QJsonObject toJson(const RecordSnapshot &snapshot);
/// The same without what it says.
[[nodiscard]] QJsonObject headToJson(const RecordSnapshot &snapshot);
/// The first as it is sent, in which what it says stands as it is stored: that has to be JSON.
[[nodiscard]] QByteArray toBody(const RecordSnapshot &snapshot);

/// A record as it was told, with what lists know of it beside the head.
struct ToldRecord
{
    RecordSnapshot snapshot;
    QString genre; ///< of an item; nothing for other nouns
};
/// InvalidInput with the field as subject.
[[nodiscard]] Result<ToldRecord> toldRecordFromJson(const QJsonObject &json, const Kind &kind);

/// Versions of a record, with what they say: {"versions": […]}, the oldest first.
[[nodiscard]] QJsonObject toJson(const std::vector<RecordVersion> &versions);
[[nodiscard]] Result<std::vector<RecordVersion>> versionsFromJson(const QJsonObject &json, RecordId record);

/// A revision; without content where a list of them is sent.
[[nodiscard]] QJsonObject toJson(const Revision &revision);
[[nodiscard]] Result<Revision> revisionFromJson(const QJsonObject &json, ArticleId article);

} // namespace toasoan
