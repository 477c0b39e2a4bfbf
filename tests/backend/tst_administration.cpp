// What is done to accounts, sections and settings goes through the one door: who may, once, with its line in the log
// and its change for the desks, and with no password anywhere.
#include "backend/Newsroom.h"
#include "storage/ChangeStore.h"
#include "storage/Statement.h"
#include "storage/UserStore.h"
#include "support/ErrorLines.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

const QString password = u"mot-mat-khau-bi-mat"_s;

struct Administered : Newsroom
{
    explicit Administered(Engine engine) : Newsroom(engine)
    {
        const auto all = readIn(database(), [](Transaction &transaction) { return UserStore(transaction).all(); });
        for (const User &user : all.valueOr({})) {
            if (user.login == "quantri"_L1)
                administrator = user.actor();
        }
        other = newUser(clock, dice, u"hai"_s, u"Trần Hai"_s, {{.role = Role::Reporter, .section = news}}, password);
    }

    Result<CommandAnswer> act(const Actor &actor, const AdministrativeAction &action)
    {
        return runAction(database(), clock, actor, RequestId::create(clock, dice), action,
                         ServerPreparation(HashCost::Minimal));
    }
    QStringList texts(std::string_view sql)
    {
        auto transaction = Transaction::begin(database(), Access::Read);
        Statement statement(*transaction, sql);
        const auto rows = statement.all([](const Statement &row) { return row.text(0); });
        return rows ? QStringList(rows->begin(), rows->end()) : QStringList(rows.error().subject);
    }
    qint64 newest()
    {
        return readIn(database(), [](Transaction &transaction) { return ChangeStore(transaction).newest(); })
            .valueOr(-1);
    }
    std::vector<AdministrativeAction> everything()
    {
        return {other,
                SetPassword{.target = reporter.user, .password = {password}, .passwordHash = {}},
                SetStanding{.target = reporter.user, .standing = Standing::Disabled},
                SignOutUser{.target = reporter.user},
                AddSection{.target = SectionId::create(clock, dice),
                           .name = u"Văn hóa"_s,
                           .nameEnglish = u"Culture"_s,
                           .slug = {}},
                SetChecklist{.refusing = {ChecklistRule::TagsMissing}}};
    }
    std::vector<AdministrativeAction> machines()
    {
        return {BeginEpoch{.epoch = Uuid::version7(clock.now(), dice)}, MakeNewsroom::of({}, {}, other)};
    }

    Actor administrator;
    AddUser other;
};

} // namespace

class TestAdministration : public QObject
{
    Q_OBJECT

private slots:
    void onlyAnAdministratorDoesIt_data() { TemporaryDatabase::addEngines(); }
    void onlyAnAdministratorDoesIt()
    {
        QFETCH(Engine, engine);
        Administered room(engine);
        QVERIFY(room.ready);
        const auto before = room.newest();
        const auto log = room.texts("SELECT action FROM audit ORDER BY number");
        for (const Actor &actor : {room.reporter, room.editor, room.secretary, room.chair, Actor()}) {
            for (const AdministrativeAction &action : room.everything()) {
                const auto answer = room.act(actor, action);
                QVERIFY(answer && isRefused(*answer, ErrorCode::Forbidden));
                QCOMPARE(answer->refusal->subject, u"user.role"_s);
            }
        }
        QCOMPARE(room.newest(), before);
        QCOMPARE(room.texts("SELECT action FROM audit ORDER BY number"), log);

        for (const AdministrativeAction &action : room.everything()) {
            room.clock.advance(Milliseconds(1000)); // a setting is a dated row
            const auto answer = room.act(room.administrator, action);
            QVERIFY2(answer, answer ? "" : qPrintable(answer.error().subject));
            QVERIFY2(!answer->refusal, answer->refusal ? qPrintable(answer->refusal->subject) : "");
            QVERIFY(answer->hasChanged);
        }
        const QStringList done{u"addUser"_s,     u"changePassword"_s, u"disableUser"_s,
                               u"signOutUser"_s, u"addSection"_s,     u"setChecklist"_s};
        QCOMPARE(room.texts("SELECT action FROM audit ORDER BY number").mid(log.size()), done);
        const QString person = room.administrator.user.toText();
        QCOMPARE(room.texts("SELECT actor_id FROM audit ORDER BY number").mid(log.size()),
                 QStringList(done.size(), person));
        // And what is the machine's is not even his.
        for (const AdministrativeAction &action : room.machines()) {
            const auto answer = room.act(room.administrator, action);
            QVERIFY(!answer || isRefused(*answer, ErrorCode::Forbidden));
        }
    }

    void whatIsSentTwiceIsDoneOnce_data() { TemporaryDatabase::addEngines(); }
    void whatIsSentTwiceIsDoneOnce()
    {
        QFETCH(Engine, engine);
        Administered room(engine);
        const auto request = RequestId::create(room.clock, room.dice);
        const auto send = [&](const AdministrativeAction &action) {
            return runAction(room.database(), room.clock, room.administrator, request, action,
                             ServerPreparation(HashCost::Minimal));
        };
        const auto first = send(room.other);
        const auto again = send(room.other);
        QVERIFY(first && again && !first->refusal);
        QCOMPARE(again->body, first->body);
        QCOMPARE(room.texts("SELECT login FROM users WHERE login = 'hai'").size(), 1);
        AddUser another = room.other;
        another.login = u"nguoi-ba"_s;
        QCOMPARE(send(another).error().subject, u"command.requestId"_s);
        // A login that is taken is told, by another request too.
        another.login = u"hai"_s;
        another.target = UserId::create(room.clock, room.dice);
        const auto taken = room.act(room.administrator, another);
        QVERIFY(taken && isRefused(*taken, ErrorCode::Conflict));
        QCOMPARE(taken->refusal->subject, u"user.login"_s);
    }

    // The schema lets two have one name, as a replica must: who gives it sees all that others gave before.
    void whoeverIsFasterHasTheName_data() { TemporaryDatabase::addEngines(); }
    void whoeverIsFasterHasTheName()
    {
        QFETCH(Engine, engine);
        Administered room(engine);
        for (int round = 0; round < 5; ++round) {
            std::atomic<int> given = 0;
            std::atomic<int> taken = 0;
            std::vector<std::thread> servers;
            for (int server = 0; server < 3; ++server) {
                AddUser user = room.other;
                user.login = u"nguoi-%1"_s.arg(round);
                user.target = UserId::create(room.clock, room.dice);
                AddSection section{.target = SectionId::create(room.clock, room.dice),
                                   .name = u"Mục %1"_s.arg(round),
                                   .nameEnglish = {},
                                   .slug = {}};
                servers.emplace_back([&room, &given, &taken, user, section,
                                      requests = std::pair(RequestId::create(room.clock, room.dice),
                                                           RequestId::create(room.clock, room.dice))] {
                    const auto database = Database::open(room.database().location());
                    const auto act = [&](RequestId request, const AdministrativeAction &action) {
                        const auto answer = runAction(**database, room.clock, room.administrator, request, action,
                                                      ServerPreparation(HashCost::Minimal));
                        if (answer && !answer->refusal)
                            ++given;
                        else if (answer && isRefused(*answer, ErrorCode::Conflict))
                            ++taken;
                    };
                    act(requests.first, user);
                    act(requests.second, section);
                });
            }
            for (std::thread &server : servers)
                server.join();
            QCOMPARE(given, 2);
            QCOMPARE(taken, 4);
        }
        QCOMPARE(room.texts("SELECT login FROM users GROUP BY login HAVING COUNT(*) > 1").size(), 0);
        QCOMPARE(room.texts("SELECT slug FROM sections GROUP BY slug HAVING COUNT(*) > 1").size(), 0);
    }

    // Neither as it was told nor as its hash, but for the one place that signing in reads.
    void noPasswordIsKeptAnywhere_data() { TemporaryDatabase::addEngines(); }
    void noPasswordIsKeptAnywhere()
    {
        QFETCH(Engine, engine);
        Administered room(engine);
        QStringList log;
        {
            const ErrorLines lines;
            for (const Actor &actor : {room.reporter, room.administrator}) {
                for (const AdministrativeAction &action : room.everything())
                    QVERIFY(room.act(actor, action));
            }
            log = QString::fromUtf8(lines.all()).split(u'\n');
        }
        const QStringList hashes = room.texts("SELECT password_hash FROM users");
        QVERIFY(hashes.size() > 4);
        const QStringList kept = room.texts("SELECT fingerprint || answer FROM requests")
            + room.texts("SELECT action || noun || noun_id || detail FROM audit") + log;
        QVERIFY(kept.size() > 20);
        for (const QString &line : kept) {
            QVERIFY2(!line.contains(password), qPrintable(line));
            for (const QString &hash : hashes)
                QVERIFY2(!line.contains(hash), qPrintable(line));
        }
        QVERIFY(!hashes.contains(password));
    }

    // While somebody writes, a password that is too short is told at once: what takes its time comes before the one
    // writer's place is taken.
    void whatIsPreparedWaitsForNoWriter()
    {
        Administered room(Engine::Sqlite);
        const auto second = *Database::open(room.location());
        auto writing = Transaction::begin(*second, Access::Write);
        QVERIFY(writing);
        const auto answer = room.act(
            room.administrator, SetPassword{.target = room.reporter.user, .password = {u"ngan"_s}, .passwordHash = {}});
        QVERIFY(!answer);
        QCOMPARE(answer.error().subject, u"user.password"_s);
    }

    void badInputIsToldAndChangesNothing_data() { TemporaryDatabase::addEngines(); }
    void badInputIsToldAndChangesNothing()
    {
        QFETCH(Engine, engine);
        Administered room(engine);
        const auto before = room.newest();
        const auto told = [&](const AdministrativeAction &action) {
            const auto answer = room.act(Actor::system(), action);
            return !answer ? answer.error().subject : answer->refusal ? answer->refusal->subject : u"done"_s;
        };
        for (const QString &login : {u"ab"_s, u"Hai"_s, u"hai ba"_s, u"-hai"_s, u"hái"_s, QString(61, u'a')}) {
            AddUser user = room.other;
            user.login = login;
            QCOMPARE(told(user), u"user.login"_s);
        }
        AddUser nameless = room.other;
        nameless.name = u" \u00a0 "_s;
        QCOMPARE(told(nameless), u"user.name"_s);
        AddUser open = room.other;
        open.password = {u"123456789"_s};
        QCOMPARE(told(open), u"user.password"_s);
        const auto nobody = UserId::create(room.clock, room.dice);
        QCOMPARE(told(SetStanding{.target = nobody, .standing = Standing::Disabled}), u"user"_s);
        QCOMPARE(told(SignOutUser{.target = nobody}), u"user"_s);
        QCOMPARE(told(SetPassword{.target = nobody, .password = {password}, .passwordHash = {}}), u"user"_s);
        const auto section = [&](const QString &name, const QString &slug) {
            return told(AddSection{
                .target = SectionId::create(room.clock, room.dice), .name = name, .nameEnglish = {}, .slug = slug});
        };
        QCOMPARE(section(u" "_s, u"moi"_s), u"section.name"_s);
        for (const QString &slug : {u"api"_s, u"assets"_s, u"en"_s, u"a--b"_s, u"Moi"_s, u"tìm"_s, QString(61, u'a')})
            QCOMPARE(section(u"Mới"_s, slug), u"section.slug"_s);
        QCOMPARE(section(u"Tin tức"_s, {}), u"section.slug"_s); // another has it
        QCOMPARE(told(MakeNewsroom::of({}, {}, room.other)), u"site.agency"_s);
        QCOMPARE(room.newest(), before);
    }

    // Made whole or not at all.
    void aNewsroomIsMadeAtOnce_data() { TemporaryDatabase::addEngines(); }
    void aNewsroomIsMadeAtOnce()
    {
        QFETCH(Engine, engine);
        TemporaryDatabase temporary(engine);
        SettableClock clock;
        SystemDice dice;
        QVERIFY(migrateNewsroom(temporary.database(), clock, dice));
        Site site;
        site.agency = u"Xã Bình Minh"_s;
        site.address = u"http://127.0.0.1"_s;
        const Section news{.id = SectionId::create(clock, dice),
                           .slug = u"tin-tuc"_s,
                           .name = u"Tin tức"_s,
                           .nameEnglish = {},
                           .position = 1};
        const AddUser first =
            newUser(clock, dice, u"quantri"_s, u"Quản"_s, {{.role = Role::Administrator, .section = {}}}, password);
        MakeNewsroom twice = MakeNewsroom::of(site, {news, news}, first); // two at one address
        const auto refused = runAsMachine(temporary.database(), clock, dice, twice, HashCost::Minimal);
        QVERIFY(!refused);
        QCOMPARE(refused.error().subject, u"section.slug"_s);
        QCOMPARE(*hasNewsroom(temporary.database(), clock), false);
        QVERIFY(newsroomSections(temporary.database())->empty());
        QVERIFY(!userWithLogin(temporary.database(), u"quantri"_s));
        twice.sections.pop_back();
        QVERIFY(runAsMachine(temporary.database(), clock, dice, twice, HashCost::Minimal));
        QCOMPARE(*hasNewsroom(temporary.database(), clock), true);
        QCOMPARE(*userWithLogin(temporary.database(), u"quantri"_s), first.target);
        const auto again = runAsMachine(temporary.database(), clock, dice, twice, HashCost::Minimal);
        QCOMPARE(again.error().subject, u"newsroom"_s);
    }
};

QTEST_GUILESS_MAIN(TestAdministration)
#include "tst_administration.moc"
