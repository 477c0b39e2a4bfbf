// How shown texts turned into others under an open editor: after a merge the editor goes on typing on the text from
// before it for a moment. What it typed there is carried over here.
#pragma once

#include "domain/Content.h"
#include "sync/DeskView.h"

#include <QHash>

#include <deque>

namespace toasoan {

class TextTurns
{
public:
    /// The base of the text that is shown now. From here on turns of this article are remembered.
    [[nodiscard]] TextBase current(ArticleId article);

    /// The shown text became another, not by typing.
    void turn(ArticleId article, const Content &before, const Content &after);

    /// `typed` on the text of `base`, carried over to the text that is shown now. What cannot be merged comes back as
    /// it is.
    [[nodiscard]] Content carryOver(ArticleId article, TextBase base, const Content &typed) const;

private:
    struct Turn
    {
        Content before;
        Content after;
    };
    struct Article
    {
        qint64 first = 0; ///< the base that the oldest turn began at
        std::deque<Turn> turns;
    };

    QHash<ArticleId, Article> m_articles;
};

} // namespace toasoan
