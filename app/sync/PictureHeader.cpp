#include "sync/PictureHeader.h"

#include <QtEndian>

#include <optional>

namespace toasoan {

namespace {

quint32 big(QByteArrayView bytes, qsizetype at, int count)
{
    quint32 value = 0;
    for (int i = 0; i < count; ++i)
        value = (value << 8) | quint8(bytes[at + i]);
    return value;
}

quint32 little(QByteArrayView bytes, qsizetype at, int count)
{
    quint32 value = 0;
    for (int i = count - 1; i >= 0; --i)
        value = (value << 8) | quint8(bytes[at + i]);
    return value;
}

// ITU T.81, annex B: markers with lengths; the frame header (SOF) tells the size.
std::optional<PictureHeader> readJpeg(QByteArrayView bytes)
{
    if (!bytes.startsWith("\xFF\xD8\xFF"))
        return std::nullopt;
    qsizetype at = 2;
    while (at + 9 < bytes.size()) {
        if (quint8(bytes[at]) != 0xFF)
            return std::nullopt;
        const auto marker = quint8(bytes[at + 1]);
        if (marker == 0xFF) {
            ++at;
            continue;
        }
        const bool isFrame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (isFrame)
            return PictureHeader{.width = int(big(bytes, at + 7, 2)), .height = int(big(bytes, at + 5, 2))};
        at += 2 + qsizetype(big(bytes, at + 2, 2));
    }
    return std::nullopt;
}

// PNG specification, 11.2.2: IHDR comes first.
std::optional<PictureHeader> readPng(QByteArrayView bytes)
{
    if (!bytes.startsWith("\x89PNG\r\n\x1A\n") || bytes.size() < 24 || bytes.sliced(12, 4) != QByteArrayView("IHDR"))
        return std::nullopt;
    return PictureHeader{.width = int(big(bytes, 16, 4)), .height = int(big(bytes, 20, 4))};
}

std::optional<PictureHeader> readGif(QByteArrayView bytes)
{
    if ((!bytes.startsWith("GIF87a") && !bytes.startsWith("GIF89a")) || bytes.size() < 10)
        return std::nullopt;
    return PictureHeader{.width = int(little(bytes, 6, 2)), .height = int(little(bytes, 8, 2))};
}

// RFC 9649: lossy, lossless and extended files tell their size in different places.
std::optional<PictureHeader> readWebp(QByteArrayView bytes)
{
    if (!bytes.startsWith("RIFF") || bytes.size() < 30 || bytes.sliced(8, 4) != QByteArrayView("WEBP"))
        return std::nullopt;
    const QByteArrayView kind = bytes.sliced(12, 4);
    if (kind == QByteArrayView("VP8X"))
        return PictureHeader{.width = int(little(bytes, 24, 3)) + 1, .height = int(little(bytes, 27, 3)) + 1};
    if (kind == QByteArrayView("VP8L")) {
        const quint32 bits = little(bytes, 21, 4);
        return PictureHeader{.width = int(bits & 0x3FFF) + 1, .height = int((bits >> 14) & 0x3FFF) + 1};
    }
    if (kind == QByteArrayView("VP8 "))
        return PictureHeader{.width = int(little(bytes, 26, 2) & 0x3FFF), .height = int(little(bytes, 28, 2) & 0x3FFF)};
    return std::nullopt;
}

bool isTiffOrHeif(QByteArrayView bytes)
{
    if (bytes.startsWith(QByteArrayView("II*\0", 4)) || bytes.startsWith(QByteArrayView("MM\0*", 4)))
        return true;
    if (bytes.size() < 12 || bytes.sliced(4, 4) != QByteArrayView("ftyp"))
        return false;
    const QByteArrayView brand = bytes.sliced(8, 4);
    return brand == QByteArrayView("heic") || brand == QByteArrayView("heix") || brand == QByteArrayView("mif1")
        || brand == QByteArrayView("avif");
}

} // namespace

Result<PictureHeader> readPictureHeader(QByteArrayView bytes)
{
    for (const auto read : {readJpeg, readPng, readWebp, readGif}) {
        if (const auto header = read(bytes); header && header->width > 0 && header->height > 0)
            return *header;
    }
    if (isTiffOrHeif(bytes))
        return PictureHeader{};
    return Error{ErrorCode::Unsupported, QStringLiteral("picture.format"), {}};
}

} // namespace toasoan
