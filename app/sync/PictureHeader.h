// What a file is, by its first bytes: enough to tell a person at once that something is no picture. The server looks
// closer (imaging::probe()) before the picture exists for others.
#pragma once

#include "base/Result.h"

#include <QByteArrayView>

namespace toasoan {

struct PictureHeader
{
    int width = 0; ///< in pixels, as stored; 0 where only the server can tell (TIFF, HEIC)
    int height = 0;
};

/// Unsupported "picture.format" for what is no JPEG, PNG, WebP, GIF, TIFF or HEIC.
[[nodiscard]] Result<PictureHeader> readPictureHeader(QByteArrayView bytes);

} // namespace toasoan
