// The orientation in an EXIF block, and an EXIF block with nothing but an orientation.
#pragma once

#include <QByteArray>

namespace toasoan::pictures {

/// 1 … 8 of a TIFF-formed EXIF block (from its byte order on); 1 if it says nothing sensible.
[[nodiscard]] int orientationOf(QByteArrayView exif);

/// Such a block that says this orientation alone.
[[nodiscard]] QByteArray exifSaying(int orientation);

} // namespace toasoan::pictures
