// What derive() makes of a picture: upright, in sRGB, without metadata, in the widths and formats that are wanted.
#include "imaging/Samples.h"

#include "imaging/Imaging.h"

#include <QTest>
#include <QtEndian>

using namespace toasoan;
using namespace toasoan::imaging;
using vips::VImage;

class TestRenditions : public QObject
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
};

QTEST_GUILESS_MAIN(TestRenditions)
#include "tst_renditions.moc"
