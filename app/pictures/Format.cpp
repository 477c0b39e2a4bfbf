#include "pictures/Format.h"

namespace toasoan::pictures {

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

} // namespace toasoan::pictures
