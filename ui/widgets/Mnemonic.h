// What a button says, as a name: in lists, headings, and for screen readers.
#pragma once

#include <QString>

class QKeyEvent;

namespace toasoan {

/// "Save" of "&Save", of "Lưu (&S)" and of "&Save…".
[[nodiscard]] QString withoutMnemonic(QString text);
/// Whether the key is a letter or a digit with Alt, meant for a mnemonic and not to be typed. Where Alt makes signs (on
/// macOS) none is.
[[nodiscard]] bool isMnemonicKey(const QKeyEvent &key);

} // namespace toasoan
