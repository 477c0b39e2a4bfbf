#include "imaging/Samples.h"

#include "imaging/Imaging.h"

#include <QTest>
#include <QtEndian>

#include <ctime>
#include <thread>

using namespace toasoan;
using namespace toasoan::imaging;
using vips::VImage;

namespace {

QByteArray jpeg(int width, int height)
{
    return saved(drawing(width, height), ".jpg");
}

/// A JPEG that a camera might have made: orientation, maker, place, IPTC, XMP and a profile.
QByteArray photo(int orientation)
{
    VImage image = drawing(800, 600);
    image = image.icc_export(VImage::option()->set("output_profile", "p3")).copy();
    image.set("exif-ifd0-Make", "SecretCamera (SecretCamera, ASCII, 13 components, 13 bytes)");
    image.set("exif-ifd3-GPSLatitude", "16/1 47/1 3131/100 (16, 47, 31.31, Rational, 3 components, 24 bytes)");
    image.set("exif-ifd3-GPSLatitudeRef", "N (N, ASCII, 2 components, 2 bytes)");
    image.set("exif-ifd2-UserComment", "home of the reporter (home of the reporter, ASCII, 21 components, 21 bytes)");
    image.set(VIPS_META_ORIENTATION, orientation);
    const std::string xmp = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><secretXmp/></x:xmpmeta>";
    image.set(VIPS_META_XMP_NAME, nullptr, const_cast<char *>(xmp.data()), xmp.size());
    const std::string iptc = "Photoshop 3.0 secretIptc";
    image.set(VIPS_META_IPTC_NAME, nullptr, const_cast<char *>(iptc.data()), iptc.size());
    return saved(image, ".jpg");
}

QByteArray pngClaiming(quint32 width, quint32 height)
{
    QByteArray bytes = saved(drawing(8, 8), ".png");
    qToBigEndian(width, bytes.data() + 16);
    qToBigEndian(height, bytes.data() + 20);
    // The header chunk's CRC, so that nothing but the size is wrong.
    quint32 crc = 0xffffffff;
    for (qsizetype i = 12; i < 29; ++i) {
        crc ^= static_cast<quint8>(bytes[i]);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc & 1 ? crc >> 1 ^ 0xedb88320 : crc >> 1;
    }
    qToBigEndian(crc ^ 0xffffffff, bytes.data() + 29);
    return bytes;
}

/// A JPEG whose frame header states another size.
QByteArray jpegClaiming(quint16 width, quint16 height)
{
    QByteArray bytes = jpeg(64, 64);
    const auto frame = bytes.indexOf(QByteArray("\xff\xc0", 2));
    Q_ASSERT(frame > 0);
    qToBigEndian(height, bytes.data() + frame + 5);
    qToBigEndian(width, bytes.data() + frame + 7);
    return bytes;
}

} // namespace

class TestImaging : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Imaging> m_imaging;

private slots:
    void initTestCase()
    {
        auto imaging = Imaging::start();
        QVERIFY(imaging);
        m_imaging = std::move(imaging).value();
    }

    void everyFormatIsToldByItsBytes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Format>("format");
        QTest::addColumn<bool>("hasAlpha");
        const VImage image = drawing(120, 80);
        QTest::newRow("jpeg") << saved(image, ".jpg") << Format::Jpeg << false;
        QTest::newRow("png") << saved(image, ".png") << Format::Png << false;
        QTest::newRow("png, transparent") << saved(drawing(120, 80, 4), ".png") << Format::Png << true;
        QTest::newRow("png, interlaced") << saved(image, ".png", VImage::option()->set("interlace", true))
                                         << Format::Png << false;
        QTest::newRow("webp") << saved(image, ".webp") << Format::Webp << false;
        QTest::newRow("gif") << saved(image, ".gif") << Format::Gif << false;
        QTest::newRow("tiff") << saved(image, ".tif") << Format::Tiff << false;
        QTest::newRow("heic") << saved(image, ".heic") << Format::Heif << false;
        QTest::newRow("avif") << saved(image, ".avif") << Format::Heif << false;
        QTest::newRow("grey") << saved(image.colourspace(VIPS_INTERPRETATION_B_W), ".jpg") << Format::Jpeg << false;
        QTest::newRow("16 bits") << saved(image.colourspace(VIPS_INTERPRETATION_RGB16), ".png") << Format::Png << false;
        QTest::newRow("cmyk") << saved(image.colourspace(VIPS_INTERPRETATION_CMYK), ".jpg") << Format::Jpeg << false;
    }
    void everyFormatIsToldByItsBytes()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(Format, format);
        QFETCH(bool, hasAlpha);
        const auto probe = m_imaging->probe(bytes);
        QVERIFY2(probe, probe ? "" : qPrintable(probe.error().detail));
        QCOMPARE(probe->format, format);
        QCOMPARE(probe->width, 120);
        QCOMPARE(probe->height, 80);
        QCOMPARE(probe->hasAlpha, hasAlpha);

        const auto renditions = m_imaging->derive(bytes, {60, 320});
        QVERIFY2(renditions, renditions ? "" : qPrintable(renditions.error().detail));
        QCOMPARE(renditions->size(), std::size_t(4));
        for (const Rendition &rendition : *renditions) {
            const VImage image = loaded(rendition.bytes);
            QCOMPARE(image.interpretation(), VIPS_INTERPRETATION_sRGB);
            QCOMPARE(image.format(), VIPS_FORMAT_UCHAR);
            QCOMPARE(image.bands(), hasAlpha && rendition.format == Format::Webp ? 4 : 3);
        }
    }

    void aFileThatIsNoPictureIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("one byte") << QByteArray("\xff");
        QTest::newRow("text") << QByteArray("Kính gửi Ban Biên tập\n");
        QTest::newRow("eicar") << QByteArray("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-")
                + "FILE!$H+H*";
        QTest::newRow("svg") << QByteArray("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" "
                                           "width=\"9\" height=\"9\"><script>alert(1)</script></svg>");
        QTest::newRow("svg, bare") << QByteArray(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>");
        QTest::newRow("pdf") << QByteArray("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF");
        QTest::newRow("ppm") << QByteArray("P6 1 1 255\n\1\2\3", 14);
        QTest::newRow("bmp") << QByteArray("BM") + QByteArray(200, '\0');
        QTest::newRow("html") << QByteArray("<!DOCTYPE html><html><body>x</body></html>");
        QTest::newRow("zip") << QByteArray("PK\3\4") + QByteArray(60, 'x');
    }
    void aFileThatIsNoPictureIsRefused()
    {
        QFETCH(QByteArray, bytes);
        const auto probe = m_imaging->probe(bytes);
        QVERIFY(!probe);
        QCOMPARE(probe.error().code, ErrorCode::Unsupported);
        QCOMPARE(probe.error().subject, QStringLiteral("picture.format"));
        QVERIFY(!m_imaging->derive(bytes));
    }

    void aSizeOverTheLimitIsRefusedFromTheHeader_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("png, 2^31 - 1") << pngClaiming(0x7fffffff, 0x7fffffff);
        QTest::newRow("png, 2^32 - 1") << pngClaiming(0xffffffff, 0xffffffff);
        QTest::newRow("png, 65536 x 65536") << pngClaiming(65536, 65536);
        QTest::newRow("png, 101 megapixels") << pngClaiming(10100, 10000);
        QTest::newRow("png, one long line") << pngClaiming(70000, 1);
        QTest::newRow("jpeg, 65500 x 65500") << jpegClaiming(65500, 65500);
        QTest::newRow("jpeg, 101 megapixels") << jpegClaiming(10100, 10000);
        QTest::newRow("png bomb") << saved(VImage::black(12000, 12000).copy(), ".png",
                                           VImage::option()->set("compression", 9));
    }
    void aSizeOverTheLimitIsRefusedFromTheHeader()
    {
        QFETCH(QByteArray, bytes);
        for (const auto &error : {m_imaging->probe(bytes).error(), m_imaging->derive(bytes).error()}) {
            QCOMPARE(error.code, ErrorCode::TooLarge);
            QCOMPARE(error.subject, QStringLiteral("picture.size"));
        }
    }

    void moreBytesThanTheLimitAreRefused()
    {
        const auto small = Imaging::start({.maxBytes = 1000});
        QVERIFY(small);
        QCOMPARE((*small)->probe(jpeg(400, 400)).error().subject, QStringLiteral("picture.size"));
    }

    void aTruncatedPictureIsRefusedWhereverItEnds_data()
    {
        QTest::addColumn<QByteArray>("whole");
        const VImage image = drawing(320, 240);
        QTest::newRow("jpeg") << saved(image, ".jpg");
        QTest::newRow("jpeg, progressive") << saved(image, ".jpg", VImage::option()->set("interlace", true));
        QTest::newRow("jpeg, camera") << photo(1);
        QTest::newRow("png") << saved(image, ".png");
        QTest::newRow("png, interlaced") << saved(image, ".png", VImage::option()->set("interlace", true));
        QTest::newRow("webp") << saved(image, ".webp");
        QTest::newRow("gif") << saved(image, ".gif");
        QTest::newRow("tiff") << saved(image, ".tif");
        QTest::newRow("heic") << saved(image, ".heic");
    }
    void aTruncatedPictureIsRefusedWhereverItEnds()
    {
        QFETCH(QByteArray, whole);
        QVERIFY(m_imaging->probe(whole));
        for (int part = 1; part < 24; ++part) {
            const QByteArray piece = whole.left(whole.size() * part / 24);
            const auto probe = m_imaging->probe(piece);
            QVERIFY2(!probe, qPrintable(QStringLiteral("%1 of 24 taken").arg(part)));
            QVERIFY(probe.error().subject == u"picture.truncated" || probe.error().subject == u"picture.format");
            QVERIFY(!m_imaging->derive(piece, {64}));
        }
    }

    void damageInTheMiddleNeverCrashes()
    {
        for (const char *suffix : {".jpg", ".png", ".webp", ".gif", ".tif", ".heic"}) {
            const QByteArray whole = saved(drawing(90, 70), suffix);
            for (int seed = 0; seed < (suffix == QByteArray(".heic") ? 6 : 40); ++seed) {
                QByteArray damaged = whole;
                for (int i = 0; i < 4; ++i)
                    damaged[(seed * 7919 + i * 104729) % damaged.size()] = static_cast<char>(seed * 37 + i * 11);
                const auto renditions = m_imaging->derive(damaged, {64});
                if (renditions)
                    QVERIFY(!renditions->empty());
            }
        }
    }

    void orientationIsAppliedAndForgotten_data()
    {
        QTest::addColumn<int>("orientation");
        QTest::addColumn<bool>("sideways");
        QTest::addColumn<bool>("redAtLeft");
        QTest::addColumn<bool>("redAtTop");
        QTest::newRow("1") << 1 << false << true << true;
        QTest::newRow("2") << 2 << false << false << true;
        QTest::newRow("3") << 3 << false << false << false;
        QTest::newRow("4") << 4 << false << true << false;
        QTest::newRow("5") << 5 << true << true << true;
        QTest::newRow("6") << 6 << true << false << true;
        QTest::newRow("7") << 7 << true << false << false;
        QTest::newRow("8") << 8 << true << true << false;
    }
    void orientationIsAppliedAndForgotten()
    {
        QFETCH(int, orientation);
        QFETCH(bool, sideways);
        QFETCH(bool, redAtLeft);
        QFETCH(bool, redAtTop);
        const QByteArray source = photo(orientation);
        const auto probe = m_imaging->probe(source);
        QVERIFY(probe);
        QCOMPARE(probe->orientation, orientation);
        QCOMPARE(probe->width, sideways ? 600 : 800);
        QCOMPARE(probe->height, sideways ? 800 : 600);
        const auto renditions = m_imaging->derive(source, {400});
        QVERIFY(renditions);
        for (const Rendition &rendition : *renditions) {
            QCOMPARE(rendition.width, 400);
            QCOMPARE(rendition.height, sideways ? 533 : 300);
            VImage image = loaded(rendition.bytes);
            QCOMPARE(image.width(), rendition.width);
            QCOMPARE(image.height(), rendition.height);
            QCOMPARE(vips_image_get_orientation(image.get_image()), 1);
            const auto corner =
                image.getpoint(redAtLeft ? 12 : image.width() - 13, redAtTop ? 12 : image.height() - 13);
            QVERIFY2(corner[0] > 220 && corner[1] < 60, "the red corner is elsewhere");
        }
    }

    void nothingOfTheMetadataSurvives()
    {
        const QByteArray source = photo(6);
        const std::array secrets{"SecretCamera", "home of the reporter", "secretXmp", "secretIptc"};
        for (const char *secret : secrets)
            QVERIFY2(source.contains(secret), secret);
        QVERIFY(source.contains("Exif"));
        QVERIFY(source.contains("ICC_PROFILE"));
        const auto renditions = m_imaging->derive(source, publicWidths);
        QVERIFY(renditions);
        for (const Rendition &rendition : *renditions) {
            for (const char *secret : secrets)
                QVERIFY2(!rendition.bytes.contains(secret), secret);
            for (const char *mark :
                 {"Exif", "EXIF", "GPS", "ICC_PROFILE", "ICCP", "XMP ", "http://ns.adobe.com", "Photoshop"})
                QVERIFY2(!rendition.bytes.contains(mark), mark);
        }
    }

    void aProfileIsTurnedIntoSrgbBeforeItGoes()
    {
        // Pure red of Display P3 is outside sRGB: written without its profile it would be seen as (234, 51, 35)-like
        // numbers or less; converted it is full red.
        VImage red = VImage::black(64, 64, VImage::option()->set("bands", 3))
                         .linear({1, 1, 1}, {255, 0, 0})
                         .cast(VIPS_FORMAT_UCHAR);
        red = red.copy(VImage::option()->set("interpretation", VIPS_INTERPRETATION_sRGB));
        const VImage wide = red.icc_transform("p3", VImage::option()->set("input_profile", "srgb"));
        const QByteArray source = saved(wide, ".png");
        const auto stored = loaded(source).getpoint(30, 30);
        QVERIFY2(stored[0] < 245, "the sample is not in another colour space");
        const auto renditions = m_imaging->derive(source, {64});
        QVERIFY(renditions);
        for (const Rendition &rendition : *renditions) {
            const auto point = loaded(rendition.bytes).getpoint(30, 30);
            QVERIFY(point[0] > 248);
            QVERIFY(point[1] < 12);
        }
    }

    void coloursWithoutAProfileStayAsTheyAre_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<std::vector<double>>("colour");
        const std::vector<std::pair<const char *, std::vector<double>>> colours{
            {"white", {255, 255, 255}}, {"grey", {128, 128, 128}},        {"red", {254, 0, 0}},
            {"blue", {0, 0, 254}},      {"yellow", {255, 205, 0}},        {"brick", {200, 30, 40}},
            {"black", {0, 0, 0}},       {"almost white", {254, 254, 254}}};
        VipsBlob *blob = nullptr;
        QVERIFY(vips_profile_load("srgb", &blob, nullptr) == 0);
        size_t size = 0;
        const void *profile = vips_blob_get(blob, &size);
        for (const auto &[name, colour] : colours) {
            const VImage image = plain(80, 60, colour);
            QTest::addRow("%s, png", name) << saved(image, ".png") << colour;
            QTest::addRow("%s, 16 bits", name) << saved(image.colourspace(VIPS_INTERPRETATION_RGB16), ".png") << colour;
            QTest::addRow("%s, jpeg", name) << saved(image, ".jpg", VImage::option()->set("Q", 98)) << colour;
            QTest::addRow("%s, webp", name) << saved(image, ".webp", VImage::option()->set("lossless", true)) << colour;
            QTest::addRow("%s, tiff", name) << saved(image, ".tif") << colour;
            VImage tagged = image.copy();
            tagged.set(VIPS_META_ICC_NAME, nullptr, const_cast<void *>(profile), size);
            QTest::addRow("%s, with sRGB", name) << saved(tagged, ".png") << colour;
        }
        const VImage grey = plain(80, 60, {200, 200, 200}).colourspace(VIPS_INTERPRETATION_B_W);
        QTest::newRow("one band") << saved(grey, ".png") << std::vector<double>{200, 200, 200};
        QTest::newRow("one band, 16 bits")
            << saved(grey.colourspace(VIPS_INTERPRETATION_GREY16), ".png") << std::vector<double>{200, 200, 200};
        VImage odd = plain(80, 60, {10, 200, 90}).copy();
        QByteArray nonsense(200, 'x');
        odd.set(VIPS_META_ICC_NAME, nullptr, nonsense.data(), size_t(nonsense.size()));
        QTest::newRow("a profile that is none")
            << saved(odd, ".jpg", VImage::option()->set("Q", 98)) << std::vector<double>{10, 200, 90};
    }
    void coloursWithoutAProfileStayAsTheyAre()
    {
        QFETCH(QByteArray, source);
        QFETCH(std::vector<double>, colour);
        for (const int width : {40, 80}) {
            const auto renditions = m_imaging->derive(source, {width});
            QVERIFY2(renditions, renditions ? "" : qPrintable(renditions.error().detail));
            for (const Rendition &rendition : *renditions) {
                const auto point = loaded(rendition.bytes).getpoint(20, 20);
                for (std::size_t band = 0; band < 3; ++band) {
                    QVERIFY2(std::abs(point[band] - colour[band]) <= 3,
                             qPrintable(QStringLiteral("band %1: %2").arg(band).arg(point[band])));
                }
            }
        }
    }

    // What is saved with a picture beside its colours: a selection, a spot colour, transparency.
    void aFurtherBandTakesNoColourAway_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<double>("near"); // of 255: Lab of 8 bits is coarse, and ink has no such red
        const VImage red = plain(80, 60, {254, 0, 0});
        const auto band = [](const VImage &image, double value) {
            return VImage::black(image.width(), image.height()).linear(0, value).cast(image.format());
        };
        const auto with = [&](const VImage &image, std::initializer_list<double> values) {
            VImage wider = image;
            for (const double value : values)
                wider = wider.bandjoin(band(image, value));
            return saved(wider.copy(VImage::option()->set("interpretation", image.interpretation())), ".tif");
        };
        const VImage ink = red.icc_transform("cmyk", VImage::option()->set("input_profile", "srgb"));
        VImage bare = ink.copy();
        bare.remove(VIPS_META_ICC_NAME);
        const VImage ink16 = bare.cast(VIPS_FORMAT_USHORT)
                                 .linear(257, 0)
                                 .cast(VIPS_FORMAT_USHORT)
                                 .copy(VImage::option()->set("interpretation", VIPS_INTERPRETATION_CMYK));
        QTest::newRow("cmyk") << with(bare, {}) << 45.0;
        QTest::newRow("cmyk and one, opaque") << with(bare, {255}) << 45.0;
        QTest::newRow("cmyk and one, nothing chosen") << with(bare, {0}) << 45.0;
        QTest::newRow("cmyk and two") << with(bare, {0, 255}) << 45.0;
        QTest::newRow("cmyk with a profile, and one") << with(ink, {255}) << 45.0;
        QTest::newRow("cmyk, 16 bits") << with(ink16, {}) << 45.0;
        QTest::newRow("cmyk, 16 bits, and one") << with(ink16, {65535}) << 45.0;
        const VImage lab = red.colourspace(VIPS_INTERPRETATION_LAB);
        QTest::newRow("lab, 8 bits") << saved(lab.colourspace(VIPS_INTERPRETATION_LABQ), ".tif") << 20.0;
        const VImage labs = lab.colourspace(VIPS_INTERPRETATION_LABS);
        QTest::newRow("lab, 16 bits") << saved(labs, ".tif") << 8.0;
        QTest::newRow("rgb and two") << with(red, {255, 0}) << 8.0;
        QTest::newRow("rgb and three") << with(red, {255, 0, 7}) << 8.0;
        // As it is written by libtiff (type SHORT, one value); TIFF 6.0, section 18: 0 is no transparency.
        const auto saysNoAlpha = [](QByteArray tiff) {
            const QByteArray entry("\x52\x01\x03\0\x01\0\0\0", 8);
            const qsizetype at = tiff.indexOf(entry);
            if (at < 0)
                qFatal("no ExtraSamples");
            return tiff.replace(at + entry.size(), 2, QByteArray(2, '\0'));
        };
        QTest::newRow("rgb and a selection, nothing chosen") << saysNoAlpha(with(red, {0})) << 8.0;
        QTest::newRow("rgb and a selection, half") << saysNoAlpha(with(red, {128})) << 8.0;
        QTest::newRow("rgb and a selection, all") << saysNoAlpha(with(red, {255})) << 8.0;
        QTest::newRow("rgb, 16 bits, and a selection")
            << saysNoAlpha(with(red.colourspace(VIPS_INTERPRETATION_RGB16), {0})) << 8.0;
        QTest::newRow("rgb, 16 bits, and two") << with(red.colourspace(VIPS_INTERPRETATION_RGB16), {65535, 0}) << 8.0;
    }
    void aFurtherBandTakesNoColourAway()
    {
        QFETCH(QByteArray, source);
        QFETCH(double, near);
        const auto probe = m_imaging->probe(source);
        QVERIFY2(probe, probe ? "" : qPrintable(probe.error().subject + probe.error().detail));
        for (const int width : {40, 80}) {
            const auto renditions = m_imaging->derive(source, {width});
            QVERIFY2(renditions, renditions ? "" : qPrintable(renditions.error().detail));
            for (const Rendition &rendition : *renditions) {
                const VImage image = loaded(rendition.bytes);
                QVERIFY(image.bands() <= 4);
                const auto point = image.getpoint(20, 20);
                QVERIFY2(std::abs(point[0] - 254) <= near && point[1] <= near && point[2] <= near + 10,
                         qPrintable(QStringLiteral("%1 %2 %3").arg(point[0]).arg(point[1]).arg(point[2])));
            }
        }
    }

    void whatHoldsLightInsteadOfColoursIsRefused()
    {
        const VImage grey = plain(80, 60, {200, 200, 200});
        for (const VipsBandFormat format : {VIPS_FORMAT_FLOAT, VIPS_FORMAT_UINT, VIPS_FORMAT_DOUBLE}) {
            const auto probe = m_imaging->probe(saved(grey.cast(format), ".tif"));
            QVERIFY(!probe);
            QCOMPARE(probe.error().subject, QStringLiteral("picture.colours"));
        }
    }

    // The orientation in a PNG is not libvips' to see, but it is browsers'.
    void anOrientationInAPngIsApplied()
    {
        const QByteArray png = saved(drawing(400, 300), ".png");
        const auto turned = [&](char orientation) {
            QByteArray block = QByteArray::fromHex("4d4d002a000000080001011200030000000100000000"
                                                   "00000000");
            block[19] = orientation;
            return png.first(33) + pngChunk("eXIf", block) + png.sliced(33);
        };
        for (const int orientation : {1, 2, 3, 4, 5, 6, 7, 8}) {
            const QByteArray source = turned(char(orientation));
            const auto probe = m_imaging->probe(source);
            QVERIFY2(probe, probe ? "" : qPrintable(probe.error().subject + probe.error().detail));
            QCOMPARE(probe->width, orientation >= 5 ? 300 : 400);
            QCOMPARE(probe->orientation, orientation);
            const bool isRedAtLeft = orientation == 1 || orientation == 4 || orientation == 5 || orientation == 8;
            const bool isRedAtTop = orientation == 1 || orientation == 2 || orientation == 5 || orientation == 6;
            const auto renditions = m_imaging->derive(source, {200});
            QVERIFY(renditions);
            for (const Rendition &rendition : *renditions) {
                const VImage image = loaded(rendition.bytes);
                QCOMPARE(image.width(), 200);
                QCOMPARE(image.height(), orientation >= 5 ? 267 : 150);
                const auto corner =
                    image.getpoint(isRedAtLeft ? 6 : image.width() - 7, isRedAtTop ? 6 : image.height() - 7);
                QVERIFY2(corner[0] > 200 && corner[1] < 80, qPrintable(QString::number(orientation)));
            }
        }
    }

    void aTallPictureIsShownAsJpegAlone_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("wanted");
        QTest::addColumn<bool>("hasWebp");
        QTest::newRow("just fits") << 640 << 16'383 << 640 << true;
        QTest::newRow("one more") << 640 << 16'384 << 640 << false;
        QTest::newRow("reduced until it fits") << 1080 << 20'000 << 640 << true;
        QTest::newRow("reduced, still too high") << 1080 << 20'000 << 960 << false;
        QTest::newRow("as high as can be") << 16 << 65'500 << 320 << false;
        QTest::newRow("as wide as can be") << 65'500 << 8 << 320 << true;
    }
    void aTallPictureIsShownAsJpegAlone()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        QFETCH(int, wanted);
        QFETCH(bool, hasWebp);
        const QByteArray source = saved(plain(width, height, {240, 240, 245}), ".png");
        QVERIFY(m_imaging->probe(source));
        const auto renditions = m_imaging->derive(source, {wanted});
        QVERIFY2(renditions, renditions ? "" : qPrintable(renditions.error().detail));
        QCOMPARE(renditions->size(), std::size_t(hasWebp ? 2 : 1));
        QCOMPARE(renditions->front().format == Format::Webp, hasWebp);
        QCOMPARE(renditions->back().format, Format::Jpeg);
        for (const Rendition &rendition : *renditions) {
            QCOMPARE(rendition.width, std::min(width, wanted));
            QCOMPARE(loaded(rendition.bytes).height(), rendition.height);
            QVERIFY(rendition.height >= 1);
        }
        QCOMPARE(m_imaging->derive(source, {wanted}, {Format::Webp})->size(), std::size_t(hasWebp ? 1 : 0));
    }

    void onlyTheFormatThatIsWantedIsMade()
    {
        for (const Format format : {Format::Webp, Format::Jpeg}) {
            const auto renditions = m_imaging->derive(jpeg(400, 300), {320}, {format});
            QVERIFY(renditions);
            QCOMPARE(renditions->size(), std::size_t(1));
            QCOMPARE(renditions->front().format, format);
        }
    }

    void whatIsBuiltToCostIsRefusedOrDoneWithinASecond_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QString>("subject"); // of the refusal; empty: it is done
        const QByteArray small = jpeg(64, 64);
        const auto behind = [&small](const QByteArray &segments) { return small.left(2) + segments + small.mid(2); };
        QTest::newRow("jpeg, 100,000 empty segments")
            << behind(QByteArray("\xff\xe1\0\2", 4).repeated(100'000)) << QStringLiteral("picture.structure");
        QTest::newRow("jpeg, 19,000 empty segments")
            << behind(QByteArray("\xff\xe1\0\2", 4).repeated(19'000)) << QString();
        const QByteArray png = saved(drawing(64, 64), ".png");
        const QByteArray text = qCompress(QByteArray(100'000'000, ' '), 9).sliced(4);
        QByteArray texts;
        for (int i = 0; i < 20; ++i) {
            texts += pngChunk("zTXt", "a" + QByteArray::number(i) + QByteArray(2, '\0') + text);
            texts += pngChunk("iTXt", "b" + QByteArray::number(i) + QByteArray("\0\1\0\0\0", 5) + text);
        }
        QTest::newRow("png, texts of 100 MB") << png.left(33) + texts + png.mid(33) << QString();
        QTest::newRow("png, profile of 100 MB") << png.left(33) + pngChunk("iCCP", QByteArray("p\0\0", 3) + text)
                + png.mid(33) << QStringLiteral("picture.structure");
    }
    void whatIsBuiltToCostIsRefusedOrDoneWithinASecond()
    {
        QFETCH(QByteArray, source);
        QFETCH(QString, subject);
        const std::clock_t begun = std::clock(); // of this process: what else runs on the machine does not count
        const auto probe = m_imaging->probe(source);
        const auto renditions = m_imaging->derive(source, {64});
        const std::clock_t took = std::clock() - begun;
        QVERIFY2(took < CLOCKS_PER_SEC, qPrintable(QString::number(took)));
        QCOMPARE(probe ? QString() : probe.error().subject, subject);
        QCOMPARE(renditions.ok(), subject.isEmpty());
    }

    void renditionsAreNeverWiderThanTheSource_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<QList<int>>("expected");
        QTest::newRow("tiny") << 1 << QList<int>{1};
        QTest::newRow("small") << 200 << QList<int>{200};
        QTest::newRow("on a step") << 640 << QList<int>{320, 640};
        QTest::newRow("between steps") << 1000 << QList<int>{320, 640, 960, 1000};
        QTest::newRow("largest step") << 1920 << QList<int>{320, 640, 960, 1280, 1920};
        QTest::newRow("wide") << 2500 << QList<int>{320, 640, 960, 1280, 1920};
    }
    void renditionsAreNeverWiderThanTheSource()
    {
        QFETCH(int, width);
        QFETCH(QList<int>, expected);
        const auto renditions = m_imaging->derive(jpeg(width, 60));
        QVERIFY(renditions);
        QList<int> widths;
        for (std::size_t i = 0; i < renditions->size(); i += 2) {
            QCOMPARE((*renditions)[i].format, Format::Webp);
            QCOMPARE((*renditions)[i + 1].format, Format::Jpeg);
            QCOMPARE((*renditions)[i + 1].width, (*renditions)[i].width);
            QCOMPARE(loaded((*renditions)[i].bytes).width(), (*renditions)[i].width);
            widths.append((*renditions)[i].width);
        }
        QCOMPARE(widths, expected);
    }

    void transparencyBecomesWhiteInJpeg()
    {
        VImage clear = VImage::black(50, 50, VImage::option()->set("bands", 4))
                           .copy(VImage::option()->set("interpretation", VIPS_INTERPRETATION_sRGB));
        const auto renditions = m_imaging->derive(saved(clear, ".png"));
        QVERIFY(renditions);
        QCOMPARE(loaded(renditions->back().bytes).getpoint(25, 25), (std::vector<double>{255, 255, 255}));
        QCOMPARE(loaded(renditions->front().bytes).getpoint(25, 25)[3], 0.0);
    }

    void onlyTheFirstFrameOfAnAnimationIsTaken()
    {
        VImage frames =
            VImage::arrayjoin({drawing(40, 30), drawing(40, 30).invert()}, VImage::option()->set("across", 1)).copy();
        frames.set("page-height", 30);
        for (const char *suffix : {".gif", ".webp"}) {
            const auto probe = m_imaging->probe(saved(frames, suffix));
            QVERIFY(probe);
            QCOMPARE(probe->height, 30);
        }
    }

    void theSamePictureGivesTheSameBytes()
    {
        const QByteArray source = photo(1);
        const auto once = m_imaging->derive(source, {320});
        const auto again = m_imaging->derive(source, {320});
        QCOMPARE(once->front().bytes, again->front().bytes);
        QCOMPARE(once->back().bytes, again->back().bytes);
    }

    void manyThreadsMayAskAtOnce()
    {
        const QByteArray good = jpeg(700, 500);
        const QByteArray bad = good.left(good.size() / 2);
        std::atomic<int> right = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 6; ++i)
            threads.emplace_back([&, i] {
                for (int round = 0; round < 4; ++round) {
                    const bool fine = (i + round) % 2 == 0;
                    if (m_imaging->probe(fine ? good : bad).ok() == fine
                        && m_imaging->derive(fine ? good : bad, {320}).ok() == fine)
                        ++right;
                }
                vips_thread_shutdown();
            });
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(right.load(), 24);
    }
};

QTEST_GUILESS_MAIN(TestImaging)
#include "tst_imaging.moc"
