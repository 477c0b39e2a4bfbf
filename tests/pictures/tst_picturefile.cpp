#include "pictures/PictureFile.h"
#include "support/ProcessorTime.h"

#include <QTest>
#include <QtEndian>

#include <zlib.h>

using namespace toasoan;
using namespace toasoan::pictures;

namespace {

QByteArray big(quint32 value, int bytes)
{
    QByteArray out;
    for (int i = bytes - 1; i >= 0; --i)
        out.append(char(value >> (8 * i)));
    return out;
}

QByteArray little(quint32 value, int bytes)
{
    QByteArray out;
    for (int i = 0; i < bytes; ++i)
        out.append(char(value >> (8 * i)));
    return out;
}

QByteArray segment(quint8 code, const QByteArray &content)
{
    return QByteArray("\xFF") + char(code) + big(quint32(content.size() + 2), 2) + content;
}

QByteArray exif(int orientation)
{
    QByteArray block = QByteArray::fromHex("49492a00080000000200"); // little-endian, two entries
    block += QByteArray::fromHex("0f0102000500000026000000"); // maker
    block += QByteArray::fromHex("120103000100000000000000"); // orientation
    block[30] = char(orientation);
    return block + QByteArray(4, '\0') + "Maker";
}

const QByteArray scan = segment(0xDA, QByteArray(10, '\1')) + QByteArray("\x12\xFF\x00\x34\xFF\xD0\x56", 7);

QByteArray frame(quint16 width, quint16 height)
{
    return segment(0xC2, '\x08' + big(height, 2) + big(width, 2) + QByteArray(10, '\1'));
}

// A JPEG with `segments` between its start and its frame, and `scans`.
QByteArray jpegFile(const QByteArray &segments, int scans = 1, quint16 width = 640, quint16 height = 480)
{
    return QByteArray("\xFF\xD8") + segments + segment(0xDB, QByteArray(65, '\1')) + frame(width, height)
        + scan.repeated(scans) + QByteArray("\xFF\xD9");
}

QByteArray chunk(const char *name, const QByteArray &content)
{
    const QByteArray named = name + content;
    const auto sum = crc32(0, reinterpret_cast<const Bytef *>(named.constData()), uInt(named.size()));
    return big(quint32(content.size()), 4) + named + big(quint32(sum), 4);
}

QByteArray pngFile(const QByteArray &chunks, quint32 width = 640, quint32 height = 480)
{
    return QByteArray("\x89PNG\r\n\x1A\n")
        + chunk("IHDR", big(width, 4) + big(height, 4) + QByteArray("\x08\2\0\0\0", 5)) + chunks
        + chunk("IDAT", "pixels") + chunk("IEND", {});
}

QByteArray deflated(const QByteArray &bytes)
{
    return qCompress(bytes, 9).sliced(4); // without Qt's length
}

QByteArray riff(const QByteArray &chunks)
{
    return "RIFF" + little(quint32(chunks.size() + 4), 4) + "WEBP" + chunks;
}

QByteArray riffChunk(const char *name, const QByteArray &content)
{
    return QByteArray(name, 4) + little(quint32(content.size()), 4) + content
        + (content.size() % 2 ? QByteArray(1, '\0') : QByteArray());
}

QByteArray extended(char flags)
{
    return riffChunk("VP8X", QByteArray(1, flags) + QByteArray(3, '\0') + little(639, 3) + little(479, 3));
}

QByteArray gifFrame(char pixel)
{
    return QByteArray("\x21\xF9\x04\0\x0A\0\0\0", 8) + QByteArray::fromHex("2c000000008002e00100")
        + QByteArray("\2\2", 2) + pixel + QByteArray("\1\0", 2);
}

QByteArray gifFile(const QByteArray &blocks)
{
    return "GIF89a" + little(640, 2) + little(480, 2) + QByteArray(3, '\0') + blocks + ';';
}

QByteArray tiffEntry(quint16 tag, quint16 type, quint32 count, quint32 value)
{
    return little(tag, 2) + little(type, 2) + little(count, 4) + little(value, 4);
}

// A TIFF whose first directory has these entries and says that the next is at `next`.
QByteArray tiffFile(const QByteArray &entries, quint32 next = 0)
{
    return QByteArray("II*\0", 4) + little(8, 4) + little(quint32(entries.size() / 12), 2) + entries + little(next, 4)
        + QByteArray(64, 'p');
}

const QByteArray tiffSize = tiffEntry(256, 4, 1, 640) + tiffEntry(257, 3, 1, 480);

QByteArray box(const char *name, const QByteArray &content)
{
    return big(quint32(content.size() + 8), 4) + name + content;
}

QByteArray heifFile(const QByteArray &properties, const QByteArray &indexes, const QByteArray &more = {})
{
    const QByteArray associations =
        box("ipma", QByteArray(4, '\0') + big(1, 4) + big(7, 2) + char(indexes.size()) + indexes);
    return box("ftyp", "heic" + QByteArray(4, '\0') + "mif1heic")
        + box("meta",
              QByteArray(4, '\0') + box("pitm", QByteArray(4, '\0') + big(7, 2)) + more
                  + box("iprp", box("ipco", properties) + associations))
        + box("mdat", "pixels");
}

QByteArray ispe(quint32 width, quint32 height)
{
    return box("ispe", QByteArray(4, '\0') + big(width, 4) + big(height, 4));
}

} // namespace

class TestPictureFile : public QObject
{
    Q_OBJECT

private slots:
    void theShapeIsThatWhichWillBeSeen_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<Format>("format");
        QTest::addColumn<int>("orientation");
        QTest::addColumn<bool>("isTurned"); // 480 × 640
        const auto app1 = [](int orientation) { return segment(0xE1, QByteArray("Exif\0\0", 6) + exif(orientation)); };
        for (const int orientation : {1, 2, 3, 4, 5, 6, 7, 8}) {
            QTest::addRow("jpeg, %d", orientation)
                << jpegFile(app1(orientation)) << Format::Jpeg << orientation << (orientation >= 5);
        }
        QTest::newRow("jpeg, nonsense") << jpegFile(app1(9)) << Format::Jpeg << 1 << false;
        QTest::newRow("jpeg, none") << jpegFile({}) << Format::Jpeg << 1 << false;
        QTest::newRow("png") << pngFile({}) << Format::Png << 1 << false;
        for (const int orientation : {2, 3, 6, 8}) {
            QTest::addRow("png, %d", orientation)
                << pngFile(chunk("eXIf", exif(orientation))) << Format::Png << orientation << (orientation >= 5);
        }
        QTest::newRow("png, nonsense") << pngFile(chunk("eXIf", exif(9))) << Format::Png << 1 << false;
        QTest::newRow("webp, lossy") << riff(
            riffChunk("VP8 ", QByteArray("\x10\0\0\x9D\x01\x2A", 6) + little(640, 2) + little(480, 2) + "....."))
                                     << Format::Webp << 1 << false;
        QTest::newRow("webp, lossless") << riff(riffChunk("VP8L", '\x2F' + little(639 | 479 << 14, 4) + "........"))
                                        << Format::Webp << 1 << false;
        QTest::newRow("webp, extended, turned")
            << riff(extended(0x08) + riffChunk("VP8 ", "pixels") + riffChunk("EXIF", exif(6))) << Format::Webp << 6
            << true;
        QTest::newRow("gif") << gifFile(gifFrame('a')) << Format::Gif << 1 << false;
        QTest::newRow("tiff") << tiffFile(tiffSize) << Format::Tiff << 1 << false;
        QTest::newRow("tiff, turned") << tiffFile(tiffSize + tiffEntry(274, 3, 1, 8)) << Format::Tiff << 8 << true;
        QTest::newRow("heic") << heifFile(ispe(512, 512) + ispe(640, 480), "\x02") << Format::Heif << 1 << false;
        QTest::newRow("heic, turned") << heifFile(ispe(640, 480) + box("irot", "\3"), "\x01\x82") << Format::Heif << 1
                                      << true;
    }
    void theShapeIsThatWhichWillBeSeen()
    {
        QFETCH(QByteArray, file);
        QFETCH(Format, format);
        QFETCH(int, orientation);
        QFETCH(bool, isTurned);
        const auto shape = readShape(file);
        QVERIFY2(shape, shape ? "" : qPrintable(shape.error().subject + shape.error().detail));
        QCOMPARE(*shape,
                 (Shape{.format = format,
                        .width = isTurned ? 480 : 640,
                        .height = isTurned ? 640 : 480,
                        .orientation = orientation}));
        const auto reduced = reduce(file);
        QVERIFY(reduced);
        QCOMPARE(reduced->shape, *shape);
        // What is handed on says the same of itself.
        QCOMPARE(*readShape(reduced->bytes), *shape);
    }

    void whatDecodingDoesNotNeedIsLeftOut_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("kept");
        const QByteArray secret = "secret";
        const QByteArray jfif = segment(0xE0, QByteArray("JFIF\0\1\1\0\0\1\0\1\0\0", 14));
        const QByteArray profile = segment(0xE2, QByteArray("ICC_PROFILE\0\1\1profile", 21));
        QTest::newRow("jpeg") << jpegFile(jfif + segment(0xE1, "http://ns.adobe.com/xap/1.0/" + secret)
                                          + segment(0xED, "Photoshop 3.0" + secret) + profile + segment(0xFE, secret)
                                          + segment(0xE2, "MPF" + secret))
                + secret << jpegFile(jfif + profile);
        QTest::newRow("jpeg, fill bytes") << jpegFile(QByteArray(1000, '\xFF') + jfif) << jpegFile(jfif);
        const QByteArray colour = chunk("PLTE", "abc") + chunk("iCCP", QByteArray("p\0\0", 3) + deflated("profile"));
        QTest::newRow("png") << pngFile(chunk("tEXt", secret) + colour + chunk("iTXt", secret) + chunk("eXIf", secret)
                                        + chunk("IDAT", {}) + chunk("fdAT", secret))
                + secret << pngFile(colour);
        const QByteArray pixels = riffChunk("VP8 ", "pixels");
        QTest::newRow("webp") << riff(extended(0x2C) + riffChunk("ICCP", "profile") + pixels + riffChunk("EXIF", secret)
                                      + riffChunk("XMP ", secret) + riffChunk("JUNK", secret))
                              << riff(extended(0x20) + riffChunk("ICCP", "profile") + pixels);
        QTest::newRow("webp, animated") << riff(extended(0x02) + riffChunk("ANIM", "......")
                                                + riffChunk("ANMF", "first") + riffChunk("ANMF", secret))
                                        << riff(extended(0x02) + riffChunk("ANIM", "......")
                                                + riffChunk("ANMF", "first"));
        QTest::newRow("gif") << gifFile(QByteArray("\x21\xFE\6secret\0", 10) + gifFrame('a') + gifFrame('b'))
                             << gifFile(gifFrame('a'));
    }
    void whatDecodingDoesNotNeedIsLeftOut()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, kept);
        const auto reduced = reduce(file);
        QVERIFY2(reduced, reduced ? "" : qPrintable(reduced.error().detail));
        QCOMPARE(reduced->bytes.toHex(), kept.toHex());
    }

    void aTiffWhoseNumbersAreNoKnownColoursIsRefused_data()
    {
        QTest::addColumn<QByteArray>("entries"); // by the order of their tags, after the size
        QTest::addColumn<bool>("isTaken");
        const auto meaning = [](quint32 bits, quint32 photometric, quint32 samples, quint32 format = 1,
                                quint32 inks = 0) {
            return tiffEntry(258, 3, 1, bits) + tiffEntry(262, 3, 1, photometric) + tiffEntry(277, 3, 1, samples)
                + (inks ? tiffEntry(332, 3, 1, inks) : QByteArray()) + tiffEntry(339, 3, 1, format);
        };
        for (const quint32 bits : {8, 16}) {
            QTest::addRow("grey, %u bits", bits) << meaning(bits, 1, 1) << true;
            QTest::addRow("colours, %u bits", bits) << meaning(bits, 2, 3) << true;
            QTest::addRow("colours and transparency, %u bits", bits) << meaning(bits, 2, 4) << true;
            QTest::addRow("CMYK, %u bits", bits) << meaning(bits, 5, 4, 1, 1) << true;
            QTest::addRow("CMYK and a selection, %u bits", bits) << meaning(bits, 5, 5) << true;
            QTest::addRow("Lab, %u bits", bits) << meaning(bits, 8, 3) << true;
        }
        QTest::newRow("a fax") << meaning(1, 0, 1) << true;
        QTest::newRow("Lab, said to be signed") << meaning(16, 8, 3, 2) << true;
        QTest::newRow("undefined numbers") << meaning(8, 2, 3, 4) << true;
        QTest::newRow("32 bits") << meaning(32, 2, 3) << false;
        QTest::newRow("floating point") << meaning(32, 2, 3, 3) << false;
        QTest::newRow("half floating point") << meaning(16, 2, 3, 3) << false;
        QTest::newRow("signed") << meaning(16, 1, 1, 2) << false;
        QTest::newRow("12 bits") << meaning(12, 1, 1) << false;
        QTest::newRow("other inks") << meaning(8, 5, 6, 1, 2) << false;
        QTest::newRow("too few colours") << meaning(8, 2, 2) << false;
        QTest::newRow("CMYK without black") << meaning(8, 5, 3) << false;
        QTest::newRow("a camera's own") << meaning(16, 32803, 1) << false;
        QTest::newRow("luminance") << meaning(16, 32845, 3) << false;
    }
    void aTiffWhoseNumbersAreNoKnownColoursIsRefused()
    {
        QFETCH(QByteArray, entries);
        QFETCH(bool, isTaken);
        const auto shape = readShape(tiffFile(tiffSize + entries));
        QCOMPARE(shape.ok(), isTaken);
        if (!isTaken) {
            QCOMPARE(shape.error().code, ErrorCode::Unsupported);
            QCOMPARE(shape.error().subject, QStringLiteral("picture.colours"));
        }
    }

    // Several values stand elsewhere in the file; the first is theirs all.
    void theBitsOfEachColourAreReadWhereTheyStand()
    {
        for (const quint32 bits : {8, 32}) {
            const QByteArray entries =
                tiffSize + tiffEntry(258, 3, 3, 8 + 2 + 5 * 12 + 4) + tiffEntry(262, 3, 1, 2) + tiffEntry(277, 3, 1, 3);
            QByteArray file = tiffFile(entries);
            file.replace(8 + 2 + 5 * 12 + 4, 6, little(bits, 2).repeated(3));
            QCOMPARE(readShape(file).ok(), bits == 8);
        }
    }

    void ofATiffTheFirstPageIsLeft()
    {
        const QByteArray file =
            tiffFile(tiffSize + tiffEntry(270, 2, 4, 0x41414141) + tiffEntry(330, 4, 1, 8) + tiffEntry(34665, 4, 1, 8),
                     8); // its next directory is itself
        const auto reduced = reduce(file);
        QVERIFY(reduced);
        QCOMPARE(reduced->bytes.size(), file.size());
        const QByteArray directory = little(2, 2) + tiffSize + QByteArray(4, '\0');
        QCOMPARE(reduced->bytes.mid(8, directory.size()).toHex(), directory.toHex());
    }

    void whatIsBuiltToCostIsRefusedAtOnce_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("subject");
        const auto row = [](const char *name, const QByteArray &file, const char *subject = "picture.structure") {
            QTest::newRow(name) << file << QString::fromLatin1(subject);
        };
        const QByteArray piece = segment(0xE2, QByteArray("ICC_PROFILE\0\1\1", 14) + QByteArray(65'000, 'p'));
        row("jpeg, empty segments", jpegFile(QByteArray("\xFF\xE1\0\2", 4).repeated(100'000)));
        row("jpeg, comments", jpegFile(segment(0xFE, "x").repeated(1'000'000)));
        row("jpeg, tables", jpegFile(segment(0xC4, QByteArray(17, '\0')).repeated(100'000)));
        row("jpeg, scans", jpegFile({}, 10'000));
        row("jpeg, scans of a large one", jpegFile({}, 60, 10'000, 10'000));
        row("jpeg, profile", jpegFile(piece.repeated(100)));
        row("png, texts", pngFile(chunk("zTXt", QByteArray("a\0\0", 3)).repeated(100'000)));
        row("png, profile", pngFile(chunk("iCCP", QByteArray("p\0\0", 3) + deflated(QByteArray(100'000'000, '\0')))));
        row("webp, chunks", riff(extended(0) + riffChunk("JUNK", {}).repeated(1'000'000)));
        row("webp, frames", riff(extended(2) + riffChunk("ANMF", {}).repeated(1'000'000)));
        row("webp, profile", riff(extended(0x20) + riffChunk("ICCP", QByteArray(5'000'000, 'p'))));
        row("gif, extensions", gifFile(QByteArray("\x21\xFE\0", 3).repeated(1'000'000) + gifFrame('a')));
        row("tiff, entries", tiffFile(tiffSize + tiffEntry(270, 2, 4, 0).repeated(60'000)));
        row("tiff, strips", tiffFile(tiffSize + tiffEntry(273, 4, 4'000'000, 8)));
        row("tiff, profile", tiffFile(tiffSize + tiffEntry(34675, 7, 50'000'000, 8)));
        row("heif, items", heifFile(ispe(640, 480), "\x01", box("iinf", QByteArray(4, '\0') + big(65'535, 2))));
        row("heif, places", heifFile(ispe(640, 480), "\x01", box("iloc", QByteArray(6, '\0') + big(65'535, 2))));
        row("heif, boxes", heifFile(ispe(640, 480), "\x01", box("free", {}).repeated(100'000)));
        row("heif, properties", heifFile(ispe(640, 480).repeated(100'000), "\x01"));
        QByteArray nested = "x";
        for (int depth = 0; depth < 10'000; ++depth)
            nested = box("iprp", nested);
        row("heif, boxes in boxes", heifFile(ispe(640, 480), "\x01", nested));
        row("png, 2^32 pixels", pngFile({}, 65'536, 65'536), "picture.size");
        row("jpeg, 65535 x 65535", jpegFile({}, 1, 65'535, 65'535), "picture.size");
        row("heif, 2^31 wide", heifFile(ispe(0x80000000, 1), "\x01"), "picture.size");
    }
    void whatIsBuiltToCostIsRefusedAtOnce()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, subject);
        const ProcessorTime taken;
        const auto reduced = reduce(file);
        const double took = taken.milliseconds();
        QVERIFY2(took < 1000, qPrintable(QString::number(took)));
        QVERIFY(!reduced);
        QCOMPARE(reduced.error().code, ErrorCode::TooLarge);
        QCOMPARE(reduced.error().subject, subject);
        QCOMPARE(readShape(file).error(), reduced.error());
    }

    void whatUnpacksToALotIsLeftOutUnread()
    {
        const QByteArray bomb = deflated(QByteArray(100'000'000, ' '));
        const QByteArray file =
            pngFile(chunk("zTXt", QByteArray("a\0\0", 3) + bomb) + chunk("iTXt", QByteArray("a\0\1\0\0\0", 6) + bomb)
                    + chunk("zTXt", QByteArray("b\0\0", 3) + bomb));
        const ProcessorTime taken;
        const auto reduced = reduce(file);
        QVERIFY(taken.milliseconds() < 100);
        QVERIFY(reduced);
        QCOMPARE(reduced->bytes, pngFile({}));
    }

    void millionsOfLaterFramesCostNothing()
    {
        const QByteArray file = gifFile(gifFrame('a').repeated(1'000'000));
        const ProcessorTime taken;
        const auto reduced = reduce(file);
        QVERIFY(taken.milliseconds() < 1000);
        QVERIFY(reduced);
        QCOMPARE(reduced->bytes, gifFile(gifFrame('a')));
    }

    // Every cut and a million changed bytes: an answer each time, and nothing read outside.
    void anyBytesAreAnswered()
    {
        const QList<QByteArray> files{jpegFile(segment(0xE1, QByteArray("Exif\0\0", 6) + exif(6))),
                                      pngFile(chunk("iCCP", QByteArray("p\0\0", 3) + deflated("profile"))),
                                      riff(extended(0x08) + riffChunk("VP8 ", "pixels") + riffChunk("EXIF", exif(6))),
                                      gifFile(gifFrame('a')),
                                      tiffFile(tiffSize + tiffEntry(270, 2, 4, 0)),
                                      heifFile(ispe(640, 480) + box("irot", "\3"), "\x01\x82")};
        for (const QByteArray &file : files) {
            for (qsizetype size = 0; size <= file.size(); ++size)
                (void)reduce(file.left(size));
            for (qsizetype at = 0; at < file.size(); ++at) {
                for (const int value : {0, 1, 0x7F, 0x80, 0xFE, 0xFF}) {
                    QByteArray changed = file;
                    changed[at] = char(value);
                    const auto reduced = reduce(changed);
                    QCOMPARE(readShape(changed).ok(), reduced.ok());
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestPictureFile)
#include "tst_picturefile.moc"
