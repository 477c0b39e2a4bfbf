// The one way in which a window asks something. Questions never stack: while one stands over a window, another one
// asked for the same window is dropped, so a step that was pressed three times is asked about once.
#pragma once

class QDialog;

namespace toasoan {

/// Of a dialog that asks for a text or a date, in pixels: the least; labels may need more.
inline constexpr int questionWidth = 472;

/// Gives `dialog` the height that all of its lines need at its width, as it is shown and whenever they change; by
/// itself Qt gives no dialog more than two thirds of the screen, and cuts what breaks its lines. Where the screen is
/// too low it becomes wider. For dialogs with a layout of their own.
void keepWhole(QDialog *dialog);

/// Opens `dialog` over the window of its parent, without blocking. If a question stands there already, that one is
/// raised instead, and `dialog` is rejected (its finished() comes) and deletes itself. The dialog has to have a parent.
void askQuestion(QDialog *dialog);

} // namespace toasoan
