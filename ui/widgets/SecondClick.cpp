#include "ui/widgets/SecondClick.h"

#include <QApplication>
#include <QEvent>
#include <QTimer>
#include <QWidget>

namespace toasoan {

namespace {

class Swallower final : public QObject
{
public:
    explicit Swallower(QWidget &window) : QObject(&window), m_window(window)
    {
        qApp->installEventFilter(this); // also what is made meanwhile
        QTimer::singleShot(QApplication::doubleClickInterval(), this, &QObject::deleteLater);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const auto *widget = qobject_cast<const QWidget *>(watched);
        return event->type() == QEvent::MouseButtonDblClick && widget && widget->window() == &m_window;
    }

private:
    const QWidget &m_window;
};

} // namespace

void swallowSecondClick(QWidget &window)
{
    new Swallower(window);
}

} // namespace toasoan
