// What the server promises when it answers, seen from outside by its system calls (strace): what an answer acknowledges
// was synced to the disk before the answer was sent. That the disk keeps what it synced cannot be shown here; that a
// killed process loses nothing is in tst_server, tst_uploads and tst_visitcounter. And how it ends when asked.
#include "e2e/ServerProcess.h"
#include "support/Patience.h"

#include <QFile>
#include <QHash>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

const QByteArray photo = smallPhoto();

struct Call
{
    QByteArray name;
    QByteArray arguments;
    qsizetype begun = 0; ///< lines of the trace
    qsizetype ended = 0;
};

// The calls of a trace with -f and -y, in the order in which they ended.
QList<Call> readTrace(const QByteArray &trace)
{
    QList<Call> calls;
    QHash<QByteArray, Call> unfinished;
    qsizetype number = 0;
    for (const QByteArray &line : trace.split('\n')) {
        ++number;
        const qsizetype blank = line.indexOf(' ');
        const QByteArray thread = line.left(blank);
        const QByteArray rest = line.mid(blank + 1).trimmed();
        if (rest.startsWith("<... ")) {
            Call call = unfinished.take(thread);
            call.ended = number;
            calls.append(call);
            continue;
        }
        const qsizetype open = rest.indexOf('(');
        if (open <= 0)
            continue;
        const Call call{.name = rest.left(open), .arguments = rest.mid(open + 1), .begun = number, .ended = number};
        if (rest.endsWith("<unfinished ...>"))
            unfinished.insert(thread, call);
        else
            calls.append(call);
    }
    return calls;
}

// A server whose system calls are written down.
class TracedServer : public ServerProcess
{
public:
    explicit TracedServer(const QTemporaryDir &folder)
        : ServerProcess(folder.filePath(u"data"_s))
        , m_trace(folder.filePath(u"trace"_s))
    { }

    bool startTraced()
    {
        // -D: the server is the child, and the signals go to it.
        return makeDemo()
            && start({u"strace"_s, u"-D"_s, u"-f"_s, u"-qq"_s, u"-y"_s, u"-s"_s, u"40"_s, u"-o"_s, m_trace, u"-e"_s,
                      u"trace=fsync,fdatasync,link,rename,pwrite64,write,sendmsg,sendto"_s})
            && signInAll();
    }
    /// Where the trace is now; what comes after it belongs to the next request.
    qsizetype mark() const { return bytes().size(); }
    /// The calls since `mark`, up to the answer with `status`.
    QList<Call> callsUntil(qsizetype mark, const QByteArray &status)
    {
        const QByteArray head = "\"HTTP/1.1 " + status;
        if (!QTest::qWaitFor([&] { return bytes().mid(mark).contains(head); }, longestWait))
            return {};
        QList<Call> calls = readTrace(bytes().mid(mark));
        const auto answer =
            std::ranges::find_if(calls, [&](const Call &call) { return call.arguments.contains(head); });
        calls.erase(answer == calls.end() ? answer : std::next(answer), calls.end());
        return calls;
    }

private:
    [[nodiscard]] QByteArray bytes() const
    {
        QFile file(m_trace);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QString m_trace;
};

// The last call of a name whose arguments hold `what`, before the call at `before`; -1 if there is none.
qsizetype lastBefore(const QList<Call> &calls, const QByteArray &name, const QByteArray &what, qsizetype before)
{
    for (qsizetype i = before - 1; i >= 0; --i) {
        if (calls[i].name == name && calls[i].arguments.contains(what) && calls[i].ended <= calls[before].begun)
            return i;
    }
    return -1;
}

SentFields pieceFields(qsizetype offset)
{
    return {{"Tus-Resumable", "1.0.0"},
            {"Upload-Offset", QByteArray::number(offset)},
            {"Content-Type", "application/offset+octet-stream"}};
}

} // namespace

class TestDurability : public QObject
{
    Q_OBJECT

private slots:
    void aCommandIsAnsweredAfterItsSync()
    {
        QTemporaryDir folder;
        TracedServer server(folder);
        QVERIFY(server.startTraced());
        const qsizetype mark = server.mark();
        const QJsonObject content{{"title"_L1, u"Một tin"_s}, {"genre"_L1, "newsBrief"_L1}};
        QCOMPARE(
            server
                .command(u"phongvien"_s,
                         {{"kind"_L1, "save"_L1}, {"article"_L1, newId()}, {"base"_L1, 0}, {"content"_L1, content}})
                .status,
            200);
        const QList<Call> calls = server.callsUntil(mark, "200");
        QVERIFY(!calls.isEmpty());
        const qsizetype answer = calls.size() - 1;
        const qsizetype sync = lastBefore(calls, "fdatasync", "newsroom.db-wal>", answer);
        QVERIFY(sync >= 0);
        // Nothing of it was written after the sync.
        const qsizetype written = lastBefore(calls, "pwrite64", "newsroom.db-wal>", answer);
        QVERIFY(written >= 0);
        QVERIFY(calls[written].ended <= calls[sync].begun);
        server.kill();
    }

    void anOffsetIsToldAfterItsSyncAndAPictureIsThereBeforeItsRow()
    {
        QTemporaryDir folder;
        TracedServer server(folder);
        QVERIFY(server.startTraced());
        const QString token = server.tokens[u"phongvien"_s];
        const ServerAnswer created = server.send("POST", u"/api/v1/uploads"_s, {}, token, uploadFields(newId(), photo));
        QCOMPARE(created.status, 201);
        const QString location = QString::fromLatin1(created.field("Location"));
        const QByteArray upload = "/uploads/" + location.section(u'/', -1).toLatin1() + '>';

        qsizetype mark = server.mark();
        QCOMPARE(server.sendBytes("PATCH", location, photo.left(50), token, pieceFields(0)).status, 204);
        QList<Call> calls = server.callsUntil(mark, "204");
        QVERIFY(!calls.isEmpty());
        qsizetype answer = calls.size() - 1;
        qsizetype sync = lastBefore(calls, "fdatasync", upload, answer);
        const qsizetype written = lastBefore(calls, "pwrite64", upload, answer);
        QVERIFY(sync >= 0 && written >= 0);
        QVERIFY(calls[written].ended <= calls[sync].begun);
        QVERIFY(lastBefore(calls, "fsync", "/uploads>", answer) >= 0); // its name, too

        mark = server.mark();
        QCOMPARE(server.sendBytes("PATCH", location, photo.mid(50), token, pieceFields(50)).status, 204);
        calls = server.callsUntil(mark, "204");
        QVERIFY(!calls.isEmpty());
        answer = calls.size() - 1;
        // From the answer back: the row's sync, before it the folder's, before it the second name, before it the
        // bytes'.
        const qsizetype row = lastBefore(calls, "fdatasync", "newsroom.db-wal>", answer);
        QVERIFY(row >= 0);
        const qsizetype place = lastBefore(calls, "fsync", "/media/", row);
        QVERIFY(place >= 0);
        const qsizetype link = lastBefore(calls, "link", "/media/", place);
        QVERIFY(link >= 0);
        sync = lastBefore(calls, "fdatasync", upload, link);
        QVERIFY(sync >= 0);
        server.kill();
    }

    void whatRunsIsFinishedWhenItIsAskedToEnd()
    {
        QTemporaryDir folder;
        ServerProcess server(folder.filePath(u"data"_s));
        QVERIFY(server.makeDemo());
        QVERIFY(server.start());
        QVERIFY(server.signInAll());
        const QString token = server.tokens[u"phongvien"_s];
        const QString media = newId();
        const ServerAnswer created = server.send("POST", u"/api/v1/uploads"_s, {}, token, uploadFields(media, photo));
        QCOMPARE(created.status, 201);

        // A picture that is half here …
        QTcpSocket upload;
        upload.connectToHost(u"127.0.0.1"_s, server.port());
        QByteArray head = "PATCH " + created.field("Location")
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nToasoan-Protocol: 1\r\nExpect: 100-continue\r\nAuthorization: Bearer "
            + token.toLatin1() + "\r\nContent-Length: " + QByteArray::number(photo.size()) + "\r\n";
        for (const auto &[name, value] : pieceFields(0))
            head += name + ": " + value + "\r\n";
        upload.write(head + "\r\n");
        QByteArray answer;
        QTRY_VERIFY((answer += upload.readAll()).contains("100 Continue\r\n\r\n"));
        upload.write(photo.left(50));
        QVERIFY(upload.waitForBytesWritten(longestWait));

        // … and a desk that waits for news.
        const qint64 newest = server.send("GET", u"/api/v1/changes?after=0"_s, {}, token).json()["next"_L1].toInteger();
        QTcpSocket poll;
        poll.connectToHost(u"127.0.0.1"_s, server.port());
        // Behind another request in one write: when that is answered, the connection has read this one too.
        poll.write("GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\nGET /api/v1/changes?wait=25&after="
                   + QByteArray::number(newest)
                   + " HTTP/1.1\r\nHost: 127.0.0.1\r\nToasoan-Protocol: 1\r\nAuthorization: Bearer " + token.toLatin1()
                   + "\r\n\r\n");
        QVERIFY(poll.waitForBytesWritten(longestWait));
        QByteArray alive;
        QTRY_VERIFY((alive += poll.readAll()).endsWith("\r\n\r\nok\n"));
        for (int i = 0; i < 5; ++i) // others are served meanwhile
            QCOMPARE(server.send("GET", u"/api/v1/sessions/current"_s, {}, token).status, 200);
        QCOMPARE(poll.bytesAvailable(), 0);

        server.askToStop();
        QByteArray news;
        QTRY_VERIFY((news += poll.readAll()).contains("\"entries\""));
        QVERIFY(news.startsWith("HTTP/1.1 200"));
        // No new ones are let in, and the upload goes on.
        QTRY_VERIFY(server.get(u"/livez"_s).status == 0);
        upload.write(photo.mid(50));
        QTRY_VERIFY((answer += upload.readAll()).contains("HTTP/1.1 204"));
        QCOMPARE(server.waitForEnd(), 0);
        QVERIFY(server.log().contains("\"server.stopped\""));

        QVERIFY(server.start());
        QCOMPARE(server.send("GET", u"/api/v1/media/"_s + media, {}, token).body, photo);
    }
};

QTEST_GUILESS_MAIN(TestDurability)
#include "tst_durability.moc"
