#include <vips/vips8>

#include "backend/TestPictures.h"

#include <QtEndian>

using vips::VImage;

namespace toasoan {

namespace {

QByteArray saved(const VImage &image, const char *suffix)
{
    void *data = nullptr;
    size_t size = 0;
    image.write_to_buffer(suffix, &data, &size);
    const QByteArray bytes(static_cast<const char *>(data), static_cast<qsizetype>(size));
    g_free(data);
    return bytes;
}

VImage noise(int width, int height, int seed)
{
    return VImage::gaussnoise(width, height, VImage::option()->set("seed", seed)->set("mean", 128)->set("sigma", 40))
        .cast(VIPS_FORMAT_UCHAR);
}

} // namespace

bool startPictures()
{
    return VIPS_INIT("tests") == 0;
}

QByteArray photo(int width, int height, int seed)
{
    VImage image = noise(width, height, seed)
                       .bandjoin({noise(width, height, seed + 1), noise(width, height, seed + 2)})
                       .copy(VImage::option()->set("interpretation", VIPS_INTERPRETATION_sRGB));
    image.set("exif-ifd0-Make", "SecretCamera (SecretCamera, ASCII, 13 components, 13 bytes)");
    image.set("exif-ifd3-GPSLatitude", "16/1 47/1 3131/100 (16, 47, 31.31, Rational, 3 components, 24 bytes)");
    return saved(image, ".jpg");
}

QByteArray pngClaiming(quint32 width, quint32 height)
{
    QByteArray bytes = saved(noise(8, 8, 1), ".png");
    qToBigEndian(width, bytes.data() + 16);
    qToBigEndian(height, bytes.data() + 20);
    // The header chunk's CRC, so that nothing but the size is wrong.
    quint32 crc = 0xffffffff;
    for (qsizetype i = 12; i < 29; ++i) {
        crc ^= static_cast<quint8>(bytes[i]);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc & 1 ? crc >> 1 ^ 0xedb88320 : crc >> 1;
    }
    qToBigEndian(crc ^ 0xffffffff, bytes.data() + 29);
    return bytes;
}

int widthOf(const QByteArray &picture)
{
    try {
        return VImage::new_from_buffer(picture.constData(), static_cast<size_t>(picture.size()), "").width();
    } catch (const vips::VError &) {
        return 0;
    }
}

QByteArray eicar()
{
    return QByteArray("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-") + "FILE!$H+H*";
}

QByteArray svg()
{
    return "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">"
           "<script>alert(1)</script></svg>";
}

} // namespace toasoan
