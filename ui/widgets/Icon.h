// Line icons (Lucide, drawn with currentColor) in the colour of the text they stand beside, sharp at every size.
#pragma once

#include "ui/widgets/Look.h"

#include <QIcon>
#include <QString>

namespace toasoan {

/// The icon of that name in resources/desk/icons.txt, in the tone's colour of the palette at the time it is painted;
/// Tone::Neutral paints in the button text's colour.
[[nodiscard]] QIcon icon(const QString &name, Tone tone = Tone::Neutral);

/// White, for primary buttons.
[[nodiscard]] QIcon whiteIcon(const QString &name);

/// The same as a picture of `size` × `size`, for labels and delegates.
[[nodiscard]] QPixmap iconPixmap(const QString &name, const QColor &colour, int size, qreal devicePixelRatio);

} // namespace toasoan
