#include "domain/PublicItem.h"

#include "document/Document.h"
#include "text/Vietnamese.h"

#include <algorithm>

namespace toasoan {

Publication publicationAt(const Record &record, qint64 number, Instant at)
{
    Publication publication = record.publication.value_or(Publication{
        .number = number, .slug = slug(record.title), .version = 0, .firstAt = at, .at = at, .takenDownAt = {}});
    publication.version = record.version;
    publication.at = at;
    publication.takenDownAt.reset();
    return publication;
}

Result<std::vector<MediaId>> picturesOf(const Content &content)
{
    std::vector<MediaId> pictures;
    if (content.body.isEmpty())
        return pictures;
    const auto body = document::readStored(content.body);
    if (!body)
        return body.error();
    for (const QString &media : document::pictures(*body)) {
        if (const auto id = MediaId::fromText(media))
            pictures.push_back(*id);
    }
    return pictures;
}

PublicItem publicItem(const Article &article, const Publication &publication, const Content &content,
                      const std::vector<MediaId> &pictures)
{
    return PublicItem{.number = publication.number,
                      .article = article.id,
                      .version = publication.version,
                      .section = content.section,
                      .genre = content.genre,
                      .slug = publication.slug,
                      .title = content.title,
                      .lead = content.lead,
                      .picture = pictures.empty() ? std::nullopt : std::optional(pictures.front()),
                      .firstAt = publication.firstAt,
                      .at = publication.at,
                      .takenDownAt = publication.takenDownAt};
}

Result<PublicItem> publicItem(const Article &article, const Publication &publication, const Content &content)
{
    const auto pictures = picturesOf(content);
    if (!pictures)
        return pictures.error();
    return publicItem(article, publication, content, *pictures);
}

std::vector<PublicCorrection> shownCorrections(const std::vector<PublicCorrection> &carried)
{
    std::vector<PublicCorrection> shown;
    QString before;
    for (const PublicCorrection &correction : carried) {
        if (!correction.text.isEmpty() && correction.text != before)
            shown.push_back(correction);
        before = correction.text;
    }
    std::ranges::reverse(shown);
    return shown;
}

} // namespace toasoan
