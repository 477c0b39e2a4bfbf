// Two people changed the same text: a merge that loses no word and doubles none.
#pragma once

#include "document/Node.h"

namespace toasoan::document {

/// `theirs` and `mine`, both made from `base`, as one document, merged by words and blocks:
///  - what one side changed is changed; what both deleted is gone; what both inserted alike at one place stands once;
///  - where both changed the same words both stand, theirs first, under the conflict mark of their side;
///  - where one deleted what the other changed the change stays, under the conflict mark; a block that one side emptied
///    and the other wrote in stays whole; a block that one side moved takes the other's changes along.
/// Of an attribute or format that both changed, mine is taken; of texts (alt, credit, summary) both, as in mergeText().
/// Of texts with very many words (some 200,000 in the three together) whole lines are taken for words: coarser, so that
/// time and memory stay in proportion.
/// Each argument is a valid document. The result is valid too, except that two sides near a limit of size may exceed it
/// together: see check(). The same arguments always give the same result.
[[nodiscard]] Node merge(const Node &base, const Node &theirs, const Node &mine);

/// The same for a text of one line. Where both changed the same words both stand: "theirs / mine", and `*conflict`
/// (where given) becomes true.
[[nodiscard]] QString mergeText(const QString &base, const QString &theirs, const QString &mine,
                                bool *conflict = nullptr);

/// Of three values the one that a side changed; mine where both did.
template <typename T>
const T &changedOne(const T &base, const T &theirs, const T &mine)
{
    return mine == base ? theirs : mine;
}

} // namespace toasoan::document
