// Walks over a window that is shown and says what a person would stumble over: what is cut off, out of the window or
// lies over another, letters that are given twice, stops of Tab that are missed or out of order, focus frames that are
// missing or doubled. Each function returns one line for each fault; nothing if all is well. The window must be active
// where keys are pressed.
#pragma once

#include <QStringList>

class QWidget;

namespace toasoan {

/// What has less room than it needs: texts that are cut, widgets out of their place or over their neighbours, icons too
/// near to their labels or too far from them. Texts that are elided on purpose say themselves in their tool tip.
[[nodiscard]] QStringList roomFaults(const QWidget &window);

/// Letters of Alt that stand for two things at once, or that a Vietnamese keyboard (Telex) makes another sign of. Each
/// menu is a world of its own.
[[nodiscard]] QStringList letterFaults(const QWidget &window);

/// Presses Tab until it is round, then Shift+Tab: each stop comes once, in the order of reading, and none is left out.
[[nodiscard]] QStringList tabFaults(QWidget &window);

/// Gives the focus to one stop after another: each shows one frame, and only one.
[[nodiscard]] QStringList frameFaults(QWidget &window);

} // namespace toasoan
