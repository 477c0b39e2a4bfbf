// PNG (third edition), WebP (RFC 9649) and GIF (89a): chunks and blocks in a row.
#include "pictures/Bytes.h"
#include "pictures/Exif.h"
#include "pictures/Formats.h"

#include <QtEndian>

#include <array>
#include <zlib.h>

namespace toasoan::pictures {

namespace {

// Whether the deflated bytes unpack to at most `most` bytes. Stops there.
bool unpacksTo(QByteArrayView deflated, qint64 most)
{
    z_stream stream = {};
    if (inflateInit(&stream) != Z_OK)
        return false;
    std::array<Bytef, 16384> piece;
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(deflated.data()));
    stream.avail_in = uInt(deflated.size());
    int state = Z_OK;
    while (state == Z_OK && qint64(stream.total_out) <= most) {
        stream.next_out = piece.data();
        stream.avail_out = uInt(piece.size());
        state = inflate(&stream, Z_NO_FLUSH);
    }
    const bool isSmall = qint64(stream.total_out) <= most;
    inflateEnd(&stream);
    return isSmall;
}

void put(QByteArray *out, QByteArrayView bytes)
{
    if (out)
        out->append(bytes);
}

QByteArray pngChunk(const char *name, const QByteArray &content)
{
    QByteArray chunk(4, '\0');
    qToBigEndian(quint32(content.size()), chunk.data());
    chunk += name + content;
    const auto sum = crc32(0, reinterpret_cast<const Bytef *>(chunk.constData()) + 4, uInt(chunk.size() - 4));
    chunk.resize(chunk.size() + 4);
    qToBigEndian(quint32(sum), chunk.data() + chunk.size() - 4);
    return chunk;
}

constexpr qsizetype pngHeader = 8 + 8 + 13 + 4; // signature, IHDR

Result<Stored> pngChunks(QByteArrayView file, QByteArray *out)
{
    const Bytes bytes(file);
    Stored stored{.width = bytes.u32(16), .height = bytes.u32(20)};
    put(out, bytes.part(0, pngHeader));
    int chunks = 0;
    for (qint64 at = pngHeader; bytes.has(at, 8);) {
        const qint64 length = bytes.u32(at);
        const qint64 size = 12 + length;
        const bool isData = bytes.says(at + 4, "IDAT");
        if (!isData && ++chunks > limits.segments)
            return tooManyParts("chunks");
        if (isData ? length > 0 : bytes.says(at + 4, "PLTE") || bytes.says(at + 4, "tRNS")) {
            put(out, bytes.part(at, size)); // to the end, if it was cut off
        } else if (bytes.says(at + 4, "iCCP")) {
            const QByteArrayView profile = bytes.part(at + 8, length);
            const auto name = profile.indexOf('\0');
            if (name >= 0 && name + 2 <= profile.size() && !unpacksTo(profile.sliced(name + 2), limits.profile))
                return tooManyParts("colour profile");
            put(out, bytes.part(at, size));
        } else if (bytes.says(at + 4, "eXIf") && stored.orientation == 1) {
            stored.orientation = orientationOf(bytes.part(at + 8, length));
            if (stored.orientation != 1)
                put(out, pngChunk("eXIf", exifSaying(stored.orientation)));
        } else if (bytes.says(at + 4, "IEND")) {
            put(out, bytes.part(at, size));
            break;
        }
        at += size;
    }
    return stored;
}

namespace webp {
constexpr quint8 exifFlag = 0x08;
constexpr quint8 xmpFlag = 0x04;
} // namespace webp

QByteArray riffChunk(const char *name, QByteArrayView content)
{
    QByteArray chunk(name, 4);
    chunk.resize(8);
    qToLittleEndian(quint32(content.size()), chunk.data() + 4);
    chunk.append(content);
    if (content.size() % 2)
        chunk.append('\0');
    return chunk;
}

Result<Stored> webpChunks(QByteArrayView file, QByteArray *out)
{
    const Bytes bytes(file, Endian::Little);
    Stored stored;
    put(out, bytes.part(0, 12));
    int chunks = 0;
    qsizetype flags = -1; // where they stand in `out`
    bool hasFrame = false;
    for (qint64 at = 12; bytes.has(at, 8);) {
        if (++chunks > limits.segments)
            return tooManyParts("chunks");
        const qint64 length = bytes.u32(at + 4);
        const qint64 size = 8 + length + length % 2;
        const bool isLossy = bytes.says(at, "VP8 ");
        const bool isLossless = bytes.says(at, "VP8L");
        if (at == 12 && bytes.says(at, "VP8X")) {
            stored.width = quint32(bytes.number(at + 12, 3)) + 1;
            stored.height = quint32(bytes.number(at + 15, 3)) + 1;
            flags = out ? out->size() + 8 : 0;
            put(out, bytes.part(at, size));
        } else if (at == 12 && isLossless) {
            const quint32 bits = bytes.u32(at + 9);
            stored.width = (bits & 0x3FFF) + 1;
            stored.height = ((bits >> 14) & 0x3FFF) + 1;
        } else if (at == 12 && isLossy) {
            stored.width = bytes.u16(at + 14) & 0x3FFFU;
            stored.height = bytes.u16(at + 16) & 0x3FFFU;
        } else if (bytes.says(at, "EXIF")) {
            QByteArrayView exif = bytes.part(at + 8, length);
            if (exif.startsWith(QByteArrayView("Exif\0\0", 6)))
                exif = exif.sliced(6);
            stored.orientation = orientationOf(exif);
        } else if (bytes.says(at, "ICCP")) {
            if (length > limits.profile)
                return tooManyParts("colour profile");
            put(out, bytes.part(at, size));
        } else if (bytes.says(at, "ANIM") || bytes.says(at, "ALPH")) {
            put(out, bytes.part(at, size));
        }
        if ((isLossy || isLossless || bytes.says(at, "ANMF")) && !hasFrame) {
            hasFrame = true;
            put(out, bytes.part(at, size));
        }
        at += size;
    }
    if (!out)
        return stored;
    if (flags >= 0 && flags < out->size()) {
        auto value = quint8((*out)[flags]);
        value &= quint8(~(webp::exifFlag | webp::xmpFlag));
        if (stored.orientation != 1) {
            value |= webp::exifFlag;
            out->append(riffChunk("EXIF", exifSaying(stored.orientation)));
        }
        (*out)[flags] = char(value);
    }
    // A file that was cut off keeps the size that it states, so that the decoder misses the rest too.
    const qint64 stated = qint64(bytes.u32(4)) + 8;
    if (stated <= file.size())
        qToLittleEndian(quint32(out->size() - 8), out->data() + 4);
    return stored;
}

// Where the data blocks that begin at `at` end.
qint64 endOfBlocks(const Bytes &bytes, qint64 at)
{
    while (bytes.has(at, 1) && bytes.u8(at) != 0)
        at += 1 + bytes.u8(at);
    return at + 1;
}

qint64 colourTable(quint8 flags)
{
    return flags & 0x80 ? 3LL << ((flags & 7) + 1) : 0;
}

Result<Stored> gifBlocks(QByteArrayView file, QByteArray *out)
{
    const Bytes bytes(file, Endian::Little);
    Stored stored{.width = bytes.u16(6), .height = bytes.u16(8)};
    qint64 at = 13 + colourTable(bytes.u8(10));
    put(out, bytes.part(0, at));
    QByteArrayView control; // of the frame that follows
    for (int blocks = 0; bytes.has(at, 2); ++blocks) {
        if (blocks > limits.segments)
            return tooManyParts("blocks");
        const quint8 kind = bytes.u8(at);
        if (kind == 0x21) {
            const qint64 end = endOfBlocks(bytes, at + 2);
            if (bytes.u8(at + 1) == 0xF9)
                control = bytes.part(at, end - at);
            at = end;
        } else if (kind == 0x2C) {
            stored.width = qMax<quint32>(stored.width, bytes.u16(at + 1) + bytes.u16(at + 5));
            stored.height = qMax<quint32>(stored.height, bytes.u16(at + 3) + bytes.u16(at + 7));
            const qint64 end = endOfBlocks(bytes, at + 10 + colourTable(bytes.u8(at + 9)) + 1);
            put(out, control);
            put(out, bytes.part(at, end - at));
            if (end <= bytes.size())
                put(out, ";");
            return stored;
        } else {
            break;
        }
    }
    return stored;
}

} // namespace

Walk walkPng(QByteArrayView file, QByteArray *out)
{
    const Bytes bytes(file);
    if (!bytes.says(0, "\x89PNG\r\n\x1A\n"))
        return std::nullopt;
    if (!bytes.says(12, "IHDR") || !bytes.has(16, 8))
        return Walk(noPicture("no header"));
    return pngChunks(file, out);
}

Walk walkWebp(QByteArrayView file, QByteArray *out)
{
    const Bytes bytes(file);
    if (!bytes.says(0, "RIFF") || !bytes.says(8, "WEBP"))
        return std::nullopt;
    if (!bytes.has(12, 18))
        return Walk(noPicture("no header"));
    return webpChunks(file, out);
}

Walk walkGif(QByteArrayView file, QByteArray *out)
{
    const Bytes bytes(file);
    if (!bytes.says(0, "GIF87a") && !bytes.says(0, "GIF89a"))
        return std::nullopt;
    if (!bytes.has(6, 4))
        return Walk(noPicture("no header"));
    return gifBlocks(file, out);
}

} // namespace toasoan::pictures
