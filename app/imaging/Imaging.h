// Pictures: what a file is, and the public renditions made from it. The only user of libvips.
// One object per process, made by main before any thread asks for pictures; its const members are safe from any thread.
#pragma once

#include "base/Result.h"

#include <QByteArray>

#include <memory>
#include <vector>

namespace toasoan::imaging {

/// The formats that are taken in. SVG (a program), PDF, RAW and everything else are refused.
enum class Format
{
    Jpeg,
    Png,
    Webp,
    Gif, ///< the first frame
    Tiff,
    Heif ///< HEIC as phones make them, and AVIF
};

/// "jpeg", "png" …, as stored.
[[nodiscard]] QString toText(Format format);

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

struct Limits
{
    qint64 maxBytes = 64LL * 1024 * 1024;
    /// Checked against the header, before a pixel is decoded.
    qint64 maxPixels = 100'000'000;
    /// JPEG's own limit; also that of the body's schema.
    int maxSide = 65'500;
    /// Pictures worked on at once; further callers wait. A picture of maxPixels needs up to 400 MB while it is decoded
    /// (interlaced PNG, HEIF); the usual ones (JPEG, baseline PNG) stream and need a few.
    int parallel = 2;
};

class Imaging
{
public:
    /// Starts libvips. Internal with subject "imaging" if that fails. A second object in a process is harmless, but
    /// counts its own parallel pictures.
    [[nodiscard]] static Result<std::unique_ptr<Imaging>> start(const Limits &limits = {});
    ~Imaging();
    Imaging(const Imaging &) = delete;
    Imaging &operator=(const Imaging &) = delete;

    /// Reads the header, then decodes the whole picture once at low resolution.
    /// Unsupported "picture.format": no picture, or none of ours, whatever its name says.
    /// TooLarge "picture.size": too many bytes, pixels, or too long a side.
    /// InvalidInput "picture.truncated": it begins as a picture but does not decode to its end.
    [[nodiscard]] Result<Probe> probe(const QByteArray &source) const;
    /// The same of a file. NotFound "picture.file" if it cannot be read.
    [[nodiscard]] Result<Probe> probeFile(const QString &path) const;

    /// The public renditions: for each of `widths` below the picture's own, and for its own width up to the largest of
    /// them, a WebP (quality 80) and a progressive JPEG (quality 82, on white where the source is transparent).
    /// Never larger than the source. Errors of probe(); narrowest first, WebP before JPEG.
    [[nodiscard]] Result<std::vector<Rendition>> derive(const QByteArray &source,
                                                        const std::vector<int> &widths = publicWidths) const;
    [[nodiscard]] Result<std::vector<Rendition>> deriveFile(const QString &path,
                                                            const std::vector<int> &widths = publicWidths) const;

private:
    struct Places;
    Imaging(const Limits &limits, std::unique_ptr<Places> places);

    Limits m_limits;
    std::unique_ptr<Places> m_places;
};

} // namespace toasoan::imaging
