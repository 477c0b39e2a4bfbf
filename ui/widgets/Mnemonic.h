// What a button says, as a name: in lists, headings, and for screen readers.
#pragma once

#include <QString>

namespace toasoan {

/// "Save" of "&Save", of "Lưu (&S)" and of "&Save…".
[[nodiscard]] QString withoutMnemonic(QString text);

} // namespace toasoan
