// "Take down", for the row of a list that is marked: there when readers see that article and this person may take it
// down. GUI thread.
#pragma once

#include "sync/Desk.h"

#include <QPushButton>

class QTimer;

namespace toasoan {

class RowSteps;

class TakeDownButton final : public QPushButton
{
    Q_OBJECT

public:
    /// `desk` and `steps` must outlive it.
    TakeDownButton(Desk &desk, RowSteps &steps, QWidget *parent = nullptr);

    /// Of which row; nothing: none is marked.
    void setLine(const std::optional<ArticleLine> &line);

private:
    void look();

    Desk &m_desk;
    ArticleId m_id;
    std::optional<Article> m_article; ///< of m_id, once it is known that it may be taken down
    QTimer *m_look; ///< not for every row that arrows pass
};

} // namespace toasoan
