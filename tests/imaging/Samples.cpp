#include "imaging/Samples.h"

#include <QtEndian>

using vips::VImage;

namespace toasoan::imaging {

VImage drawing(int width, int height, int bands)
{
    VImage image = VImage::xyz(width, height).extract_band(0).linear(255.0 / width, 0).cast(VIPS_FORMAT_UCHAR);
    image =
        image.bandjoin(VImage::xyz(width, height).extract_band(1).linear(255.0 / height, 0).cast(VIPS_FORMAT_UCHAR));
    image = image.bandjoin(90)
                .cast(VIPS_FORMAT_UCHAR)
                .copy(VImage::option()->set("interpretation", VIPS_INTERPRETATION_sRGB));
    image = image.copy_memory();
    image.draw_rect({255, 0, 0}, 0, 0, width / 4, height / 4, VImage::option()->set("fill", true));
    if (bands == 4)
        image = image.bandjoin(128).cast(VIPS_FORMAT_UCHAR);
    return image.copy_memory();
}

QByteArray saved(const VImage &image, const char *suffix, vips::VOption *options)
{
    void *data = nullptr;
    size_t size = 0;
    image.write_to_buffer(suffix, &data, &size, options);
    const QByteArray bytes(static_cast<const char *>(data), static_cast<qsizetype>(size));
    g_free(data);
    return bytes;
}

VImage plain(int width, int height, const std::vector<double> &colour)
{
    return VImage::black(width, height, VImage::option()->set("bands", 3))
        .linear({1, 1, 1}, colour)
        .cast(VIPS_FORMAT_UCHAR)
        .copy(VImage::option()->set("interpretation", VIPS_INTERPRETATION_sRGB));
}

VImage loaded(const QByteArray &bytes)
{
    return VImage::new_from_buffer(bytes.constData(), static_cast<size_t>(bytes.size()), "").copy_memory();
}

QByteArray pngChunk(const char *name, const QByteArray &content)
{
    const QByteArray named = name + content;
    quint32 sum = 0xffffffff;
    for (const char byte : named) {
        sum ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            sum = sum & 1 ? sum >> 1 ^ 0xedb88320 : sum >> 1;
    }
    QByteArray length(4, '\0');
    QByteArray check(4, '\0');
    qToBigEndian(static_cast<quint32>(content.size()), length.data());
    qToBigEndian(sum ^ 0xffffffff, check.data());
    return length + named + check;
}

QByteArray jpeg(int width, int height)
{
    return saved(drawing(width, height), ".jpg");
}

QByteArray photo(int orientation)
{
    VImage image = drawing(800, 600);
    image = image.icc_export(VImage::option()->set("output_profile", "p3")).copy();
    image.set("exif-ifd0-Make", "SecretCamera (SecretCamera, ASCII, 13 components, 13 bytes)");
    image.set("exif-ifd3-GPSLatitude", "16/1 47/1 3131/100 (16, 47, 31.31, Rational, 3 components, 24 bytes)");
    image.set("exif-ifd3-GPSLatitudeRef", "N (N, ASCII, 2 components, 2 bytes)");
    image.set("exif-ifd2-UserComment", "home of the reporter (home of the reporter, ASCII, 21 components, 21 bytes)");
    image.set(VIPS_META_ORIENTATION, orientation);
    const std::string xmp = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><secretXmp/></x:xmpmeta>";
    image.set(VIPS_META_XMP_NAME, nullptr, const_cast<char *>(xmp.data()), xmp.size());
    const std::string iptc = "Photoshop 3.0 secretIptc";
    image.set(VIPS_META_IPTC_NAME, nullptr, const_cast<char *>(iptc.data()), iptc.size());
    return saved(image, ".jpg");
}

} // namespace toasoan::imaging
