// A place in an order that people arrange: a text between two others, so that a move changes one entry and two people
// who move different ones never meet.
#pragma once

#include <QString>

namespace toasoan {

/// A text of 0–9 a–z that sorts behind `before` and ahead of `behind`, bytewise; empty stands for no neighbour. Never
/// ends in 0, so that there is always room before it. Where the neighbours are not in order, or are the same: one
/// behind `before`.
[[nodiscard]] QString rankBetween(const QString &before, const QString &behind);

} // namespace toasoan
