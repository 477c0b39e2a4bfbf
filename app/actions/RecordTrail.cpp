#include "actions/RecordTrail.h"

#include "storage/RecordStore.h"
#include "storage/UserStore.h"

namespace toasoan {

Result<Trail> readTrail(Transaction &transaction, const Workflow &workflow, const Record &record)
{
    auto decisions = RecordStore(transaction).decisions(record.id);
    if (!decisions)
        return decisions.error();
    Trail trail = trailOf(*decisions, workflow);
    auto author = UserStore(transaction).find(record.author);
    if (!author && author.error().code != ErrorCode::NotFound)
        return author.error();
    trail.isAuthorAway = author.ok() && workflow.isAway(*author, record.section);
    auto writer = RecordStore(transaction).saver(record.id, record.version);
    if (!writer)
        return writer.error();
    trail.writtenBy = *writer;
    return trail;
}

} // namespace toasoan
