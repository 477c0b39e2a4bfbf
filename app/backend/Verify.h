// Reads a whole newsroom and says whether it holds together.
#pragma once

#include "storage/ChangeStore.h"
#include "storage/Database.h"

namespace toasoan {

/// Reads everything that can be checked: the file, the audit chain, that steps, approvals, accounts and the workflow
/// are what the log says, each revision's hash, that what the portal shows, and nothing else, is what its article says
/// (an approved version, with its title, place, pictures and the text that search shows, or taken down), and that no
/// article opens a picture that it never had. Gives where the log stands, for a copy of it kept elsewhere; `known` is
/// such a copy of before. The error names the first thing that does not hold. 1,000 items at a time.
[[nodiscard]] Result<AuditMark> verifyNewsroom(Database &database, const std::optional<AuditMark> &known = {});

} // namespace toasoan
