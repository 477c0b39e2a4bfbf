// Unicode's normal forms, at a cost in proportion to the text.
#pragma once

#include <QString>

namespace toasoan {

/// As QString::normalized(), whose cost grows with the square of a text: it moves all that stands behind a letter to
/// decompose it, and one mark past another at a time to order those of a letter, of which anybody may send 100,000.
[[nodiscard]] QString normalized(const QString &text, QString::NormalizationForm form);

/// `text` with no more marks on a letter than any language writes (30, Unicode's stream-safe format): to draw 100,000
/// on one takes a browser a minute.
[[nodiscard]] QString withoutHeapsOfMarks(const QString &text);

} // namespace toasoan
