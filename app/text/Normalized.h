// Unicode's normal forms, at a cost in proportion to the text.
#pragma once

#include <QString>

namespace toasoan {

/// As QString::normalized(), whose cost grows with the square of a text: it moves all that stands behind a letter to
/// decompose it, and one mark past another at a time to order those of a letter, of which anybody may send 100,000.
[[nodiscard]] QString normalized(const QString &text, QString::NormalizationForm form);

} // namespace toasoan
