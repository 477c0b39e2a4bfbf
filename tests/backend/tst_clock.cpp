// A clock that is ten years off, in either direction, under a real backend over a socket: it still serves, nobody is
// locked out when it is right again, nothing that was kept is lost, the order of changes stays.
#include "backend/Administration.h"
#include "backend/Backend.h"
#include "backend/BlockingClient.h"
#include "backend/NewsroomSetup.h"
#include "base/Log.h"
#include "protocol/Wire.h"
#include "support/Patience.h"
#include "support/SettableClock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

const QString password = u"mot-mat-khau-dai"_s;
constexpr std::chrono::milliseconds tenYears = std::chrono::years(10);

// A newsroom of a reporter, an editor and a chair, served.
class Newsroom
{
public:
    Newsroom()
    {
        const BackendOptions options{.folder = m_folder.path(), .database = {}, .port = 0};
        auto database = Database::open(newsroomLocation(options));
        section = SectionId::create(clock, dice);
        Site site;
        site.agency = u"Huyện"_s;
        site.title = u"Cổng"_s;
        site.address = u"http://127.0.0.1"_s;
        ready = database && migrateNewsroom(**database, clock, dice)
            && runAsMachine(
                    **database, clock, dice,
                    MakeNewsroom::of(
                        site,
                        {{.id = section, .slug = u"tin-tuc"_s, .name = u"Tin tức"_s, .nameEnglish = {}, .position = 1}},
                        newUser(clock, dice, u"quantri"_s, u"Quản"_s, {{.role = Role::Administrator, .section = {}}},
                                password)));
        for (const auto &[login, role] :
             {std::pair(u"phongvien"_s, Role::Reporter), std::pair(u"bientap"_s, Role::Editor),
              std::pair(u"truongban"_s, Role::BoardChair)})
            ready = ready
                && runAsMachine(**database, clock, dice,
                                newUser(clock, dice, login, login, {{.role = role, .section = {}}}, password),
                                HashCost::Minimal);
        database->reset();
        start();
    }

    void start()
    {
        m_backend.reset();
        auto backend = Backend::start({.folder = m_folder.path(), .database = {}, .port = 0}, clock, dice);
        ready = ready && backend;
        if (backend)
            m_backend = *std::move(backend);
        m_client = m_backend ? std::make_unique<BlockingClient>(m_backend->port()) : nullptr;
    }

    ReceivedAnswer send(const QByteArray &method, const QByteArray &target, const QString &token = {},
                        const QJsonObject &body = {})
    {
        RequestFields fields{{wire::versionField, QByteArray::number(wire::oldestServed)}}; // commands in its form
        if (!token.isEmpty())
            fields.emplace_back("Authorization", "Bearer " + token.toLatin1());
        return m_client->send(method, target, fields,
                              body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact));
    }

    ReceivedAnswer attempt(const QString &login, const QString &given)
    {
        return send("POST", wire::sessions, {}, {{"login"_L1, login}, {"password"_L1, given}});
    }
    QString signIn(const QString &login)
    {
        return QJsonDocument::fromJson(attempt(login, password).body)["token"_L1].toString();
    }
    int whoAmI(const QString &token) { return send("GET", wire::currentSession, token).status; }

    ReceivedAnswer command(const QString &token, QJsonObject command, const QString &article)
    {
        command.insert("article"_L1, article);
        return send("POST", wire::commands, token,
                    {{"requestId"_L1, RequestId::create(clock, dice).toText()}, {"command"_L1, command}});
    }
    ReceivedAnswer save(const QString &token, const QString &article)
    {
        const QJsonObject content{
            {"title"_L1, u"Một tin"_s}, {"genre"_L1, "newsBrief"_L1}, {"section"_L1, section.toText()}};
        return command(token, {{"kind"_L1, "save"_L1}, {"base"_L1, 0}, {"content"_L1, content}}, article);
    }
    /// An item brought to the approval; its id.
    QString approved()
    {
        const QString id = ArticleId::create(clock, dice).toText();
        const QString reporter = signIn(u"phongvien"_s);
        const QString editor = signIn(u"bientap"_s);
        save(reporter, id);
        command(reporter, {{"kind"_L1, "submit"_L1}, {"version"_L1, 1}, {"confirmsNoStateSecret"_L1, true}}, id);
        command(editor, {{"kind"_L1, "claim"_L1}, {"version"_L1, 1}}, id);
        const auto asked = command(editor, {{"kind"_L1, "requestApproval"_L1}, {"version"_L1, 1}}, id);
        const QJsonValue hash = QJsonDocument::fromJson(asked.body)["article"_L1]["contentHash"_L1];
        const auto answer = command(signIn(u"truongban"_s),
                                    {{"kind"_L1, "approve"_L1}, {"version"_L1, 1}, {"contentHash"_L1, hash}}, id);
        return answer.status == 200 ? id : QString();
    }
    QList<qint64> sequences(const QString &token)
    {
        QList<qint64> numbers;
        const QJsonArray entries =
            QJsonDocument::fromJson(send("GET", QByteArray(wire::changes) + "?after=0", token).body)["entries"_L1]
                .toArray();
        for (const QJsonValue &entry : entries)
            numbers.append(entry["sequence"_L1].toInteger());
        return numbers;
    }

    SettableClock clock{fromMilliseconds(1'790'000'000'000)}; // in 2026
    SystemDice dice;
    SectionId section;
    bool ready = false;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Backend> m_backend;
    std::unique_ptr<BlockingClient> m_client;
};

} // namespace

class TestClock : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { setLogLevel(LogLevel::Error); }

    void aClockAheadEndsSessionsAndItsEndBringsThemBack()
    {
        Newsroom newsroom;
        QVERIFY(newsroom.ready);
        const QString token = newsroom.signIn(u"phongvien"_s);
        QCOMPARE(newsroom.whoAmI(token), 200);
        newsroom.clock.advance(tenYears);
        const auto over = newsroom.send("GET", wire::currentSession, token);
        QCOMPARE(over.status, 401);
        QCOMPARE(over.error(), u"unauthenticated session"_s);
        // Who signs in again works on.
        const QString article = ArticleId::create(newsroom.clock, newsroom.dice).toText();
        const QString late = newsroom.signIn(u"phongvien"_s);
        QCOMPARE(newsroom.save(late, article).status, 200);
        QCOMPARE(newsroom.send("GET", "/").status, 200);
        newsroom.clock.advance(-tenYears);
        QCOMPARE(newsroom.whoAmI(token), 200);
        QCOMPARE(newsroom.send("GET", "/api/v1/articles/" + article.toLatin1() + "/revisions/1", token).status, 200);
    }

    void aClockBehindKeepsTheNewsroomOpenAlsoAfterARestart()
    {
        Newsroom newsroom;
        QVERIFY(newsroom.ready);
        const QString token = newsroom.signIn(u"phongvien"_s);
        newsroom.clock.advance(-tenYears);
        QCOMPARE(newsroom.whoAmI(token), 200);
        QCOMPARE(newsroom.send("GET", "/").status, 200);
        newsroom.start();
        QVERIFY(newsroom.ready);
        QCOMPARE(newsroom.send("GET", "/").status, 200);
        const QString article = ArticleId::create(newsroom.clock, newsroom.dice).toText();
        QCOMPARE(newsroom.save(newsroom.signIn(u"phongvien"_s), article).status, 200);
    }

    // The failures of an hour that is still to come must not count until it has.
    void aClockSetBackLocksNobodyOut()
    {
        Newsroom newsroom;
        QVERIFY(newsroom.ready);
        newsroom.clock.advance(tenYears);
        for (int i = 0; i < 8; ++i)
            QCOMPARE(newsroom.attempt(u"phongvien"_s, u"sai"_s).status, 401);
        QCOMPARE(newsroom.attempt(u"phongvien"_s, password).status, 429);
        newsroom.clock.advance(-tenYears);
        QCOMPARE(newsroom.attempt(u"phongvien"_s, password).status, 201);
    }

    void theOrderOfChangesIsTheServersNotTheClocks()
    {
        Newsroom newsroom;
        QVERIFY(newsroom.ready);
        const QString token = newsroom.signIn(u"phongvien"_s);
        qint64 last = newsroom.sequences(token).last();
        for (const auto by : {tenYears / 400, -tenYears, tenYears}) { // the session holds on
            newsroom.clock.advance(by);
            const QString article = ArticleId::create(newsroom.clock, newsroom.dice).toText();
            QCOMPARE(newsroom.save(token, article).status, 200);
            const auto numbers = newsroom.sequences(token);
            QVERIFY(std::ranges::is_sorted(numbers));
            QVERIFY(numbers.last() > last);
            last = numbers.last();
        }
    }

    // A desk whose clock is off asks for an hour that no person means.
    void anHourOfAnotherDecadeIsRefused()
    {
        Newsroom newsroom;
        QVERIFY(newsroom.ready);
        const QString article = newsroom.approved();
        QVERIFY(!article.isEmpty());
        const QString chair = newsroom.signIn(u"truongban"_s);
        const qint64 now = toMilliseconds(newsroom.clock.now());
        for (const qint64 at : {now - tenYears.count(), now + tenYears.count() + 86'400'000, qint64(0)}) {
            const auto answer =
                newsroom.command(chair, {{"kind"_L1, "schedule"_L1}, {"version"_L1, 1}, {"at"_L1, at}}, article);
            QCOMPARE(answer.status, 422);
            QCOMPARE(answer.error(), u"invalidInput article.scheduledAt"_s);
        }
    }

    void aScheduleSurvivesAClockThatWasBehind()
    {
        Newsroom newsroom;
        QVERIFY(newsroom.ready);
        const QString article = newsroom.approved();
        const qint64 at = toMilliseconds(newsroom.clock.now()) + 3'600'000;
        QCOMPARE(newsroom
                     .command(newsroom.signIn(u"truongban"_s),
                              {{"kind"_L1, "schedule"_L1}, {"version"_L1, 1}, {"at"_L1, at}}, article)
                     .status,
                 200);
        newsroom.clock.advance(-tenYears);
        QVERIFY(!newsroom.send("GET", "/").body.contains("Một tin"));
        newsroom.clock.advance(tenYears + std::chrono::hours(2));
        QTRY_VERIFY(newsroom.send("GET", "/").body.contains("Một tin"));
    }
};

QTEST_GUILESS_MAIN(TestClock)
#include "tst_clock.moc"
