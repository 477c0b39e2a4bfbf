// The order of Tab is the order of reading: left to right in a row, row below row, group by group; whenever a widget
// was made. A window calls it from its focusNextPrevChild().
#pragma once

class QWidget;

namespace toasoan {

enum class TabWay
{
    Forward,
    Back
};

/// Gives the focus to the next stop in `window`, round and round; false if there is none.
bool moveFocus(QWidget &window, TabWay way);

/// Whether what has the focus in its window is hidden or disabled by now: Qt asks focusNextPrevChild() for another
/// place then, as if Tab had been pressed, from the inside out. Whoever knows where the focus belongs gives it there.
[[nodiscard]] bool isFocusLeftBehind(const QWidget &inside);

/// The place that Tab stops at for what is inside of it: a web page has its focus within.
[[nodiscard]] QWidget *tabStopOf(QWidget *focus);

} // namespace toasoan
