// What can be done with the row of a list without opening it. Made anew each time, of what is allowed at that moment.
#pragma once

#include "sync/Desk.h"

#include <QObject>

class QAction;
class QMenu;

namespace toasoan {

class StepWatch;

class ArticleMenu final : public QObject
{
    Q_OBJECT

public:
    /// `desk` must outlive it; dialogs stand over `parent`.
    ArticleMenu(Desk &desk, QWidget *parent);

    /// Opens at this place of the screen as soon as it is known what may be done; `more` stands at its end.
    void popup(ArticleId id, const QPoint &at, QMenu *more = nullptr);

signals:
    void openWanted(toasoan::ArticleId id);
    /// Something went well, in a sentence.
    void done(const QString &sentence);
    /// A step was given, and the server does not have it yet; overtaken() says when that is so no longer.
    void waits(const QString &sentence);
    void overtaken(const QString &sentence);
    void failed(const toasoan::Error &error);

private:
    void fill(QMenu &menu, const ArticleView &view);
    void duplicate(const Content &content);
    void take(Step step, const Article &article, const QString &reason);
    void askDelete(const Article &article, bool isOnlyHere);

    Desk &m_desk;
    QWidget *m_parent;
    StepWatch *m_watch;
};

} // namespace toasoan
