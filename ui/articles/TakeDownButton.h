// "Take down", for the row of a list that is marked: there when readers see that article and this person may take it
// down. Asks why, and gives the step. GUI thread.
#pragma once

#include "sync/Desk.h"

#include <QPushButton>

class QTimer;

namespace toasoan {

class StepWatch;

class TakeDownButton final : public QPushButton
{
    Q_OBJECT

public:
    /// `desk` must outlive it.
    explicit TakeDownButton(Desk &desk, QWidget *parent = nullptr);

    /// Of which row; nothing: none is marked.
    void setLine(const std::optional<ArticleLine> &line);

signals:
    /// It is taken down, in a sentence.
    void done(const QString &sentence);
    /// It was given, and the server does not have it yet; overtaken() says when that is so no longer.
    void waits(const QString &sentence);
    void overtaken(const QString &sentence);
    void failed(const toasoan::Error &error);

private:
    void look();
    void ask();

    Desk &m_desk;
    StepWatch *m_watch;
    ArticleId m_id;
    std::optional<Article> m_article; ///< of m_id, once it is known that it may be taken down
    QTimer *m_look; ///< not for every row that arrows pass
};

} // namespace toasoan
