#include "ui/articles/WholeUndo.h"

#include <QApplication>
#include <QKeyEvent>
#include <QWidget>

namespace toasoan {

WholeUndo::WholeUndo(QWidget &sheet) : QObject(&sheet), m_sheet(sheet) { }

void WholeUndo::remember(const Content &before, const Content &after)
{
    if (!m_act)
        qApp->installEventFilter(this); // before the fields, and before Chromium's own widget
    m_act = Act{.before = before, .after = after};
}

bool WholeUndo::follow(const Content &content)
{
    if (!m_act || m_act->after == content)
        return false;
    forget();
    return true;
}

void WholeUndo::forget()
{
    qApp->removeEventFilter(this);
    m_act.reset();
}

std::optional<Content> WholeUndo::before() const
{
    return m_act ? std::optional(m_act->before) : std::nullopt;
}

// The key goes to what has the focus, whatever object it passes by on its way there.
bool WholeUndo::eventFilter(QObject *, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!isKey || !static_cast<QKeyEvent *>(event)->matches(QKeySequence::Undo))
        return false;
    const QWidget *focus = QApplication::focusWidget();
    if (!focus || !m_sheet.isAncestorOf(focus))
        return false;
    event->accept();
    if (event->type() == QEvent::KeyPress && !static_cast<QKeyEvent *>(event)->isAutoRepeat())
        emit wanted();
    return true;
}

} // namespace toasoan
