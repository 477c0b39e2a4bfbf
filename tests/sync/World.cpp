#include "sync/World.h"

#include "actions/NewsroomRules.h"
#include "backend/CommandRunner.h"
#include "backend/FeedReader.h"
#include "document/Document.h"
#include "domain/NewsroomJson.h"
#include "protocol/ErrorJson.h"
#include "protocol/RecordJson.h"
#include "protocol/Wire.h"
#include "storage/ArticleStore.h"
#include "storage/ChangeStore.h"
#include "storage/EntryStore.h"
#include "storage/MediaStore.h"
#include "storage/NewsroomStore.h"
#include "storage/Statement.h"
#include "storage/UserStore.h"
#include "sync/WorldCall.h"
#include "sync/WorldDatabases.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QLocale>
#include <QUrlQuery>

#include <algorithm>

namespace toasoan::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

User person(World &world, const QString &login, Role role)
{
    return User{.id = UserId::create(world.clock, world.dice),
                .login = login,
                .name = login,
                .penName = {},
                .standing = Standing::Active,
                .grants = {{.role = role, .section = {}}}};
}

bool takeOne(std::multiset<QString> &set, const QString &path)
{
    const auto found = std::ranges::find_if(set, [&](const QString &prefix) { return path.startsWith(prefix); });
    if (found == set.end())
        return false;
    set.erase(found);
    return true;
}

} // namespace

class World::DeskTransport final : public Transport
{
public:
    DeskTransport(World &world, TestDesk &desk) : m_world(world), m_desk(desk) { }

    [[nodiscard]] std::unique_ptr<PendingRequest> send(const TransportRequest &request, Done done) override
    {
        auto call = std::make_shared<Call>();
        call->desk = &m_desk;
        call->request = request;
        call->done = std::move(done);
        m_world.noteSent(m_desk, request);
        Network &network = m_desk.network;
        const auto delay = [&] {
            return Milliseconds(1 + qint64(m_world.random(quint64(network.longestDelay.count()))));
        };
        const bool isLost = network.isCut || int(m_world.random(100)) < network.lossPercent
            || takeOne(network.loseNextRequest, request.path);
        if (!isLost)
            m_world.after(delay(), [this, call] { m_world.arrive(call); });
        if (int(m_world.random(100)) < network.duplicatePercent || takeOne(network.duplicateNext, request.path))
            m_world.after(delay() * 3, [this, call] { m_world.arrive(call); });
        m_world.after(request.patience, [call] {
            if (const Done waiting = std::exchange(call->done, {}))
                waiting(Error{ErrorCode::Unavailable, u"network"_s, u"no answer"_s});
        });
        return std::make_unique<Pending>(call);
    }

private:
    struct Pending final : PendingRequest
    {
        explicit Pending(std::shared_ptr<Call> waited) : call(std::move(waited)) { }
        ~Pending() override { call->done = {}; }
        std::shared_ptr<Call> call;
    };

    World &m_world;
    TestDesk &m_desk;
};

std::unique_ptr<Transport> World::lineOf(TestDesk &desk)
{
    return std::make_unique<DeskTransport>(*this, desk);
}

World::World(quint64 seed, const WorldPlan &wanted) : plan(wanted), dice(seed), m_server(takeDatabase())
{
    for (int i = 0; i < plan.sections; ++i)
        sections.push_back(SectionId::create(clock, dice));
    section = sections.front();
    const std::vector<User> people{
        person(*this, u"reporter"_s, Role::Reporter), person(*this, u"other-reporter"_s, Role::Reporter),
        person(*this, u"editor"_s, Role::Editor), person(*this, u"other-editor"_s, Role::Editor),
        person(*this, u"chair"_s, Role::BoardChair)};
    {
        auto transaction = required(Transaction::begin(*m_server, Access::Write), "newsroom");
        NewsroomStore newsroom(transaction);
        UserStore users(transaction);
        ChangeStore changes(transaction);
        required(newsroom.setFact(u"epoch"_s, u"first"_s), "epoch");
        required(newsroom.setWorkflow(Workflow::standard()), "workflow");
        required(changes.add(nouns::workflow, {}, clock.now()), "workflow");
        for (int i = 0; i < plan.sections; ++i) {
            const SectionId id = sections[std::size_t(i)];
            const QString number = i == 0 ? QString() : u"-%1"_s.arg(i + 1);
            required(newsroom.putSection({.id = id,
                                          .slug = u"tin-tuc"_s + number,
                                          .name = u"Tin tức"_s + number,
                                          .nameEnglish = u"News"_s + number,
                                          .position = i + 1}),
                     "section");
            required(changes.add(nouns::section, id.toText(), clock.now()), "section");
        }
        for (const User &user : people) {
            required(users.put(user), "user");
            required(changes.add(nouns::user, user.id.toText(), clock.now()), "user");
            required(beginSession(transaction, user.id, user.id.toText()), "session");
        }
        required(transaction.commit(), "newsroom");
    }
    if (plan.isServerNewer)
        m_newer.emplace(dice);
    for (int i = 0; i < deskCount; ++i) {
        m_desks.push_back(std::make_unique<TestDesk>(*this, i, people[std::size_t(i)], takeDatabase()));
        m_desks.back()->takeSignIn(people[std::size_t(i)], people[std::size_t(i)].id.toText());
    }
    if (plan.hasSecondPc) {
        m_desks.push_back(std::make_unique<TestDesk>(*this, secondPc, people[reporter], takeDatabase()));
        static_cast<void>(signIn(secondPc));
    }
}

World::~World()
{
    m_desks.clear();
    giveBack(std::move(m_server));
    giveBack(std::move(m_backup));
}

Content World::content(const QString &title, const QString &lead) const
{
    Content content;
    content.title = title;
    content.lead = lead;
    content.section = section;
    return content;
}

// Time

void World::after(Milliseconds delay, std::function<void()> what)
{
    m_events.push_back({.at = clock.now() + delay, .number = ++m_lastEvent, .what = std::move(what)});
    std::ranges::push_heap(m_events, std::greater(),
                           [](const Event &event) { return std::pair(event.at, event.number); });
}

void World::wakeEngines()
{
    for (const auto &desk : m_desks) {
        if (!desk->isRunning())
            continue;
        if (const auto at = desk->engine().wakeAt(); at && *at <= desk->clock.now())
            desk->engine().wake();
        if (desk->m_autoSave)
            desk->m_autoSave->wake();
    }
}

// The next thing that happens, if it happens until then.
bool World::step(Instant until)
{
    std::optional<Instant> next;
    if (!m_events.empty())
        next = m_events.front().at;
    for (const auto &desk : m_desks) {
        if (!desk->isRunning())
            continue;
        for (const auto &at :
             {desk->engine().wakeAt(), desk->m_autoSave ? desk->m_autoSave->wakeAt() : std::optional<Instant>()}) {
            if (!at)
                continue;
            const Instant here = std::max(clock.now(), *at - desk->clock.skew);
            if (!next || here < *next)
                next = here;
        }
    }
    if (!next || *next > until) {
        clock.set(until);
        return false;
    }
    clock.set(std::max(clock.now(), *next));
    if (!m_events.empty() && m_events.front().at <= clock.now()) {
        std::ranges::pop_heap(m_events, std::greater(),
                              [](const Event &event) { return std::pair(event.at, event.number); });
        const Event event = std::move(m_events.back());
        m_events.pop_back();
        event.what();
    }
    wakeEngines();
    return true;
}

void World::run(Milliseconds duration)
{
    const Instant until = clock.now() + duration;
    while (step(until)) { }
}

bool World::settle()
{
    const Instant latest = clock.now() + 1h;
    while (clock.now() < latest) {
        const qint64 newest = serverSequence();
        const bool isDone = std::ranges::all_of(m_desks, [&](const auto &desk) {
            return !desk->isRunning() || desk->network.isCut || desk->engine().token().isEmpty()
                || desk->engine().connection().connection == Connection::Offline
                || (desk->replica().position().sequence == newest && desk->engine().isIdle()
                    && !desk->engine().wakeAt());
        });
        if (isDone)
            return true;
        // One thing at a time: a long silence is no reason to look further into the future than needed.
        static_cast<void>(step(clock.now() + 1s));
    }
    return false;
}

// The server

void World::setServerUp(bool up)
{
    if (m_serverUp == up)
        return;
    m_serverUp = up;
    ++m_serverLife;
    m_held.clear();
}

void World::backUp()
{
    giveBack(std::move(m_backup));
    m_backup = takeDatabase();
    copyRows(*m_server, *m_backup);
}

void World::restore()
{
    setServerUp(false);
    copyRows(*m_backup, *m_server);
    m_askers.clear();
    auto transaction = required(Transaction::begin(*m_server, Access::Write), "restore");
    required(NewsroomStore(transaction).setFact(u"epoch"_s, u"restored"_s), "restore");
    required(transaction.commit(), "restore");
    fillProjections();
    setServerUp(true);
    m_announced = 0;
}

void World::noteWrong(const QString &what)
{
    if (m_wrong.isEmpty())
        m_wrong = what;
}

// A command is on the disk as offered before it is sent, and sent again as the same bytes.
void World::noteSent(TestDesk &desk, const TransportRequest &request)
{
    if (!request.path.startsWith(QLatin1StringView(wire::commands)))
        return;
    const QByteArray text = request.body.mid(qsizetype(qstrlen(R"({"requestId":")")), 36);
    const RequestId id = RequestId::fromText(QString::fromLatin1(text)).value_or(RequestId());
    auto transaction = required(Transaction::begin(desk.replica().database(), Access::Read), "outbox");
    Statement statement(transaction, "SELECT offered FROM outbox WHERE request_id = :id");
    statement.bind("id", id);
    const auto offered = required(statement.find([](const Statement &row) { return row.integer(0) != 0; }), "outbox");
    if (!offered || !*offered)
        noteWrong(u"desk %1 sends what its outbox does not have as offered"_s.arg(desk.index));
    if (const auto [sent, isFirst] = m_sent.try_emplace(id, request.body); !isFirst && sent->second != request.body)
        noteWrong(u"desk %1 sends another command under the same request"_s.arg(desk.index));
}

void World::arrive(const std::shared_ptr<Call> &call)
{
    if (call->desk->network.isCut)
        return;
    if (!m_serverUp) {
        // The machine is there, nobody listens: that is told at once.
        after(1ms, [call] {
            if (const Transport::Done waiting = std::exchange(call->done, {}))
                waiting(Error{ErrorCode::Unavailable, u"network"_s, u"refused"_s});
        });
        return;
    }
    call->serverLife = m_serverLife;
    ++requests;
    if (serverTrouble)
        return answer(call, {.status = *serverTrouble, .fields = {}, .body = "<html>trouble</html>"});
    const auto user = whoAsks(*call);
    if (revokeSessions || !user)
        return answer(call, errorAnswer({ErrorCode::Unauthenticated, u"session"_s, {}}));
    if (call->request.path.startsWith(QLatin1StringView(wire::commands)))
        return answer(call, runCommandRequest(*call, *user));
    if (call->request.path == QLatin1StringView(wire::view))
        return answer(call, tellView(*user));
    bool held = false;
    const TransportResponse response = readChanges(call, *user, held);
    if (!held)
        answer(call, response);
}

void World::answer(const std::shared_ptr<Call> &call, const TransportResponse &response)
{
    Network &network = call->desk->network;
    const bool isLost = int(random(100)) < network.lossPercent || takeOne(network.loseNextAnswer, call->request.path);
    if (isLost)
        return;
    const Milliseconds delay(1 + qint64(random(quint64(network.longestDelay.count()))));
    after(delay, [this, call, response] {
        if (call->desk->network.isCut || call->serverLife != m_serverLife)
            return;
        const Transport::Done waiting = std::exchange(call->done, {});
        if (!waiting)
            return;
        if (call->request.method == "POST" && response.status == 200) {
            const QJsonObject json = QJsonDocument::fromJson(response.body).object();
            m_acknowledged[RequestId::fromText(json.value("requestId"_L1).toString()).value_or(RequestId())] = true;
        }
        TransportResponse dated = response;
        const auto sentAt = QDateTime::fromMSecsSinceEpoch(toMilliseconds(clock.now()), Qt::UTC);
        dated.fields.append({"Date", QLocale::c().toString(sentAt, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1()});
        waiting(dated);
    });
}

namespace {

/// For actions that prepare nothing.
class NoPreparation final : public Preparation
{
public:
    [[nodiscard]] Result<QString> hashPassword(const QString &) const override { return QString(); }
    [[nodiscard]] bool canNameSection(const QString &) const override { return true; }
};

} // namespace

void World::fillProjections()
{
    auto transaction = required(Transaction::begin(*m_server, Access::Write), "projections");
    const auto rules = required(readRules(transaction), "rules");
    EntryStore entries(transaction);
    for (const Register &described : rules->registers()) {
        for (const Face face : {Face::Board, Face::Public}) {
            required(entries.prepare(described, face), "projections");
            static_cast<void>(required(entries.fill(described, face, 1'000'000), "projections"));
        }
    }
    required(transaction.commit(), "projections");
}

Result<void> World::define(const Register &described, Version version)
{
    const Actor administrator{.user = desk(chair).user.id, .grants = {{.role = Role::Administrator, .section = {}}}};
    const DefineRegister action{.target = keyOfRegister(described.noun), .version = version, .described = described};
    auto answer = runAction(*m_server, clock, administrator, RequestId::create(clock, dice), action, NoPreparation());
    if (!answer)
        return answer.error();
    if (answer->refusal)
        return *answer->refusal;
    fillProjections();
    announce();
    return {};
}

std::optional<FullRecord> World::recordOnServer(RecordId id)
{
    auto transaction = required(Transaction::begin(*m_server, Access::Read), "record");
    return required(RecordStore(transaction).fullMaybe(id), "record");
}

Result<FullRecord> World::runForRecord(int asDesk, const Command &command)
{
    const Envelope envelope{.request = RequestId::create(clock, dice), .command = command};
    auto answer = runCommand(*m_server, clock, desk(asDesk).user.actor(), envelope);
    if (!answer)
        return answer.error();
    if (answer->refusal)
        return *answer->refusal;
    announce();
    return *answer->record;
}

Result<Article> World::runOnServer(int asDesk, const Command &command)
{
    const Envelope envelope{.request = RequestId::create(clock, dice), .command = command};
    auto answer = runCommand(*m_server, clock, desk(asDesk).user.actor(), envelope);
    if (!answer)
        return answer.error();
    if (!answer->record)
        return errorFromJson(QJsonDocument::fromJson(answer->body).object());
    announce();
    return articleOf(*answer->record);
}

void World::changeUser(int number, const User &user)
{
    Q_ASSERT(desk(number).user.id == user.id);
    m_changesOf[user.id] += 1;
    m_askers.clear();
    auto transaction = required(Transaction::begin(*m_server, Access::Write), "user");
    UserStore users(transaction);
    required(users.put(user), "user");
    const User stored = required(users.find(user.id), "user"); // with his grants in their order
    required(ChangeStore(transaction).add(nouns::user, user.id.toText(), clock.now()), "user");
    required(transaction.commit(), "user");
    for (const auto &each : m_desks) {
        if (each->user.id == user.id)
            each->user = stored;
    }
    announce();
}

int World::changesOf(int number) const
{
    const auto known = m_changesOf.find(m_desks[std::size_t(number)]->user.id);
    return known == m_changesOf.end() ? 0 : known->second;
}

void World::signOutEverywhere(int number)
{
    m_askers.clear();
    auto transaction = required(Transaction::begin(*m_server, Access::Write), "sessions");
    required(UserStore(transaction).revokeSessions(desk(number).user.id, clock.now()), "sessions");
    required(transaction.commit(), "sessions");
}

Result<void> World::beginSession(Transaction &transaction, UserId user, const QString &token)
{
    m_askers.clear();
    // The store takes any text for the hash of a token.
    return UserStore(transaction).addSession(token, user, u"PC"_s, clock.now(), clock.now() + std::chrono::years(20));
}

bool World::signIn(int number)
{
    TestDesk &there = desk(number);
    auto transaction = required(Transaction::begin(*m_server, Access::Write), "signIn");
    const User user = required(UserStore(transaction).find(there.user.id), "signIn");
    if (user.standing == Standing::Disabled)
        return false;
    const QString token = u"%1-%2"_s.arg(user.id.toText()).arg(++m_sessions);
    required(beginSession(transaction, user.id, token), "signIn");
    required(transaction.commit(), "signIn");
    const QJsonObject json = toJson(user);
    there.takeSignIn(required(userFromJson(m_newer ? m_newer->said(json) : json), "signIn"), token);
    return true;
}

void World::changeUnknown()
{
    auto transaction = required(Transaction::begin(*m_server, Access::Write), "unknown");
    m_newer->change(transaction, clock.now());
    required(transaction.commit(), "unknown");
    announce();
}

void World::stepOfNewerProgram(ArticleId id, const QString &reason)
{
    auto transaction = required(Transaction::begin(*m_server, Access::Write), "step");
    Statement update(transaction, "UPDATE records SET reason = :reason, updated_at = :now WHERE id = :id");
    update.bind("reason", reason);
    update.bind("now", clock.now());
    update.bind("id", id);
    required(update.run(), "step");
    Statement decide(transaction, R"(
        INSERT INTO decisions (record_id, position, version, step, actor_id, at, reason)
        SELECT id, (SELECT COUNT(*) + 1 FROM decisions WHERE record_id = :id), version, 'ofTomorrow', '', :now, ''
        FROM records
        WHERE id = :id
    )");
    decide.bind("now", clock.now());
    decide.bind("id", id);
    required(decide.run(), "step");
    required(ChangeStore(transaction).add(nouns::article, id.toText(), clock.now()), "step");
    required(transaction.commit(), "step");
    announce();
}

void World::addMedia(const Media &media)
{
    auto transaction = required(Transaction::begin(*m_server, Access::Write), "media");
    required(MediaStore(transaction).put(media), "media");
    required(ChangeStore(transaction).add(nouns::media, media.id.toText(), clock.now()), "media");
    required(transaction.commit(), "media");
    announce();
}

std::optional<Article> World::onServer(ArticleId id)
{
    auto transaction = required(Transaction::begin(*m_server, Access::Read), "read");
    return required(ArticleStore(transaction).findMaybe(id), "read");
}

std::vector<ArticleId> World::serverArticles()
{
    auto transaction = required(Transaction::begin(*m_server, Access::Read), "read");
    std::vector<ArticleId> ids;
    for (const ArticleRow &row : required(ArticleStore(transaction).list({}, {}, 1000), "list"))
        ids.push_back(row.id);
    return ids;
}

RecordSnapshot World::serverSnapshot(ArticleId id)
{
    auto transaction = required(Transaction::begin(*m_server, Access::Read), "read");
    return *required(RecordStore(transaction).snapshot(id), "read");
}

qint64 World::serverSequence()
{
    auto transaction = required(Transaction::begin(*m_server, Access::Read), "read");
    return required(ChangeStore(transaction).newest(), "sequence");
}

} // namespace toasoan::test
