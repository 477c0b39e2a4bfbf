// The program toasoan-server when something stands in its way at the start: a sentence that says what to do, code and
// subject, exit code 1, and nothing changed.
#include "e2e/ServerProcess.h"
#include "support/OlderSchema.h"
#include "support/Patience.h"
#include "support/SmallDisk.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QScopeGuard>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace toasoan;
using namespace Qt::StringLiterals;

class TestStartup : public QObject
{
    Q_OBJECT

private:
    static void expect(const ProgramRun &run, const QString &sentence, const QString &error)
    {
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains(sentence), qPrintable(run.err));
        QVERIFY2(run.err.contains(u"Error: "_s + error), qPrintable(run.err));
        QCOMPARE(run.out, QString());
    }

    // A newsroom of a newer program: it has a migration that this one does not know.
    static void makeNewer(const QString &file)
    {
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"newer"_s);
            database.setDatabaseName(file);
            QVERIFY(database.open());
            QVERIFY(QSqlQuery(database).exec(
                u"INSERT INTO schema_migrations SELECT set_name, 99, '0099_later', 'x', 1 FROM schema_migrations "
                "LIMIT 1"_s));
        }
        QSqlDatabase::removeDatabase(u"newer"_s);
    }

    // As an earlier program left it.
    static void makeOlder(const QString &file)
    {
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"older"_s);
            database.setDatabaseName(file);
            QVERIFY(database.open());
            for (const std::string &sql : backTo15(false))
                QVERIFY2(QSqlQuery(database).exec(QString::fromStdString(sql)), sql.c_str());
        }
        QSqlDatabase::removeDatabase(u"older"_s);
    }

    QTemporaryDir m_folder;
    QString m_data;

private slots:
    void init()
    {
        static int number = 0;
        m_data = m_folder.filePath(QString::number(++number));
    }

    void aFolderWithoutNewsroomIsToldAndNothingIsMadeThere_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::newRow("serve") << QStringList{u"serve"_s, u"--port"_s, u"0"_s};
        QTest::newRow("user add") << QStringList{u"user"_s,   u"add"_s, u"--login"_s, u"moi"_s,
                                                 u"--name"_s, u"Mới"_s, u"--role"_s,  u"editor"_s};
        QTest::newRow("restored") << QStringList{u"restored"_s};
        QTest::newRow("dump") << QStringList{u"dump"_s};
        QTest::newRow("verify") << QStringList{u"verify"_s};
    }
    void aFolderWithoutNewsroomIsToldAndNothingIsMadeThere()
    {
        QFETCH(QStringList, command);
        const ServerProcess server(m_data);
        expect(server.run(command, "mot-mat-khau-dai\n"), u"There is no newsroom in this folder yet."_s,
               u"notFound site"_s);
        QVERIFY(!QFile::exists(m_data));
    }

    void aNewsroomsFilesAreItsUsersAlone()
    {
        const mode_t before = ::umask(0);
        const auto back = qScopeGuard([before] { ::umask(before); });
        const auto modes = [this] {
            QStringList open;
            QStringList names{m_data};
            for (QDirIterator each(m_data, QDir::AllEntries | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
                 each.hasNext();)
                names.append(each.next());
            for (const QString &name : names) {
                struct stat facts = {};
                if (::stat(QFile::encodeName(name).constData(), &facts) == 0 && facts.st_mode & 077)
                    open.append(name);
            }
            return open;
        };
        ServerProcess server(m_data);
        QVERIFY(server.makeDemo());
        QCOMPARE(modes(), QStringList());
        QVERIFY(server.start());
        QCOMPARE(server.get(u"/"_s).status, 200);
        QVERIFY(QFile::exists(m_data + u"/newsroom.db-wal"_s));
        QVERIFY(QFile::exists(m_data + u"/visits.db"_s));
        QCOMPARE(modes(), QStringList());
        QCOMPARE(server.stop(), 0);
        QCOMPARE(server.run({u"verify"_s}).exitCode, 0);

        // As programs before left them; what verifies says so and changes nothing.
        for (const char *name : {"/newsroom.db", "/visits.db"})
            QCOMPARE(::chmod(QFile::encodeName(m_data + QLatin1StringView(name)).constData(), 0644), 0);
        QCOMPARE(::chmod(QFile::encodeName(m_data).constData(), 0755), 0);
        const auto readable = server.run({u"verify"_s});
        QCOMPARE(readable.exitCode, 1);
        QVERIFY(readable.err.contains("Other users of this machine may read"_L1));
        QVERIFY2(readable.err.contains(u"Error: forbidden folder.permissions (0755 "_s + m_data),
                 qPrintable(readable.err));
        QVERIFY2(readable.out.startsWith("The log stands at "_L1), qPrintable(readable.out));
        QCOMPARE(modes().size(), 3);
        QVERIFY(server.start());
        QCOMPARE(modes(), QStringList());
        QCOMPARE(server.stop(), 0);

        // A backup that was put back without its pictures is no whole newsroom; where the log stands is told all the
        // same.
        QDirIterator originals(m_data + u"/media"_s, QDir::Files, QDirIterator::Subdirectories);
        QVERIFY(originals.hasNext());
        const QString cut = originals.next();
        QVERIFY(originals.hasNext());
        const QString lost = originals.next();
        QVERIFY(QFile::rename(lost, lost + u".away"_s));
        const auto missing = server.run({u"verify"_s});
        QCOMPARE(missing.exitCode, 1);
        QVERIFY2(missing.err.contains("corrupt media.file (1 of "_L1), qPrintable(missing.err));
        QVERIFY2(missing.out.contains("The log stands at "_L1), qPrintable(missing.out));
        QVERIFY(QFile::resize(cut, 100));
        QVERIFY(server.run({u"verify"_s}).err.contains("corrupt media.file (2 of "_L1));
    }

    void aTakenPortIsTold()
    {
        ServerProcess server(m_data);
        QVERIFY(server.makeDemo());
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        expect(server.run({u"serve"_s, u"--port"_s, QString::number(other.serverPort())}), u"The port is taken."_s,
               u"unavailable server.address"_s);
        // Another server of the same program is no exception.
        QVERIFY(server.start());
        expect(server.run({u"serve"_s, u"--port"_s, QString::number(server.port())}), u"The port is taken."_s,
               u"unavailable server.address"_s);
        QCOMPARE(server.get(u"/readyz"_s).status, 200);
        QCOMPARE(server.stop(), 0);
    }

    void anAddressThatIsNotThisMachinesIsTold()
    {
        ServerProcess server(m_data);
        QVERIFY(server.makeDemo());
        expect(server.run({u"serve"_s, u"--port"_s, u"0"_s, u"--address"_s, u"203.0.113.7"_s}),
               u"This machine has no such address."_s, u"invalidInput server.address"_s);
        expect(server.run({u"serve"_s, u"--port"_s, u"70000"_s}), u"A port is a number"_s, u"invalidInput --port"_s);
    }

    void aNumberOfConnectionsThatIsNoneIsTold_data()
    {
        QTest::addColumn<QString>("number");
        for (const char *number : {"0", "-1", "hai", "2.5", "", "4294967296"})
            QTest::newRow(*number ? number : "none") << QString::fromLatin1(number);
    }
    void aNumberOfConnectionsThatIsNoneIsTold()
    {
        QFETCH(QString, number);
        expect(ServerProcess(m_data).run({u"serve"_s, u"--port"_s, u"0"_s, u"--connections-per-address"_s, number}),
               u"The number of connections that an address may have is a number from 1."_s,
               u"invalidInput --connections-per-address"_s);
    }

    void aFolderThatCannotBeWrittenIsTold()
    {
        // Not by rights, which root does not feel: nobody can make a folder inside a file.
        QFile file(m_data);
        QVERIFY(file.open(QIODevice::WriteOnly));
        expect(ServerProcess(m_data + u"/inside"_s).run({u"demo"_s}), u"The folder cannot be made"_s,
               u"unavailable folder"_s);
    }

    void aFileThatIsNoDatabaseIsToldAndLeftAsItIs()
    {
        const ServerProcess server(m_data);
        QVERIFY(QDir().mkpath(m_data));
        QFile file(m_data + u"/newsroom.db"_s);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray garbage = QByteArray("no database at all ").repeated(500);
        file.write(garbage);
        file.flush();
        expect(server.run({u"serve"_s, u"--port"_s, u"0"_s}), u"The newsroom's file is damaged"_s,
               u"corrupt database.file"_s);
        file.seek(0);
        QCOMPARE(file.readAll(), garbage);
    }

    // The portal opens without its numbers: a newsroom is not put back from yesterday for a counter.
    void aLedgerOfVisitsThatIsDamagedIsSetAside_data()
    {
        QTest::addColumn<int>("kept");
        QTest::newRow("another file") << -1;
        QTest::newRow("cut") << 6000;
        QTest::newRow("empty") << 0;
        QTest::newRow("gone") << -2;
    }
    void aLedgerOfVisitsThatIsDamagedIsSetAside()
    {
        QFETCH(int, kept);
        const bool isThere = kept != 0 && kept != -2;
        ServerProcess server(m_data);
        QVERIFY(server.makeDemo());
        QCOMPARE(server.run({u"verify"_s}).exitCode, 0);
        const QString ledger = m_data + u"/visits.db"_s;
        for (const auto end : {"-wal"_L1, "-shm"_L1})
            QFile::remove(ledger + end);
        QFile file(ledger);
        if (kept == -2) {
            QVERIFY(file.remove());
        } else if (kept == -1) {
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(QByteArray("no ledger at all ").repeated(500));
            file.close();
        } else {
            QVERIFY(file.resize(kept));
        }
        const ProgramRun verified = server.run({u"verify"_s});
        QCOMPARE(verified.exitCode, 1);
        QVERIFY2(verified.err.contains(isThere ? u"Error: corrupt visits.file"_s : u"Error: notFound visits.file"_s),
                 qPrintable(verified.err));
        QVERIFY(verified.out.contains(u"The log stands at"_s)); // of the newsroom, which is whole

        QVERIFY2(server.start(), server.log().constData());
        QCOMPARE(server.get(u"/"_s).status, 200);
        QVERIFY2(server.log().contains(isThere ? "visits.setAside" : "visits.missing"), server.log().constData());
        QCOMPARE(server.stop(), 0);
        const QStringList aside = QDir(m_data).entryList({u"visits.db.damaged-*"_s});
        QCOMPARE(aside.size(), isThere ? 1 : 0);
        if (kept == -1)
            QVERIFY(QFileInfo(m_data + u'/' + aside.front()).size() > 5000);
        QCOMPARE(server.run({u"verify"_s}).exitCode, 0);
    }

    void onADiskWithoutRoomNoDemoIsBegun()
    {
        QVERIFY(QDir().mkpath(m_data));
        const ServerProcess server(m_data);
        QStringList command = onSmallDisk(m_data, u"200m"_s);
        command += {u"" TOASOAN_BIN_DIR "/toasoan-server"_s, u"demo"_s, u"--data"_s, m_data};
        QProcess demo;
        demo.start(command.takeFirst(), command);
        QVERIFY(demo.waitForFinished(longestWait));
        QCOMPARE(demo.exitCode(), 1);
        const QByteArray said = demo.readAllStandardError();
        QVERIFY2(said.contains("320 MB must be free") && said.contains("storageFull demo.space"), said.constData());
    }

    void aNewerNewsroomIsRefusedAndNothingIsChanged_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("newsroom") << u"/newsroom.db"_s;
        QTest::newRow("visits") << u"/visits.db"_s;
    }
    void aNewerNewsroomIsRefusedAndNothingIsChanged()
    {
        QFETCH(QString, file);
        ServerProcess server(m_data);
        QVERIFY(server.makeDemo());
        QVERIFY(server.start());
        QCOMPARE(server.stop(), 0);
        makeNewer(m_data + file);
        const auto files = [this] {
            QByteArrayList bytes;
            for (const char *name : {"/newsroom.db", "/visits.db"}) {
                QFile database(m_data + QLatin1StringView(name));
                bytes.append(database.open(QIODevice::ReadOnly) ? database.readAll() : QByteArray());
            }
            return bytes;
        };
        const QByteArrayList before = files();
        QVERIFY(!before.contains(QByteArray()));
        for (const QStringList &command : {QStringList{u"serve"_s, u"--port"_s, u"0"_s}, QStringList{u"dump"_s}})
            expect(server.run(command), u"This newsroom was last used by another version of the program."_s,
                   u"unsupported database.schema"_s);
        QVERIFY(files() == before);
    }

    // A new program is installed while the old one serves: what an administrator asks of it changes nothing under it.
    void aNewsroomThatAnOlderServerServesIsLeftAsItIs()
    {
        ServerProcess server(m_data);
        QVERIFY(server.makeDemo());
        QVERIFY(server.start());
        makeOlder(m_data + u"/newsroom.db"_s);
        const auto expectLeft = [&server] {
            for (const QStringList &command :
                 {QStringList{u"section"_s, u"add"_s, u"--name"_s, u"Văn hóa"_s}, QStringList{u"checklist"_s},
                  QStringList{u"user"_s, u"disable"_s, u"--login"_s, u"phongvien"_s}, QStringList{u"restored"_s},
                  QStringList{u"verify"_s}, QStringList{u"dump"_s}})
                expect(server.run(command), u"This newsroom was last served by an older version"_s,
                       u"unsupported database.schema.older"_s);
            QVERIFY(
                server.run({u"demo"_s}).out.contains("already"_L1)); // which the start script asks for at each start
        };
        expectLeft();
        expect(server.run({u"serve"_s, u"--port"_s, u"0"_s}),
               u"A server of an older version is at work on this newsroom."_s, u"conflict newsroom.served"_s);
        QCOMPARE(server.get(u"/readyz"_s).status, 200);
        QCOMPARE(server.stop(), 0);
        expectLeft();
        QVERIFY(server.start()); // brings it up to date
        const ProgramRun verified = server.run({u"verify"_s});
        QVERIFY2(verified.exitCode == 0, qPrintable(verified.out + verified.err));
        QCOMPARE(server.stop(), 0);
    }

    void aDatabaseServerThatIsNotThereIsTold_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("error");
        // Port 1 of the loopback: nothing listens there.
        QTest::newRow("nobody listens") << u"postgres://toasoan:bi-mat@127.0.0.1:1/newsroom"_s
                                        << u"The database cannot be opened"_s << u"unavailable database.open"_s;
        QTest::newRow("another kind") << u"mysql://toasoan:bi-mat@127.0.0.1/newsroom"_s
                                      << u"Name the database like this: postgres://"_s
                                      << u"invalidInput database.location"_s;
    }
    void aDatabaseServerThatIsNotThereIsTold()
    {
        QFETCH(QString, url);
        QFETCH(QString, sentence);
        QFETCH(QString, error);
        const ServerProcess server(m_data, {u"--database"_s, url});
        const ProgramRun run = server.run({u"serve"_s, u"--port"_s, u"0"_s});
        expect(run, sentence, error);
        QVERIFY(!run.err.contains("bi-mat"_L1));
    }

    // As the README has it: empty, with what was asked for.
    void initMakesAnEmptyNewsroom()
    {
        ServerProcess server(m_data);
        const ProgramRun made = server.run({u"init"_s},
                                           "Huyện Triệu Phong\nhttps://portal.example\nquantri\nQuản\n"
                                           "mot-mat-khau-dai\n");
        QVERIFY2(made.exitCode == 0, qPrintable(made.err));
        QVERIFY(server.start());
        QCOMPARE(server.get(u"/"_s).status, 200);
        QVERIFY(server.get(u"/"_s).body.contains("Huyện Triệu Phong"));
        QVERIFY(server.signIn(u"quantri"_s, u"mot-mat-khau-dai"_s));
        const QJsonObject feed =
            server.send("GET", u"/api/v1/changes?after=0"_s, {}, server.tokens[u"quantri"_s]).json();
        QMap<QString, int> nouns;
        for (const QJsonValue &entry : feed["entries"_L1].toArray())
            ++nouns[entry["noun"_L1].toString()];
        // The standard registers, and what they begin with.
        QCOMPARE(nouns,
                 (QMap<QString, int>{{u"genre"_s, 12},
                                     {u"itemChain"_s, 1},
                                     {u"portalSettings"_s, 1},
                                     {u"register"_s, 7},
                                     {u"reviewSettings"_s, 1},
                                     {u"site"_s, 1},
                                     {u"user"_s, 1},
                                     {u"workflow"_s, 1}}));
        QCOMPARE(server.stop(), 0);
        QCOMPARE(server.run({u"section"_s, u"add"_s, u"--name"_s, u"Văn hóa"_s, u"--name-en"_s, u"Culture"_s}).exitCode,
                 0);
        QVERIFY(server.start());
        QCOMPARE(server.get(u"/van-hoa"_s).status, 200);
        QCOMPARE(server.stop(), 0);
    }

    void whatInitIsGivenIsChecked_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("error");
        const auto options = [](const QString &site, const QString &login) {
            return QStringList{u"init"_s,    u"--agency"_s, u"Huyện"_s,  u"--site"_s, site,
                               u"--admin"_s, login,         u"--name"_s, u"Quản"_s};
        };
        QTest::newRow("no web address") << options(u"javascript:alert(1)"_s, u"quantri"_s)
                                        << QByteArray("mot-mat-khau-dai\n") << u"The portal's address"_s
                                        << u"invalidInput site.address"_s;
        QTest::newRow("short password") << options(u"https://portal.example"_s, u"quantri"_s) << QByteArray("ngan\n")
                                        << u"A password has at least"_s << u"invalidInput user.password"_s;
        QTest::newRow("no password") << options(u"https://portal.example"_s, u"quantri"_s) << QByteArray()
                                     << u"A password has at least"_s << u"invalidInput user.password"_s;
        QTest::newRow("bad login") << options(u"https://portal.example"_s, u"quản trị"_s)
                                   << QByteArray("mot-mat-khau-dai\n") << u"A login has"_s
                                   << u"invalidInput user.login"_s;
        QTest::newRow("login with a line end")
            << options(u"https://portal.example"_s, u"quantri\n"_s) << QByteArray("mot-mat-khau-dai\n")
            << u"A login has"_s << u"invalidInput user.login"_s;
    }
    void whatInitIsGivenIsChecked()
    {
        QFETCH(QStringList, options);
        QFETCH(QByteArray, password);
        QFETCH(QString, sentence);
        QFETCH(QString, error);
        const ServerProcess server(m_data);
        expect(server.run(options, password), sentence, error);
        expect(server.run({u"serve"_s, u"--port"_s, u"0"_s}), u"There is no newsroom"_s, u"notFound site"_s);
    }
};

QTEST_GUILESS_MAIN(TestStartup)
#include "tst_startup.moc"
