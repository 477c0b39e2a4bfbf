// Pictures that come while others come, while the disk fills up or the server ends, and those that are none.
#include "backend/TestPictures.h"
#include "backend/UploadWorld.h"
#include "support/Patience.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QScopeGuard>
#include <QTest>

#include <cstdio>
#include <thread>

#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

using namespace toasoan;
using namespace std::chrono_literals;

namespace {

// The running decoders of a process.
QList<pid_t> decodersOf(pid_t parent)
{
    QList<pid_t> found;
    for (const QString &name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        QFile file(QStringLiteral("/proc/%1/stat").arg(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray line = file.readAll();
        const QList<QByteArray> rest = line.mid(line.lastIndexOf(')') + 2).split(' ');
        if (rest.size() > 1 && rest[1].toInt() == parent && line.contains("toasoan-decoder") && rest[0] != "Z")
            found.append(name.toInt());
    }
    return found;
}

// The child of acknowledgedBytesSurviveAKill: serves until it is killed, and tells its port.
int servingChild(const QString &folder, const QString &location)
{
    const MediaServer server(folder, *DatabaseLocation::fromText(location), {.keepFree = 0});
    std::printf("%d\n", server.server->port());
    std::fflush(stdout);
    return QCoreApplication::exec();
}

struct ChildServer
{
    ChildServer(const QString &folder, const DatabaseLocation &location)
    {
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QCoreApplication::applicationFilePath(),
                      {QStringLiteral("--serving-child"), folder, location.toText()});
        while (!process.canReadLine() && process.waitForReadyRead(longestWait)) { }
        port = process.readLine().trimmed().toUShort();
    }
    ~ChildServer() { kill(); }
    void kill()
    {
        process.kill(); // SIGKILL
        process.waitForFinished(longestWait);
    }

    QProcess process;
    quint16 port = 0;
};

} // namespace

class TestUploadTrouble : public QObject
{
    Q_OBJECT

private:
    QByteArray m_photo;

private slots:
    void initTestCase()
    {
        QVERIFY(startPictures());
        m_photo = photo(900, 600);
        QCOMPARE_GT(m_photo.size(), 150'000); // several pieces
    }

    void manyUploadAtOnce_data() { TemporaryDatabase::addEngines(); }
    void manyUploadAtOnce()
    {
        QFETCH(Engine, engine);
        World world(engine);
        constexpr int people = 6;
        std::vector<MediaId> ids;
        std::vector<int> statuses(people);
        std::vector<QByteArray> pictures;
        for (int i = 0; i < people; ++i) {
            ids.push_back(world.newMedia());
            pictures.push_back(photo(200, 150, 100 + i));
        }
        std::vector<std::thread> threads;
        for (std::size_t i = 0; i < people; ++i) {
            threads.emplace_back([&, i] {
                Tus tus(world.port());
                const auto place = tus.create(pictures[i], ids[i]).field("Location");
                const auto half = pictures[i].size() / 2;
                (void)tus.patch(place, 0, pictures[i].left(half));
                statuses[i] = tus.patch(place, half, pictures[i].mid(half)).status;
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(statuses, std::vector<int>(people, 204));
        for (const MediaId id : ids)
            QVERIFY(world.media(id));
        QCOMPARE(world.changes().size(), std::size_t(people));
        QCOMPARE(world.files("uploads"), QStringList());
    }

    // More pictures of one person than there are workers, at a decoder that does not go on.
    void onePersonsPicturesShutNobodyOut()
    {
        World world;
        Tus one(world.port());
        QCOMPARE(one.patch(one.create(m_photo, world.newMedia()).field("Location"), 0, m_photo).status, 204);
        const auto decoders = decodersOf(getpid());
        QCOMPARE(decoders.size(), qsizetype(1));
        kill(decoders.front(), SIGSTOP);
        const auto goesOn = qScopeGuard([&] { kill(decoders.front(), SIGCONT); });

        constexpr std::size_t many = 5;
        std::vector<std::unique_ptr<Tus>> clients;
        std::vector<MediaId> ids;
        for (std::size_t i = 0; i < many; ++i) {
            ids.push_back(world.newMedia());
            clients.push_back(std::make_unique<Tus>(world.port()));
            const auto place = one.create(m_photo, ids.back()).field("Location");
            clients.back()->beginPatch(place, 0, m_photo.size());
            clients.back()->client().write(m_photo);
            QTRY_COMPARE(QFile(world.fileOf(place)).size(), m_photo.size());
            QTRY_COMPARE(one.head(place).status, 423);
        }
        // Announcing, asking and sending go on for another.
        Tus other(world.port(), otherToken);
        const MediaId id = world.newMedia();
        const auto place = other.create(m_photo, id).field("Location");
        QVERIFY(!place.isEmpty());
        QCOMPARE(other.patch(place, 0, m_photo.left(1000)).status, 204);
        QCOMPARE(other.offset(place), 1000);
        other.beginPatch(place, 1000, m_photo.size() - 1000);
        other.client().write(m_photo.mid(1000));
        QTRY_COMPARE(QFile(world.fileOf(place)).size(), m_photo.size()); // a HEAD before could be in its way
        QTRY_COMPARE(Tus(world.port(), otherToken).head(place).status, 423);
        QTest::qSleep(1000); // what comes between the last byte and the decoder's queue
        kill(decoders.front(), SIGCONT);
        QCOMPARE(other.client().receive().status, 204);
        for (const auto &client : clients)
            QCOMPARE(client->client().receive().status, 204);
        // The other's was looked at next after the one that was under way. Written down it may be after one more: what
        // has been looked at is written by several workers.
        QStringList order;
        const auto lines = world.audit();
        for (const AuditLine &line : lines)
            order.append(line.nounId);
        QCOMPARE(order.size(), qsizetype(many) + 2);
        QVERIFY2(order.indexOf(id.toText()) <= 3, qPrintable(QString::number(order.indexOf(id.toText()))));
    }

    void aPictureThatIsLookedAtDoesNotHoldUpTheEnd()
    {
        World world;
        Tus tus(world.port());
        QCOMPARE(tus.patch(tus.create(m_photo, world.newMedia()).field("Location"), 0, m_photo).status, 204);
        const auto decoders = decodersOf(getpid());
        QCOMPARE(decoders.size(), qsizetype(1));
        kill(decoders.front(), SIGSTOP);
        const auto goesOn = qScopeGuard([&] { kill(decoders.front(), SIGCONT); });
        const auto place = tus.create(m_photo, world.newMedia()).field("Location");
        Tus sender(world.port());
        sender.beginPatch(place, 0, m_photo.size());
        sender.client().write(m_photo);
        QTRY_COMPARE(QFile(world.fileOf(place)).size(), m_photo.size());
        QTRY_COMPARE(tus.head(place).status, 423);
        QElapsedTimer timer;
        timer.start();
        world.server.server->stop(20s);
        world.server.files->stop();
        QVERIFY2(timer.elapsed() < 15'000, qPrintable(QString::number(timer.elapsed())));
        const auto answer = sender.client().receive();
        QCOMPARE(answer.status, 503); // all of it stays: the next server finishes it
        QCOMPARE(answer.error(), QStringLiteral("unavailable picture.decoder"));
        QVERIFY(!answer.field("Retry-After").isEmpty());
        QCOMPARE(QFile(world.fileOf(place)).size(), m_photo.size());
    }

    void acknowledgedBytesSurviveAKill_data()
    {
        QTest::addColumn<Engine>("engine");
        QTest::addColumn<QByteArray>("sum");
        for (const Engine engine : TemporaryDatabase::engines()) {
            for (const char *sum : {"", "sha256"})
                QTest::addRow("%s %s", TemporaryDatabase::name(engine), sum) << engine << QByteArray(sum);
        }
    }
    void acknowledgedBytesSurviveAKill()
    {
        QFETCH(Engine, engine);
        QFETCH(QByteArray, sum);
        QTemporaryDir folder;
        TemporaryDatabase temporary(engine);
        const SettableClock clock;
        SystemDice dice;
        addPerson(temporary.database(), clock, QStringLiteral("an"), QLatin1String(reporterToken));
        const MediaId id = MediaId::create(clock, dice);
        QByteArray place;
        qsizetype offset = 0;
        constexpr qsizetype pieceSize = 60'000;
        int kills = 0;
        while (offset < m_photo.size()) {
            ChildServer child(folder.path(), temporary.location());
            QVERIFY(child.port != 0);
            Tus tus(child.port);
            if (place.isEmpty())
                place = tus.create(m_photo, id).field("Location");
            const qint64 told = tus.offset(place);
            // Never less than was acknowledged; more only of a piece that was under way, and only without a checksum.
            QVERIFY2(told == offset || (told > offset && sum.isEmpty()),
                     qPrintable(QStringLiteral("told %1, acknowledged %2").arg(told).arg(offset)));
            offset = told;
            if (offset == m_photo.size())
                break;
            const QByteArray piece = m_photo.mid(offset, pieceSize);
            QCOMPARE(tus.patch(place, offset, piece, sum.isEmpty() ? sum : checksum(sum, piece)).status, 204);
            offset += piece.size();
            if (m_photo.size() - offset > 20'000) {
                // The next piece is under way when the server dies.
                const QByteArray next = m_photo.mid(offset, pieceSize);
                tus.beginPatch(place, offset, next.size(), sum.isEmpty() ? sum : checksum(sum, next));
                tus.client().write(next.left(20'000));
                const QString file =
                    folder.filePath(QStringLiteral("uploads/") + QString::fromLatin1(place.split('/').last())
                                    + (sum.isEmpty() ? QString() : QStringLiteral(".piece")));
                QTRY_COMPARE(QFile(file).size(), sum.isEmpty() ? offset + 20'000 : 20'000);
            }
            child.kill();
            ++kills;
        }
        QVERIFY(kills >= 3);
        ChildServer child(folder.path(), temporary.location());
        QCOMPARE(Tus(child.port).offset(place), m_photo.size());
        QCOMPARE(BlockingClient(child.port).send("GET", "/original/" + id.toText().toLatin1(), {}).body, m_photo);
    }

    // A server that ends after the last byte, before the rows: with or without the file having its place already.
    void aWholeUploadIsFinishedByTheNextQuestion_data()
    {
        QTest::addColumn<bool>("isInPlace");
        QTest::newRow("not taken in yet") << false;
        QTest::newRow("taken in") << true;
    }
    void aWholeUploadIsFinishedByTheNextQuestion()
    {
        QFETCH(bool, isInPlace);
        World world;
        Tus tus(world.port());
        const MediaId id = world.newMedia();
        const auto place = tus.create(m_photo, id).field("Location");
        QFile file(world.fileOf(place));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(m_photo) == m_photo.size());
        file.close();
        if (isInPlace)
            QVERIFY(world.server.files->takeIn(file.fileName(), QString::fromLatin1(hexOf(m_photo))));
        QCOMPARE(tus.offset(place), m_photo.size());
        QVERIFY(world.media(id));
        QCOMPARE(world.changes().size(), std::size_t(1));
        QVERIFY(!file.exists());
    }

    void bytesThatAreNotTheAnnouncedOnesAreNoPicture()
    {
        World world;
        Tus tus(world.port());
        const MediaId id = world.newMedia();
        const auto place = tus.create(m_photo, id, hexOf("something else")).field("Location");
        const auto answer = tus.patch(place, 0, m_photo);
        QCOMPARE(answer.status, 460);
        QCOMPARE(answer.error(), QStringLiteral("checksumMismatch upload.sha256"));
        QCOMPARE(tus.head(place).status, 404);
        QVERIFY(!world.media(id));
        QCOMPARE(world.files("uploads"), QStringList());
        QVERIFY(!QFile::exists(world.server.files->originalPath(QString::fromLatin1(hexOf(m_photo)))));
    }

    void whatIsNoSoundPictureIsRefusedAndForgotten_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("error");
        const auto row = [](const char *name, const QByteArray &bytes, int status, const char *error) {
            QTest::newRow(name) << bytes << status << QString::fromLatin1(error);
        };
        row("eicar named .jpg", eicar(), 415, "unsupported picture.format");
        row("svg", svg(), 415, "unsupported picture.format");
        row("text", "Kính gửi Ban Biên tập", 415, "unsupported picture.format");
        row("half a jpeg", photo(300, 200).chopped(20'000), 422, "invalidInput picture.truncated");
        const QByteArray sound = photo(64, 64);
        row("100,000 empty segments", sound.left(2) + QByteArray("\xff\xe1\0\2", 4).repeated(100'000) + sound.mid(2),
            413, "tooLarge picture.structure");
        row("2^31 pixels", pngClaiming(65'536, 32'768), 413, "tooLarge picture.size");
        row("2^31 wide", pngClaiming(0x7fffffff, 1), 413, "tooLarge picture.size");
    }
    void whatIsNoSoundPictureIsRefusedAndForgotten()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        QFETCH(QString, error);
        World world;
        Tus tus(world.port());
        const MediaId id = world.newMedia();
        const auto place = tus.create(bytes, id).field("Location");
        const auto answer = tus.patch(place, 0, bytes);
        QCOMPARE(answer.error(), error);
        QCOMPARE(answer.status, status);
        QCOMPARE(tus.head(place).status, 404);
        QVERIFY(!world.media(id));
        QVERIFY(world.changes().empty());
        QCOMPARE(world.files("uploads"), QStringList());
        QVERIFY(!QFile::exists(world.server.files->originalPath(QString::fromLatin1(hexOf(bytes)))));
    }

    void anUploadIsForItsTimeOnly()
    {
        World world;
        Tus tus(world.port());
        const auto early = tus.create(m_photo, world.newMedia()).field("Location");
        QCOMPARE(tus.patch(early, 0, m_photo.left(1000)).status, 204);
        world.server.clock.advance(24h);
        const auto late = tus.create(m_photo, world.newMedia()).field("Location");
        QCOMPARE(tus.patch(late, 0, m_photo.left(500)).status, 204);
        world.server.clock.advance(6 * 24h);
        QCOMPARE(tus.head(early).status, 410);
        QCOMPARE(tus.patch(early, 1000, m_photo.mid(1000)).error(), QStringLiteral("gone upload"));
        QCOMPARE(tus.offset(late), 500);

        const auto removed = world.server.files->removeExpiredUploads(world.temporary.database(), world.server.clock);
        QVERIFY(removed);
        QCOMPARE(*removed, 1);
        QCOMPARE(tus.head(early).status, 404);
        QCOMPARE(tus.offset(late), 500);
        QCOMPARE(world.files("uploads").size(), 1);
    }

    void aDiskWithoutRoomIsToldBeforeTheFirstByte()
    {
        World world(Engine::Sqlite, {.keepFree = 1LL << 60});
        Tus tus(world.port());
        const auto answer = tus.create(m_photo, world.newMedia());
        QCOMPARE(answer.status, 507);
        QCOMPARE(answer.error(), QStringLiteral("storageFull upload"));
    }

    // The bytes come later: each announcement by itself would have room.
    void whatIsAnnouncedTakesItsRoomBeforeItHasCome()
    {
        World world(Engine::Sqlite, {.length = 1LL << 60, .keepFree = 0, .announcedByOne = 1LL << 61});
        const qint64 most = freeSpace(world.folder.path()).value() * 6 / 10;
        Tus tus(world.port());
        const auto announce = [&] {
            return tus.client().send(
                "POST", wire::uploads,
                tus.fields({{"Upload-Length", QByteArray::number(most)},
                            {"Upload-Metadata", metadata("ảnh.jpg", world.newMedia().toText(), hexOf(m_photo))}}));
        };
        const auto first = announce();
        QCOMPARE(first.status, 201);
        QCOMPARE(announce().error(), QStringLiteral("storageFull upload"));
        QCOMPARE(tus.create(m_photo, world.newMedia()).status, 201); // it fits beside the first
        QCOMPARE(tus.remove(first.field("Location")).status, 204);
        const auto second = announce();
        QCOMPARE(second.status, 201);
        world.server.clock.advance(8 * 24h); // its time is over
        QCOMPARE(announce().status, 201);
    }

    void onePersonHasNoMoreUploadsOpenThanAreSent()
    {
        World world(Engine::Sqlite, {.keepFree = 0, .openOfOne = 2});
        Tus tus(world.port());
        const auto first = tus.create(m_photo, world.newMedia()).field("Location");
        const auto second = tus.create(m_photo, world.newMedia()).field("Location");
        const auto third = tus.create(m_photo, world.newMedia());
        QCOMPARE(third.status, 429);
        QCOMPARE(third.error(), QStringLiteral("rateLimited upload.open"));
        QCOMPARE(third.field("Retry-After"), QByteArray("3600")); // of what nothing has come
        QCOMPARE(Tus(world.port(), otherToken).create(m_photo, world.newMedia()).status, 201);
        QCOMPARE(tus.patch(first, 0, m_photo).status, 204);
        QCOMPARE(tus.create(m_photo, world.newMedia()).status, 201);
        QCOMPARE(tus.create(m_photo, world.newMedia()).status, 429);
        QCOMPARE(tus.remove(second).status, 204);
        QCOMPARE(tus.create(m_photo, world.newMedia()).status, 201);
    }

    // Announced and not sent, by one who fills the disk with words: others send their pictures.
    void whatIsOnlyAnnouncedHoldsNobodyUp()
    {
        World world(Engine::Sqlite, {.keepFree = 0, .announcedByOne = 3 * m_photo.size()});
        Tus tus(world.port());
        for (int i = 0; i < 3; ++i)
            QCOMPARE(tus.create(m_photo, world.newMedia()).status, 201);
        QCOMPARE(tus.create(m_photo, world.newMedia()).error(), QStringLiteral("rateLimited upload.open"));
        QCOMPARE(Tus(world.port(), otherToken).create(m_photo, world.newMedia()).status, 201);
        world.server.clock.advance(61min);
        const auto later = tus.create(m_photo, world.newMedia());
        QCOMPARE(later.status, 201);
        QCOMPARE(tus.patch(later.field("Location"), 0, m_photo).status, 204);
    }

    void aDiskThatFillsUpCostsOnlyThePiece_data()
    {
        QTest::addColumn<QByteArray>("sum");
        QTest::newRow("plain") << QByteArray();
        QTest::newRow("with a checksum") << QByteArray("sha1");
    }
    void aDiskThatFillsUpCostsOnlyThePiece()
    {
        QFETCH(QByteArray, sum);
        World world;
        Tus tus(world.port());
        const QByteArray large = photo(3000, 2000);
        QCOMPARE_GT(large.size(), 1'500'000);
        const MediaId id = world.newMedia();
        const auto place = tus.create(large, id).field("Location");
        const QByteArray rest = large.mid(1000);
        QCOMPARE(tus.patch(place, 0, large.left(1000)).status, 204);
        {
            // No file of this process may grow beyond a million bytes: the kernel refuses as it does on a full disk.
            std::signal(SIGXFSZ, SIG_IGN);
            rlimit before{};
            QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
            const auto restore = qScopeGuard([&before] { (void)::setrlimit(RLIMIT_FSIZE, &before); });
            const rlimit tight{.rlim_cur = 1'000'000, .rlim_max = before.rlim_max};
            QCOMPARE(::setrlimit(RLIMIT_FSIZE, &tight), 0);
            const auto answer = tus.patch(place, 1000, rest, sum.isEmpty() ? sum : checksum(sum, rest));
            QCOMPARE(answer.status, 507);
            QCOMPARE(answer.error(), QStringLiteral("storageFull storage"));
            QCOMPARE(tus.offset(place), 1000);
            QCOMPARE(world.files("uploads").size(), 1);
        }
        QCOMPARE(tus.patch(place, 1000, rest, sum.isEmpty() ? sum : checksum(sum, rest)).status, 204);
        QVERIFY(world.media(id));
    }
};

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments[1] == QStringLiteral("--serving-child"))
        return servingChild(arguments[2], arguments[3]);
    TestUploadTrouble test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_uploadtrouble.moc"
