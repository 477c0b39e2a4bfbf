// Two people changed the same content: both changes are kept.
#pragma once

#include "domain/Content.h"

namespace toasoan {

/// `theirs` and `mine`, both made from `base`, as one content. What one side alone changed is as that side left it. Of
/// what both changed: texts and body are merged by words (document::merge); where both changed the same words both
/// stand in the result, marked: in the body by its conflict mark, of a text field by Content::conflicts. Tags and
/// bylines are merged entry by entry: what either added is there once, what either took out is not, in the order of the
/// side that moved entries, each with the share that a side gave it. Of an order that both changed, `mine` is taken. Of
/// section and genre, which are one value and decide about rights and place, `theirs` stays: see outvoted(); so it does
/// of each member that this program does not know. The error is that of a body that does not read.
[[nodiscard]] Result<Content> mergeContent(const Content &base, const Content &theirs, const Content &mine);

/// The single values ("content.section", "content.genre") that both sides changed, each in its way: of these the merge
/// drops mine, and whoever chose it is to be told.
[[nodiscard]] std::vector<QString> outvoted(const Content &base, const Content &theirs, const Content &mine);

/// Whether a merge left words that a person has to choose between.
[[nodiscard]] bool hasConflict(const Content &content);

} // namespace toasoan
