#include "ui/articles/WholeUndo.h"

#include "ui/widgets/RedoKey.h"

#include <QApplication>
#include <QLineEdit>

#include <utility>

namespace toasoan {

namespace {

std::optional<WholeUndo::Way> wayOf(const QKeyEvent &key)
{
    if (key.matches(QKeySequence::Undo))
        return WholeUndo::Way::Undo;
    return isRedoKey(key) ? std::optional(WholeUndo::Way::Redo) : std::nullopt;
}

} // namespace

WholeUndo::WholeUndo(QWidget &sheet, std::function<bool()> hasHeardAll)
    : QObject(&sheet)
    , m_sheet(sheet)
    , m_hasHeardAll(std::move(hasHeardAll))
{ }

void WholeUndo::remember(Act act)
{
    qApp->installEventFilter(this); // before the fields, and before Chromium's own widget
    m_act = std::move(act);
    m_isWithinReach = true;
    m_lines.clear();
    for (const auto *line : m_sheet.findChildren<QLineEdit *>())
        m_lines.insert(line, line->text());
}

bool WholeUndo::follow(const Content &content)
{
    if (!m_act)
        return false;
    const bool was = std::exchange(m_isWithinReach, m_act->now() == content);
    if (!m_isWithinReach && m_act->isUndone)
        forget(); // as everywhere: who goes on after undoing has nothing to do again
    return was && !m_isWithinReach;
}

void WholeUndo::forget()
{
    qApp->removeEventFilter(this);
    m_act.reset();
    m_isWithinReach = false;
}

std::optional<WholeUndo::Act> WholeUndo::take(Way way)
{
    if (!isNext(way))
        return std::nullopt;
    m_isWithinReach = false;
    return std::exchange(m_act, std::nullopt); // listening goes on: the key may be held
}

// The key goes to what has the focus, whatever object it passes by on its way there.
bool WholeUndo::eventFilter(QObject *, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return false;
    const auto &key = *static_cast<QKeyEvent *>(event);
    const auto way = wayOf(key);
    if (!way || !takes(key, *way))
        return false;
    event->accept();
    if (event->type() == QEvent::KeyPress && !key.isAutoRepeat())
        emit wanted(*way);
    return true;
}

// A key that is held does again what its press did, which is nothing once the act is undone.
bool WholeUndo::takes(const QKeyEvent &key, Way way)
{
    const QWidget *focus = QApplication::focusWidget();
    if (!focus || !m_sheet.isAncestorOf(focus))
        return false;
    if (key.isAutoRepeat())
        return m_isHeld;
    // What is looked for is none of the sheet's: what was typed there since is undone there.
    const auto *line = qobject_cast<const QLineEdit *>(focus);
    m_isHeld = mayBeNext(way) && (!line || m_lines.value(line) == line->text());
    return m_isHeld;
}

} // namespace toasoan
