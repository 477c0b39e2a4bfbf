// Over the review page: what became of the steps that were given there. What is to be said last, and under it each step
// that has not reached the server, whatever article it is about. GUI thread.
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

    /// In place of what was said last. What went well goes by itself after a while, the rest when it is closed.
    void tell(Tone tone, const QString &text, ArticleId article = {});
    /// A step that waits, until removeWaiting() of the same sentence.
    void addWaiting(const QString &sentence, ArticleId article);
    void removeWaiting(const QString &sentence);
    /// What can be done after the step that was given last, on this article: offered while it is spoken of.
    void setActions(ArticleId article, std::vector<BannerAction> actions);
    /// What was said last is over, and what was offered; what waits goes on waiting.
    void endLast();
    void clear();

private:
    struct Said
    {
        QString text;
        ArticleId article;
        Tone tone = Tone::Warning;
    };
    void showAll();

    Banner *m_banner;
    QTimer *m_end; ///< of what went well
    std::optional<Said> m_last;
    std::vector<Said> m_waiting; ///< in the order given
    ArticleId m_article; ///< that the actions are about
    std::vector<BannerAction> m_actions;
};

} // namespace toasoan
