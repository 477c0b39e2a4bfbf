// An item, or what changed in it, as the page of the reading view. Everything that a person wrote is escaped.
#pragma once

#include "base/Result.h"
#include "domain/Content.h"

#include <QString>

namespace toasoan {

/// How the newsroom calls what an item names by its id or code.
struct NamedPlace
{
    QString section; ///< empty: none chosen
    QString genre;
};

/// The item as readers will see it. The error is that of a body that does not read; then nobody can vouch for it.
[[nodiscard]] Result<QString> readingHtml(const Content &content, const NamedPlace &place);

struct ComparedContent
{
    Content content;
    QString name; ///< "version 3"
    NamedPlace place;
};

/// What changed, word by word, in all that an item says; marked by colour, line and a word for screen readers.
[[nodiscard]] Result<QString> differenceHtml(const ComparedContent &before, const ComparedContent &after);

/// A sentence in place of a text.
[[nodiscard]] QString noticeHtml(const QString &sentence);

} // namespace toasoan
