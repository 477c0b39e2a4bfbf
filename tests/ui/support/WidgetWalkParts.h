// What the parts of WidgetWalk share.
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

namespace toasoan::walk {

/// For a person who reads the fault.
[[nodiscard]] QString nameOf(const QWidget *widget);
/// All that is visible in that window and was made by the program, not by Qt for the inside of a widget.
[[nodiscard]] std::vector<QWidget *> shownIn(const QWidget &window);

} // namespace toasoan::walk
