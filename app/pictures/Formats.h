// The walks through each format; PictureFile.h says what they are for. Each returns nothing if the file is of another
// format, and writes the reduced file to `out` where that is given.
#pragma once

#include "pictures/PictureFile.h"

#include <optional>

namespace toasoan::pictures {

/// What is stored; sides are still unsigned and unturned.
struct Stored
{
    quint32 width = 0;
    quint32 height = 0;
    int orientation = 1;
    bool saysNoAlpha = false;
};

using Walk = std::optional<Result<Stored>>;

[[nodiscard]] Walk walkJpeg(QByteArrayView file, QByteArray *out);
[[nodiscard]] Walk walkPng(QByteArrayView file, QByteArray *out);
[[nodiscard]] Walk walkWebp(QByteArrayView file, QByteArray *out);
[[nodiscard]] Walk walkGif(QByteArrayView file, QByteArray *out);
[[nodiscard]] Walk walkTiff(QByteArrayView file, QByteArray *out);
/// Never copies: `out` becomes the file itself.
[[nodiscard]] Walk walkHeif(QByteArrayView file, QByteArray *out);

inline constexpr StructureLimits limits;

[[nodiscard]] inline Error noPicture(const char *detail)
{
    return {ErrorCode::Unsupported, QStringLiteral("picture.format"), QString::fromLatin1(detail)};
}

[[nodiscard]] inline Error strangeColours(const char *detail)
{
    return {ErrorCode::Unsupported, QStringLiteral("picture.colours"), QString::fromLatin1(detail)};
}

[[nodiscard]] inline Error tooManyParts(const char *detail)
{
    return {ErrorCode::TooLarge, QStringLiteral("picture.structure"), QString::fromLatin1(detail)};
}

} // namespace toasoan::pictures
