#include "pictures/PictureFile.h"

#include "pictures/Formats.h"

#include <array>
#include <limits>
#include <utility>

namespace toasoan::pictures {

namespace {

struct Walker
{
    Format format;
    Walk (*walk)(QByteArrayView, QByteArray *);
};

constexpr std::array walkers{Walker{Format::Jpeg, walkJpeg}, Walker{Format::Png, walkPng},
                             Walker{Format::Webp, walkWebp}, Walker{Format::Gif, walkGif},
                             Walker{Format::Tiff, walkTiff}, Walker{Format::Heif, walkHeif}};

Result<Shape> walk(QByteArrayView file, QByteArray *out)
{
    for (const Walker &walker : walkers) {
        const Walk walked = walker.walk(file, out);
        if (!walked)
            continue;
        if (!*walked)
            return walked->error();
        Stored stored = **walked;
        constexpr quint32 most = std::numeric_limits<int>::max();
        if (stored.width == 0 || stored.height == 0)
            return noPicture("no size");
        if (stored.width > most || stored.height > most || qint64(stored.width) * stored.height > most)
            return Error{ErrorCode::TooLarge, QStringLiteral("picture.size"),
                         QStringLiteral("%1 x %2").arg(stored.width).arg(stored.height)};
        if (stored.orientation >= 5) // lies on its side
            std::swap(stored.width, stored.height);
        return Shape{.format = walker.format,
                     .width = int(stored.width),
                     .height = int(stored.height),
                     .orientation = stored.orientation,
                     .saysNoAlpha = stored.saysNoAlpha};
    }
    return noPicture("none of the formats taken in");
}

} // namespace

Result<Shape> readShape(QByteArrayView file)
{
    return walk(file, nullptr);
}

Result<Reduced> reduce(const QByteArray &file)
{
    QByteArray bytes;
    auto shape = walk(file, &bytes);
    if (!shape)
        return shape.error();
    return Reduced{.shape = *shape, .bytes = shape->format == Format::Heif ? file : std::move(bytes)};
}

} // namespace toasoan::pictures
