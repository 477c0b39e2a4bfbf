#include "backend/MediaAccess.h"

#include "storage/ArticleStore.h"
#include "storage/MediaStore.h"

namespace toasoan {

Result<bool> maySeeMedia(Transaction &transaction, const Actor &actor, const Media &media)
{
    if (media.uploadedBy == actor.user && !actor.user.isNull())
        return true;
    auto users = MediaStore(transaction).articlesWith(media.id);
    if (!users)
        return users.error();
    const ArticleStore articles(transaction);
    for (const ArticleId id : *users) {
        auto article = articles.find(id);
        if (!article)
            return article.error();
        if (canSee(actor, *article))
            return true;
    }
    return false;
}

} // namespace toasoan
