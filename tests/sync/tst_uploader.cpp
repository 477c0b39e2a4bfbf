#include "sync/World.h"

#include "protocol/ErrorJson.h"
#include "sync/Uploader.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTest>

#include <deque>

using namespace toasoan;
using namespace toasoan::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// The server's side of tus 1.0.0 in memory, and the network before it, with a fault at each request if the test wants.
class TusTransport final : public Transport
{
public:
    enum Fault
    {
        None,
        LoseRequest,
        LoseAnswer,
        Forget, // the upload is gone: 404
        Expire, // 410
        SpoilPiece, // 460
        Busy, // 423
        Trouble, // 500 without our body
        Full, // 507, ours
        Slower, // 429, in ten minutes
        EndSession, // 401
        RefuseFormat, // 415, ours
        SpoilWhole, // 460 for all of it: the upload is removed
    };

    [[nodiscard]] std::unique_ptr<PendingRequest> send(const TransportRequest &request, Done done) override
    {
        auto waiting = std::make_shared<Done>(std::move(done));
        m_queue.push_back({request, waiting});
        struct Pending final : PendingRequest
        {
            std::shared_ptr<Done> done;
            ~Pending() override { *done = {}; }
        };
        auto pending = std::make_unique<Pending>();
        pending->done = waiting;
        return pending;
    }

    // Answers one request; false if there is none.
    bool step()
    {
        if (m_queue.empty())
            return false;
        const auto [request, waiting] = m_queue.front();
        m_queue.pop_front();
        requests.append(request.method);
        Fault fault = None;
        if (!faults.empty()) {
            fault = faults.front();
            faults.pop_front();
        }
        Result<TransportResponse> response = Error{ErrorCode::Unavailable, u"network"_s, {}};
        if (fault != LoseRequest)
            response = serve(request, fault);
        if (fault == LoseAnswer)
            response = Error{ErrorCode::Unavailable, u"network"_s, {}};
        if (const Done call = std::exchange(*waiting, {}))
            call(response);
        return true;
    }

    std::deque<Fault> faults; // one for each request, in order
    QByteArrayList requests;
    std::optional<QByteArray> upload; // the bytes that are there
    qint64 length = 0;
    QByteArray metadata;
    int uploads = 0;

private:
    static TransportResponse error(int status, ErrorCode code, const QString &subject)
    {
        return {.status = status, .fields = {}, .body = errorBody({code, subject, {}})};
    }

    TransportResponse serve(const TransportRequest &request, Fault fault)
    {
        const TransportResponse asked{.status = 0, .fields = request.fields, .body = {}};
        if (asked.field("Tus-Resumable") != "1.0.0")
            return error(412, ErrorCode::Unsupported, u"tus.version"_s);
        switch (fault) {
        case None:
        case LoseRequest:
        case LoseAnswer:
            break;
        case Forget:
            upload.reset();
            break;
        case Expire:
            upload.reset();
            return error(410, ErrorCode::Gone, u"upload"_s);
        case SpoilPiece:
            return error(460, ErrorCode::ChecksumMismatch, u"upload.checksum"_s);
        case Busy:
            return error(423, ErrorCode::Unavailable, u"upload.busy"_s);
        case Trouble:
            return {.status = 500, .fields = {}, .body = "trouble"};
        case Full:
            return error(507, ErrorCode::StorageFull, u"storage"_s);
        case Slower: {
            TransportResponse slower = error(429, ErrorCode::RateLimited, u"uploads"_s);
            slower.fields = {{"Retry-After", "600"}};
            return slower;
        }
        case EndSession:
            return error(401, ErrorCode::Unauthenticated, u"session"_s);
        case RefuseFormat:
            upload.reset();
            return error(415, ErrorCode::Unsupported, u"picture.format"_s);
        case SpoilWhole:
            upload.reset();
            return error(460, ErrorCode::ChecksumMismatch, u"upload.sha256"_s);
        }
        if (request.method == "POST") {
            upload = QByteArray();
            length = asked.field("Upload-Length").toLongLong();
            metadata = asked.field("Upload-Metadata");
            ++uploads;
            return {.status = 201,
                    .fields = {{"location", "/api/v1/uploads/" + QByteArray::number(uploads)}, {"upload-offset", "0"}},
                    .body = {}};
        }
        if (!upload || request.path != u"/api/v1/uploads/%1"_s.arg(uploads))
            return error(404, ErrorCode::NotFound, u"upload"_s);
        if (request.method == "HEAD")
            return {.status = 200, .fields = {{"Upload-Offset", QByteArray::number(upload->size())}}, .body = {}};
        if (asked.field("Upload-Offset").toLongLong() != upload->size())
            return error(409, ErrorCode::Conflict, u"upload.offset"_s);
        const QByteArray digest = QCryptographicHash::hash(request.body, QCryptographicHash::Sha256).toBase64();
        if (asked.field("Upload-Checksum") != "sha256 " + digest
            || asked.field("Content-Type") != "application/offset+octet-stream")
            return error(400, ErrorCode::InvalidInput, u"upload.checksum"_s);
        upload->append(request.body);
        return {.status = 204, .fields = {{"Upload-Offset", QByteArray::number(upload->size())}}, .body = {}};
    }

    std::deque<std::pair<TransportRequest, std::shared_ptr<Done>>> m_queue;
};

QByteArray picture(qsizetype size)
{
    QByteArray bytes("GIF89a\x04\x00\x03\x00", 10);
    SeededDice dice(7);
    while (bytes.size() < size)
        bytes.append(char(dice.next()));
    return bytes;
}

} // namespace

class TestUploader : public QObject, private Uploader::Listener
{
    Q_OBJECT

private:
    void onUploadProgress(MediaId, qint64 sent, qint64) override { m_progress.append(sent); }
    void onUploadTrouble() override { ++m_troubles; }
    void onUploadEnd(MediaId media, const std::optional<Error> &refusal) override
    {
        m_order.append(media);
        ++m_ended;
        m_refusal = refusal;
    }
    void onTokenRefused() override { ++m_refusedTokens; }

    PictureEntry add(Replica &replica, const PictureStore &store, const QByteArray &bytes)
    {
        const auto stored = store.take(bytes);
        PictureEntry entry{.media = MediaId::create(m_world->clock, m_world->dice),
                           .sha256 = stored->sha256,
                           .name = u"lũ lụt.gif"_s,
                           .size = stored->size,
                           .width = 4,
                           .height = 3,
                           .uploadAddress = {},
                           .sent = 0,
                           .error = {},
                           .addedAt = m_world->clock.now()};
        if (!replica.putPicture(entry))
            qFatal("the picture is not kept");
        return entry;
    }

    // Answers until all is quiet; time goes on when the uploader rests.
    void drain(TusTransport &server, Uploader &uploader)
    {
        for (int i = 0; i < 200; ++i) {
            if (server.step())
                continue;
            const auto at = uploader.wakeAt();
            if (!at)
                return;
            m_world->clock.set(std::max(*at, m_world->clock.now()));
            uploader.wake();
        }
    }

    std::unique_ptr<World> m_world;
    QList<qint64> m_progress;
    int m_ended = 0;
    QList<MediaId> m_order; ///< of their ends
    int m_troubles = 0;
    int m_refusedTokens = 0;
    std::optional<Error> m_refusal;

private slots:
    void init()
    {
        m_world = std::make_unique<World>();
        m_progress.clear();
        m_order.clear();
        m_troubles = 0;
        m_ended = 0;
        m_refusedTokens = 0;
        m_refusal.reset();
    }

    void everyFaultEndsWithTheWholePictureThere_data()
    {
        using Fault = TusTransport::Fault;
        QTest::addColumn<QList<int>>("faults");
        QTest::newRow("none") << QList<int>{};
        QTest::newRow("creation lost") << QList<int>{Fault::LoseRequest};
        QTest::newRow("answer to creation lost") << QList<int>{Fault::LoseAnswer};
        QTest::newRow("a piece lost") << QList<int>{0, Fault::LoseRequest};
        QTest::newRow("answer to a piece lost") << QList<int>{0, Fault::LoseAnswer};
        QTest::newRow("answer to the last piece lost") << QList<int>{0, 0, 0, Fault::LoseAnswer};
        QTest::newRow("a piece spoilt") << QList<int>{0, 0, Fault::SpoilPiece};
        QTest::newRow("forgotten") << QList<int>{0, 0, Fault::Forget};
        QTest::newRow("expired") << QList<int>{0, 0, Fault::Expire};
        QTest::newRow("busy") << QList<int>{0, Fault::Busy, Fault::Busy};
        QTest::newRow("trouble") << QList<int>{Fault::Trouble, Fault::Trouble, 0, Fault::Trouble};
        QTest::newRow("the whole spoilt once") << QList<int>{0, 0, 0, Fault::SpoilWhole};
        QTest::newRow("everything") << QList<int>{
            Fault::LoseAnswer, 0, Fault::LoseAnswer, Fault::LoseRequest, 0, Fault::SpoilPiece, Fault::Expire, 0,
            Fault::LoseAnswer, 0, Fault::Busy};
    }
    void everyFaultEndsWithTheWholePictureThere()
    {
        QFETCH(QList<int>, faults);
        QTemporaryDir folder;
        const PictureStore store(folder.path());
        Replica &replica = m_world->desk(0).replica();
        const QByteArray bytes = picture(Uploader::pieceSize * 2 + 4321);
        const PictureEntry entry = add(replica, store, bytes);
        TusTransport server;
        for (const int fault : faults)
            server.faults.push_back(TusTransport::Fault(fault));
        Uploader uploader(replica, store, server, m_world->clock, m_world->dice, *this);
        uploader.setToken(u"token"_s);
        drain(server, uploader);

        QVERIFY(server.upload);
        QCOMPARE(*server.upload, bytes);
        QCOMPARE(server.length, bytes.size());
        QVERIFY(server.metadata.contains("filename " + QString(u"lũ lụt.gif"_s).toUtf8().toBase64()));
        QVERIFY(server.metadata.contains("sha256 " + entry.sha256.toLatin1().toBase64()));
        QVERIFY(server.metadata.contains("mediaId " + entry.media.toText().toLatin1().toBase64()));
        QCOMPARE(m_ended, 1);
        QVERIFY(!m_refusal);
        QVERIFY(uploader.isIdle());
        QCOMPARE(m_progress.last(), bytes.size());
        // It waits no longer as soon as the feed tells that it is there.
        QCOMPARE((*replica.picture(entry.media))->sent, bytes.size());
    }

    void itGoesOnWhereItWasAfterACrash()
    {
        QTemporaryDir folder;
        const PictureStore store(folder.path());
        Replica &replica = m_world->desk(0).replica();
        const QByteArray bytes = picture(Uploader::pieceSize * 3);
        add(replica, store, bytes);
        TusTransport server;
        {
            Uploader uploader(replica, store, server, m_world->clock, m_world->dice, *this);
            uploader.setToken(u"token"_s);
            for (int i = 0; i < 3; ++i)
                QVERIFY(server.step());
        }
        QCOMPARE(server.upload->size(), Uploader::pieceSize * 2);
        server.requests.clear();
        Uploader uploader(replica, store, server, m_world->clock, m_world->dice, *this);
        uploader.setToken(u"token"_s);
        drain(server, uploader);
        QCOMPARE(*server.upload, bytes);
        QCOMPARE(server.uploads, 1);
        // What was cancelled with the first uploader is asked for, not sent again.
        QVERIFY(server.requests.contains("HEAD"));
        QVERIFY(!server.requests.contains("POST"));
    }

    void aRefusedPictureIsGivenBackAndOthersGoOn()
    {
        QTemporaryDir folder;
        const PictureStore store(folder.path());
        Replica &replica = m_world->desk(0).replica();
        const PictureEntry bad = add(replica, store, picture(1000));
        m_world->run(1s);
        add(replica, store, picture(2000));
        TusTransport server;
        server.faults = {TusTransport::None, TusTransport::RefuseFormat};
        Uploader uploader(replica, store, server, m_world->clock, m_world->dice, *this);
        uploader.setToken(u"token"_s);
        drain(server, uploader);
        QCOMPARE(m_ended, 2);
        QCOMPARE(*server.upload, picture(2000));
        const auto refused = replica.picture(bad.media);
        QVERIFY(!(*refused)->error.isEmpty());
        QCOMPARE(m_world->desk(0).outbox().pictures.front().refusal->subject, u"picture.format"_s);
    }

    void aPictureThatCannotGoNowSaysWhyAndHoldsNoOtherUp_data()
    {
        using Fault = TusTransport::Fault;
        QTest::addColumn<QList<int>>("faults");
        QTest::addColumn<QString>("subject");
        QTest::newRow("when it is announced") << QList<int>{Fault::Full} << u"storage"_s;
        QTest::newRow("in the middle") << QList<int>{0, Fault::Full} << u"storage"_s;
        QTest::newRow("a proxy's page") << QList<int>{Fault::Trouble} << u"network"_s;
    }
    void aPictureThatCannotGoNowSaysWhyAndHoldsNoOtherUp()
    {
        QFETCH(QList<int>, faults);
        QTemporaryDir folder;
        const PictureStore store(folder.path());
        Replica &replica = m_world->desk(0).replica();
        const PictureEntry first = add(replica, store, picture(3000));
        m_world->run(1s);
        const PictureEntry second = add(replica, store, picture(2000));
        TusTransport server;
        for (const int fault : faults)
            server.faults.push_back(TusTransport::Fault(fault));
        Uploader uploader(replica, store, server, m_world->clock, m_world->dice, *this);
        uploader.setToken(u"token"_s);
        for (qsizetype i = 0; i < faults.size(); ++i)
            QVERIFY(server.step());
        QVERIFY(uploader.heldUp(first.media));
        QTEST(uploader.heldUp(first.media)->why.subject, "subject");
        QVERIFY(uploader.heldUp(first.media)->nextTry > m_world->clock.now());
        QVERIFY(!uploader.heldUp(second.media));
        QVERIFY(uploader.heldUp());
        QCOMPARE(m_troubles, 1);
        QVERIFY(!uploader.isIdle());
        QVERIFY(uploader.isBusy());
        drain(server, uploader);
        QCOMPARE(m_order, (QList<MediaId>{second.media, first.media}));
        QVERIFY(!uploader.heldUp());
        QVERIFY(uploader.isIdle());
    }

    void aPauseThatTheServerAsksForIsKept()
    {
        QTemporaryDir folder;
        const PictureStore store(folder.path());
        Replica &replica = m_world->desk(0).replica();
        add(replica, store, picture(3000));
        add(replica, store, picture(2000));
        TusTransport server;
        server.faults = {TusTransport::Slower};
        Uploader uploader(replica, store, server, m_world->clock, m_world->dice, *this);
        uploader.setToken(u"token"_s);
        QVERIFY(server.step());
        const Instant asked = m_world->clock.now();
        QCOMPARE(uploader.heldUp()->why.code, ErrorCode::RateLimited);
        QVERIFY(!server.step()); // neither picture
        QVERIFY(!uploader.isBusy());
        m_world->clock.set(asked + 599s);
        uploader.wake();
        QVERIFY(!server.step());
        m_world->clock.set(asked + 600s);
        uploader.wake();
        drain(server, uploader);
        QCOMPARE(m_ended, 2);
    }

    void aPictureThatArrivesWrongAgainAndAgainIsGivenBack()
    {
        QTemporaryDir folder;
        const PictureStore store(folder.path());
        Replica &replica = m_world->desk(0).replica();
        add(replica, store, picture(1000));
        TusTransport server;
        for (int i = 0; i < 20; ++i)
            server.faults.insert(server.faults.end(), {TusTransport::None, TusTransport::SpoilWhole});
        Uploader uploader(replica, store, server, m_world->clock, m_world->dice, *this);
        uploader.setToken(u"token"_s);
        drain(server, uploader);
        QCOMPARE(m_ended, 1);
        QVERIFY(m_refusal);
        QCOMPARE(m_refusal->code, ErrorCode::ChecksumMismatch);
    }

    void aNetworkThatIsLongAwaySaysNothingAboutThePicture()
    {
        QTemporaryDir folder;
        const PictureStore store(folder.path());
        Replica &replica = m_world->desk(0).replica();
        const QByteArray bytes = picture(1000);
        add(replica, store, bytes);
        TusTransport server;
        server.faults.assign(40, TusTransport::LoseRequest);
        Uploader uploader(replica, store, server, m_world->clock, m_world->dice, *this);
        uploader.setToken(u"token"_s);
        drain(server, uploader);
        QVERIFY(!m_refusal);
        QCOMPARE(m_ended, 1);
        QCOMPARE(*server.upload, bytes);
    }

    void anEndedSessionStopsItAndLosesNothing()
    {
        QTemporaryDir folder;
        const PictureStore store(folder.path());
        Replica &replica = m_world->desk(0).replica();
        add(replica, store, picture(1000));
        TusTransport server;
        server.faults = {TusTransport::None, TusTransport::EndSession};
        Uploader uploader(replica, store, server, m_world->clock, m_world->dice, *this);
        uploader.setToken(u"token"_s);
        drain(server, uploader);
        QCOMPARE(m_refusedTokens, 1);
        QCOMPARE(m_ended, 0);
        uploader.setToken(u"another"_s);
        drain(server, uploader);
        QCOMPARE(m_ended, 1);
        QCOMPARE(*server.upload, picture(1000));
    }

    void onlyPicturesAreTakenIn_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::newRow("gif") << picture(100) << 4 << 3;
        QTest::newRow("png") << QByteArray("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x02\x80\0\0\x01\xE0\x08\x02", 26) << 640
                             << 480;
        QTest::newRow("jpeg") << QByteArray("\xFF\xD8\xFF\xE0\0\x04\0\0\xFF\xC2\0\x11\x08\x01\xE0\x02\x80\x03\0\0\0\0",
                                            22)
                              << 640 << 480;
        QTest::newRow("webp, extended") << QByteArray("RIFF\0\0\0\0WEBPVP8X\x0A\0\0\0\0\0\0\0\x7F\x02\0\xDF\x01\0", 30)
                                        << 640 << 480;
        const QByteArray turned = QByteArray::fromHex("ffd8ffe1002245786966"
                                                      "0000"
                                                      "4d4d002a000000080001"
                                                      "01120003000000010006"
                                                      "000000000000"
                                                      "ffc2001108"
                                                      "01e0"
                                                      "0280"
                                                      "0300000000");
        QTest::newRow("jpeg, of a camera held upright") << turned << 480 << 640;
        QTest::newRow("tiff") << QByteArray::fromHex("49492a0008000000"
                                                     "0200"
                                                     "000103000100000080020000"
                                                     "0101030001000000e0010000"
                                                     "00000000")
                              << 640 << 480;
        QTest::newRow("tiff without a directory") << QByteArray("II*\0\x08\0\0\0", 8) << -1 << -1;
        QTest::newRow("svg") << QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\"/>") << -1 << -1;
        QTest::newRow("a program with a picture's name") << QByteArray("X5O!P%@AP[4\\PZX54(P^)7CC)7}$") << -1 << -1;
        QTest::newRow("nothing") << QByteArray() << -1 << -1;
        QTest::newRow("cut in the header") << QByteArray("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0", 18) << -1 << -1;
        QTest::newRow("jpeg without a frame") << QByteArray("\xFF\xD8\xFF\xE0\0\x04\0\0\xFF\xD9", 10) << -1 << -1;
        QTest::newRow("jpeg whose segments go nowhere")
            << QByteArray("\xFF\xD8\xFF\xE0\0\0\0\0\0\0\0\0\0\0\0\0", 16) << -1 << -1;
    }
    void onlyPicturesAreTakenIn()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, width);
        QFETCH(int, height);
        QTemporaryDir folder;
        const PictureStore store(folder.path() + u"/pictures"_s);
        const auto stored = store.take(bytes);
        QCOMPARE(stored.ok(), width >= 0);
        if (!stored) {
            QCOMPARE(stored.error().subject, u"picture.format"_s);
            return;
        }
        QCOMPARE(stored->shape.width, width);
        QCOMPARE(stored->shape.height, height);
        QVERIFY(store.has(stored->sha256));
        QCOMPARE(*store.read(stored->sha256, 0, bytes.size()), bytes);
        QCOMPARE(store.read(stored->sha256, 1, bytes.size()).error().code, ErrorCode::Corrupt);
    }
};

QTEST_GUILESS_MAIN(TestUploader)
#include "tst_uploader.moc"
