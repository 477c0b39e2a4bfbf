// An article as the server sends it to a desk: its newest state with the decisions that led there.
#pragma once

#include "domain/Article.h"

#include <QJsonObject>

#include <vector>

namespace toasoan {

struct ArticleSnapshot
{
    Article article;
    std::vector<Decision> decisions; ///< oldest first
    UserId savedBy = {}; ///< of the newest version; null where an older server did not say

    bool operator==(const ArticleSnapshot &) const = default;
};

[[nodiscard]] QJsonObject toJson(const ArticleSnapshot &snapshot);
/// InvalidInput with the field as subject.
[[nodiscard]] Result<ArticleSnapshot> articleSnapshotFromJson(const QJsonObject &json);

/// A revision; without content where a list of them is sent.
[[nodiscard]] QJsonObject toJson(const Revision &revision);
[[nodiscard]] Result<Revision> revisionFromJson(const QJsonObject &json, ArticleId article);

} // namespace toasoan
