// Line icons (SVG drawn with currentColor) in the colours of a palette.
#pragma once

#include <QIcon>
#include <QPalette>
#include <QString>

namespace toasoan {

/// The icon of the SVG file `path` (a resource or a file) in the palette's button text colours, for each state.
/// A null icon if the file does not read. Make it again when the palette changes.
[[nodiscard]] QIcon lineIcon(const QString &path, const QPalette &palette);

} // namespace toasoan
