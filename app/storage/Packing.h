// Texts as they lie packed in a row.
#pragma once

#include <QByteArray>

namespace toasoan {

/// Written once and read often: the smallest form, whose making takes a fraction of a save's sync to disk.
[[nodiscard]] QByteArray packed(const QByteArray &bytes);

/// What was packed; empty if it is damaged, or says that it is larger than anything that is packed.
[[nodiscard]] QByteArray unpacked(const QByteArray &packed);

} // namespace toasoan
