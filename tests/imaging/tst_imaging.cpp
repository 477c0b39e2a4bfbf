#include "imaging/Samples.h"

#include "imaging/Imaging.h"
#include "support/ProcessorTime.h"

#include <QTest>
#include <QtEndian>

#include <thread>

using namespace toasoan;
using namespace toasoan::imaging;
using vips::VImage;

namespace {

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

    // Cut, and closed by whoever cut it: browsers fill it up with grey.
    void aJpegThatEndsBeforeItsPixelsIsRefused()
    {
        const VImage image = drawing(320, 240);
        for (const QByteArray &whole :
             {saved(image, ".jpg"), saved(image, ".jpg", VImage::option()->set("interlace", true)), photo(1)}) {
            QVERIFY(m_imaging->probe(whole));
            for (const int part : {5, 10, 15, 20}) {
                const auto probe = m_imaging->probe(whole.left(whole.size() * part / 24) + "\xFF\xD9");
                QVERIFY2(!probe, qPrintable(QString::number(part)));
                QCOMPARE(probe.error().subject, QStringLiteral("picture.truncated"));
            }
        }
        // One that says more rows than it has.
        QByteArray tall = saved(image, ".jpg");
        const auto frame = tall.indexOf("\xFF\xC0");
        QVERIFY(frame > 0);
        tall[frame + 5] = 0x20;
        QCOMPARE(m_imaging->probe(tall).error().subject, QStringLiteral("picture.truncated"));
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

    void whatHoldsLightInsteadOfColoursIsRefused()
    {
        const VImage grey = plain(80, 60, {200, 200, 200});
        for (const VipsBandFormat format : {VIPS_FORMAT_FLOAT, VIPS_FORMAT_UINT, VIPS_FORMAT_DOUBLE}) {
            const auto probe = m_imaging->probe(saved(grey.cast(format), ".tif"));
            QVERIFY(!probe);
            QCOMPARE(probe.error().subject, QStringLiteral("picture.colours"));
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
        const ProcessorTime taken;
        const auto probe = m_imaging->probe(source);
        const auto renditions = m_imaging->derive(source, {64});
        const double took = taken.milliseconds();
        QVERIFY2(took < 1000, qPrintable(QString::number(took)));
        QCOMPARE(probe ? QString() : probe.error().subject, subject);
        QCOMPARE(renditions.ok(), subject.isEmpty());
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
