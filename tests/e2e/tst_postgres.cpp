// Servers on one PostgreSQL: the main job end to end, a change through one server in the pages and feeds of the other,
// and a restart of PostgreSQL under them.
#include "e2e/ServerProcess.h"
#include "support/Patience.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

// A cluster of this test's own, because the test stops it.
class Cluster
{
public:
    Cluster() { run({u"start"_s}); }
    ~Cluster() { run({u"stop"_s}); }
    Q_DISABLE_COPY_MOVE(Cluster)

    [[nodiscard]] QString url() const
    {
        QFile file(m_state.filePath(u"state/url"_s));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
    }
    bool halt() { return run({u"halt"_s}); }
    bool resume() { return run({u"resume"_s}); }
    /// It neither works nor goes: SIGSTOP for all its processes; SIGCONT lets them go on.
    void signalAll(int signal) const
    {
        QFile state(m_state.filePath(u"state/folder"_s));
        QVERIFY(state.open(QIODevice::ReadOnly));
        QFile file(QString::fromUtf8(state.readAll()).trimmed() + u"/data/postmaster.pid"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto postmaster = pid_t(file.readLine().trimmed().toInt());
        QVERIFY(postmaster > 1);
        QFile children(u"/proc/%1/task/%1/children"_s.arg(postmaster));
        QVERIFY(children.open(QIODevice::ReadOnly));
        const QList<QByteArray> processes = children.readAll().simplified().split(' ');
        QVERIFY(processes.size() > 1);
        for (const QByteArray &process : processes)
            kill(pid_t(process.toInt()), signal);
        kill(postmaster, signal);
    }

private:
    bool run(const QStringList &command)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(u"TOASOAN_TEST_POSTGRES"_s);
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::ForwardedChannels);
        process.start(u"bash"_s,
                      QStringList{u"" TOASOAN_SOURCE_DIR "/tests/support/postgres.sh"_s} + command
                          + QStringList{m_state.filePath(u"state"_s)});
        return process.waitForFinished(120'000) && process.exitCode() == 0;
    }

    QTemporaryDir m_state;
};

} // namespace

class TestPostgres : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    Cluster m_cluster;
    std::unique_ptr<ServerProcess> m_first;
    std::unique_ptr<ServerProcess> m_second;

    static ServerAnswer publish(ServerProcess &server, const QString &article)
    {
        return server.command(u"thuky"_s, {{"kind"_L1, "publish"_L1}, {"article"_L1, article}, {"version"_L1, 1}});
    }

    QNetworkReply *waitForNews(ServerProcess &server)
    {
        const QString token = server.tokens[u"bientap"_s];
        const qint64 newest = server.send("GET", u"/api/v1/changes?after=0"_s, {}, token).json()["next"_L1].toInteger();
        return server.begin("GET", u"/api/v1/changes?after=%1&wait=25"_s.arg(newest), {}, token);
    }

private slots:
    void initTestCase()
    {
        QVERIFY(!m_cluster.url().isEmpty());
        const QStringList database{u"--database"_s, m_cluster.url()};
        m_first = std::make_unique<ServerProcess>(m_folder.filePath(u"first"_s), database);
        m_second = std::make_unique<ServerProcess>(m_folder.filePath(u"second"_s), database);
        // As a newsroom is made in earnest.
        const ProgramRun made =
            m_first->run({u"init"_s, u"--agency"_s, u"Huyện Triệu Phong"_s, u"--site"_s, u"https://portal.example"_s,
                          u"--admin"_s, u"quantri"_s, u"--name"_s, u"Quản"_s},
                         "mot-mat-khau-dai\n");
        QVERIFY2(made.exitCode == 0, qPrintable(made.err));
        QCOMPARE(m_first->run({u"section"_s, u"add"_s, u"--name"_s, u"Tin tức"_s, u"--name-en"_s, u"News"_s}).exitCode,
                 0);
        const QList<std::pair<QString, QString>> people{{u"phongvien"_s, u"reporter"_s},
                                                        {u"bientap"_s, u"editor"_s},
                                                        {u"thuky"_s, u"secretary"_s},
                                                        {u"truongban"_s, u"boardChair"_s}};
        for (const auto &[login, role] : people) {
            QCOMPARE(m_first
                         ->run({u"user"_s, u"add"_s, u"--login"_s, login, u"--name"_s, login, u"--role"_s, role},
                               "mot-mat-khau-dai\n")
                         .exitCode,
                     0);
            m_first->passwords[login] = u"mot-mat-khau-dai"_s;
        }
        QVERIFY(m_first->start());
        QVERIFY(m_second->start());
        QVERIFY(m_first->signInAll());
        m_second->passwords = m_first->passwords;
        m_second->tokens = m_first->tokens; // a sign-in at one is good at the other
    }

    void aChangeThroughOneReachesPagesAndDesksOfTheOther()
    {
        QVERIFY(!m_second->get(u"/"_s).body.contains("Qua hai máy chủ")); // and is in its cache now
        const QString article = m_first->approvedItem(u"Qua hai máy chủ"_s);
        QVERIFY(!article.isEmpty());
        QNetworkReply *waiting = waitForNews(*m_second);
        const ServerAnswer published = publish(*m_first, article);
        QCOMPARE(published.status, 200);
        const ServerAnswer news = ServerProcess::wait(waiting);
        QCOMPARE(news.status, 200);
        // Woken, or there already when it was asked.
        QVERIFY(news.json()["more"_L1].toBool() || !news.json()["entries"_L1].toArray().isEmpty());
        QTRY_VERIFY(m_second->get(u"/"_s).body.contains("Qua hai máy chủ"));
        const QString path = ServerProcess::publicPath(published);
        QCOMPARE(m_second->get(path).status, 200);
        QCOMPARE(m_first->get(path).status, 200); // and is in its cache now

        const ServerAnswer down = m_second->command(
            u"truongban"_s,
            {{"kind"_L1, "unpublish"_L1}, {"article"_L1, article}, {"version"_L1, 1}, {"reason"_L1, u"nhầm"_s}});
        QCOMPARE(down.status, 200);
        QCOMPARE(m_second->get(path).status, 410);
        QTRY_COMPARE(m_first->get(path).status, 410);
    }

    void theSameCommandToBothAtOnceTakesEffectOnce()
    {
        const QString article = newId();
        const QJsonObject content{{"title"_L1, u"Một lần"_s}, {"genre"_L1, "newsBrief"_L1}};
        const QByteArray envelope = QJsonDocument(QJsonObject{{"requestId"_L1, newId()},
                                                              {"command"_L1,
                                                               QJsonObject{{"kind"_L1, "save"_L1},
                                                                           {"article"_L1, article},
                                                                           {"base"_L1, 0},
                                                                           {"content"_L1, content}}}})
                                        .toJson();
        QList<QNetworkReply *> replies;
        for (int i = 0; i < 6; ++i) {
            for (ServerProcess *server : {m_first.get(), m_second.get()})
                replies.append(server->begin("POST", u"/api/v1/commands"_s, envelope, server->tokens[u"phongvien"_s]));
        }
        QByteArray first;
        for (QNetworkReply *reply : replies) {
            const ServerAnswer answer = ServerProcess::wait(reply);
            QCOMPARE(answer.status, 200);
            if (first.isEmpty())
                first = answer.body;
            QCOMPARE(answer.body, first);
        }
    }

    void aRestartOfTheDatabaseIsLivedThrough()
    {
        const QString article = m_first->approvedItem(u"Trước khi khởi động lại"_s);
        QCOMPARE(m_first->get(u"/"_s).status, 200);
        QVERIFY(m_cluster.halt());
        QCOMPARE(m_first->get(u"/readyz"_s).status, 503);
        QCOMPARE(m_first->get(u"/livez"_s).status, 200);
        const ServerAnswer refused = publish(*m_first, article);
        QCOMPARE(refused.status, 503);
        QCOMPARE(refused.code(), u"unavailable"_s);
        // Readers get the page that was made before, for as long as its numbers may be old.
        for (int i = 0; i < 3; ++i)
            QCOMPARE(m_first->get(u"/"_s).status, 200);
        for (ServerProcess *server : {m_first.get(), m_second.get()})
            QTRY_VERIFY(server->log().contains("\"schedule.failed\""));
        QVERIFY(m_cluster.resume());
        for (ServerProcess *server : {m_first.get(), m_second.get()})
            QTRY_COMPARE(server->get(u"/readyz"_s).status, 200);
        QNetworkReply *waiting = waitForNews(*m_second);
        QCOMPARE(publish(*m_first, article).status, 200);
        QCOMPARE(ServerProcess::wait(waiting).status, 200);
        QTRY_VERIFY(m_second->get(u"/"_s).body.contains("Trước khi khởi động lại"));
        QTRY_VERIFY(m_first->get(u"/"_s).body.contains("Trước khi khởi động lại"));
    }

    // As on a machine that swaps or has lost its disk: connections stand, and no answer comes.
    void aDatabaseThatHangsIsNoReadyServer()
    {
        m_cluster.signalAll(SIGSTOP);
        QElapsedTimer timer;
        timer.start();
        const ServerAnswer answer = m_first->get(u"/readyz"_s);
        const qint64 took = timer.elapsed();
        const int alive = m_first->get(u"/livez"_s).status;
        m_cluster.signalAll(SIGCONT);
        QCOMPARE(answer.status, 503);
        QVERIFY2(took < 20'000, qPrintable(QString::number(took)));
        QCOMPARE(alive, 200);
        QVERIFY(m_first->log().contains("\"database.noAnswer\""));
        QTRY_COMPARE(m_first->get(u"/readyz"_s).status, 200);
    }

    void everythingHoldsAndBothEndWhenAsked()
    {
        for (ServerProcess *server : {m_first.get(), m_second.get()}) {
            QCOMPARE(server->stop(), 0);
            QVERIFY(server->run({u"verify"_s}).out.contains("No faults found"_L1));
            // Also while the database was away the log is one JSON object a line, and no flood.
            const QList<QByteArray> lines = server->log().trimmed().split('\n');
            for (const QByteArray &line : lines)
                QVERIFY2(QJsonDocument::fromJson(line).isObject(), line);
            const QByteArray log = server->log();
            // Once for each thing that went wrong, not for each look.
            QVERIFY(log.count("\"schedule.failed\"") <= 4);
            QVERIFY(log.count("\"feed.failed\"") <= 4);
        }
    }
};

QTEST_GUILESS_MAIN(TestPostgres)
#include "tst_postgres.moc"
