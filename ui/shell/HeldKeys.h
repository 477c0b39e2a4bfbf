// A key that is held does again what its press did, where it did it, and nothing else: what closed a question or opened
// a page would go on in what stands there now. X11 gives a repeat as a release and a press, and Qt knows the two for
// one only if it finds both at once: under load a repeat comes as a press like any other, but sooner than any finger.
// Lives in the GUI thread, once for all windows.
#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QWidget>

class QKeyEvent;

namespace toasoan {

class HeldKeys final : public QObject
{
    Q_OBJECT

public:
    /// For the whole application; again does nothing more.
    static void watch();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    using QObject::QObject;
    [[nodiscard]] bool takesRepeat(QObject *watched, QKeyEvent &key);

    /// When and where a key was pressed, of one that was let go.
    struct Released
    {
        QPointer<QWidget> home;
        quint64 at; ///< by the clock of events, in milliseconds
    };
    void note(const QKeyEvent &key);

    QHash<int, QPointer<QWidget>> m_homes; ///< where each key that is down was pressed
    QHash<int, Released> m_released;
    QHash<int, quint64> m_goneOn; ///< keys that are down and were let go by nobody, and when they came again
    bool m_isPassing = false; ///< a repeat is being offered to its widget
};

} // namespace toasoan
