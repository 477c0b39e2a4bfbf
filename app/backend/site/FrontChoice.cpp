#include "backend/site/FrontChoice.h"

#include <algorithm>
#include <optional>

namespace toasoan {

namespace {

constexpr std::size_t mostFeatured = 7;
constexpr std::size_t mostLatest = 6;

constexpr int leadWidth = 800;
constexpr int leadHeight = 400;

} // namespace

bool isWorthTheLead(const FrontCandidate &item)
{
    // Upright and square pictures lose heads and feet in a wide frame; a very wide one is a banner.
    return item.pictureWidth >= leadWidth && item.pictureHeight >= leadHeight
        && item.pictureWidth * 5 >= item.pictureHeight * 6 && item.pictureWidth <= item.pictureHeight * 3;
}

FrontChoice chooseFront(const std::vector<FrontCandidate> &newest)
{
    FrontChoice choice;
    for (std::size_t i = 0; i < std::min(newest.size(), mostLatest); ++i)
        choice.latest.push_back(i);

    const auto contains = [](const std::vector<std::size_t> &list, std::size_t i) {
        return std::ranges::find(list, i) != list.end();
    };
    // The newest that are not chosen yet and fit, until `most` are featured.
    const auto feature = [&](std::size_t most, const auto &fits) {
        for (std::size_t i = 0; i < newest.size() && choice.featured.size() < most; ++i) {
            if (newest[i].canLead && !contains(choice.featured, i) && fits(i))
                choice.featured.push_back(i);
        }
    };
    const auto any = [](std::size_t) { return true; };
    const auto isPictured = [&](std::size_t i) { return newest[i].pictureWidth > 0; };
    feature(1, [&](std::size_t i) { return isWorthTheLead(newest[i]); });
    feature(1, any);
    feature(prominentItems, isPictured);
    feature(prominentItems, any);
    feature(mostFeatured, [&](std::size_t i) { return !contains(choice.latest, i); });
    return choice;
}

} // namespace toasoan
