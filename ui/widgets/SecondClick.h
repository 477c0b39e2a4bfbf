// The second half of a double click is meant for what stood there at the first.
#pragma once

class QWidget;

namespace toasoan {

/// What was clicked goes, and something else comes under the pointer: for as long as a double click takes, none comes
/// to what stands in `window`.
void swallowSecondClick(QWidget &window);

} // namespace toasoan
