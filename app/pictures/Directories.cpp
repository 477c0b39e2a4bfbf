// TIFF 6.0: the first directory, with the entries that decoding needs.
#include "pictures/Bytes.h"
#include "pictures/Formats.h"

#include <QtEndian>

#include <algorithm>
#include <array>

namespace toasoan::pictures {

namespace {

namespace tag {
constexpr quint16 width = 256;
constexpr quint16 height = 257;
constexpr quint16 bits = 258;
constexpr quint16 photometric = 262;
constexpr quint16 stripOffsets = 273;
constexpr quint16 orientation = 274;
constexpr quint16 samples = 277;
constexpr quint16 stripSizes = 279;
constexpr quint16 tileOffsets = 324;
constexpr quint16 tileSizes = 325;
constexpr quint16 inkSet = 332;
constexpr quint16 extraSamples = 338;
constexpr quint16 sampleFormat = 339;
constexpr quint16 profile = 34675;
} // namespace tag

// What makes pixels out of the data. Descriptions, other directories, XMP, IPTC, places and makers are not among them.
constexpr std::array<quint16, 43> kept{254,
                                       255,
                                       tag::width,
                                       tag::height,
                                       tag::bits,
                                       259,
                                       tag::photometric,
                                       266,
                                       tag::stripOffsets,
                                       tag::orientation,
                                       tag::samples,
                                       278,
                                       tag::stripSizes,
                                       280,
                                       281,
                                       282,
                                       283,
                                       284,
                                       290,
                                       291,
                                       292,
                                       293,
                                       296,
                                       301,
                                       317,
                                       318,
                                       319,
                                       320,
                                       322,
                                       323,
                                       tag::tileOffsets,
                                       tag::tileSizes,
                                       tag::inkSet,
                                       334,
                                       336,
                                       tag::extraSamples,
                                       tag::sampleFormat,
                                       347,
                                       529,
                                       530,
                                       531,
                                       532,
                                       tag::profile};

static_assert(std::is_sorted(kept.begin(), kept.end()));

// Bytes of one value of a type; 0 for types there are not.
int sizeOfType(quint16 type)
{
    constexpr std::array<int, 14> sizes{0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};
    return type < sizes.size() ? sizes[type] : 0;
}

bool listsData(quint16 name)
{
    return name == tag::stripOffsets || name == tag::stripSizes || name == tag::tileOffsets || name == tag::tileSizes;
}

// What the numbers of a pixel mean; the defaults are the standard's. 0xFFFF: not stated.
struct Meaning
{
    quint32 photometric = 0xFFFF;
    quint32 bits = 1;
    quint32 samples = 1;
    quint32 sampleFormat = 1;
    quint32 inkSet = 1;
};

struct Kind
{
    quint32 photometric;
    quint32 colours; ///< samples of a pixel that are colours; what comes after them is transparency and selections
};

// TIFF 6.0, sections 3-6, 16, 21 and 23. Whole numbers of up to 16 bits: floating point and 32 bits hold light, not
// colours, and mean something else in each program.
bool hasKnownColours(const Meaning &meaning)
{
    constexpr std::array kinds{Kind{0, 1}, Kind{1, 1}, Kind{2, 3}, Kind{3, 1}, Kind{5, 4}, Kind{6, 3}, Kind{8, 3}};
    constexpr std::array<quint32, 5> depths{1, 2, 4, 8, 16};
    constexpr quint32 unsignedNumber = 1;
    constexpr quint32 signedNumber = 2; // as two of the three are in Lab
    constexpr quint32 lab = 8;
    constexpr quint32 undefined = 4; // read as the former
    constexpr quint32 cmyk = 1;
    if (std::ranges::find(depths, meaning.bits) == depths.end()
        || (meaning.sampleFormat != unsignedNumber && meaning.sampleFormat != undefined
            && (meaning.sampleFormat != signedNumber || meaning.photometric != lab)))
        return false;
    if (meaning.photometric == 0xFFFF)
        return true; // left to the decoder, which knows what old programs meant
    const auto *const kind = std::ranges::find(kinds, meaning.photometric, &Kind::photometric);
    return kind != kinds.end() && meaning.samples >= kind->colours
        && (kind->photometric != 5 || meaning.inkSet == cmyk);
}

Result<Stored> directory(QByteArrayView file, Endian endian, QByteArray *out)
{
    const Bytes bytes(file, endian);
    const qint64 at = bytes.u32(4);
    const int entries = bytes.u16(at);
    if (at < 8 || entries == 0)
        return noPicture("no directory");
    if (entries > limits.directoryEntries)
        return tooManyParts("directory entries");
    Stored stored;
    Meaning meaning;
    QByteArray keptEntries;
    quint16 count = 0;
    for (int i = 0; i < entries; ++i) {
        const qint64 entry = at + 2 + 12LL * i;
        const quint16 name = bytes.u16(entry);
        const quint16 type = bytes.u16(entry + 2);
        const qint64 values = bytes.u32(entry + 4);
        if (!std::binary_search(kept.begin(), kept.end(), name))
            continue;
        if (listsData(name) && values > limits.strips)
            return tooManyParts("strips");
        if (name == tag::profile && values * sizeOfType(type) > limits.profile)
            return tooManyParts("colour profile");
        // Of several values the first; they stand elsewhere where four bytes do not hold them.
        const qint64 place = values * sizeOfType(type) > 4 ? qint64(bytes.u32(entry + 8)) : entry + 8;
        const quint32 value = type == 3 ? bytes.u16(place) : bytes.u32(place);
        if (name == tag::width)
            stored.width = value;
        else if (name == tag::height)
            stored.height = value;
        else if (name == tag::orientation && value >= 1 && value <= 8)
            stored.orientation = int(value);
        else if (name == tag::bits)
            meaning.bits = value;
        else if (name == tag::photometric)
            meaning.photometric = value;
        else if (name == tag::samples)
            meaning.samples = value;
        else if (name == tag::sampleFormat)
            meaning.sampleFormat = value;
        else if (name == tag::inkSet)
            meaning.inkSet = value;
        else if (name == tag::extraSamples)
            stored.saysNoAlpha = value == 0; // TIFF 6.0, section 18: "unspecified data"
        keptEntries.append(bytes.part(entry, 12));
        ++count;
    }
    if (stored.width == 0 || stored.height == 0)
        return noPicture("no size");
    if (!hasKnownColours(meaning))
        return strangeColours("samples or inks");
    if (out) {
        // In its old place, where it is shorter than it was; no directory follows.
        out->append(file);
        const qsizetype room = qMin<qint64>(2 + 12LL * entries + 4, file.size() - at);
        QByteArray shorter(2, '\0');
        if (endian == Endian::Big)
            qToBigEndian(count, shorter.data());
        else
            qToLittleEndian(count, shorter.data());
        shorter += keptEntries;
        shorter.resize(room, '\0');
        std::copy(shorter.cbegin(), shorter.cend(), out->data() + at);
    }
    return stored;
}

} // namespace

Walk walkTiff(QByteArrayView file, QByteArray *out)
{
    const Bytes bytes(file);
    const bool isLittle = bytes.says(0, QByteArrayView("II*\0", 4));
    if (!isLittle && !bytes.says(0, QByteArrayView("MM\0*", 4)))
        return std::nullopt;
    return directory(file, isLittle ? Endian::Little : Endian::Big, out);
}

} // namespace toasoan::pictures
