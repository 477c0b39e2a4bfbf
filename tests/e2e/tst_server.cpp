// The program toasoan-server as its users meet it: a process, a folder, HTTP. Made, started, used, killed, started
// again.
#include "e2e/ServerProcess.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

class TestServer : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<ServerProcess> m_server;

private slots:
    void initTestCase()
    {
        m_server = std::make_unique<ServerProcess>(m_folder.path() + "/data"_L1);
        QVERIFY(m_server->makeDemo());
        QVERIFY(m_server->start());
        QVERIFY(m_server->signInAll());
    }

    void itIsAliveAndReady()
    {
        QCOMPARE(m_server->get(u"/livez"_s).status, 200);
        QCOMPARE(m_server->get(u"/readyz"_s).status, 200);
    }

    void aSecondDemoLeavesTheFirstAlone() { QVERIFY(m_server->run({u"demo"_s}).out.contains("already"_L1)); }

    void thePublicSeesWhatIsPublishedAndNothingElse()
    {
        const QString id = m_server->approvedItem(u"Họp đánh giá chín tháng"_s);
        QVERIFY(!id.isEmpty());
        for (const char *path : {"/", "/tin-tuc", "/rss.xml", "/tin-tuc/rss.xml", "/sitemap.xml", "/tim-kiem?q=hop"})
            QVERIFY2(!m_server->get(QLatin1StringView(path)).body.contains("chín tháng"), path);
        QCOMPARE(m_server->get(u"/api/v1/articles/%1/revisions/1"_s.arg(id)).status, 401);
        QCOMPARE(m_server->get(u"/tin-tuc/%1.html"_s.arg(id)).status, 404);

        const ServerAnswer published =
            m_server->command(u"thuky"_s, {{"kind"_L1, "publish"_L1}, {"article"_L1, id}, {"version"_L1, 1}});
        QCOMPARE(published.status, 200);
        const QString path = ServerProcess::publicPath(published);
        const ServerAnswer page = m_server->get(path);
        QCOMPARE(page.status, 200);
        QVERIFY(page.body.contains("Họp đánh giá chín tháng"));
        for (const char *list : {"/", "/tin-tuc", "/rss.xml", "/tin-tuc/rss.xml", "/tim-kiem?q=hop+danh+gia"})
            QVERIFY2(m_server->get(QLatin1StringView(list)).body.contains("chín tháng"), list);
        QVERIFY(m_server->get(u"/sitemap.xml"_s).body.contains(path.toLatin1()));
        QVERIFY(m_server->get(u"/tim-kiem?q=hop+danh+gia"_s).body.contains("<mark>"));
        QCOMPARE(m_server->get(u"/tim-kiem?q=hop&trang=2"_s).status, 404);

        const ServerAnswer elsewhere = m_server->get(u"/tin-tuc/ten-cu-%1"_s.arg(path.section(u'-', -1)));
        QCOMPARE(elsewhere.status, 301);
        QVERIFY(elsewhere.field("Location").endsWith(path.toLatin1()));

        const ServerAnswer down = m_server->command(
            u"truongban"_s,
            {{"kind"_L1, "unpublish"_L1}, {"article"_L1, id}, {"version"_L1, 1}, {"reason"_L1, u"đăng nhầm"_s}});
        QCOMPARE(down.status, 200);
        const ServerAnswer gone = m_server->get(path);
        QCOMPARE(gone.status, 410);
        QVERIFY(!gone.body.contains("chín tháng"));
        QVERIFY(!m_server->get(u"/"_s).body.contains("chín tháng"));
        QVERIFY(!m_server->get(u"/tim-kiem?q=hop"_s).body.contains("chín tháng"));
    }

    void badRequestsGetATypedError_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("subject");
        const QString commands = u"/api/v1/commands"_s;
        const QJsonValue id = newId();
        const auto envelope = [&](const QJsonObject &command) {
            return QJsonObject{{"requestId"_L1, newId()}, {"command"_L1, command}};
        };
        QTest::newRow("no JSON") << QByteArray("POST") << commands << QJsonObject() << 422 << u"body"_s;
        QTest::newRow("no id") << QByteArray("POST") << commands << QJsonObject{{"command"_L1, QJsonObject()}} << 422
                               << u"requestId"_s;
        QTest::newRow("a newer desk's command")
            << QByteArray("POST") << commands << envelope({{"kind"_L1, "dance"_L1}, {"article"_L1, id}}) << 415
            << u"command.kind"_s;
        QTest::newRow("no version") << QByteArray("POST") << commands
                                    << envelope({{"kind"_L1, "publish"_L1}, {"article"_L1, id}}) << 422
                                    << u"command.version"_s;
        QTest::newRow("no such article") << QByteArray("POST") << commands
                                         << envelope({{"kind"_L1, "publish"_L1}, {"article"_L1, id}, {"version"_L1, 1}})
                                         << 404 << u"article"_s;
        QTest::newRow("feed without a place")
            << QByteArray("GET") << u"/api/v1/changes"_s << QJsonObject() << 422 << u"after"_s;
        QTest::newRow("an address that never was")
            << QByteArray("GET") << u"/api/v1/changes/x/y/z"_s << QJsonObject() << 404 << QString();
    }
    void badRequestsGetATypedError()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        QFETCH(QJsonObject, body);
        QFETCH(int, status);
        QFETCH(QString, subject);
        const ServerAnswer answer = m_server->send(method, path, body, m_server->tokens[u"thuky"_s]);
        QCOMPARE(answer.status, status);
        if (!subject.isEmpty())
            QCOMPARE(answer.subject(), subject);
    }

    void aWrongPasswordIsCountedAndInTheEndRefused()
    {
        for (int i = 0; i < 8; ++i) {
            const ServerAnswer wrong = m_server->send("POST", u"/api/v1/sessions"_s,
                                                      {{"login"_L1, "phoban"_L1}, {"password"_L1, "sai-mat-khau"_L1}});
            QCOMPARE(wrong.status, 401);
        }
        const ServerAnswer limited =
            m_server->send("POST", u"/api/v1/sessions"_s,
                           {{"login"_L1, "phoban"_L1}, {"password"_L1, m_server->passwords[u"phoban"_s]}});
        QCOMPARE(limited.status, 429);
    }

    void aSignedOutTokenIsWorthNothing()
    {
        QVERIFY(m_server->signIn(u"quantri"_s, m_server->passwords[u"quantri"_s]));
        const QString token = m_server->tokens[u"quantri"_s];
        QCOMPARE(m_server->send("GET", u"/api/v1/sessions/current"_s, {}, token).status, 200);
        QCOMPARE(m_server->send("DELETE", u"/api/v1/sessions/current"_s, {}, token).status, 204);
        QCOMPARE(m_server->send("GET", u"/api/v1/sessions/current"_s, {}, token).status, 401);
    }

    void whatWasAcknowledgedSurvivesAKill()
    {
        const QString id = m_server->approvedItem(u"Tin không được mất"_s);
        const ServerAnswer published =
            m_server->command(u"thuky"_s, {{"kind"_L1, "publish"_L1}, {"article"_L1, id}, {"version"_L1, 1}});
        QCOMPARE(published.status, 200);
        m_server->kill();
        QVERIFY(m_server->start());
        QVERIFY(m_server->get(ServerProcess::publicPath(published)).body.contains("Tin không được mất"));
    }

    void aVisitIsCountedAndShown()
    {
        const auto visits = [this] {
            const QByteArray page = m_server->get(u"/"_s).body;
            const qsizetype at = page.indexOf("Hôm nay");
            const QRegularExpression number(u">\\s*([\\d.]+)\\s*<"_s);
            return number.match(QString::fromUtf8(page.mid(at, 400))).captured(1).toInt();
        };
        QTRY_VERIFY_WITH_TIMEOUT(visits() >= 1, 20'000);
    }

    void aScheduleThatCameDueWhileTheServerWasDownFiresAtItsStart()
    {
        const QString id = m_server->approvedItem(u"Tin hẹn giờ"_s);
        const ServerAnswer scheduled = m_server->command(u"thuky"_s,
                                                         {{"kind"_L1, "schedule"_L1},
                                                          {"article"_L1, id},
                                                          {"version"_L1, 1},
                                                          {"at"_L1, QDateTime::currentMSecsSinceEpoch() + 1500}});
        QCOMPARE(scheduled.json()["article"_L1]["state"_L1].toString(), u"scheduled"_s);
        QVERIFY(!m_server->get(u"/"_s).body.contains("Tin hẹn giờ"));
        m_server->kill();
        QTest::qWait(1600); // the hour passes while nobody is there
        QVERIFY(m_server->start());
        QVERIFY(m_server->get(u"/"_s).body.contains("Tin hẹn giờ"));
    }

    void aScheduleFiresWhileTheServerRuns()
    {
        const QString id = m_server->approvedItem(u"Tin đúng giờ"_s);
        const qint64 hour = QDateTime::currentMSecsSinceEpoch() + 1200;
        m_server->command(u"thuky"_s,
                          {{"kind"_L1, "schedule"_L1}, {"article"_L1, id}, {"version"_L1, 1}, {"at"_L1, hour}});
        QTRY_VERIFY_WITH_TIMEOUT(m_server->get(u"/"_s).body.contains("Tin đúng giờ"), 10'000);
        QVERIFY(QDateTime::currentMSecsSinceEpoch() >= hour);
    }

    void everythingHoldsAndItEndsWhenAsked()
    {
        QCOMPARE(m_server->stop(), 0);
        QVERIFY(m_server->run({u"verify"_s}).out.contains("Everything holds"_L1));
        const QString dump = m_server->run({u"dump"_s, u"--canonical"_s}).out;
        QCOMPARE(dump, m_server->run({u"dump"_s, u"--canonical"_s}).out);
        QVERIFY(dump.contains(u"Tin không được mất"_s));
        QVERIFY(!dump.contains("argon2"_L1));
    }
};

QTEST_GUILESS_MAIN(TestServer)
#include "tst_server.moc"
