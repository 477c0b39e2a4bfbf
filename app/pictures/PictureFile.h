// What a picture file is, by its structure alone: segments, chunks, directories and boxes are walked and counted, no
// pixel is decoded and nothing is called but this. The file is a stranger's: the work is linear in its bytes, whatever
// they say. Pure functions; any thread.
#pragma once

#include "base/Result.h"
#include "pictures/Format.h"

#include <QByteArray>

namespace toasoan::pictures {

/// How a file may be built. Far above what cameras and programs write, far below what costs a decoder dear.
struct StructureLimits
{
    int segments = 20'000; ///< JPEG segments, and chunks, blocks and boxes of the others, data blocks left out
    int scans = 100; ///< of a JPEG; progressive ones have about 10
    qint64 scannedPixels = 3'000'000'000; ///< scans × pixels of a JPEG
    int profile = 4 << 20; ///< bytes of a colour profile, unpacked
    int directoryEntries = 512; ///< of a TIFF
    int strips = 200'000; ///< or tiles, of a TIFF
    int items = 4'000; ///< of a HEIF; a picture of 100 megapixels has about 400 tiles
    int boxDepth = 8; ///< of a HEIF
};

/// How large a picture may be that is taken in.
struct Limits
{
    qint64 maxBytes = 64LL * 1024 * 1024;
    qint64 maxPixels = 100'000'000;
    /// JPEG's own limit as its encoders have it; also that of the body's schema.
    int maxSide = 65'500;
};

/// Which pictures are made of a file to be shown, and what is said of its shape. Another number whenever a version of
/// the program makes others of the same file (turned, with other bands or colours, another quality), so that what is
/// kept of before is told apart from them.
inline constexpr int renditionForm = 2;

/// A picture as it will be seen.
struct Shape
{
    Format format = Format::Jpeg;
    int width = 0; ///< in pixels, after the orientation has been applied
    int height = 0;
    int orientation = 1; ///< EXIF 1 … 8, as stored in the file; 1 where the format turns the picture itself (HEIF)
    /// What each pixel has beside its colours is no transparency: of a TIFF that says so, a saved selection.
    bool saysNoAlpha = false;

    bool operator==(const Shape &) const = default;
};

[[nodiscard]] inline bool isWithin(const Limits &limits, const Shape &shape)
{
    return shape.width <= limits.maxSide && shape.height <= limits.maxSide
        && qint64(shape.width) * shape.height <= limits.maxPixels;
}

/// Errors of both functions, which judge alike:
/// Unsupported "picture.format": no picture, or none of ours, whatever its name says.
/// Unsupported "picture.colours": its numbers are no colours that we know (floating point, 32 bits, other inks).
/// TooLarge "picture.size": it states a side or a number of pixels beyond 31 bits.
/// TooLarge "picture.structure": built of more parts than StructureLimits has.
[[nodiscard]] Result<Shape> readShape(QByteArrayView file);

struct Reduced
{
    Shape shape;
    /// The same picture without what decoding does not need: comments, texts, thumbnails, previews, later frames and
    /// pages, places and cameras. Colour profile and orientation stay. HEIF stays as it is.
    QByteArray bytes;
};

/// What a decoder is given of the file. Where it was cut off, what is there.
[[nodiscard]] Result<Reduced> reduce(const QByteArray &file);

} // namespace toasoan::pictures
