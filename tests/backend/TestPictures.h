// Pictures for tests, made by libvips; and bytes that only look like pictures.
#pragma once

#include <QByteArray>

namespace toasoan {

/// What photo() writes into the EXIF: the bytes of no public picture may hold it.
inline constexpr const char *secretOfPhotos = "SecretCamera";

/// Starts libvips; once, before the others.
[[nodiscard]] bool startPictures();
/// A JPEG as a camera makes it, with maker and place in its EXIF; other bytes for another `seed`. Noisy: about a
/// third of a byte for each pixel.
[[nodiscard]] QByteArray photo(int width, int height, int seed = 1);
/// A sound PNG header that claims this size.
[[nodiscard]] QByteArray pngClaiming(quint32 width, quint32 height);
/// The width of a picture, 0 if it is none.
[[nodiscard]] int widthOf(const QByteArray &picture);

[[nodiscard]] QByteArray eicar();
[[nodiscard]] QByteArray svg();

} // namespace toasoan
