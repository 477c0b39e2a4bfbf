#include "imaging/Samples.h"

#include "imaging/Decoders.h"
#include "support/Patience.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <future>
#include <thread>
#include <unistd.h>

using namespace toasoan;
using namespace toasoan::imaging;
using namespace Qt::StringLiterals;
using vips::VImage;

namespace {

const std::vector<Format> both{Format::Webp, Format::Jpeg};

std::unique_ptr<Decoders> started(const DecoderOptions &options = {})
{
    auto decoders = Decoders::start(options);
    if (!decoders)
        qFatal("%s", qPrintable(decoders.error().detail));
    return *std::move(decoders);
}

// The running decoders of this test.
QList<pid_t> processes()
{
    QList<pid_t> found;
    for (const QString &name : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        QFile file(u"/proc/%1/stat"_s.arg(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray line = file.readAll();
        const QList<QByteArray> rest = line.mid(line.lastIndexOf(')') + 2).split(' ');
        if (rest.size() > 1 && rest[1].toInt() == getpid() && line.contains("toasoan-decoder") && rest[0] != "Z")
            found.append(name.toInt());
    }
    return found;
}

// Whether this process has the file open, as it has while the picture is looked at.
bool isLookedAt(const QString &path)
{
    const QDir files(u"/proc/self/fd"_s);
    const QString wanted = QFileInfo(path).canonicalFilePath();
    return std::ranges::any_of(
        files.entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot),
        [&](const QString &name) { return QFile::symLinkTarget(files.filePath(name)) == wanted; });
}

} // namespace

class TestDecoders : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_good;
    QString m_slow; // some tenths of a second of work

    QString file(const QByteArray &bytes)
    {
        static int number = 0;
        const QString path = m_folder.filePath(QString::number(++number));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no file");
        return path;
    }

private slots:
    void initTestCase()
    {
        QVERIFY(VIPS_INIT("tests") == 0);
        m_good = file(saved(drawing(800, 600), ".jpg"));
        m_slow = file(saved(drawing(7000, 5000), ".png", VImage::option()->set("compression", 1)));
    }

    void everyFormatIsDecodedWithoutRights_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Format>("format");
        const VImage image = drawing(120, 80);
        QTest::newRow("jpeg") << saved(image, ".jpg") << Format::Jpeg;
        QTest::newRow("jpeg, progressive")
            << saved(image, ".jpg", VImage::option()->set("interlace", true)) << Format::Jpeg;
        QTest::newRow("cmyk") << saved(image.colourspace(VIPS_INTERPRETATION_CMYK), ".jpg") << Format::Jpeg;
        QTest::newRow("with a profile") << saved(image.icc_export(VImage::option()->set("output_profile", "p3")),
                                                 ".jpg")
                                        << Format::Jpeg;
        QTest::newRow("png") << saved(drawing(120, 80, 4), ".png") << Format::Png;
        QTest::newRow("webp") << saved(image, ".webp") << Format::Webp;
        QTest::newRow("gif") << saved(image, ".gif") << Format::Gif;
        QTest::newRow("tiff") << saved(image, ".tif") << Format::Tiff;
        QTest::newRow("tiff, lzw") << saved(image, ".tif", VImage::option()->set("compression", "lzw")) << Format::Tiff;
        QTest::newRow("heic") << saved(image, ".heic") << Format::Heif;
        QTest::newRow("avif") << saved(image, ".avif") << Format::Heif;
    }
    void everyFormatIsDecodedWithoutRights()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(Format, format);
        const auto decoders = started(); // nothing is left from an earlier picture
        const QString path = file(bytes);
        const auto probe = decoders->probeFile(path);
        QVERIFY2(probe, probe ? "" : qPrintable(probe.error().subject + probe.error().detail));
        QCOMPARE(probe->format, format);
        QCOMPARE(probe->width, 120);
        QCOMPARE(probe->height, 80);
        const auto renditions = decoders->deriveFile(path, {60}, both);
        QVERIFY2(renditions, renditions ? "" : qPrintable(renditions.error().detail));
        QCOMPARE(renditions->size(), std::size_t(2));
        for (const Rendition &rendition : *renditions) {
            QCOMPARE(rendition.width, 60);
            QCOMPARE(loaded(rendition.bytes).width(), 60);
        }
    }

    void aRefusalIsThePicturesOwn()
    {
        const auto decoders = started();
        QCOMPARE(decoders->probeFile(file("no picture")).error().subject, u"picture.format"_s);
        QCOMPARE(decoders->probeFile(file(saved(drawing(400, 300), ".jpg").left(3000))).error().subject,
                 u"picture.truncated"_s);
        QCOMPARE(decoders->probeFile(m_folder.filePath(u"none"_s)).error().subject, u"picture.file"_s);
        QVERIFY(decoders->probeFile(m_good));
        QCOMPARE(processes().size(), 1); // the same one all the time
    }

    void aPictureThatTakesTooLongIsRefused()
    {
        const auto decoders = started({.limits = {.processor = std::chrono::seconds(1)}});
        // A minute of work for any processor: how long one file takes to read, a faster one changes.
        std::vector<int> widths;
        for (int width = 6900; width > 5000; width -= 100)
            widths.push_back(width);
        const auto renditions = decoders->deriveFile(m_slow, widths, both);
        QVERIFY(!renditions);
        QCOMPARE(renditions.error().code, ErrorCode::TooLarge);
        QCOMPARE(renditions.error().subject, u"picture.cost"_s);
        QVERIFY(decoders->probeFile(m_good));
    }

    void aPictureThatTakesTooMuchMemoryIsRefused()
    {
        const auto decoders = started({.limits = {.memory = 60 << 20}});
        // All of an interlaced picture is held at once.
        const QString path = file(saved(VImage::black(9000, 9000, VImage::option()->set("bands", 3)).copy(), ".png",
                                        VImage::option()->set("interlace", true)));
        const auto probe = decoders->probeFile(path);
        QVERIFY(!probe);
        QCOMPARE(probe.error().code, ErrorCode::TooLarge);
        QCOMPARE(probe.error().subject, u"picture.cost"_s);
        QVERIFY(decoders->probeFile(m_good));
    }

    void aKilledDecoderIsReplacedAndThePictureTriedAgain()
    {
        const auto decoders = started();
        QVERIFY(decoders->probeFile(m_good));
        for (const pid_t process : processes())
            kill(process, SIGKILL);
        QVERIFY(decoders->probeFile(m_good)); // idle when it was killed
        std::thread killer([] {
            QTest::qSleep(60);
            for (const pid_t process : processes())
                kill(process, SIGKILL);
        });
        const auto probe = decoders->probeFile(m_slow);
        killer.join();
        QVERIFY2(probe, probe ? "" : qPrintable(probe.error().detail));
    }

    void oneThatIsKilledAgainAndAgainRefusesNothing()
    {
        const auto decoders = started();
        std::atomic<bool> isOver = false;
        std::thread killer([&isOver] {
            while (!isOver) {
                for (const pid_t process : processes())
                    kill(process, SIGKILL);
                QTest::qSleep(5);
            }
        });
        const auto probe = decoders->probeFile(m_slow);
        isOver = true;
        killer.join();
        // Who uploads tries again later: nothing is said against the picture.
        QVERIFY(!probe);
        QVERIFY2(probe.error().code == ErrorCode::Unavailable || probe.error().code == ErrorCode::Internal,
                 qPrintable(probe.error().subject));
        QVERIFY(decoders->probeFile(m_slow));
    }

    void aDecoderThatStandsStillIsEnded()
    {
        const auto decoders = started({.limits = {.wall = std::chrono::milliseconds(2000)}});
        QVERIFY(decoders->probeFile(m_good));
        const QList<pid_t> before = processes();
        QCOMPARE(before.size(), 1);
        kill(before.front(), SIGSTOP);
        QElapsedTimer timer;
        timer.start();
        const auto probe = decoders->probeFile(m_good);
        QVERIFY(!probe);
        QCOMPARE(probe.error().code, ErrorCode::Unavailable);
        QCOMPARE(probe.error().subject, u"picture.decoder"_s);
        QVERIFY(timer.elapsed() < 10'000);
        QVERIFY(decoders->probeFile(m_good));
        QVERIFY(!processes().contains(before.front()));
    }

    void whatComesInDoesNotHoldWhatReadersSee()
    {
        const auto decoders = started({.limits = {.wall = std::chrono::milliseconds(20'000)}});
        QVERIFY(decoders->probeFile(m_good));
        const pid_t intake = processes().front();
        kill(intake, SIGSTOP); // as one that is busy for very long
        auto waiting = std::async(std::launch::async, [&] { return decoders->probeFile(m_good); });
        QTest::qSleep(100);
        for (int i = 0; i < 3; ++i)
            QVERIFY(decoders->deriveFile(m_good, {320}, {Format::Webp}));
        QVERIFY(waiting.wait_for(std::chrono::seconds(0)) == std::future_status::timeout);
        kill(intake, SIGCONT);
        QVERIFY(waiting.get());
    }

    void stoppingAnswersAllAtOnce()
    {
        const auto decoders = started({.processes = 1});
        QVERIFY(decoders->probeFile(m_good));
        kill(processes().front(), SIGSTOP);
        std::atomic<int> answered = 0;
        for (int i = 0; i < 20; ++i) {
            QVERIFY(decoders->deriveFile(m_slow, {320}, both, {}, {},
                                         [&answered](const Result<std::vector<Rendition>> &made) {
                                             answered += !made && made.error().code == ErrorCode::Unavailable;
                                         }));
        }
        QTest::qSleep(50);
        QElapsedTimer timer;
        timer.start();
        decoders->stop();
        QTRY_COMPARE(answered.load(), 20);
        QVERIFY(timer.elapsed() < 30'000); // one that stands still is given a minute
        QCOMPARE(decoders->probeFile(m_good).error().subject, u"picture.decoder"_s);
        QTRY_COMPARE(processes(), QList<pid_t>());
    }

    void sendersTakeTurns()
    {
        const auto decoders = started({.longestQueueOfOne = 3});
        QVERIFY(decoders->probeFile(m_good));
        const pid_t process = processes().front();
        kill(process, SIGSTOP);
        std::mutex mutex;
        QStringList order;
        const QString first = file(saved(drawing(800, 600), ".jpg"));
        const auto send = [&](const QString &sender, int number) {
            decoders->probeFile(sender == "a"_L1 && number == 1 ? first : m_good, sender,
                                [&, name = sender + QString::number(number)](const Result<Probe> &probe) {
                                    const std::scoped_lock lock(mutex);
                                    order.append(probe ? name : name + u'!');
                                });
        };
        const auto told = [&] {
            const std::scoped_lock lock(mutex);
            return order.join(u' ');
        };
        send(u"a"_s, 1);
        QTRY_VERIFY(isLookedAt(first));
        for (int i = 2; i <= 5; ++i)
            send(u"a"_s, i);
        QCOMPARE(told(), u"a5!"_s); // three of one may wait
        send(u"b"_s, 1);
        send(u"b"_s, 2);
        send(u"c"_s, 1);
        kill(process, SIGCONT);
        QTRY_COMPARE(told(), u"a5! a1 b1 c1 a2 b2 a3 a4"_s);
    }

    void readersTakeTurnsAndWhoLeftHoldsNoPlace()
    {
        const auto decoders = started({.processes = 1, .longestQueue = 8, .longestQueueOfReader = 6});
        QVERIFY(decoders->probeFile(m_good));
        const pid_t process = processes().front();
        kill(process, SIGSTOP);
        std::mutex mutex;
        QStringList order;
        QStringList left;
        const QString first = file(saved(drawing(800, 600), ".jpg"));
        const auto ask = [&](const QString &reader, int number) {
            const QString name = reader + QString::number(number);
            return decoders
                ->deriveFile(
                    name == "a1"_L1 ? first : m_good, {32}, {Format::Jpeg}, reader,
                    [&, name](Decoders::Asked) {
                        const std::scoped_lock lock(mutex);
                        return !left.contains(name);
                    },
                    [&, name](const Result<std::vector<Rendition>> &made) {
                        const std::scoped_lock lock(mutex);
                        order.append(made ? name : name + u'!');
                    })
                .ok();
        };
        const auto told = [&] {
            const std::scoped_lock lock(mutex);
            return order.join(u' ');
        };
        QVERIFY(ask(u"a"_s, 1));
        QTRY_VERIFY(isLookedAt(first));
        for (int i = 2; i <= 7; ++i)
            QVERIFY(ask(u"a"_s, i));
        QVERIFY(!ask(u"a"_s, 8)); // six of one may wait
        QVERIFY(ask(u"b"_s, 1));
        QVERIFY(ask(u"c"_s, 1));
        QVERIFY(!ask(u"d"_s, 1)); // and eight of all
        {
            const std::scoped_lock lock(mutex);
            left = QStringList{u"a2"_s, u"a4"_s, u"a5"_s, u"a6"_s, u"c1"_s};
        }
        QVERIFY(ask(u"d"_s, 1));
        QVERIFY(ask(u"a"_s, 9));
        {
            const std::scoped_lock lock(mutex);
            left.append(u"a3"_s); // while it waits for its turn
        }
        kill(process, SIGCONT);
        QTRY_COMPARE(told(), u"a1 b1 d1 a7 a9"_s);
    }

    void moreThanTheQueueHoldsAreToldSo()
    {
        const auto decoders = started({.processes = 1, .longestQueue = 3});
        QVERIFY(decoders->probeFile(m_good));
        const pid_t process = processes().front();
        kill(process, SIGSTOP);
        std::atomic<int> refused = 0;
        std::atomic<int> made = 0;
        for (int i = 0; i < 10; ++i) {
            const auto taken =
                decoders->deriveFile(m_good, {320}, {Format::Jpeg}, {}, {},
                                     [&](const Result<std::vector<Rendition>> &result) { made += result ? 1 : 0; });
            refused += !taken && taken.error().subject == u"picture.decoder"_s;
        }
        QVERIFY(refused >= 6);
        kill(process, SIGCONT);
        QTRY_COMPARE(made + refused, 10);
        QVERIFY(made >= 3);
    }

    void aMissingProgramIsToldAtTheStart()
    {
        QCOMPARE(Decoders::start({.program = u"/nowhere/toasoan-decoder"_s}).error().subject, u"imaging"_s);
    }
};

QTEST_GUILESS_MAIN(TestDecoders)
#include "tst_decoders.moc"
