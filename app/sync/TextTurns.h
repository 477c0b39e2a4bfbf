// How shown texts turned into others under an open editor: after a merge the editor goes on typing on the text from
// before it for a moment. What it typed there is carried over here.
#pragma once

#include "actions/Kind.h"
#include "sync/DeskView.h"

#include <QHash>

#include <deque>

namespace toasoan {

class TextTurns
{
public:
    /// The base of the text that is shown now. From here on turns of this article are remembered, until `mostOpen`
    /// others were looked at or typed in since: more editors are not open at a time.
    [[nodiscard]] TextBase current(ArticleId article);
    [[nodiscard]] bool isOpen(ArticleId article) const { return m_articles.contains(article); }

    /// The shown text became another, not by typing.
    void turn(ArticleId article, const QByteArray &before, const QByteArray &after);

    /// `typed` on the text of `base`, carried over to the text that is shown now. What cannot be merged comes back as
    /// it is.
    [[nodiscard]] QByteArray carryOver(const Kind &kind, RecordId id, TextBase base, const QByteArray &typed);

    static constexpr qsizetype mostOpen = 32;

private:
    struct Turn
    {
        QByteArray before;
        QByteArray after;
    };
    struct Article
    {
        qint64 first = 0; ///< the base that the oldest turn began at
        std::deque<Turn> turns;
        quint64 used = 0; ///< when, in the order of uses
    };

    void forgetOldest();
    void use(Article &article) { article.used = ++m_uses; }

    QHash<ArticleId, Article> m_articles;
    quint64 m_uses = 0;
    qint64 m_fresh = 0; ///< the first base of an article that is opened now
};

} // namespace toasoan
