// Pictures made for the tests. Included before any Qt header.
#pragma once

#include <vips/vips8>

#include <QByteArray>

namespace toasoan::imaging {

/// Something to look at: a gradient with a red corner at the top left.
[[nodiscard]] vips::VImage drawing(int width, int height, int bands = 3);

/// One colour, without a profile.
[[nodiscard]] vips::VImage plain(int width, int height, const std::vector<double> &colour);

[[nodiscard]] QByteArray saved(const vips::VImage &image, const char *suffix, vips::VOption *options = nullptr);

[[nodiscard]] QByteArray jpeg(int width, int height);

/// A JPEG that a camera might have made: orientation, maker, place, IPTC, XMP and a profile.
[[nodiscard]] QByteArray photo(int orientation);

[[nodiscard]] vips::VImage loaded(const QByteArray &bytes);

/// With its sum, as in a PNG.
[[nodiscard]] QByteArray pngChunk(const char *name, const QByteArray &content);

} // namespace toasoan::imaging
