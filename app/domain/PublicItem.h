// An item as readers have it: what publishing makes of an article, for lists, feeds and pages. Said once, for the
// portal and for whoever shows beforehand what it will show.
#pragma once

#include "domain/Article.h"

namespace toasoan {

/// One published item as lists, feeds and maps show it.
struct PublicItem
{
    qint64 number = 0;
    ArticleId article;
    Version version = 0;
    SectionId section;
    QString genre; ///< a code
    QString slug;
    QString title;
    QString lead;
    std::optional<MediaId> picture; ///< the first picture of the body
    Instant firstAt;
    Instant at;
    std::optional<Instant> takenDownAt;

    bool operator==(const PublicItem &) const = default;
};

/// A correction (đính chính) that readers were given.
struct PublicCorrection
{
    Instant at; ///< when the version that says it was published
    QString text;

    bool operator==(const PublicCorrection &) const = default;
};

/// What a record has on the portal once its newest version is published at that moment. `number` is for one that was
/// never public; any other keeps its own, and the address and first moment that go with it.
[[nodiscard]] Publication publicationAt(const Record &record, qint64 number, Instant at);

/// The item of an article that says `content`, with these pictures in it, on the portal.
[[nodiscard]] PublicItem publicItem(const Article &article, const Publication &publication, const Content &content,
                                    const std::vector<MediaId> &pictures);
/// The same with the pictures of `content`. Corrupt "body…" for a body that cannot be read.
[[nodiscard]] Result<PublicItem> publicItem(const Article &article, const Publication &publication,
                                            const Content &content);

/// The pictures of a content's body, in their order, each once. The error of document::readStored().
[[nodiscard]] Result<std::vector<MediaId>> picturesOf(const Content &content);

/// The corrections that readers are shown, newest first, of what each version that was public carried, oldest first: a
/// version carries its text along until another takes its place.
[[nodiscard]] std::vector<PublicCorrection> shownCorrections(const std::vector<PublicCorrection> &carried);

} // namespace toasoan
