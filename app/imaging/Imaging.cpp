#include <vips/vips8>

#include "imaging/Imaging.h"
#include "pictures/PictureFile.h"

#include <QScopeGuard>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <mutex>
#include <optional>
#include <string_view>

namespace toasoan::imaging {

using vips::VError;
using vips::VImage;

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

Error strangeColours(const QString &detail)
{
    return {.code = ErrorCode::Unsupported, .subject = QStringLiteral("picture.colours"), .detail = detail};
}

Error tooLarge(const QString &detail)
{
    return {.code = ErrorCode::TooLarge, .subject = QStringLiteral("picture.size"), .detail = detail};
}

/// Whether the picture that was just decoded stopped before its end: a JPEG that was cut, and closed by whoever cut it
/// or sent it on, is filled up with grey, and libjpeg only warns of it. (That one warning: sound old files have
/// others.)
bool endedTooSoon()
{
    return QByteArrayView(vips_error_buffer()).contains("remature end");
}

/// What libvips says of a picture that it could not finish.
Error undecodable()
{
    const QString complaint = vipsComplaint();
    if (complaint.contains(QLatin1String("out of memory")))
        return {.code = ErrorCode::TooLarge, .subject = QStringLiteral("picture.cost"), .detail = complaint};
    return {.code = ErrorCode::InvalidInput, .subject = QStringLiteral("picture.truncated"), .detail = complaint};
}

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

enum class Ink
{
    Screen,
    Print ///< CMYK
};

struct Source
{
    QByteArray bytes; ///< reduced to what is needed
    Probe probe;
    Ink ink = Ink::Screen;
    bool hasProfile = false; ///< one that fits the picture
    int bands = 0; ///< to be kept of those that the file has
    /// libvips' own way from file to small picture does not do: it does not see the orientation (PNG), or takes
    /// a saved selection for a colour or for transparency.
    bool needsHand = false;
};

/// Bands that are colours; 0 for what is none of the ways in which a picture's colours are stored.
int colourBands(const VImage &image)
{
    if (image.get_image()->Coding == VIPS_CODING_LABQ)
        return 3;
    switch (image.interpretation()) {
    case VIPS_INTERPRETATION_CMYK:
        return 4;
    case VIPS_INTERPRETATION_B_W:
    case VIPS_INTERPRETATION_GREY16:
        return 1;
    case VIPS_INTERPRETATION_sRGB:
    case VIPS_INTERPRETATION_RGB:
    case VIPS_INTERPRETATION_RGB16:
    case VIPS_INTERPRETATION_LAB:
    case VIPS_INTERPRETATION_LABS:
        return 3;
    default: // libvips' list is long and not ours
        return 0;
    }
}

/// Bands to be kept: the colours, and on a screen's the one of transparency. Ink on paper has none: there a further
/// band is a selection or a spot colour, as it is in a file that says so.
int bandsToKeep(const VImage &image, const pictures::Shape &shape)
{
    const int colours = colourBands(image);
    if (shape.saysNoAlpha)
        return std::min(image.bands(), colours);
    const bool mayBeTransparent = colours == 1 || image.interpretation() == VIPS_INTERPRETATION_sRGB
        || image.interpretation() == VIPS_INTERPRETATION_RGB || image.interpretation() == VIPS_INTERPRETATION_RGB16;
    return std::min(image.bands(), mayBeTransparent ? colours + 1 : colours);
}

VImage open(const QByteArray &source)
{
    return VImage::new_from_buffer(
        source.constData(), static_cast<size_t>(source.size()), "",
        VImage::option()->set("access", VIPS_ACCESS_SEQUENTIAL)->set("fail_on", VIPS_FAIL_ON_ERROR));
}

/// The picture with the bands that are kept of it, and with the orientation that its file says.
VImage prepared(const Source &source)
{
    VImage image = open(source.bytes);
    if (source.bands < image.bands() && image.get_image()->Coding == VIPS_CODING_NONE)
        image = image.extract_band(0, VImage::option()->set("n", source.bands));
    image = image.copy();
    image.set(VIPS_META_ORIENTATION, source.probe.orientation);
    return image;
}

/// Decodes at most to `width` × `height`, upright, in sRGB, as three or four bands of bytes, held in memory.
VImage decode(const Source &source, int width, int height)
{
    auto *options = VImage::option()->set("height", height)->set("size", VIPS_SIZE_DOWN);
    const bool isPrint = source.ink == Ink::Print;
    // What brings no profile is sRGB already: a transformation would only move its colours.
    if (isPrint || source.hasProfile)
        options->set("export_profile", "srgb")->set("intent", VIPS_INTENT_PERCEPTUAL);
    if (isPrint)
        options->set("import_profile", "cmyk"); // for files that bring none
    auto *blob = vips_blob_new(nullptr, source.bytes.constData(), static_cast<size_t>(source.bytes.size()));
    const auto release = qScopeGuard([blob] { vips_area_unref(VIPS_AREA(blob)); });
    // thumbnail's own "fail_on" does not reach the loader (libvips 8.14); the loader's option does.
    VImage image = source.needsHand
        ? prepared(source).thumbnail_image(width, options)
        : VImage::thumbnail_buffer(blob, width, options->set("option_string", "[fail_on=error]"));
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

bool hasFittingProfile(const VImage &image)
{
    if (image.get_typeof(VIPS_META_ICC_NAME) == 0)
        return false;
    size_t size = 0;
    const void *profile = image.get_blob(VIPS_META_ICC_NAME, &size);
    return vips_icc_is_compatible_profile(image.get_image(), profile, size);
}

/// The picture's structure and header, refused where they break a limit. Decodes nothing.
Result<Source> readSource(const QByteArray &file, const Limits &limits)
{
    if (file.size() > limits.maxBytes)
        return tooLarge(QStringLiteral("%1 bytes").arg(file.size()));
    auto reduced = pictures::reduce(file);
    if (!reduced)
        return reduced.error();
    if (!pictures::isWithin(limits, reduced->shape))
        return tooLarge(QStringLiteral("%1 x %2").arg(reduced->shape.width).arg(reduced->shape.height));
    const auto format = formatOf(reduced->bytes);
    if (format != reduced->shape.format)
        return notAPicture(QStringLiteral("none of the formats taken in"));
    try {
        const VImage header = open(reduced->bytes);
        if (!pictures::isWithin(limits, {.width = header.width(), .height = header.height()}))
            return tooLarge(QStringLiteral("%1 x %2").arg(header.width()).arg(header.height()));
        if (colourBands(header) == 0 || header.format() == VIPS_FORMAT_FLOAT || header.format() == VIPS_FORMAT_DOUBLE)
            return strangeColours(QStringLiteral("interpretation %1").arg(int(header.interpretation())));
        const int orientation = reduced->shape.orientation;
        const bool sideways = orientation >= 5;
        const int bands = bandsToKeep(header, reduced->shape);
        return Source{
            .bytes = std::move(reduced->bytes),
            .probe = {.format = *format,
                      .width = sideways ? header.height() : header.width(),
                      .height = sideways ? header.width() : header.height(),
                      .orientation = orientation,
                      .hasAlpha = header.get_image()->Coding == VIPS_CODING_NONE && bands > colourBands(header)},
            .ink = header.interpretation() == VIPS_INTERPRETATION_CMYK ? Ink::Print : Ink::Screen,
            .hasProfile = hasFittingProfile(header),
            .bands = bands,
            .needsHand = bands < header.bands() || orientation != vips_image_get_orientation(header.get_image())};
    } catch (const VError &) {
        return undecodable();
    }
}

} // namespace

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
    return std::unique_ptr<Imaging>(new Imaging(limits));
}

Imaging::Imaging(const Limits &limits) : m_limits(limits) { }

// libvips stays: it cannot be started again in a process that has shut it down.
Imaging::~Imaging() = default;

Result<Probe> Imaging::probe(const QByteArray &source) const
{
    const auto read = readSource(source, m_limits);
    if (!read)
        return read.error();
    try {
        // Runs through every byte of the picture; JPEG and WebP decode straight at the small size.
        const std::unique_lock words(m_words);
        vips_error_clear();
        (void)decode(*read, 64, 64);
        if (endedTooSoon())
            return undecodable();
    } catch (const VError &) {
        return undecodable();
    }
    return read->probe;
}

Result<std::vector<Rendition>> Imaging::derive(const QByteArray &source, const std::vector<int> &widths,
                                               const std::vector<Format> &formats) const
{
    const auto read = readSource(source, m_limits);
    if (!read)
        return read.error();
    const Probe &probe = read->probe;

    std::vector<int> wanted;
    int largest = 0;
    for (const int width : widths) {
        largest = std::max(largest, width);
        if (width > 0 && width < probe.width)
            wanted.push_back(width);
    }
    if (probe.width <= largest || wanted.empty())
        wanted.push_back(std::min(probe.width, std::max(largest, 1)));
    std::sort(wanted.begin(), wanted.end());
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
    const auto isWanted = [&](Format format) {
        return std::find(formats.begin(), formats.end(), format) != formats.end();
    };

    try {
        const std::shared_lock words(m_words);
        // Decoded once, at the largest width; the others are reduced from it.
        const VImage decoded = decode(*read, wanted.back(), VIPS_MAX_COORD);
        std::vector<Rendition> renditions;
        for (const int width : wanted) {
            const VImage image = width == decoded.width()
                ? decoded
                : decoded
                      .thumbnail_image(width,
                                       VImage::option()->set("height", VIPS_MAX_COORD)->set("size", VIPS_SIZE_DOWN))
                      .copy_memory();
            if (isWanted(Format::Webp) && fitsWebp(probe.width, probe.height, width))
                renditions.push_back(asWebp(image));
            if (isWanted(Format::Jpeg))
                renditions.push_back(asJpeg(image));
        }
        return renditions;
    } catch (const VError &) {
        return undecodable();
    }
}

void Imaging::warmUp() const
{
    try {
        const VImage dot = VImage::black(8, 8, VImage::option()->set("bands", 3))
                               .copy(VImage::option()->set("interpretation", VIPS_INTERPRETATION_sRGB));
        const Rendition first = asJpeg(dot);
        (void)derive(asWebp(dot).bytes, {4});
        (void)derive(first.bytes, {4});
    } catch (const VError &) {
        vips_error_clear(); // the first picture will say so
    }
}

} // namespace toasoan::imaging
