// Of three values one: formats of words, attributes of blocks and containers. Part of merge; not for other modules.
#pragma once

#include "document/Flat.h"

#include <QStringList>

namespace toasoan::document {

/// A word or a blank that all three have: the format that a side changed; mine where both did, mark by mark.
[[nodiscard]] StyledText mergedText(const StyledText &base, const StyledText &theirs, const StyledText &mine);

/// A node without children that all three have, the type and each attribute as a side changed it. Texts that both
/// changed (alt, credit, summary) are merged by words; a text of theirs that finds no room goes to `leftover`.
[[nodiscard]] Node mergedNode(const Node &base, const Node &theirs, const Node &mine, QStringList &leftover);

} // namespace toasoan::document
