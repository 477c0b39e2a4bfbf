#include "backend/BlockingClient.h"
#include "backend/DurableFile.h"
#include "backend/MediaServer.h"
#include "backend/MediaShapes.h"
#include "backend/TestPictures.h"
#include "http/DeferredState.h"
#include "pictures/Exif.h"
#include "storage/ChangeStore.h"
#include "support/Patience.h"
#include "support/TemporaryDatabase.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTest>

#include <set>
#include <thread>

#include <sys/stat.h>

using namespace toasoan;

namespace {

// A server with one picture of 1000 × 700 in it.
struct World
{
    QTemporaryDir folder;
    TemporaryDatabase temporary{Engine::Sqlite};
    MediaServer server{folder.path(), temporary.location(), {}};
    QByteArray bytes = photo(1000, 700);
    Media media = add(bytes);

    Media add(const QByteArray &picture, const QString &format = QStringLiteral("jpeg"))
    {
        const QByteArray sha256 = QCryptographicHash::hash(picture, QCryptographicHash::Sha256).toHex();
        Media added{.id = MediaId::create(server.clock, server.dice),
                    .sha256 = QString::fromLatin1(sha256),
                    .format = format,
                    .width = 1000,
                    .height = 700,
                    .size = picture.size(),
                    .name = QStringLiteral("cầu Ái Tử.jpg"),
                    .uploadedBy = UserId::create(server.clock, server.dice),
                    .createdAt = server.clock.now()};
        const QString path = server.files->uploadPath(UploadId::create(server.clock, server.dice));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(picture) != picture.size())
            qFatal("no file");
        file.close();
        auto transaction = Transaction::begin(temporary.database(), Access::Write);
        if (!server.files->takeIn(path, added.sha256) || !MediaStore(*transaction).put(added) || !transaction->commit())
            qFatal("no picture");
        return added;
    }

    [[nodiscard]] ReceivedAnswer get(const QString &target, const RequestFields &fields = {}) const
    {
        return BlockingClient(server.server->port()).send("GET", target.toLatin1(), fields);
    }
    [[nodiscard]] QString renditionTarget(int width, const char *format) const
    {
        return QStringLiteral("/rendition/%1/%2/%3").arg(media.id.toText()).arg(width).arg(QLatin1String(format));
    }
    [[nodiscard]] QStringList renditionFiles() const
    {
        return QDir(folder.filePath(QStringLiteral("renditions"))).entryList(QDir::Files, QDir::Name);
    }
};

} // namespace

class TestMediaFiles : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(startPictures()); }

    void theWidthsOfAPictureAreTheStandardOnesUpToItsOwn_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<std::vector<int>>("widths");
        QTest::newRow("a dot") << 1 << std::vector{1};
        QTest::newRow("narrow") << 319 << std::vector{319};
        QTest::newRow("just one") << 320 << std::vector{320};
        QTest::newRow("between") << 1000 << std::vector{320, 640, 960};
        QTest::newRow("all") << 1920 << std::vector{320, 640, 960, 1280, 1920};
        QTest::newRow("wide") << 6000 << std::vector{320, 640, 960, 1280, 1920};
    }
    void theWidthsOfAPictureAreTheStandardOnesUpToItsOwn()
    {
        QFETCH(int, width);
        QFETCH(std::vector<int>, widths);
        Media media;
        media.width = width;
        QCOMPARE(standardWidths(media), widths);
    }

    void aPictureTooHighForWebpIsOfferedAsJpegAlone_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<bool>("hasWebp");
        QTest::newRow("ordinary") << 1080 << 1920 << true;
        QTest::newRow("a scrolled screen") << 1080 << 20'000 << false;
        QTest::newRow("reduced enough") << 4000 << 30'000 << true;
        QTest::newRow("reduced, not enough") << 1920 << 16'500 << false;
        QTest::newRow("as high as WebP is") << 640 << 16'383 << true;
        QTest::newRow("one more") << 640 << 16'384 << false;
        QTest::newRow("a line") << 1 << 65'500 << false;
    }
    void aPictureTooHighForWebpIsOfferedAsJpegAlone()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        QFETCH(bool, hasWebp);
        Media media;
        media.width = width;
        media.height = height;
        QCOMPARE(standardWidths(media, RenditionFormat::Jpeg), standardWidths(media));
        QCOMPARE(standardWidths(media, RenditionFormat::Webp), hasWebp ? standardWidths(media) : std::vector<int>());
    }

    void theOriginalIsForPrivateCachesOnly()
    {
        const World world;
        const auto answer = world.get(QStringLiteral("/original/") + world.media.id.toText());
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, world.bytes);
        QCOMPARE(answer.field("Content-Type"), QByteArray("image/jpeg"));
        QVERIFY(answer.field("Cache-Control").startsWith("private"));
        QCOMPARE(answer.field("X-Content-Type-Options"), QByteArray("nosniff"));
        QCOMPARE(answer.field("ETag"), '"' + world.media.sha256.toLatin1() + '"');
        const auto again = world.get(QStringLiteral("/original/") + world.media.id.toText(),
                                     {{"If-None-Match", answer.field("ETag")}});
        QCOMPARE(again.status, 304);
    }

    void anOriginalThatIsGoneIsAFaultOfTheStore()
    {
        const World world;
        QVERIFY(QFile::remove(world.server.files->originalPath(world.media.sha256)));
        const auto answer = world.get(QStringLiteral("/original/") + world.media.id.toText());
        QCOMPARE(answer.status, 500);
        QCOMPARE(answer.error(), QStringLiteral("corrupt media.file"));
        QCOMPARE(world.get(world.renditionTarget(320, "webp")).status, 500);
        QCOMPARE(world.renditionFiles(), QStringList());
    }

    void takingInTheSameBytesAgainKeepsTheFirst()
    {
        World world;
        (void)world.add(world.bytes);
        QCOMPARE(world.get(QStringLiteral("/original/") + world.media.id.toText()).body, world.bytes);
    }

    void aRenditionIsSmallImmutableAndTellsNothingOfTheCamera_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<QByteArray>("format");
        for (const int width : {320, 640, 960}) {
            QTest::addRow("%d webp", width) << width << QByteArray("webp");
            QTest::addRow("%d jpeg", width) << width << QByteArray("jpeg");
        }
    }
    void aRenditionIsSmallImmutableAndTellsNothingOfTheCamera()
    {
        QFETCH(int, width);
        QFETCH(QByteArray, format);
        const World world;
        QVERIFY(world.bytes.contains(secretOfPhotos));
        const auto made = world.get(world.renditionTarget(width, format.constData()));
        QCOMPARE(made.status, 200);
        QCOMPARE(made.field("Content-Type"), "image/" + format);
        QCOMPARE(made.field("Cache-Control"), QByteArray("public, max-age=86400"));
        QCOMPARE(made.field("X-Content-Type-Options"), QByteArray("nosniff"));
        QCOMPARE(widthOf(made.body), width);
        QVERIFY(!made.body.contains(secretOfPhotos));
        QVERIFY(!made.body.contains("Exif"));
        QVERIFY(!made.body.contains("EXIF"));
        const auto found = world.get(world.renditionTarget(width, format.constData()));
        QCOMPARE(found.body, made.body);
        QCOMPARE(found.field("ETag"), made.field("ETag"));
        // Whoever has the page must not learn what the original's bytes are called.
        QVERIFY(!made.head.contains(world.media.sha256.left(16).toLatin1()));
    }

    void noOtherWidthsAreMade_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {0, -320, 1, 319, 321, 1000, 1280, 1920, 99999})
            QTest::addRow("%d", width) << width;
    }
    void noOtherWidthsAreMade()
    {
        QFETCH(int, width);
        const World world;
        QCOMPARE(world.get(world.renditionTarget(width, "webp")).error(), QStringLiteral("notFound media.width"));
        QCOMPARE(world.renditionFiles(), QStringList());
    }

    void manyWhoAskAtOnceGetOneMaking()
    {
        const World world;
        constexpr int readers = 24;
        std::vector<QByteArray> bodies(readers);
        std::vector<ino_t> files(readers);
        std::vector<std::thread> threads;
        const QByteArray path = world.folder
                                    .filePath(QStringLiteral("renditions/%1-%2.%3.webp")
                                                  .arg(world.media.sha256)
                                                  .arg(960)
                                                  .arg(imaging::renditionForm))
                                    .toLocal8Bit();
        for (std::size_t i = 0; i < readers; ++i) {
            threads.emplace_back([&, i] {
                bodies[i] = world.get(world.renditionTarget(960, "webp")).body;
                struct stat facts = {};
                if (!::stat(path.constData(), &facts))
                    files[i] = facts.st_ino;
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(widthOf(bodies[0]), 960);
        for (const QByteArray &body : bodies)
            QCOMPARE(body, bodies[0]);
        // A second making would have put another file there.
        QCOMPARE(std::set<ino_t>(files.begin(), files.end()).size(), std::size_t(1));
        // What nobody asked for is not made, and nobody waits for it.
        QCOMPARE(world.renditionFiles(), QStringList({world.media.sha256 + QStringLiteral("-960.2.webp")}));
    }

    void differentOnesAskedForAtOnceAreAllMade()
    {
        const World world;
        std::vector<std::thread> threads;
        std::array<int, 6> widths{};
        for (std::size_t i = 0; i < widths.size(); ++i) {
            threads.emplace_back([&, i] {
                const int width = std::array{320, 640, 960}[i % 3];
                widths[i] = widthOf(world.get(world.renditionTarget(width, i < 3 ? "webp" : "jpeg")).body) - width;
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(widths, (std::array<int, 6>{}));
        QCOMPARE(world.renditionFiles().size(), 6);
    }

    // A program that asks for all there is and hangs up, again and again.
    void whatNobodyWaitsForAnyMoreIsNotMade()
    {
        const QTemporaryDir folder;
        const auto files = MediaFiles::open(folder.path(), {.processes = 1});
        QVERIFY(files);
        Media media;
        media.sha256 = QString(64, u'a');
        media.width = 1000;
        media.height = 700;
        const auto place = [&](const QString &sha256) {
            const QString path = (*files)->originalPath(sha256);
            return QDir().mkpath(QFileInfo(path).path()) ? path : QString();
        };
        QFile original(place(media.sha256));
        QVERIFY(original.open(QIODevice::WriteOnly));
        const QByteArray bytes = photo(1000, 700);
        QCOMPARE(original.write(bytes), bytes.size());
        original.close();
        // Whoever opens it waits until somebody writes there.
        Media slow = media;
        slow.sha256 = QString(64, u'b');
        const QByteArray pipe = place(slow.sha256).toLocal8Bit();
        QCOMPARE(::mkfifo(pipe.constData(), 0600), 0);

        const QString stranger = QStringLiteral("192.0.2.1");
        const QString reader = QStringLiteral("192.0.2.2");
        const auto ask = [&](const Media &of, int width, RenditionFormat format, const QString &by) {
            return std::get<http::DeferredAnswer>((*files)->rendition(of, width, format, by)->content());
        };
        const auto statusOf = [](const http::DeferredAnswer &answer) {
            auto &state = *answer.state();
            const std::scoped_lock lock(state.mutex);
            return state.answer ? int(*state.answer->status()) : 0;
        };
        const auto ahead = ask(slow, 320, RenditionFormat::Webp, stranger);
        std::vector<http::DeferredAnswer> left;
        for (const auto format : {RenditionFormat::Webp, RenditionFormat::Jpeg}) {
            for (const int width : {320, 640, 960})
                left.push_back(ask(media, width, format, stranger));
        }
        const auto shared = ask(media, 640, RenditionFormat::Jpeg, reader);
        for (const auto &answer : left)
            QVERIFY(answer.complete(http::Response::empty(http::Status::NoContent)));
        QVERIFY(!ahead.isOver());
        QVERIFY(QFile(QString::fromLocal8Bit(pipe)).open(QIODevice::WriteOnly));
        QTRY_COMPARE(statusOf(shared), 200);
        QTRY_VERIFY(ahead.isOver());
        const auto last = ask(media, 320, RenditionFormat::Webp, reader); // asked for anew, it is made
        QTRY_COMPARE(statusOf(last), 200);
        QCOMPARE(
            QDir(folder.filePath(QStringLiteral("renditions"))).entryList(QDir::Files, QDir::Name),
            QStringList({media.sha256 + QStringLiteral("-320.2.webp"), media.sha256 + QStringLiteral("-640.2.jpg")}));
    }

    void oneThatFailedIsNotTriedAtEachRequest()
    {
        World world;
        const Media broken = world.add(world.bytes.left(9000));
        const QString target = QStringLiteral("/rendition/%1/320/webp").arg(broken.id.toText());
        QCOMPARE(world.get(target).status, 500);
        // Were it tried again, it could be made now.
        QFile original(world.server.files->originalPath(broken.sha256));
        QVERIFY(original.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(original.write(world.bytes), world.bytes.size());
        original.close();
        const auto again = world.get(target);
        QCOMPARE(again.status, 500);
        QVERIFY(again.field("Retry-After").toInt() > 60);
        // Its failure is its own: the other format, the other width, the other picture.
        QCOMPARE(world.get(QStringLiteral("/rendition/%1/320/jpeg").arg(broken.id.toText())).status, 200);
        QCOMPARE(world.get(QStringLiteral("/rendition/%1/640/webp").arg(broken.id.toText())).status, 200);
        QCOMPARE(world.get(world.renditionTarget(320, "webp")).status, 200);
    }

    // A client of the newsroom knows an answer of its server by its body.
    void theNewsroomIsToldInWordsWhyThereIsNone()
    {
        World world;
        const Media broken = world.add(world.bytes.left(9000));
        QCOMPARE(world.get(QStringLiteral("/rendition/%1/320/jpeg").arg(broken.id.toText())).status, 500);
        for (const Audience audience : {Audience::Newsroom, Audience::Public}) {
            const auto answer = world.server.files->rendition(broken, 320, RenditionFormat::Jpeg, {}, audience);
            QVERIFY(answer);
            const auto *small = std::get_if<http::SmallAnswer>(&answer->content());
            QVERIFY(small);
            QVERIFY(small->status == http::Status::InternalServerError);
            QCOMPARE(small->body.contains("\"corrupt\""), audience == Audience::Newsroom);
            QCOMPARE(small->body.isEmpty(), audience == Audience::Public);
        }
    }

    void whoeverWaitsIsAnsweredWhenTheServerEnds()
    {
        const World world;
        world.server.files->stop();
        const auto answer = world.get(world.renditionTarget(320, "webp"));
        QCOMPARE(answer.status, 503);
        QCOMPARE(world.renditionFiles(), QStringList());
    }

    void renditionsMayBeDeletedAtAnyTime()
    {
        const World world;
        const auto first = world.get(world.renditionTarget(640, "jpeg"));
        for (const QString &name : world.renditionFiles())
            QVERIFY(QFile::remove(world.folder.filePath(QStringLiteral("renditions/") + name)));
        QCOMPARE(world.get(world.renditionTarget(640, "jpeg")).body, first.body);
    }

    void whatAKilledServerHadBegunIsCleanedUp()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("renditions")));
        QFile begun(folder.filePath(QStringLiteral("renditions/ab-320.webp.part")));
        QFile done(folder.filePath(QStringLiteral("renditions/ab-320.jpg")));
        QVERIFY(begun.open(QIODevice::WriteOnly) && done.open(QIODevice::WriteOnly));
        QVERIFY(MediaFiles::open(folder.path()));
        QVERIFY(!begun.exists());
        QVERIFY(done.exists());
    }

    // A program that makes another picture of the same file shows it, whatever is kept of before.
    void whatWasMadeInAnotherFormIsMadeAnew()
    {
        QTemporaryDir folder;
        const QString sha256(64, u'a');
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("renditions")));
        const auto fileOf = [&](const QString &end) {
            return folder.filePath(QStringLiteral("renditions/") + sha256 + end);
        };
        const QStringList old{QStringLiteral("-640.webp"), QStringLiteral("-640.jpg"), QStringLiteral("-640.1.webp"),
                              QStringLiteral("-640.99.jpg")};
        const QString kept = QStringLiteral("-640.%1.webp").arg(imaging::renditionForm);
        for (const QString &end : old + QStringList{kept}) {
            QFile file(fileOf(end));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        QVERIFY(MediaFiles::open(folder.path()));
        for (const QString &end : old)
            QVERIFY2(!QFile::exists(fileOf(end)), qPrintable(end));
        QVERIFY(QFile::exists(fileOf(kept)));
    }

    // Browsers ask with the name that they know the bytes by: it is another for another form.
    void theNameOfTheBytesTellsTheirForm()
    {
        const World world;
        const auto answer = world.get(world.renditionTarget(640, "webp"));
        const auto tagOf = [&](const QString &end) {
            const QByteArray name = "rendition " + world.media.sha256.toLatin1() + end.toLatin1();
            return '"' + QCryptographicHash::hash(name, QCryptographicHash::Sha256).toHex().first(32) + '"';
        };
        QCOMPARE(answer.field("ETag"), tagOf(QStringLiteral("-640.%1.webp").arg(imaging::renditionForm)));
        for (const auto *before : {"-640.webp", "-640.1.webp"}) {
            const auto again =
                world.get(world.renditionTarget(640, "webp"), {{"If-None-Match", tagOf(QString::fromLatin1(before))}});
            QCOMPARE(again.status, 200);
            QCOMPARE(again.body, answer.body);
        }
    }

    // A version before did not know that EXIF turns a PNG.
    void whatIsSaidOfAPngsShapeIsCorrectedOnce()
    {
        World world;
        const QByteArray exif = pictures::exifSaying(6);
        const auto sized = [](qsizetype size) {
            return QByteArray::fromHex(QByteArray::number(size, 16).rightJustified(8, '0'));
        };
        constexpr qsizetype behindTheHeader = 33; // signature and IHDR
        const QByteArray turned =
            pngClaiming(1000, 700).insert(behindTheHeader, sized(exif.size()) + "eXIf" + exif + QByteArray(4, '\0'));
        const Media lying = world.add(turned, QStringLiteral("png"));
        const Media upright = world.add(pngClaiming(1000, 700), QStringLiteral("png"));
        const Media lost = world.add(turned + "lost", QStringLiteral("png"));
        QVERIFY(QFile::remove(world.server.files->originalPath(lost.sha256)));
        Database &database = world.temporary.database();
        const auto stored = [&](const Media &media) {
            return readIn(database, [&](Transaction &transaction) { return MediaStore(transaction).find(media.id); });
        };
        const auto told = [&] {
            return *readIn(database, [](Transaction &transaction) { return ChangeStore(transaction).newest(); });
        };
        const qint64 before = told();
        auto corrected = correctMediaShapes(database, *world.server.files, world.server.clock);
        QVERIFY(corrected);
        QCOMPARE(*corrected, 1);
        Media right = lying;
        std::swap(right.width, right.height);
        QCOMPARE(*stored(lying), right);
        QCOMPARE(*stored(upright), upright);
        QCOMPARE(*stored(lost), lost);
        QCOMPARE(*stored(world.media), world.media);
        QCOMPARE(told(), before + 1); // desks hear of it
        // Once: the files are not read at each start.
        QVERIFY(QFile::remove(world.server.files->originalPath(lying.sha256)));
        QCOMPARE(*correctMediaShapes(database, *world.server.files, world.server.clock), 0);
        QCOMPARE(told(), before + 1);
    }

    void aFolderThatCannotBeMadeIsToldAtTheStart()
    {
        QTemporaryDir folder;
        QCOMPARE(MediaFiles::open(folder.filePath(QStringLiteral("not there"))).error().code, ErrorCode::NotFound);
    }

    void aFileSaysWhyItFailed()
    {
        using enum DurableFile::Mode;
        QCOMPARE(DurableFile::open(QStringLiteral("/nowhere/file"), Write).error().code, ErrorCode::NotFound);
        // The device that is always full.
        auto full = DurableFile::open(QStringLiteral("/dev/full"), WriteEmpty);
        QVERIFY(full);
        QCOMPARE(full->writeAt(0, "x").error().code, ErrorCode::StorageFull);
    }
};

QTEST_GUILESS_MAIN(TestMediaFiles)
#include "tst_mediafiles.moc"
