#include "pictures/Exif.h"

#include "pictures/Bytes.h"
#include "pictures/Formats.h"

namespace toasoan::pictures {

namespace {

constexpr quint16 orientationTag = 0x0112;
constexpr quint16 shortType = 3;

} // namespace

// TIFF 6.0, section 2, and Exif 2.32, 4.6.4: the first directory has the tag.
int orientationOf(QByteArrayView exif)
{
    if (!exif.startsWith("II") && !exif.startsWith("MM"))
        return 1;
    const Bytes bytes(exif, exif.startsWith("II") ? Endian::Little : Endian::Big);
    const qint64 directory = bytes.u32(4);
    if (bytes.u16(2) != 42 || !bytes.has(directory, 2))
        return 1;
    const int entries = qMin<int>(bytes.u16(directory), limits.directoryEntries);
    for (int i = 0; i < entries; ++i) {
        const qint64 entry = directory + 2 + 12LL * i;
        if (bytes.u16(entry) != orientationTag)
            continue;
        const int value = bytes.u16(entry + 2) == shortType ? bytes.u16(entry + 8) : 0;
        return value >= 1 && value <= 8 ? value : 1;
    }
    return 1;
}

QByteArray exifSaying(int orientation)
{
    QByteArray block = QByteArray::fromHex("4d4d002a00000008" // big-endian, first directory at 8
                                           "0001" // one entry
                                           "0112000300000001" // orientation, one SHORT
                                           "00000000" // its value
                                           "00000000"); // no further directory
    block[19] = char(orientation);
    return block;
}

} // namespace toasoan::pictures
