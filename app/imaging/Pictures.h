// What is asked of a decoder of pictures, and what it answers: values, known on both sides of the process boundary.
#pragma once

#include "pictures/PictureFile.h"

#include <QByteArray>

#include <vector>

namespace toasoan::imaging {

using pictures::Format;
using pictures::Limits;
using pictures::renditionForm;
using pictures::toText;

/// What a picture is, as it will be seen: width and height after its orientation has been applied.
struct Probe
{
    Format format = Format::Jpeg;
    int width = 0;
    int height = 0;
    int orientation = 1; ///< EXIF 1 … 8, as stored in the file
    bool hasAlpha = false;

    bool operator==(const Probe &) const = default;
};

/// One derived picture: sRGB, upright, without EXIF, XMP, IPTC, GPS or colour profile.
struct Rendition
{
    Format format = Format::Jpeg; ///< Jpeg or Webp
    int width = 0;
    int height = 0;
    QByteArray bytes;
};

/// The widths of srcset, in pixels.
inline const std::vector<int> publicWidths{320, 640, 960, 1280, 1920};

/// The longest side that the encoders of renditions write, in pixels.
inline constexpr int longestWebpSide = 16'383;
inline constexpr int longestJpegSide = 65'500;

/// Whether a picture of `width` × `height`, reduced to `wanted` pixels of width, can be written as WebP.
[[nodiscard]] inline bool fitsWebp(int width, int height, int wanted)
{
    const qint64 reduced = (qint64(height) * qMin(wanted, width) + width - 1) / qMax(width, 1);
    return qMin(wanted, width) <= longestWebpSide && reduced <= longestWebpSide;
}

} // namespace toasoan::imaging
