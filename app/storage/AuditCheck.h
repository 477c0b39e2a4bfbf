// Holds the newsroom's tables against the audit log: who can write the database can change a row, but the log tells it
// otherwise, and the log's own lines hold each other (ChangeStore::verifyAudit()).
#pragma once

#include "storage/Transaction.h"

namespace toasoan {

/// Corrupt for the first article or picture that is not what the log says, with its id as detail:
/// "article.decisions": a step that the log does not have, or has otherwise (who, when, which version, why), or one of
/// the log's that is missing;
/// "article.approval": the approved version is not the text whose hash the approval names;
/// "article.scheduledAt": an item waits for another hour than was last said;
/// "revision.savedBy", "article.author", "article.number": other than the log says; "media": another uploader or file.
/// What a line of an older program does not tell is not compared. Reads the log a few times, whatever its size in
/// little memory.
[[nodiscard]] Result<void> checkAgainstAudit(Transaction &transaction);

} // namespace toasoan
