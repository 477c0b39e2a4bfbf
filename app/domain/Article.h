// An item of the newsroom: the record and what it says.
#pragma once

#include "domain/Content.h"
#include "domain/Record.h"

namespace toasoan {

struct Article : Record
{
    Content content; ///< of the newest revision

    /// With what the record says of it: rights go by that.
    void setContent(Content says);

    bool operator==(const Article &) const = default;
};

/// The article as a record of any kind.
[[nodiscard]] FullRecord recordOf(const Article &article);

/// A stored version of the content.
struct Revision
{
    ArticleId article;
    Version version = 0;
    UserId savedBy;
    Instant savedAt;
    QString contentHash;
    Content content;

    bool operator==(const Revision &) const = default;
};

} // namespace toasoan
