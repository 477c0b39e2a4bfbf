// The feed of changes as it is sent: for each noun that changed after a sequence, its newest state, or "gone" when it
// is not (or no longer) the asker's to see. Applying a page twice changes nothing.
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace toasoan {

struct FeedEntry
{
    qint64 sequence = 0;
    QString noun; ///< "article", "media", "section", "site", "user", "workflow"; skip what you do not know
    QString id;
    std::optional<QJsonObject> value; ///< nothing: gone

    bool operator==(const FeedEntry &) const = default;
};

struct FeedPage
{
    QString epoch; ///< of the server; another than before means it was restored from a backup
    qint64 next = 0; ///< ask on after this
    qint64 newest = 0; ///< the sequence of the newest change there is; 0 from a server that does not tell it
    bool more = false; ///< ask again at once
    qint64 now = 0; ///< the server's clock, in milliseconds; for display only
    std::vector<FeedEntry> entries;

    bool operator==(const FeedPage &) const = default;
};

[[nodiscard]] QJsonObject toJson(const FeedPage &page);
[[nodiscard]] Result<FeedPage> feedPageFromJson(const QJsonObject &json);

} // namespace toasoan
