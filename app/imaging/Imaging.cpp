#include <vips/vips8>

#include "imaging/Imaging.h"

#include <QFile>
#include <QScopeGuard>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <optional>
#include <semaphore>
#include <string_view>

namespace toasoan::imaging {

using vips::VError;
using vips::VImage;

struct Imaging::Places
{
    explicit Places(int count) : free(count) { }
    std::counting_semaphore<1024> free;
};

namespace {

constexpr int jpegQuality = 82;
constexpr int webpQuality = 80;

struct Loader
{
    std::string_view prefix; ///< of the GType name of libvips' operation
    const char *operation; ///< base class of the loaders of this format
    Format format;
};

constexpr std::array loaders{
    Loader{"VipsForeignLoadJpeg", "VipsForeignLoadJpeg", Format::Jpeg},
    Loader{"VipsForeignLoadPng", "VipsForeignLoadPng", Format::Png},
    Loader{"VipsForeignLoadWebp", "VipsForeignLoadWebp", Format::Webp},
    Loader{"VipsForeignLoadNsgif", "VipsForeignLoadNsgif", Format::Gif},
    Loader{"VipsForeignLoadTiff", "VipsForeignLoadTiff", Format::Tiff},
    Loader{"VipsForeignLoadHeif", "VipsForeignLoadHeif", Format::Heif},
};

/// libvips warns of odd files on standard error; our log is one JSON object a line.
void dropWarning(const char *, GLogLevelFlags, const char *, void *) { }

/// The last words of libvips in this thread, for the operator's log.
QString vipsComplaint()
{
    const QString text = QString::fromUtf8(vips_error_buffer()).simplified().left(300);
    vips_error_clear();
    return text;
}

Error notAPicture(const QString &detail)
{
    return {.code = ErrorCode::Unsupported, .subject = QStringLiteral("picture.format"), .detail = detail};
}

Error tooLarge(const QString &detail)
{
    return {.code = ErrorCode::TooLarge, .subject = QStringLiteral("picture.size"), .detail = detail};
}

Error truncated()
{
    return {.code = ErrorCode::InvalidInput, .subject = QStringLiteral("picture.truncated"), .detail = vipsComplaint()};
}

/// A place among the pictures worked on at once.
class Turn
{
public:
    explicit Turn(std::counting_semaphore<1024> &free) : m_free(free) { m_free.acquire(); }
    ~Turn() { m_free.release(); }
    Turn(const Turn &) = delete;
    Turn &operator=(const Turn &) = delete;

private:
    std::counting_semaphore<1024> &m_free;
};

std::optional<Format> formatOf(const QByteArray &source)
{
    const char *loader = vips_foreign_find_load_buffer(source.constData(), static_cast<size_t>(source.size()));
    if (!loader) {
        vips_error_clear();
        return std::nullopt;
    }
    const auto found =
        std::find_if(loaders.begin(), loaders.end(),
                     [name = std::string_view(loader)](const Loader &known) { return name.starts_with(known.prefix); });
    if (found == loaders.end())
        return std::nullopt;
    return found->format;
}

/// The size a PNG states. libvips refuses absurd ones as unreadable; the person should hear that it is too large.
std::optional<std::pair<quint32, quint32>> statedPngSize(const QByteArray &source)
{
    if (source.size() < 24 || !source.startsWith("\x89PNG"))
        return std::nullopt;
    const auto number = [&](qsizetype at) {
        quint32 value = 0;
        for (qsizetype i = 0; i < 4; ++i)
            value = value << 8 | static_cast<quint8>(source[at + i]);
        return value;
    };
    return std::pair(number(16), number(20));
}

enum class Ink
{
    Screen,
    Print ///< CMYK
};

struct Header
{
    Probe probe;
    Ink ink = Ink::Screen;
};

VImage open(const QByteArray &source)
{
    return VImage::new_from_buffer(
        source.constData(), static_cast<size_t>(source.size()), "",
        VImage::option()->set("access", VIPS_ACCESS_SEQUENTIAL)->set("fail_on", VIPS_FAIL_ON_ERROR));
}

/// Decodes at most to `width` × `height`, upright, in sRGB, as three or four bands of bytes, held in memory.
VImage decode(const QByteArray &source, Ink ink, int width, int height)
{
    // thumbnail's own "fail_on" does not reach the loader (libvips 8.14); the loader's option does.
    auto *options = VImage::option()
                        ->set("height", height)
                        ->set("size", VIPS_SIZE_DOWN)
                        ->set("export_profile", "srgb")
                        ->set("intent", VIPS_INTENT_PERCEPTUAL)
                        ->set("option_string", "[fail_on=error]");
    if (ink == Ink::Print)
        options->set("import_profile", "cmyk"); // for files that bring none
    auto *blob = vips_blob_new(nullptr, source.constData(), static_cast<size_t>(source.size()));
    const auto release = qScopeGuard([blob] { vips_area_unref(VIPS_AREA(blob)); });
    VImage image = VImage::thumbnail_buffer(blob, width, options);
    if (image.interpretation() != VIPS_INTERPRETATION_sRGB)
        image = image.colourspace(VIPS_INTERPRETATION_sRGB);
    if (image.format() != VIPS_FORMAT_UCHAR)
        image = image.cast(VIPS_FORMAT_UCHAR);
    // Pixels only: what is not here cannot be written by a saver.
    image = image.copy_memory().copy();
    char **fields = vips_image_get_fields(image.get_image());
    for (char **field = fields; *field; ++field)
        image.remove(*field);
    g_strfreev(fields);
    return image;
}

QByteArray taken(VipsBlob *blob)
{
    size_t size = 0;
    const void *data = vips_blob_get(blob, &size);
    QByteArray bytes(static_cast<const char *>(data), static_cast<qsizetype>(size));
    vips_area_unref(VIPS_AREA(blob));
    return bytes;
}

/// The WebP without the EXIF block that libvips 8.14 writes (the resolution) although told to strip.
/// RIFF container: "RIFF", size, "WEBP", then chunks of name, size, content padded to even.
QByteArray withoutMetadata(const QByteArray &webp)
{
    constexpr quint8 metadataFlags = 0x20 | 0x08 | 0x04; // of VP8X: ICC, EXIF, XMP
    QByteArray kept = webp.first(12);
    for (qsizetype at = 12; at + 8 <= webp.size();) {
        const auto size = static_cast<qsizetype>(qFromLittleEndian<quint32>(webp.constData() + at + 4));
        const QByteArray chunk = webp.mid(at, 8 + size + (size & 1));
        at += chunk.size();
        if (chunk.startsWith("EXIF") || chunk.startsWith("XMP ") || chunk.startsWith("ICCP"))
            continue;
        const auto start = kept.size();
        kept += chunk;
        if (chunk.startsWith("VP8X") && size > 0)
            kept[start + 8] = static_cast<char>(static_cast<quint8>(kept[start + 8]) & ~metadataFlags);
    }
    qToLittleEndian(static_cast<quint32>(kept.size() - 8), kept.data() + 4);
    return kept;
}

Rendition asWebp(const VImage &image)
{
    VipsBlob *blob = image.webpsave_buffer(
        VImage::option()->set("Q", webpQuality)->set("effort", 4)->set("smart_subsample", true)->set("strip", true));
    return {Format::Webp, image.width(), image.height(), withoutMetadata(taken(blob))};
}

Rendition asJpeg(const VImage &image)
{
    const VImage opaque = image.has_alpha()
        ? image.flatten(VImage::option()->set("background", std::vector<double>{255, 255, 255}))
        : image;
    VipsBlob *blob = opaque.jpegsave_buffer(VImage::option()
                                                ->set("Q", jpegQuality)
                                                ->set("optimize_coding", true)
                                                ->set("interlace", true)
                                                ->set("strip", true));
    return {Format::Jpeg, image.width(), image.height(), taken(blob)};
}

/// The picture's header, refused where it breaks a limit. Decodes nothing.
Result<Header> readHeader(const QByteArray &source, const Limits &limits)
{
    if (source.size() > limits.maxBytes)
        return tooLarge(QStringLiteral("%1 bytes").arg(source.size()));
    const auto tooMany = [&](qint64 width, qint64 height) {
        return width > limits.maxSide || height > limits.maxSide || width * height > limits.maxPixels;
    };
    if (const auto stated = statedPngSize(source); stated && tooMany(stated->first, stated->second))
        return tooLarge(QStringLiteral("%1 x %2").arg(stated->first).arg(stated->second));
    const auto format = formatOf(source);
    if (!format)
        return notAPicture(QStringLiteral("none of the formats taken in"));
    try {
        const VImage header = open(source);
        if (tooMany(header.width(), header.height()))
            return tooLarge(QStringLiteral("%1 x %2").arg(header.width()).arg(header.height()));
        const int orientation = vips_image_get_orientation(header.get_image());
        const bool sideways = orientation >= 5;
        return Header{.probe = {.format = *format,
                                .width = sideways ? header.height() : header.width(),
                                .height = sideways ? header.width() : header.height(),
                                .orientation = orientation,
                                .hasAlpha = header.has_alpha()},
                      .ink = header.interpretation() == VIPS_INTERPRETATION_CMYK ? Ink::Print : Ink::Screen};
    } catch (const VError &) {
        return truncated();
    }
}

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{
            .code = ErrorCode::NotFound, .subject = QStringLiteral("picture.file"), .detail = file.errorString()};
    return file.readAll();
}

} // namespace

QString toText(Format format)
{
    switch (format) {
    case Format::Jpeg:
        return QStringLiteral("jpeg");
    case Format::Png:
        return QStringLiteral("png");
    case Format::Webp:
        return QStringLiteral("webp");
    case Format::Gif:
        return QStringLiteral("gif");
    case Format::Tiff:
        return QStringLiteral("tiff");
    case Format::Heif:
        return QStringLiteral("heif");
    }
    Q_UNREACHABLE();
}

Result<std::unique_ptr<Imaging>> Imaging::start(const Limits &limits)
{
    if (VIPS_INIT("toasoan") != 0)
        return Error{.code = ErrorCode::Internal, .subject = QStringLiteral("imaging"), .detail = vipsComplaint()};
    g_log_set_handler("VIPS", G_LOG_LEVEL_WARNING, dropWarning, nullptr);
    // Only the loaders we name, and none of those that libvips itself does not trust with strangers' files.
    vips_operation_block_set("VipsForeignLoad", TRUE);
    for (const Loader &loader : loaders)
        vips_operation_block_set(loader.operation, FALSE);
    vips_block_untrusted_set(TRUE);
    // One thread per picture (callers bring their own), and no cache: no picture is worked on twice.
    vips_concurrency_set(1);
    vips_cache_set_max(0);
    vips_leak_set(FALSE);
    return std::unique_ptr<Imaging>(
        new Imaging(limits, std::make_unique<Places>(std::clamp(limits.parallel, 1, 1024))));
}

Imaging::Imaging(const Limits &limits, std::unique_ptr<Places> places) : m_limits(limits), m_places(std::move(places))
{ }

// libvips stays: it cannot be started again in a process that has shut it down.
Imaging::~Imaging() = default;

Result<Probe> Imaging::probe(const QByteArray &source) const
{
    const Turn turn(m_places->free);
    const auto header = readHeader(source, m_limits);
    if (!header)
        return header.error();
    try {
        // Runs through every byte of the picture; JPEG and WebP decode straight at the small size.
        (void)decode(source, header->ink, 64, 64);
    } catch (const VError &) {
        return truncated();
    }
    return header->probe;
}

Result<Probe> Imaging::probeFile(const QString &path) const
{
    const auto source = readFile(path);
    if (!source)
        return source.error();
    return probe(*source);
}

Result<std::vector<Rendition>> Imaging::derive(const QByteArray &source, const std::vector<int> &widths) const
{
    const Turn turn(m_places->free);
    const auto header = readHeader(source, m_limits);
    if (!header)
        return header.error();

    std::vector<int> wanted;
    int largest = 0;
    for (const int width : widths) {
        largest = std::max(largest, width);
        if (width > 0 && width < header->probe.width)
            wanted.push_back(width);
    }
    if (header->probe.width <= largest || wanted.empty())
        wanted.push_back(std::min(header->probe.width, std::max(largest, 1)));
    std::sort(wanted.begin(), wanted.end());
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());

    try {
        // Decoded once, at the largest width; the others are reduced from it.
        const VImage decoded = decode(source, header->ink, wanted.back(), VIPS_MAX_COORD);
        std::vector<Rendition> renditions;
        for (const int width : wanted) {
            const VImage image = width == decoded.width()
                ? decoded
                : decoded
                      .thumbnail_image(width,
                                       VImage::option()->set("height", VIPS_MAX_COORD)->set("size", VIPS_SIZE_DOWN))
                      .copy_memory();
            renditions.push_back(asWebp(image));
            renditions.push_back(asJpeg(image));
        }
        return renditions;
    } catch (const VError &) {
        return truncated();
    }
}

Result<std::vector<Rendition>> Imaging::deriveFile(const QString &path, const std::vector<int> &widths) const
{
    const auto source = readFile(path);
    if (!source)
        return source.error();
    return derive(*source, widths);
}

} // namespace toasoan::imaging
