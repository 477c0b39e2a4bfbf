// The kinds of picture files that are taken in.
#pragma once

#include <QString>

namespace toasoan::pictures {

/// SVG (a program), PDF, RAW and everything else are refused.
enum class Format
{
    Jpeg,
    Png,
    Webp,
    Gif, ///< the first frame
    Tiff, ///< the first page
    Heif ///< HEIC as phones make them, and AVIF
};

/// "jpeg", "png" …, as stored.
[[nodiscard]] QString toText(Format format);

} // namespace toasoan::pictures
