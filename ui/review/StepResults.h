// Over the review page: what became of the steps that were given there, and under it each step that has not reached the
// server, whatever article it is about. GUI thread.
#pragma once

#include "domain/Ids.h"
#include "ui/widgets/Banner.h"

#include <QWidget>

#include <optional>

class QTimer;

namespace toasoan {

class StepResults final : public QWidget
{
    Q_OBJECT

public:
    explicit StepResults(QWidget *parent = nullptr);

    /// Below what was said before of other articles. What went well goes by itself after a while, the rest when it is
    /// closed.
    void tell(Tone tone, const QString &text, ArticleId article = {});
    /// What went wrong with the article that is open, until another is.
    void tellWhileOpen(const QString &text);
    void endOfOpen();
    /// A step that waits, until removeWaiting() of the same sentence.
    void addWaiting(const QString &sentence, ArticleId article);
    void removeWaiting(const QString &sentence);
    void rewordWaiting(const QString &before, const QString &now);
    /// Where to go after the step that was given last, on this article, and what takes it back. The one is offered
    /// while the article is spoken of; the other once the server has the step, while nothing else is spoken of: beside
    /// several sentences it would be read as of any of them.
    void setActions(ArticleId article, std::optional<BannerAction> next, std::optional<BannerAction> undo);
    /// What was said is over, and what was offered; what waits goes on waiting.
    void endSaid();
    void clear();

private:
    struct Said
    {
        QString text;
        ArticleId article;
        Tone tone = Tone::Warning;
        bool isOfOpen = false;
    };
    void showAll();

    Banner *m_banner;
    QTimer *m_end; ///< of what went well
    std::vector<Said> m_said; ///< in the order in which it became so
    std::vector<Said> m_waiting; ///< in the order given
    ArticleId m_article; ///< that the actions are about
    std::optional<BannerAction> m_next;
    std::optional<BannerAction> m_undo;
};

} // namespace toasoan
