// What can be done with the row of a list without opening it. Made anew each time, of what is allowed at that moment.
#pragma once

#include "sync/Desk.h"

#include <QObject>

#include <functional>

class QAction;
class QMenu;

namespace toasoan {

class RowSteps;

class ArticleMenu final : public QObject
{
    Q_OBJECT

public:
    /// `desk` and `steps` must outlive it; dialogs stand over `parent`.
    ArticleMenu(Desk &desk, RowSteps &steps, QWidget *parent);

    /// Opens at this place of the screen as soon as it is known what may be done; `more` stands at its end.
    void popup(ArticleId id, const QPoint &at, QMenu *more = nullptr);

signals:
    void openWanted(toasoan::ArticleId id);
    /// Something went well, in a sentence.
    void done(const QString &sentence);
    /// `say` makes the sentence, in the language of the day; it outlives whoever gave it.
    void failed(const std::function<QString()> &say);

private:
    void fill(QMenu &menu, const ArticleView &view);
    void duplicate(const Content &content);
    void askDelete(const Article &article, bool isOnlyHere);

    Desk &m_desk;
    RowSteps &m_steps;
    QWidget *m_parent;
};

} // namespace toasoan
