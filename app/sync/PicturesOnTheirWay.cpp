#include "sync/PicturesOnTheirWay.h"

#include "storage/DeskStore.h"

#include <algorithm>

namespace toasoan {

Result<PicturesOnTheirWay> PicturesOnTheirWay::load(Transaction &transaction)
{
    auto entries = DeskStore(transaction).pictures();
    if (!entries)
        return entries.error();
    PicturesOnTheirWay pictures;
    for (const PictureEntry &entry : *entries) {
        if (entry.error.isEmpty() && entry.sent < entry.size)
            pictures.m_pictures.insert(entry.media);
    }
    return pictures;
}

bool PicturesOnTheirWay::mayHoldUp(Step step) const
{
    return !m_pictures.empty() && needsPictures(step);
}

bool PicturesOnTheirWay::holdUp(Step step, const std::vector<MediaId> &shown) const
{
    return mayHoldUp(step)
        && std::ranges::any_of(shown, [this](MediaId picture) { return m_pictures.contains(picture); });
}

} // namespace toasoan
