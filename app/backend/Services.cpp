#include "backend/Services.h"

#include "storage/ChangeStore.h"

namespace toasoan {

void Services::announce(Database &database, const Article &article)
{
    if (article.publication)
        pages.drop(article.publication->number);
    auto transaction = Transaction::begin(database, Access::Read);
    if (!transaction)
        return; // the scheduler's look at the sequence tells the desks a moment later
    if (auto newest = ChangeStore(*transaction).newest())
        feed.announce(*newest);
}

} // namespace toasoan
