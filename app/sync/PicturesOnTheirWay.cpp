#include "sync/PicturesOnTheirWay.h"

#include "document/Document.h"
#include "storage/DeskStore.h"

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

bool PicturesOnTheirWay::holdUp(Step step, const Content &content) const
{
    if (!mayHoldUp(step))
        return false;
    const auto body = document::readStored(content.body);
    return body && std::ranges::any_of(document::pictures(*body), [&](const QString &text) {
               const auto id = MediaId::fromText(text);
               return id && m_pictures.contains(*id);
           });
}

} // namespace toasoan
