#include "storage/Packing.h"

#include <QFile>

#include <algorithm>
#include <array>

#include <zlib.h>

namespace toasoan {

namespace {

constexpr int window = 15;

struct Level
{
    int strength;
    int memory;
};
constexpr Level smallest{.strength = 9, .memory = 9};
// Less strength gains a tenth of the time, and makes it larger by as much again. What takes more memory is as long in
// getting that as in packing.
constexpr Level quick{.strength = 3, .memory = 7};

// Beyond any content; what a damaged head of the packed form says is not believed.
constexpr quint32 largest = 256U * 1024 * 1024;

// A zlib stream begins with this for a window of 32 KiB (RFC 1950, 2.2). What programs wrote before there were
// dictionaries has its size in front, in four bytes, and none is so large that the first of them is this.
constexpr char zlibMark = 0x78;

struct Dictionary
{
    QByteArray text;
    uLong id; ///< as a stream names the dictionary that it needs (RFC 1950, DICTID)
};

const Dictionary &dictionary(PackedKind kind)
{
    const auto load = [](const QString &name) {
        QFile file(QStringLiteral(":/packing/") + name);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s is not part of the program", qPrintable(file.fileName()));
        QByteArray text = file.readAll();
        const uLong id = adler32(adler32(0, nullptr, 0), reinterpret_cast<const Bytef *>(text.constData()),
                                 static_cast<uInt>(text.size()));
        return Dictionary{.text = std::move(text), .id = id};
    };
    static const std::array all{load(QStringLiteral("content.1.txt")), load(QStringLiteral("words.1.txt"))};
    return all[static_cast<std::size_t>(kind)];
}

const Bytef *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const Bytef *>(bytes.constData());
}

} // namespace

QByteArray packed(const QByteArray &bytes, PackedKind kind, Effort effort)
{
    z_stream stream{};
    const Level level = effort == Effort::Smallest ? smallest : quick;
    if (deflateInit2(&stream, level.strength, Z_DEFLATED, window, level.memory, Z_DEFAULT_STRATEGY) != Z_OK)
        qFatal("zlib has no memory");
    const QByteArray &known = dictionary(kind).text;
    deflateSetDictionary(&stream, bytesOf(known), static_cast<uInt>(known.size()));
    QByteArray result(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(bytes.size()))),
                      Qt::Uninitialized);
    stream.next_in = const_cast<Bytef *>(bytesOf(bytes));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(result.data());
    stream.avail_out = static_cast<uInt>(result.size());
    deflate(&stream, Z_FINISH); // its end is reached: the place is what zlib says that suffices
    result.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return result;
}

QByteArray unpacked(const QByteArray &packed)
{
    if (packed.size() < 5)
        return {};
    if (!packed.startsWith(zlibMark)) {
        const auto byte = [&packed](int i) { return quint32(static_cast<unsigned char>(packed[i])); };
        if ((byte(0) << 24 | byte(1) << 16 | byte(2) << 8 | byte(3)) > largest)
            return {};
        return qUncompress(packed);
    }
    z_stream stream{};
    stream.next_in = const_cast<Bytef *>(bytesOf(packed));
    stream.avail_in = static_cast<uInt>(packed.size());
    if (inflateInit(&stream) != Z_OK)
        qFatal("zlib has no memory");
    QByteArray result;
    int state = Z_OK;
    while (state == Z_OK) {
        if (stream.avail_out == 0) {
            const qsizetype size = std::max<qsizetype>(4 * packed.size(), 2 * result.size());
            if (size > qsizetype(largest))
                break;
            result.resize(size);
            stream.next_out = reinterpret_cast<Bytef *>(result.data()) + stream.total_out;
            stream.avail_out = static_cast<uInt>(size) - static_cast<uInt>(stream.total_out);
        }
        state = inflate(&stream, Z_NO_FLUSH);
        if (state != Z_NEED_DICT)
            continue;
        for (const PackedKind kind : {PackedKind::Content, PackedKind::SearchWords}) {
            const Dictionary &known = dictionary(kind);
            if (known.id == stream.adler)
                state = inflateSetDictionary(&stream, bytesOf(known.text), static_cast<uInt>(known.text.size()));
        }
    }
    result.truncate(state == Z_STREAM_END ? static_cast<qsizetype>(stream.total_out) : 0);
    inflateEnd(&stream);
    return result;
}

} // namespace toasoan
