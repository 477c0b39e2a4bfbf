#include "ui/shell/HeldKeys.h"

#include "ui/widgets/Mnemonic.h"

#include <QApplication>
#include <QKeyEvent>

#include <algorithm>
#include <array>

namespace toasoan {

namespace {

// What gets the keys now.
QWidget *place()
{
    if (QWidget *popup = QApplication::activePopupWidget())
        return popup;
    QWidget *focus = QApplication::focusWidget();
    return focus ? focus : QApplication::activeWindow();
}

// They go from one field to the next, and do nothing there.
bool isWay(int key)
{
    constexpr std::array ways{Qt::Key_Tab,   Qt::Key_Backtab, Qt::Key_Up,  Qt::Key_Down,   Qt::Key_Left,
                              Qt::Key_Right, Qt::Key_Home,    Qt::Key_End, Qt::Key_PageUp, Qt::Key_PageDown};
    return std::ranges::find(ways, key) != ways.end();
}

// The only shortcuts that a held key gives again: larger and smaller letters, and the next place that is found.
bool isRepeatable(const QKeyEvent &key)
{
    const auto modifiers = key.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    if (key.key() == Qt::Key_F3)
        return modifiers == Qt::NoModifier;
    constexpr std::array steps{Qt::Key_Plus, Qt::Key_Equal, Qt::Key_Minus};
    return modifiers == Qt::ControlModifier && std::ranges::find(steps, key.key()) != steps.end();
}

} // namespace

void HeldKeys::watch()
{
    static const QPointer keys(new HeldKeys(QCoreApplication::instance()));
    static const bool once = [] {
        QCoreApplication::instance()->installEventFilter(keys);
        return true;
    }();
    Q_UNUSED(once);
}

bool HeldKeys::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (type != QEvent::ShortcutOverride && type != QEvent::KeyPress && type != QEvent::KeyRelease)
        return false;
    auto &key = *static_cast<QKeyEvent *>(event);
    if (m_isPassing)
        return false;
    if (key.isAutoRepeat())
        return type != QEvent::KeyRelease && takesRepeat(watched, key);
    note(key);
    return type != QEvent::KeyRelease && m_goneOn.contains(key.key()) && takesRepeat(watched, key);
}

// The question whether a key is a shortcut comes before all that it does. As a press it comes to widget after widget
// until one takes it, and the first may have led elsewhere.
void HeldKeys::note(const QKeyEvent &key)
{
    constexpr quint64 noFinger = 60; // milliseconds between letting a key go and pressing it again
    const int code = key.key();
    if (key.type() == QEvent::KeyRelease) {
        if (m_homes.contains(code))
            m_released.insert(code, {.home = m_homes.take(code), .at = key.timestamp()});
        m_goneOn.remove(code);
        return;
    }
    const bool isSamePress = m_goneOn.contains(code) && m_goneOn.value(code) == key.timestamp();
    if (isSamePress || (key.type() != QEvent::ShortcutOverride && m_homes.contains(code)))
        return;
    const auto released = m_released.constFind(code);
    const bool goesOn = released != m_released.cend() && released->at != 0 && key.timestamp() >= released->at
        && key.timestamp() - released->at < noFinger;
    m_homes.insert(code, goesOn ? released->home : QPointer(place()));
    if (goesOn)
        m_goneOn.insert(code, key.timestamp());
    else
        m_goneOn.remove(code);
    m_released.remove(code);
}

// Whether nobody else is given it. To the question whether it is a shortcut the answer is no, but for a few.
bool HeldKeys::takesRepeat(QObject *watched, QKeyEvent &key)
{
    const auto home = m_homes.constFind(key.key());
    // A real key that was pressed in another program has led here.
    const bool isElsewhere = home == m_homes.cend() ? key.spontaneous() : home->isNull() || *home != place();
    if ((isElsewhere && !isWay(key.key())) || isMnemonicKey(key)) {
        key.accept();
        return true;
    }
    if (key.type() != QEvent::ShortcutOverride || isRepeatable(key))
        return false;
    m_isPassing = true;
    QCoreApplication::sendEvent(watched, &key); // who takes it as his own learns from this what it will do
    m_isPassing = false;
    key.accept();
    return true;
}

} // namespace toasoan
