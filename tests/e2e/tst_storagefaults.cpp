// A full disk and a locked database, under the real server and a real desk: said clearly, nothing lost, nothing half
// done, and all is well again when there is room. The small disk is a tmpfs in a mount namespace of the process.
#include "e2e/ServerProcess.h"
#include "support/Patience.h"
#include "support/SmallDisk.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

const QByteArray photo = smallPhoto();

} // namespace

class TestStorageFaults : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_data;

    static ServerAnswer save(ServerProcess &server, const QString &article, const QString &text,
                             const QString &request = {})
    {
        const QJsonObject content{
            {"title"_L1, u"Một tin"_s}, {"genre"_L1, "newsBrief"_L1}, {"body"_L1, paragraphBody(text)}};
        return server.command(
            u"phongvien"_s, {{"kind"_L1, "save"_L1}, {"article"_L1, article}, {"base"_L1, 0}, {"content"_L1, content}},
            request);
    }

    static ServerAnswer revision(ServerProcess &server, const QString &article)
    {
        return server.send("GET", u"/api/v1/articles/%1/revisions/1"_s.arg(article), {}, server.tokens[u"phongvien"_s]);
    }

    static ProgramRun cli(const QString &data, const QStringList &command, const QByteArray &input = {})
    {
        QProcess process;
        process.start(u"" TOASOAN_BIN_DIR "/toasoan-cli"_s,
                      command + QStringList{u"--data"_s, data, u"--json"_s, u"--token-file"_s, data + u"/token"_s});
        process.write(input);
        process.closeWriteChannel();
        const bool ended = process.waitForFinished(longestWait);
        return {.exitCode = ended ? process.exitCode() : -1,
                .out = QString::fromUtf8(process.readAllStandardOutput()),
                .err = QString::fromUtf8(process.readAllStandardError())};
    }

private slots:
    void init()
    {
        static int number = 0;
        m_data = m_folder.filePath(QString::number(++number));
    }

    void aFullDiskIsToldAndNothingIsHalfDone()
    {
        ServerProcess server(m_data);
        QVERIFY(server.makeDemo());
        QVERIFY(server.start(onSmallDisk(m_data, u"16m"_s)));
        QVERIFY(server.signInAll());
        const QString kept = newId();
        QCOMPARE(save(server, kept, u"Trước khi đầy"_s).status, 200);
        QCOMPARE(server.get(u"/"_s).status, 200);

        // The process' own view of its disk.
        const QString disk = smallDiskOf(server.processId(), m_data);
        QVERIFY(fillDisk(disk + u"/ballast"_s));
        const QString refused = newId();
        const QString request = newId();
        const ServerAnswer answer = save(server, refused, QString(20'000, u'b'), request);
        QCOMPARE(answer.status, 507);
        QCOMPARE(answer.code() + u' ' + answer.subject(), u"storageFull database.full"_s);
        QCOMPARE(revision(server, refused).status, 404);
        const ServerAnswer upload =
            server.send("POST", u"/api/v1/uploads"_s, {}, server.tokens[u"phongvien"_s], uploadFields(newId(), photo));
        QCOMPARE(upload.status, 507);
        QCOMPARE(upload.code(), u"storageFull"_s);
        // Readers notice nothing, and what was kept is there.
        for (const char *path : {"/", "/kinh-te", "/rss.xml", "/livez", "/readyz"})
            QVERIFY2(server.get(QLatin1StringView(path)).status == 200, path);
        QCOMPARE(revision(server, kept).status, 200);
        QVERIFY(server.log().contains("\"storageFull\""));

        // With room again the same request goes through, once.
        QVERIFY(QFile::remove(disk + u"/ballast"_s));
        QCOMPARE(save(server, refused, QString(20'000, u'b'), request).status, 200);
        QCOMPARE(revision(server, refused).status, 200);
        QCOMPARE(revision(server, kept).status, 200);

        const QString copy = m_data + u".copy"_s;
        QVERIFY(QDir().mkpath(copy));
        for (const auto name : {"/newsroom.db", "/newsroom.db-wal", "/visits.db", "/visits.db-wal"})
            QVERIFY(QFile::copy(disk + QLatin1StringView(name), copy + QLatin1StringView(name)));
        QCOMPARE(QProcess::execute(u"cp"_s, {u"-rp"_s, disk + u"/media"_s, copy}), 0);
        QVERIFY(QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner)); // a newsroom's
        QCOMPARE(server.stop(), 0);
        QVERIFY(ServerProcess(copy).run({u"verify"_s}).out.contains("No faults found"_L1));
    }

    void aDeskOnAFullDiskSaysSoAndKeepsWhatItHad()
    {
        ServerProcess server(m_data + u"-server"_s);
        QVERIFY(server.makeDemo());
        QVERIFY(server.start());
        QVERIFY(QDir().mkpath(m_data));
        QCOMPARE(cli(m_data,
                     {u"sign-in"_s, u"--server"_s, u"http://127.0.0.1:%1"_s.arg(server.port()), u"--login"_s,
                      u"phongvien"_s},
                     server.passwords[u"phongvien"_s].toUtf8() + '\n')
                     .exitCode,
                 0);
        const auto write = [&](const QString &name, const QString &text) {
            QFile file(m_folder.filePath(name));
            if (!file.open(QIODevice::WriteOnly))
                return;
            file.write(
                QJsonDocument(
                    QJsonObject{{"title"_L1, name}, {"genre"_L1, "newsBrief"_L1}, {"body"_L1, paragraphBody(text)}})
                    .toJson());
        };
        write(u"dau"_s, u"Viết trước khi đầy"_s);
        write(u"dai"_s, QString(400'000, u'b'));
        // One run of the desk for each line; the ballast leaves no room for the long text.
        QProcess process;
        process.setProgram(u"unshare"_s);
        const QStringList disk = onSmallDisk(m_data, u"16m"_s);
        process.setArguments(
            disk.mid(1)
            + QStringList{u"sh"_s, u"-c"_s,
                          u"cli() { " TOASOAN_BIN_DIR
                          "/toasoan-cli --data \"$1\" --json --offline --token-file \"$1/token\" \"$2\" "
                          "\"$3\" \"$4\"; echo \"code $?\"; }\n"
                          "cli \"$1\" new --file \"$2/dau\"\n"
                          "cat /dev/zero > \"$1/ballast\" 2>/dev/null\n"
                          "cli \"$1\" new --file \"$2/dai\"\n"
                          "rm \"$1/ballast\"\n"
                          "cli \"$1\" outbox\n"
                          "cli \"$1\" new --file \"$2/dai\"\n"
                          "cli \"$1\" outbox\n"_s,
                          u"sh"_s, m_data, m_folder.path()});
        process.start();
        QVERIFY(process.waitForFinished(120'000));
        const QString errors = QString::fromUtf8(process.readAllStandardError());
        const QStringList lines = QString::fromUtf8(process.readAllStandardOutput()).trimmed().split(u'\n');
        QVERIFY2(lines.size() == 10, qPrintable(lines.join(u'\n') + errors));
        const auto json = [&](int line) { return QJsonDocument::fromJson(lines[line].toUtf8()).object(); };
        const auto waiting = [&](int line) { return json(line)["commands"_L1].toArray().size(); };
        QCOMPARE(lines[1], u"code 4"_s); // kept here, not sent yet
        // Refused as a whole, with a sentence; what was there before is there, and only that.
        QCOMPARE(lines[3], u"code 1"_s);
        QCOMPARE(json(2)["error"_L1]["code"_L1].toString(), u"storageFull"_s);
        QVERIFY2(errors.contains("There is no space left on the disk."_L1), qPrintable(errors));
        QCOMPARE(waiting(4), 1);
        // With room again it goes on.
        QCOMPARE(lines[7], u"code 4"_s);
        QCOMPARE(waiting(8), 2);
    }

    void aDatabaseThatIsLockedForAMomentIsWaitedFor()
    {
        ServerProcess server(m_data);
        QVERIFY(server.makeDemo());
        QVERIFY(server.start());
        QVERIFY(server.signInAll());
        QCOMPARE(server.get(u"/"_s).status, 200);
        const QString request = newId();
        const QString article = newId();
        {
            QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
            other.setDatabaseName(m_data + u"/newsroom.db"_s);
            QVERIFY(other.open());
            QSqlQuery lock(other);
            QVERIFY(lock.exec(u"BEGIN IMMEDIATE"_s));
            // Longer than the server waits: busy, with the time to come back, and nothing done.
            const ServerAnswer busy = save(server, article, u"Chờ"_s, request);
            QCOMPARE(busy.status, 503);
            QCOMPARE(busy.code() + u' ' + busy.subject(), u"unavailable database.busy"_s);
            QVERIFY(!busy.field("Retry-After").isEmpty());
            QCOMPARE(server.get(u"/"_s).status, 200);
            QCOMPARE(server.get(u"/kinh-te"_s).status, 200); // readers need no lock
            // Let go while the server waits: it is served.
            QNetworkReply *waiting = server.begin(
                "POST", u"/api/v1/sessions"_s,
                QJsonDocument(QJsonObject{{"login"_L1, "bientap"_L1}, {"password"_L1, server.passwords[u"bientap"_s]}})
                    .toJson());
            QTRY_VERIFY(server.log().contains("database.busy"));
            QVERIFY(lock.exec(u"ROLLBACK"_s));
            QCOMPARE(ServerProcess::wait(waiting).status, 201);
        }
        QSqlDatabase::removeDatabase(u"other"_s);
        QCOMPARE(save(server, article, u"Chờ"_s, request).status, 200);
        QCOMPARE(revision(server, article).status, 200);
        QCOMPARE(server.stop(), 0);
        QVERIFY(server.run({u"verify"_s}).out.contains("No faults found"_L1));
    }
};

QTEST_GUILESS_MAIN(TestStorageFaults)
#include "tst_storagefaults.moc"
