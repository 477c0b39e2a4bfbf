// A key that is held does again what its press did, where it did it, and nothing else: what closed a question or opened
// a page would go on in what stands there now. Lives in the GUI thread, once for all windows.
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

    QHash<int, QPointer<QWidget>> m_homes; ///< where each key that is down was pressed
    bool m_isPassing = false; ///< a repeat is being offered to its widget
};

} // namespace toasoan
