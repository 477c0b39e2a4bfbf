#include "ui/review/ReadStretches.h"

#include <algorithm>

namespace toasoan {

void ReadStretches::see(Time time, double top, double bottom)
{
    m_sights.push_back({.time = time, .stretch = {.top = top, .bottom = bottom}});
    // What stood all through the last moment: from the last sight that is at least as old.
    const auto recent =
        std::find_if(m_sights.rbegin(), m_sights.rend(), [&](const Sight &sight) { return sight.time <= time - stay; });
    if (recent == m_sights.rend())
        return;
    m_sights.erase(m_sights.begin(), recent.base() - 1);
    Stretch common = m_sights.front().stretch;
    for (const Sight &sight : m_sights) {
        common.top = std::max(common.top, sight.stretch.top);
        common.bottom = std::min(common.bottom, sight.stretch.bottom);
    }
    if (common.top < common.bottom)
        add(common);
}

void ReadStretches::add(Stretch stretch)
{
    std::erase_if(m_read, [&stretch](const Stretch &known) {
        const bool isApart = known.bottom < stretch.top || known.top > stretch.bottom;
        if (!isApart)
            stretch = {.top = std::min(known.top, stretch.top), .bottom = std::max(known.bottom, stretch.bottom)};
        return !isApart;
    });
    m_read.insert(std::ranges::upper_bound(m_read, stretch.top, {}, &Stretch::top), stretch);
}

bool ReadStretches::isWhole(double gap) const
{
    double reached = 0;
    for (const Stretch &stretch : m_read) {
        if (stretch.top > reached + gap)
            return false;
        reached = stretch.bottom;
    }
    return reached >= 1 - gap;
}

void ReadStretches::clear()
{
    m_sights.clear();
    m_read.clear();
}

} // namespace toasoan
