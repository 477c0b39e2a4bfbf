// The feed of changes as it is sent: for each noun that changed after a sequence, its newest state, or "gone" when it
// is not (or no longer) the asker's to see. Applying a page twice changes nothing.
//
// The live feed goes on from where it was; what was there before comes by pulls, a noun each, newest first. Both are
// pages of one form. Each says under which view it was read: what its asker may see. A page of another view than the
// asker knows is not taken; he asks for the view, and pulls what is another in it.
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QHash>
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
    /// JSON; nothing: gone. As it stands in the page: whoever takes the entry reads it, and may do so in another
    /// thread.
    std::optional<QByteArray> value;

    bool operator==(const FeedEntry &) const = default;
};

struct FeedPage
{
    QString epoch; ///< of the server; another than before means it was restored from a backup
    qint64 next = 0; ///< ask on after this; of a pull, before this
    qint64 newest = 0; ///< the sequence of the newest change there is; 0 from a server that does not tell it
    bool more = false; ///< ask again at once
    qint64 now = 0; ///< the server's clock, in milliseconds; for display only
    std::vector<FeedEntry> entries;
    QString view = {}; ///< View::all, as it was when the page was read

    bool operator==(const FeedPage &) const = default;
};

/// What a person may see, told by a token for each noun: another token, and what is seen of the noun may be another.
struct View
{
    QString epoch;
    qint64 newest = 0; ///< the sequence of the newest change there is
    QString all; ///< of all nouns together
    QHash<QString, QString> nouns;

    bool operator==(const View &) const = default;
};

/// The page as it is sent.
[[nodiscard]] QByteArray toBody(const FeedPage &page);
/// InvalidInput "feed…" for what is no page. The values of its entries are not looked at.
[[nodiscard]] Result<FeedPage> feedPageFromBody(const QByteArray &body);

[[nodiscard]] QJsonObject toJson(const View &view);
[[nodiscard]] Result<View> viewFromJson(const QJsonObject &json);

} // namespace toasoan
