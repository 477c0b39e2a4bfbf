// An item, or what changed in it, as the page of the reading view. Everything that a person wrote is escaped.
#pragma once

#include "base/Result.h"
#include "domain/Content.h"

#include <QString>

namespace toasoan {

/// The item as readers will see it. The error is that of a body that does not read; then nobody can vouch for it.
[[nodiscard]] Result<QString> readingHtml(const Content &content, const QString &section);

struct ComparedContent
{
    Content content;
    QString name; ///< "version 3"
    QString section;
};

/// What changed, word by word, in all that an item says; marked by colour, line and a word for screen readers.
[[nodiscard]] Result<QString> differenceHtml(const ComparedContent &before, const ComparedContent &after);

/// A sentence in place of a text.
[[nodiscard]] QString noticeHtml(const QString &sentence);

} // namespace toasoan
