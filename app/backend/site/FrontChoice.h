// Which of the newest items open the front page. A pure function, so that each case can be tried.
#pragma once

#include <cstddef>
#include <vector>

namespace toasoan {

/// What the choice knows of an item. Pictures in pixels; 0 without one.
struct FrontCandidate
{
    bool canLead = true; ///< its genre does not stay below
    int pictureWidth = 0;
    int pictureHeight = 0;
};

/// Positions in the list that was given.
struct FrontChoice
{
    std::vector<std::size_t> featured; ///< the lead, the two beside it, and those below
    std::vector<std::size_t> latest;
};

/// How many stand large at the top of the page: the lead and the two beside it.
inline constexpr std::size_t prominentItems = 3;

/// Whether the picture fills the lead's place (652 × 367 CSS pixels, cut to 16:9) without being enlarged or beheaded.
[[nodiscard]] bool isWorthTheLead(const FrontCandidate &item);

/// `newest`: the newest first. The lead is the newest with a picture worth it, or else the newest; never of a
/// genre that stays below, so with notices alone nothing is featured. Beside it stand the next with pictures. The
/// latest are simply the newest; what stands there does not stand below the lead as well.
[[nodiscard]] FrontChoice chooseFront(const std::vector<FrontCandidate> &newest);

} // namespace toasoan
