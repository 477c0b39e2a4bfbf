// The kinds of picture files that are taken in.
#pragma once

#include <QByteArray>
#include <QString>

#include <array>

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

inline constexpr std::array allFormats{Format::Jpeg, Format::Png,  Format::Webp,
                                       Format::Gif,  Format::Tiff, Format::Heif};

/// "jpeg", "png" …, as stored.
[[nodiscard]] QString toText(Format format);

/// "image/png" … of the kinds that every browser draws by itself. Empty for the others, which are shown as the server
/// makes them: AVIF too, which is stored as what it is beside HEIC.
[[nodiscard]] QByteArray browserTypeOf(Format format);

} // namespace toasoan::pictures
