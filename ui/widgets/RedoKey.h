// The keys that do again what was undone, the same in every field. Of any thread.
#pragma once

#include <QKeyEvent>

namespace toasoan {

/// Ctrl+Y as in Word, and what the system has for it: on Linux that is Ctrl+Shift+Z alone.
[[nodiscard]] inline bool isRedoKey(const QKeyEvent &key)
{
    return key.matches(QKeySequence::Redo) || (key.key() == Qt::Key_Y && key.modifiers() == Qt::ControlModifier);
}

} // namespace toasoan
