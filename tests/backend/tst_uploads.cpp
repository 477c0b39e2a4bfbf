// How pictures are sent: what tus 1.0.0 asks for, what is refused, and what stays of what was cut.
#include "backend/TestPictures.h"
#include "backend/UploadWorld.h"
#include "support/Patience.h"

#include <QTest>

using namespace toasoan;
using namespace std::chrono_literals;

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
        QCOMPARE(changes[0].noun, nouns::media);
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

QTEST_GUILESS_MAIN(TestUploads)
#include "tst_uploads.moc"
