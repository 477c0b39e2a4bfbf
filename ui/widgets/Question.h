// The one way in which a window asks something. Questions never stack: while one stands over a window, another one
// asked for the same window is dropped, so a step that was pressed three times is asked about once.
#pragma once

class QDialog;

namespace toasoan {

/// Of a dialog that asks for a text or a date, in pixels: the least; labels may need more.
inline constexpr int questionWidth = 472;

/// Opens `dialog` over the window of its parent, without blocking. If a question stands there already, that one is
/// raised instead, and `dialog` is rejected (its finished() comes) and deletes itself. The dialog has to have a parent.
void askQuestion(QDialog *dialog);

} // namespace toasoan
