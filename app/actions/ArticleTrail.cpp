#include "actions/ArticleTrail.h"

#include "storage/ArticleStore.h"
#include "storage/UserStore.h"

namespace toasoan {

Result<Trail> readTrail(Transaction &transaction, const Workflow &workflow, const Article &article)
{
    auto decisions = ArticleStore(transaction).decisions(article.id);
    if (!decisions)
        return decisions.error();
    Trail trail = trailOf(*decisions, workflow);
    auto author = UserStore(transaction).find(article.author);
    if (!author && author.error().code != ErrorCode::NotFound)
        return author.error();
    trail.isAuthorAway = author.ok() && workflow.isAway(*author, article.content.section);
    auto writer = ArticleStore(transaction).saver(article.id, article.version);
    if (!writer)
        return writer.error();
    trail.writtenBy = *writer;
    return trail;
}

} // namespace toasoan
