// Dialogs in which something is only looked at.
#pragma once

#include <QSize>

class QDialog;
class QWidget;

namespace toasoan {

/// Fills the dialog with `content` above a row with one button, which closes it. As large as `most`, or what its parent
/// leaves.
void layOutAboveClose(QDialog *dialog, QWidget *content, QSize most);

} // namespace toasoan
