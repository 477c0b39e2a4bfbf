// What two sequences have in common, in order. Part of diff and merge; not for other modules.
#pragma once

#include <span>
#include <vector>

namespace toasoan::document {

/// For each element of `a` the index of its partner in `b`, or -1. Partners are equal and in the same order. Short
/// sequences and small differences are aligned with as many partners as there can be (Myers, "An O(ND) difference
/// algorithm", 1986); larger ones first at the elements that both have once. Bounded: where neither finds a way in
/// reasonable time, elements stay alone.
[[nodiscard]] std::vector<int> alignSequences(std::span<const int> a, std::span<const int> b);

} // namespace toasoan::document
