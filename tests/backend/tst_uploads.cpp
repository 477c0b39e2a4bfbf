#include "backend/BlockingClient.h"
#include "backend/MediaServer.h"
#include "backend/TestPictures.h"
#include "protocol/Wire.h"
#include "storage/ChangeStore.h"
#include "support/Patience.h"
#include "support/TemporaryDatabase.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
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

constexpr auto reporterToken = "a-reporter";
constexpr auto otherToken = "another-reporter";
const RequestFields versionFields{{"Tus-Resumable", "1.0.0"}, {wire::versionField, "1"}};

QByteArray hexOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QByteArray metadata(const QByteArray &name, const QString &media, const QByteArray &sha256)
{
    return "filename " + name.toBase64() + ",mediaId " + media.toLatin1().toBase64() + ",sha256 " + sha256.toBase64();
}

QByteArray checksum(const QByteArray &name, const QByteArray &bytes)
{
    const auto algorithm = name == "sha1" ? QCryptographicHash::Sha1 : QCryptographicHash::Sha256;
    return name + ' ' + QCryptographicHash::hash(bytes, algorithm).toBase64();
}

// One person at one server, wherever that is.
class Tus
{
public:
    explicit Tus(quint16 port, const QByteArray &token = reporterToken) : m_client(port), m_token(token) { }

    [[nodiscard]] RequestFields fields(const RequestFields &more = {}) const
    {
        RequestFields all = versionFields;
        all.emplace_back("Authorization", "Bearer " + m_token);
        all.insert(all.end(), more.begin(), more.end());
        return all;
    }
    ReceivedAnswer create(const QByteArray &picture, MediaId media, const QByteArray &sha256 = {})
    {
        return m_client.send(
            "POST", wire::uploads,
            fields({{"Upload-Length", QByteArray::number(picture.size())},
                    {"Upload-Metadata",
                     metadata("cầu Ái Tử.jpg", media.toText(), sha256.isEmpty() ? hexOf(picture) : sha256)}}));
    }
    [[nodiscard]] RequestFields pieceFields(qint64 offset, const QByteArray &sum = {}) const
    {
        RequestFields all = fields(
            {{"Content-Type", "application/offset+octet-stream"}, {"Upload-Offset", QByteArray::number(offset)}});
        if (!sum.isEmpty())
            all.emplace_back("Upload-Checksum", sum);
        return all;
    }
    ReceivedAnswer patch(const QByteArray &place, qint64 offset, const QByteArray &bytes, const QByteArray &sum = {})
    {
        return m_client.send("PATCH", place, pieceFields(offset, sum), bytes);
    }
    void beginPatch(const QByteArray &place, qint64 offset, qsizetype length, const QByteArray &sum = {})
    {
        m_client.begin("PATCH", place, pieceFields(offset, sum), length);
    }
    ReceivedAnswer head(const QByteArray &place) { return m_client.send("HEAD", place, fields()); }
    /// The offset that HEAD tells; -1 without one.
    qint64 offset(const QByteArray &place)
    {
        const auto text = head(place).field("Upload-Offset");
        return text.isEmpty() ? -1 : text.toLongLong();
    }
    ReceivedAnswer remove(const QByteArray &place) { return m_client.send("DELETE", place, fields()); }
    BlockingClient &client() { return m_client; }

private:
    BlockingClient m_client;
    QByteArray m_token;
};

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

struct World
{
    explicit World(Engine engine = Engine::Sqlite, const UploadLimits &limits = {.keepFree = 0})
        : temporary(engine)
        , server(folder.path(), temporary.location(), limits)
        , reporter(addPerson(temporary.database(), server.clock, QStringLiteral("an"), QLatin1String(reporterToken)))
        , other(addPerson(temporary.database(), server.clock, QStringLiteral("ba"), QLatin1String(otherToken)))
    { }

    QTemporaryDir folder;
    TemporaryDatabase temporary;
    MediaServer server;
    UserId reporter;
    UserId other;

    [[nodiscard]] quint16 port() const { return server.server->port(); }
    MediaId newMedia() { return MediaId::create(server.clock, server.dice); }
    [[nodiscard]] QStringList files(const char *name) const
    {
        return QDir(folder.filePath(QLatin1String(name))).entryList(QDir::Files);
    }
    [[nodiscard]] QString fileOf(const QByteArray &place) const
    {
        return folder.filePath(QStringLiteral("uploads/") + QString::fromLatin1(place.split('/').last()));
    }
    std::optional<Media> media(MediaId id)
    {
        auto transaction = Transaction::begin(temporary.database(), Access::Read);
        return MediaStore(*transaction).findMaybe(id).value();
    }
    std::vector<Change> changes()
    {
        auto transaction = Transaction::begin(temporary.database(), Access::Read);
        return ChangeStore(*transaction).after(0, 100).value().changes;
    }
    std::vector<AuditLine> audit()
    {
        auto transaction = Transaction::begin(temporary.database(), Access::Read);
        return ChangeStore(*transaction).audit(0, 100).value();
    }
};

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

class TestUploads : public QObject
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

    void whoAsksHearsWhatIsSpoken_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("all") << QByteArray(wire::uploads);
        QTest::newRow("one") << QByteArray(wire::uploads) + "/0190163d-8694-739b-aea5-966c26f8ad91";
    }
    void whoAsksHearsWhatIsSpoken()
    {
        QFETCH(QByteArray, target);
        const World world;
        const auto answer = BlockingClient(world.port()).send("OPTIONS", target, {});
        QCOMPARE(answer.status, 204);
        QCOMPARE(answer.field("Tus-Resumable"), QByteArray("1.0.0"));
        QCOMPARE(answer.field("Tus-Version"), QByteArray("1.0.0"));
        QCOMPARE(answer.field("Tus-Extension"), QByteArray("creation,checksum,expiration,termination"));
        QCOMPARE(answer.field("Tus-Max-Size"), QByteArray("67108864"));
        QCOMPARE(answer.field("Tus-Checksum-Algorithm"), QByteArray("sha1,sha256"));
    }

    void nothingElseIsDoneWithoutVersionOrSession_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        const QByteArray one = QByteArray(wire::uploads) + "/0190163d-8694-739b-aea5-966c26f8ad91";
        QTest::newRow("create") << QByteArray("POST") << QByteArray(wire::uploads);
        QTest::newRow("tell") << QByteArray("HEAD") << one;
        QTest::newRow("receive") << QByteArray("PATCH") << one;
        QTest::newRow("remove") << QByteArray("DELETE") << one;
    }
    void nothingElseIsDoneWithoutVersionOrSession()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, target);
        const World world;
        for (const char *version : {"", "0.2.2", "1.0.1"}) {
            RequestFields fields{{"Authorization", QByteArray("Bearer ") + reporterToken}, {wire::versionField, "1"}};
            if (*version)
                fields.emplace_back("Tus-Resumable", version);
            const auto answer = BlockingClient(world.port()).send(method, target, fields);
            QCOMPARE(answer.status, 412);
            QCOMPARE(answer.field("Tus-Version"), QByteArray("1.0.0"));
        }
        const auto answer = BlockingClient(world.port()).send(method, target, versionFields);
        QCOMPARE(answer.status, 401);
        QCOMPARE(answer.field("Tus-Resumable"), QByteArray("1.0.0"));
    }

    void aPictureGoesUpInPieces_data() { TemporaryDatabase::addEngines(); }
    void aPictureGoesUpInPieces()
    {
        QFETCH(Engine, engine);
        World world(engine);
        Tus tus(world.port());
        const MediaId id = world.newMedia();
        const auto created = tus.create(m_photo, id);
        QCOMPARE(created.status, 201);
        QCOMPARE(created.field("Upload-Offset"), QByteArray("0"));
        QCOMPARE(created.field("Upload-Expires"), QByteArray("Mon, 09 Oct 2023 09:20:14 GMT"));
        const QByteArray place = created.field("Location");
        QVERIFY(place.startsWith(QByteArray(wire::uploads) + '/'));

        auto head = tus.head(place);
        QCOMPARE(head.status, 200);
        QCOMPARE(head.field("Upload-Offset"), QByteArray("0"));
        QCOMPARE(head.field("Upload-Length"), QByteArray::number(m_photo.size()));
        QCOMPARE(head.field("Upload-Metadata"), metadata("cầu Ái Tử.jpg", id.toText(), hexOf(m_photo)));
        QCOMPARE(head.field("Cache-Control"), QByteArray("no-store"));

        const QByteArray sums[] = {"", "sha1", "sha256", ""};
        qsizetype offset = 0;
        for (const QByteArray &sum : sums) {
            const QByteArray piece = m_photo.mid(offset, 70'001);
            const auto kept = tus.patch(place, offset, piece, sum.isEmpty() ? QByteArray() : checksum(sum, piece));
            QCOMPARE(kept.status, 204);
            offset += piece.size();
            QCOMPARE(kept.field("Upload-Offset"), QByteArray::number(offset));
            QVERIFY(!kept.field("Upload-Expires").isEmpty() || offset == m_photo.size());
            QCOMPARE(tus.offset(place), offset);
            QVERIFY(offset == m_photo.size() || !world.media(id));
        }
        if (offset < m_photo.size()) {
            const auto last = tus.patch(place, offset, m_photo.mid(offset));
            QCOMPARE(last.status, 204);
            QCOMPARE(last.field("Upload-Offset"), QByteArray::number(m_photo.size()));
        }

        QCOMPARE(tus.offset(place), m_photo.size());
        const auto media = world.media(id);
        QVERIFY(media);
        QCOMPARE(media->id, id);
        QCOMPARE(media->sha256.toLatin1(), hexOf(m_photo));
        QCOMPARE(media->format, QStringLiteral("jpeg"));
        QCOMPARE(media->width, 900);
        QCOMPARE(media->height, 600);
        QCOMPARE(media->size, m_photo.size());
        QCOMPARE(media->name, QStringLiteral("cầu Ái Tử.jpg"));
        QCOMPARE(media->uploadedBy, world.reporter);
        QCOMPARE(media->createdAt, world.server.clock.now());
        const auto changes = world.changes();
        QCOMPARE(changes.size(), std::size_t(1));
        QCOMPARE(changes[0].noun, Noun::Media);
        QCOMPARE(changes[0].id, id.toText());
        const auto audit = world.audit();
        QCOMPARE(audit.size(), std::size_t(1));
        QCOMPARE(audit[0].action, QStringLiteral("upload"));
        QCOMPARE(audit[0].actor, world.reporter);
        QCOMPARE(audit[0].nounId, id.toText());
        QCOMPARE(world.files("uploads"), QStringList());
        QCOMPARE(BlockingClient(world.port()).send("GET", "/original/" + id.toText().toLatin1(), {}).body, m_photo);
        // The answer to the last piece may have been lost: sent again, empty, it is what it was.
        QCOMPARE(tus.patch(place, m_photo.size(), {}).status, 204);
        QCOMPARE(tus.patch(place, 0, m_photo).status, 409);
    }

    void theDesksThatWaitAreWoken()
    {
        World world;
        Tus tus(world.port());
        const auto place = tus.create(m_photo, world.newMedia()).field("Location");
        // A wait for something newer than what the picture will be: over only when the picture is announced.
        const auto waiting = world.server.feed.wait(0, 1h, "news", "silence");
        const auto &deferred = std::get<http::DeferredAnswer>(waiting.content());
        QVERIFY(!deferred.isOver());
        QCOMPARE(tus.patch(place, 0, m_photo).status, 204);
        QVERIFY(deferred.isOver());
    }

    void whatCannotBeAPictureIsRefusedAtOnce_data()
    {
        QTest::addColumn<RequestFields>("fields");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("error");
        const QString media = QStringLiteral("0190163d-8694-739b-aea5-966c26f8ad91");
        const QByteArray sha256 = hexOf("x");
        const auto row = [](const char *name, const QByteArray &length, const QByteArray &about, int status,
                            const char *error) {
            RequestFields fields;
            if (!length.isNull())
                fields.emplace_back("Upload-Length", length);
            if (!about.isNull())
                fields.emplace_back("Upload-Metadata", about);
            QTest::newRow(name) << fields << status << QString::fromLatin1(error);
        };
        const QByteArray sound = metadata("a.jpg", media, sha256);
        row("no length", {}, sound, 422, "invalidInput upload.length");
        row("a length that is none", "ten", sound, 422, "invalidInput upload.length");
        row("a length with a sign", "+10", sound, 422, "invalidInput upload.length");
        row("a length with more behind it", "10, 10", sound, 422, "invalidInput upload.length");
        row("a negative length", "-1", sound, 422, "invalidInput upload.length");
        row("empty", "0", sound, 422, "invalidInput upload.length");
        row("a byte too long", "67108865", sound, 413, "tooLarge upload.length");
        row("longer than numbers go", "99999999999999999999999", sound, 422, "invalidInput upload.length");
        row("no metadata", "10", {}, 422, "invalidInput upload.mediaId");
        row("no base64", "10", "filename a.jpg", 422, "invalidInput upload.metadata");
        row("a key twice", "10", sound + ",filename QQ==", 422, "invalidInput upload.metadata");
        row("a pair that is none", "10", sound + ",,filetype QQ==", 422, "invalidInput upload.metadata");
        row("no picture's id", "10", metadata("a.jpg", QStringLiteral("12"), sha256), 422,
            "invalidInput upload.mediaId");
        row("no checksum", "10", metadata("a.jpg", media, {}), 422, "invalidInput upload.sha256");
        row("a short checksum", "10", metadata("a.jpg", media, sha256.chopped(1)), 422, "invalidInput upload.sha256");
        row("a path for a checksum", "10", metadata("a.jpg", media, QByteArray("../").repeated(22).left(64)), 422,
            "invalidInput upload.sha256");
        row("a name with a control byte", "10", metadata("a\x01.jpg", media, sha256), 422,
            "invalidInput upload.filename");
        row("a name without end", "10", metadata(QByteArray(201, 'a'), media, sha256), 413, "tooLarge upload.filename");
    }
    void whatCannotBeAPictureIsRefusedAtOnce()
    {
        QFETCH(RequestFields, fields);
        QFETCH(int, status);
        QFETCH(QString, error);
        const World world;
        Tus tus(world.port());
        const auto answer = tus.client().send("POST", wire::uploads, tus.fields(fields));
        QCOMPARE(answer.error(), error);
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.field("Tus-Resumable"), QByteArray("1.0.0"));
    }

    void unknownMetadataIsNoOffence()
    {
        World world;
        Tus tus(world.port());
        const auto answer =
            tus.client().send("POST", wire::uploads,
                              tus.fields({{"Upload-Length", "10"},
                                          {"Upload-Metadata",
                                           "filetype aW1hZ2UvanBlZw==, private, "
                                               + metadata("a.jpg", world.newMedia().toText(), hexOf("x").toUpper())}}));
        QCOMPARE(answer.status, 201);
    }

    void metadataComesBackAsItWasAnnounced_data() { TemporaryDatabase::addEngines(); }
    void metadataComesBackAsItWasAnnounced()
    {
        QFETCH(Engine, engine);
        World world(engine);
        Tus tus(world.port());
        const QByteArray announced = "sha256 " + hexOf(m_photo).toUpper().toBase64()
            + ", filetype aW1hZ2UvanBlZw==, private,mediaId "
            + world.newMedia().toText().toUpper().toLatin1().toBase64() + ",filename "
            + QByteArray("  cầu.jpg ").toBase64();
        const auto created = tus.client().send(
            "POST", wire::uploads,
            tus.fields({{"Upload-Length", QByteArray::number(m_photo.size())}, {"Upload-Metadata", announced}}));
        QCOMPARE(created.status, 201);
        const QByteArray place = created.field("Location");
        QCOMPARE(tus.head(place).field("Upload-Metadata"), announced);
        QCOMPARE(tus.patch(place, 0, m_photo).status, 204);
        QCOMPARE(tus.head(place).field("Upload-Metadata"), announced);
    }

    void aPictureThatIsHereIsNotSentAgain()
    {
        World world;
        Tus tus(world.port());
        const MediaId id = world.newMedia();
        QCOMPARE(tus.patch(tus.create(m_photo, id).field("Location"), 0, m_photo).status, 204);

        const auto again = tus.create(m_photo, id);
        QCOMPARE(again.status, 201);
        QCOMPARE(again.field("Upload-Offset"), QByteArray::number(m_photo.size()));
        QCOMPARE(tus.offset(again.field("Location")), m_photo.size());
        QCOMPARE(world.changes().size(), std::size_t(1));

        const auto otherBytes = tus.create(m_photo + "x", id);
        QCOMPARE(otherBytes.status, 409);
        QCOMPARE(otherBytes.error(), QStringLiteral("conflict media"));
    }

    void aHashDoesNotStandInForTheBytes()
    {
        World world;
        Tus tus(world.port());
        const MediaId id = world.newMedia();
        QCOMPARE(tus.patch(tus.create(m_photo, id).field("Location"), 0, m_photo).status, 204);

        // Who may not see it gets one answer, whether he knows the hash or not.
        Tus other(world.port(), otherToken);
        for (const QByteArray &bytes : {m_photo, m_photo + "x"}) {
            const auto answer = other.create(bytes, id);
            QCOMPARE(answer.status, 409);
            QCOMPARE(answer.error(), QStringLiteral("conflict media"));
        }
        // The same hash under an id of his own is an upload like any other: the bytes are to be sent.
        const auto own = other.create(m_photo, world.newMedia());
        QCOMPARE(own.status, 201);
        QCOMPARE(own.field("Upload-Offset"), QByteArray("0"));
    }

    void theSameBytesMayBeTwoPictures()
    {
        World world;
        Tus tus(world.port());
        const MediaId first = world.newMedia();
        const MediaId second = world.newMedia();
        QCOMPARE(tus.patch(tus.create(m_photo, first).field("Location"), 0, m_photo).status, 204);
        const auto created = tus.create(m_photo, second);
        QCOMPARE(created.field("Upload-Offset"), QByteArray("0"));
        QCOMPARE(tus.patch(created.field("Location"), 0, m_photo).status, 204);
        QVERIFY(world.media(first) && world.media(second));
        QCOMPARE(world.media(first)->sha256, world.media(second)->sha256);
    }

    void twoUploadsForOnePictureAgreeOrTheLaterIsRefused()
    {
        World world;
        Tus tus(world.port());
        const MediaId id = world.newMedia();
        const QByteArray another = photo(300, 200, 9);
        const auto first = tus.create(m_photo, id).field("Location");
        const auto same = tus.create(m_photo, id).field("Location");
        const auto different = tus.create(another, id).field("Location");
        QCOMPARE(tus.patch(first, 0, m_photo).status, 204);
        QCOMPARE(tus.patch(same, 0, m_photo).status, 204);
        const auto refused = tus.patch(different, 0, another);
        QCOMPARE(refused.status, 409);
        QCOMPARE(refused.error(), QStringLiteral("conflict media"));
        QCOMPARE(tus.head(different).status, 404);
        QCOMPARE(world.changes().size(), std::size_t(1));
        QCOMPARE(world.media(id)->sha256.toLatin1(), hexOf(m_photo));
    }

    void aPieceThatDoesNotFitChangesNothing_data()
    {
        QTest::addColumn<RequestFields>("fields");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("error");
        const auto row = [](const char *name, const QByteArray &type, const QByteArray &offset, const QByteArray &sum,
                            int status, const char *error) {
            RequestFields fields;
            if (!type.isNull())
                fields.emplace_back("Content-Type", type);
            if (!offset.isNull())
                fields.emplace_back("Upload-Offset", offset);
            if (!sum.isNull())
                fields.emplace_back("Upload-Checksum", sum);
            QTest::newRow(name) << fields << status << QString::fromLatin1(error);
        };
        const QByteArray type = "application/offset+octet-stream";
        row("another type", "image/jpeg", "100", {}, 415, "unsupported upload.contentType");
        row("no type", {}, "100", {}, 415, "unsupported upload.contentType");
        row("no offset", type, {}, {}, 422, "invalidInput upload.offset");
        row("an offset with a sign", type, "-100", {}, 422, "invalidInput upload.offset");
        row("from the start again", type, "0", {}, 409, "conflict upload.offset");
        row("with a gap", type, "101", {}, 409, "conflict upload.offset");
        row("unknown algorithm", type, "100", "crc32 AAAA", 400, "invalidInput upload.checksum");
        row("no digest", type, "100", "sha1", 400, "invalidInput upload.checksum");
        row("a short digest", type, "100", "sha1 AAAA", 400, "invalidInput upload.checksum");
        row("no base64", type, "100", "sha1 ****", 400, "invalidInput upload.checksum");
        row("another piece's sha1", type, "100", checksum("sha1", "other"), 460, "checksumMismatch upload.checksum");
        row("another piece's sha256", type, "100", checksum("sha256", "other"), 460,
            "checksumMismatch upload.checksum");
    }
    void aPieceThatDoesNotFitChangesNothing()
    {
        QFETCH(RequestFields, fields);
        QFETCH(int, status);
        QFETCH(QString, error);
        World world;
        Tus tus(world.port());
        const auto place = tus.create(m_photo, world.newMedia()).field("Location");
        QCOMPARE(tus.patch(place, 0, m_photo.left(100)).status, 204);
        const auto answer = tus.client().send("PATCH", place, tus.fields(fields), m_photo.mid(100, 50'000));
        QCOMPARE(answer.error(), error);
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.field("Tus-Resumable"), QByteArray("1.0.0"));
        QCOMPARE(tus.offset(place), 100);
        QCOMPARE(world.files("uploads").size(), 1);
        QCOMPARE(tus.patch(place, 100, m_photo.mid(100)).status, 204);
        QCOMPARE(tus.offset(place), m_photo.size());
    }

    void bytesBeyondTheLengthAreRefused()
    {
        World world;
        Tus tus(world.port());
        const auto place = tus.create(m_photo, world.newMedia()).field("Location");
        QCOMPARE(tus.patch(place, 0, m_photo.left(100)).status, 204);
        const auto answer = tus.patch(place, 100, m_photo.mid(100) + "x");
        QCOMPARE(answer.status, 413);
        QCOMPARE(answer.error(), QStringLiteral("tooLarge upload.length"));
        QCOMPARE(tus.offset(place), 100);
    }

    void aPieceThatIsCutKeepsWhatArrived()
    {
        World world;
        Tus tus(world.port());
        const auto place = tus.create(m_photo, world.newMedia()).field("Location");
        tus.beginPatch(place, 0, m_photo.size());
        tus.client().write(m_photo.left(100'000));
        QTRY_COMPARE(QFile(world.fileOf(place)).size(), 100'000);
        tus.client().cut();
        QTRY_COMPARE(tus.head(place).status, 200); // until the server has noticed
        QCOMPARE(tus.offset(place), 100'000);
        QCOMPARE(tus.patch(place, 100'000, m_photo.mid(100'000)).status, 204);
        QCOMPARE(tus.offset(place), m_photo.size());
    }

    void aPieceWithAChecksumThatIsCutKeepsNothing()
    {
        World world;
        Tus tus(world.port());
        const auto place = tus.create(m_photo, world.newMedia()).field("Location");
        QCOMPARE(tus.patch(place, 0, m_photo.left(100)).status, 204);
        tus.beginPatch(place, 100, m_photo.size() - 100, checksum("sha1", m_photo.mid(100)));
        tus.client().write(m_photo.mid(100, 100'000));
        QTRY_COMPARE(QFile(world.fileOf(place) + QStringLiteral(".piece")).size(), 100'000);
        QCOMPARE(QFile(world.fileOf(place)).size(), 100);
        tus.client().cut();
        QTRY_COMPARE(tus.head(place).status, 200);
        QCOMPARE(tus.offset(place), 100);
        QCOMPARE(world.files("uploads").size(), 1);
    }

    void whileAPieceArrivesTheUploadIsLocked()
    {
        World world;
        Tus first(world.port());
        Tus second(world.port());
        const auto place = first.create(m_photo, world.newMedia()).field("Location");
        first.beginPatch(place, 0, m_photo.size());
        first.client().write(m_photo.left(1000));
        QTRY_COMPARE(QFile(world.fileOf(place)).size(), 1000);
        QCOMPARE(second.head(place).status, 423);
        const auto patch = second.patch(place, 0, m_photo);
        QCOMPARE(patch.status, 423);
        QCOMPARE(patch.error(), QStringLiteral("unavailable upload.busy"));
        QCOMPARE(second.remove(place).status, 423);
        first.client().write(m_photo.mid(1000));
        QCOMPARE(first.client().receive().status, 204);
        QCOMPARE(second.offset(place), m_photo.size());
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
        // The other's came next after the one that was being looked at.
        QStringList order;
        const auto lines = world.audit();
        for (const AuditLine &line : lines)
            order.append(line.nounId);
        QCOMPARE(order.size(), qsizetype(many) + 2);
        QVERIFY2(order.indexOf(id.toText()) <= 2, qPrintable(QString::number(order.indexOf(id.toText()))));
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
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
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

    void anUploadMayBeTakenBack()
    {
        World world;
        Tus tus(world.port());
        const MediaId id = world.newMedia();
        const auto place = tus.create(m_photo, id).field("Location");
        QCOMPARE(tus.patch(place, 0, m_photo.left(1000)).status, 204);
        QCOMPARE(tus.remove(place).status, 204);
        QCOMPARE(tus.head(place).status, 404);
        QCOMPARE(tus.patch(place, 1000, m_photo.mid(1000)).status, 404);
        QCOMPARE(tus.remove(place).status, 404);
        QCOMPARE(world.files("uploads"), QStringList());

        const auto done = tus.create(m_photo, id).field("Location");
        QCOMPARE(tus.patch(done, 0, m_photo).status, 204);
        QCOMPARE(tus.remove(done).status, 204);
        QVERIFY(world.media(id));
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

    void anothersUploadDoesNotExist()
    {
        World world;
        Tus owner(world.port());
        Tus stranger(world.port(), otherToken);
        const auto place = owner.create(m_photo, world.newMedia()).field("Location");
        QCOMPARE(owner.patch(place, 0, m_photo.left(100)).status, 204);
        QCOMPARE(stranger.head(place).status, 404);
        QCOMPARE(stranger.patch(place, 100, m_photo.mid(100)).error(), QStringLiteral("notFound upload"));
        QCOMPARE(stranger.remove(place).status, 404);
        QCOMPARE(owner.offset(place), 100);
        for (const char *name : {"x", "..%2f..%2fnewsroom.db", "00000000-0000-0000-0000-000000000000"})
            QCOMPARE(owner.head(QByteArray(wire::uploads) + '/' + name).status, 404);
    }

    void aDiskWithoutRoomIsToldBeforeTheFirstByte()
    {
        World world(Engine::Sqlite, {.keepFree = 1LL << 60});
        Tus tus(world.port());
        const auto answer = tus.create(m_photo, world.newMedia());
        QCOMPARE(answer.status, 507);
        QCOMPARE(answer.error(), QStringLiteral("storageFull upload"));
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

    void methodsMayComeInDisguise()
    {
        World world;
        Tus tus(world.port());
        const auto place = tus.create(m_photo, world.newMedia()).field("Location");
        auto fields = tus.pieceFields(0);
        fields.emplace_back("X-HTTP-Method-Override", "PATCH");
        QCOMPARE(tus.client().send("POST", place, fields, m_photo.left(100)).status, 204);
        QCOMPARE(
            tus.client().send("POST", place, tus.fields({{"X-HTTP-Method-Override", "HEAD"}})).field("Upload-Offset"),
            QByteArray("100"));
        QCOMPARE(tus.client().send("POST", place, tus.fields({{"X-HTTP-Method-Override", "DELETE"}})).status, 204);
        QCOMPARE(tus.head(place).status, 404);
        QCOMPARE(tus.client().send("POST", place, tus.fields()).error(), QStringLiteral("invalidInput upload.method"));
    }
};

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments[1] == QStringLiteral("--serving-child"))
        return servingChild(arguments[2], arguments[3]);
    TestUploads test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_uploads.moc"
