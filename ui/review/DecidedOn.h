// Which text of an article others decide on, where this person has words that are not in it.
#pragma once

#include "sync/Desk.h"

namespace toasoan {

/// Whether what `view` shows has words of this person that are in no version and, as things stand, come into none: he
/// may not write now, or the server has refused them.
[[nodiscard]] inline bool hasWordsBeside(const ArticleView &view)
{
    const bool isRefused = view.refused() && view.confirmedVersion > 0 && view.article.content != view.confirmedContent;
    return isRefused || view.hasWordsBeside();
}

/// With the text of the version at the server, where words of this person stand apart from it.
[[nodiscard]] inline ArticleView asDecidedOn(ArticleView view)
{
    if (hasWordsBeside(view)) {
        view.article.version = view.confirmedVersion;
        view.article.setContent(view.confirmedContent);
        view.article.contentHash = contentHash(view.confirmedContent);
    }
    return view;
}

} // namespace toasoan
