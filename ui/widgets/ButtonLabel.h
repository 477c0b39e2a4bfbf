// A label that a button gets when it stands there already.
#pragma once

#include <QString>

class QPushButton;

namespace toasoan {

/// With a label the button's icon stands off it, without one in the middle: the style gives it its place once, by
/// whether there is a label.
void setLabel(QPushButton *button, const QString &text);
/// How much wider a button with an icon is for a label.
[[nodiscard]] int labelWidth(const QPushButton &button, const QString &text);

} // namespace toasoan
