// What is kept in memory of the replica, beside the database: read when it is opened, followed with each change. In the
// thread of its Database.
#pragma once

#include "actions/NewsroomRules.h"
#include "base/Clock.h"
#include "domain/User.h"
#include "sync/DeskView.h"
#include "sync/KnownView.h"
#include "sync/LocalWork.h"

#include <QHash>

#include <memory>
#include <optional>
#include <set>

namespace toasoan {

/// Up to where the live feed is known here.
struct FeedPosition
{
    QString epoch; ///< empty before the first view
    qint64 sequence = 0;

    bool operator==(const FeedPosition &) const = default;
};

struct DoneCommand
{
    Key target;
    qint64 sequence = 0;
};

struct ReplicaState
{
    User user;
    std::shared_ptr<const NewsroomRules> rules = std::make_shared<const NewsroomRules>(Workflow{{}});
    FeedPosition position;
    KnownView view;
    std::optional<Instant> lastSync; ///< when all was known that the server knew
    bool hasGonePictures = false; ///< there may be some, or their files (GonePictures)
    bool hasFormer = false; ///< a restored server has not shown all it knows yet
    std::set<ArticleId> local; ///< articles with local work
    QHash<RecordId, Noun> localEntries; ///< entries of registers with such
    /// What the server has done and the feed has not brought: of a record, the change with which it was done.
    QHash<RecordId, DoneCommand> done;
    QHash<ArticleId, News> news; ///< what others did with this person's articles, and he has not seen yet
    /// Articles that the server showed in this run and shows no longer, of those that an editor may still be open on.
    QHash<ArticleId, TextGround> gone;

    [[nodiscard]] bool hasLocal(RecordId id) const { return local.contains(id) || localEntries.contains(id); }
    void setLocal(const Key &key, bool isThere)
    {
        if (key.noun == nouns::article && isThere)
            local.insert(key.id);
        else if (isThere)
            localEntries.insert(key.id, key.noun);
        else if (key.noun == nouns::article)
            local.erase(key.id);
        else
            localEntries.remove(key.id);
    }
};

} // namespace toasoan
