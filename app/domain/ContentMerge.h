// Two people changed the same content: both changes are kept.
#pragma once

#include "domain/Content.h"

namespace toasoan {

/// `theirs` and `mine`, both made from `base`, as one content. Texts and body are merged by words (document::merge);
/// where both changed the same words both stand in the result, marked: in the body by its conflict mark, of a text
/// field by Content::conflicts. Of a field with one value the changed one wins, `mine` if both changed it. The error is
/// that of a body that does not read.
[[nodiscard]] Result<Content> mergeContent(const Content &base, const Content &theirs, const Content &mine);

/// Whether a merge left words that a person has to choose between.
[[nodiscard]] bool hasConflict(const Content &content);

} // namespace toasoan
