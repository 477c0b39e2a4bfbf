#include "ui/editor/PageTurns.h"

#include <QCoreApplication>
#include <QEvent>

namespace toasoan {

namespace {

constexpr qint64 longTurn = 4; // ms
constexpr int mostTasks = 40;
constexpr qint64 mostTime = 12; // ms, after which keys and drawing come again

} // namespace

void PageTurns::keep()
{
    static const QPointer turns(new PageTurns(QCoreApplication::instance()));
}

PageTurns::PageTurns(QObject *parent) : QObject(parent)
{
    parent->installEventFilter(this); // until the pump is seen: it is made with the first page, and is nobody's child
}

bool PageTurns::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Timer || m_isTurning)
        return false;
    if (watched != m_pump) {
        // The name is Qt's own affair (6.4): where it is another, pages have the turns that Qt gives them.
        if (m_pump || !watched->inherits("QWebEngineMessagePumpScheduler"))
            return false;
        m_pump = watched;
        parent()->removeEventFilter(this);
        watched->installEventFilter(this);
    }
    if (m_sinceTurn.isValid() && m_sinceTurn.elapsed() >= longTurn) {
        m_isTurning = true;
        QElapsedTimer since;
        since.start();
        for (int task = 0; task < mostTasks && m_pump && since.elapsed() < mostTime; ++task)
            m_pump->event(event);
        m_isTurning = false;
    }
    m_sinceTurn.start();
    return !m_pump;
}

} // namespace toasoan
