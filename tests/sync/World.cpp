#include "sync/World.h"

#include "backend/CommandRunner.h"
#include "backend/FeedReader.h"
#include "document/Document.h"
#include "protocol/ArticleJson.h"
#include "protocol/ErrorJson.h"
#include "protocol/Wire.h"
#include "storage/ArticleStore.h"
#include "storage/ChangeStore.h"
#include "storage/MediaStore.h"
#include "storage/NewsroomStore.h"
#include "storage/UserStore.h"
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

TransportResponse jsonAnswer(int status, const QByteArray &body)
{
    return {.status = status, .fields = {}, .body = body};
}

TransportResponse errorAnswer(const Error &error)
{
    // Desks read the body; of the status only its class and 401 matter to them.
    return jsonAnswer(error.code == ErrorCode::Unauthenticated ? 401 : 409, errorBody(error));
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

// A request between a desk and the server, until its answer was given or nobody waits for it any more.
struct World::Call
{
    TestDesk *desk = nullptr;
    TransportRequest request;
    Transport::Done done; ///< empty when nobody waits
    quint64 serverLife = 0;
    qint64 after = 0; ///< of a feed
};

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

TestDesk::TestDesk(World &world, int number, const User &person, std::unique_ptr<Database> database)
    : index(number)
    , user(person)
    , clock(world.clock)
    , m_world(world)
    , m_database(std::move(database))
    , m_transport(std::make_unique<World::DeskTransport>(world, *this))
{
    start();
    tell(required(m_replica->setUser(user), "setUser"));
    m_engine->setToken(user.id.toText());
}

TestDesk::~TestDesk()
{
    crash();
    giveBack(std::move(m_database));
}

void TestDesk::crash()
{
    m_autoSave.reset();
    m_engine.reset();
    if (m_replica)
        m_database = m_replica->takeDatabase();
    m_replica.reset();
}

void TestDesk::start()
{
    m_replica = required(Replica::open(std::move(m_database), clock, m_world.dice), "replica");
    m_engine = std::make_unique<SyncEngine>(*m_replica, *m_transport, clock, m_world.dice, *this);
    if (!m_replica->user().id.isNull())
        m_engine->setToken(user.id.toText());
    if (m_saveAfter)
        saveByItself(*m_saveAfter);
}

void TestDesk::saveByItself(Milliseconds after)
{
    m_saveAfter = after;
    const auto save = [this](ArticleId id) -> Result<void> {
        auto changes = m_replica->save(id);
        const Result<void> saved = changes ? Result<void>() : changes.error();
        m_autoSave->tried(id, saved);
        if (changes)
            tell(*changes);
        return saved;
    };
    m_autoSave = std::make_unique<AutoSave>(after, clock, m_world.dice, save, [this](const Error &error, ArticleId id) {
        problems.push_back({.error = error, .article = id});
    });
    for (const ArticleId id : required(m_replica->articlesWithTypedText(), "journal"))
        m_autoSave->found(id);
}

void TestDesk::tell(const Changes &changes)
{
    onChanges(changes);
    if (m_engine)
        m_engine->outboxChanged();
}

void TestDesk::onChanges(const Changes &changes)
{
    problems.insert(problems.end(), changes.problems.begin(), changes.problems.end());
    news.insert(news.end(), changes.news.begin(), changes.news.end());
    overtaken.insert(overtaken.end(), changes.overtaken.begin(), changes.overtaken.end());
}

void TestDesk::type(ArticleId id, const Content &content, TextBase base)
{
    tell(required(m_replica->type(id, base, content), "type"));
    if (m_autoSave)
        m_autoSave->typed(id);
}

void TestDesk::save(ArticleId id)
{
    tell(required(m_replica->save(id), "save"));
}

Result<void> TestDesk::submit(const Command &command)
{
    if (auto saved = m_replica->save(articleOf(command)); saved)
        tell(*saved);
    else
        return saved.error();
    auto changes = m_replica->submit(command);
    if (!changes)
        return changes.error();
    tell(*changes);
    return {};
}

ArticleView TestDesk::view(ArticleId id)
{
    return required(m_replica->article(id), "view");
}

void TestDesk::onConnection()
{
    if (const auto received = m_engine ? m_engine->connection().received : std::nullopt)
        progress.push_back(*received);
}

std::optional<Article> TestDesk::confirmed(ArticleId id)
{
    auto transaction = required(Transaction::begin(m_replica->database(), Access::Read), "read");
    return required(ArticleStore(transaction).findMaybe(id), "read");
}

OutboxView TestDesk::outbox()
{
    return required(m_replica->outbox(), "outbox");
}

World::World(quint64 seed) : dice(seed), m_server(takeDatabase())
{
    section = SectionId::create(clock, dice);
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
        required(changes.add(Noun::Workflow, {}, clock.now()), "workflow");
        required(
            newsroom.putSection(
                {.id = section, .slug = u"tin-tuc"_s, .name = u"Tin tức"_s, .nameEnglish = u"News"_s, .position = 1}),
            "section");
        required(changes.add(Noun::Section, section.toText(), clock.now()), "section");
        for (const User &user : people) {
            required(users.put(user), "user");
            required(changes.add(Noun::User, user.id.toText(), clock.now()), "user");
        }
        required(transaction.commit(), "newsroom");
    }
    for (int i = 0; i < deskCount; ++i)
        m_desks.push_back(std::make_unique<TestDesk>(*this, i, people[std::size_t(i)], takeDatabase()));
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
    auto transaction = required(Transaction::begin(*m_server, Access::Write), "restore");
    required(NewsroomStore(transaction).setFact(u"epoch"_s, u"restored"_s), "restore");
    required(transaction.commit(), "restore");
    setServerUp(true);
    m_announced = 0;
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
    if (serverTrouble)
        return answer(call, {.status = *serverTrouble, .fields = {}, .body = "<html>trouble</html>"});
    if (revokeSessions)
        return answer(call, errorAnswer({ErrorCode::Unauthenticated, u"session"_s, {}}));
    if (call->request.path.startsWith(QLatin1StringView(wire::commands)))
        return answer(call, runCommandRequest(*call));
    bool held = false;
    const TransportResponse response = readChanges(call, held);
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

TransportResponse World::runCommandRequest(const Call &call)
{
    auto envelope = envelopeFromJson(QJsonDocument::fromJson(call.request.body).object());
    if (!envelope)
        return errorAnswer(envelope.error());
    if (const auto trouble = commandTrouble.find(articleOf(envelope->command)); trouble != commandTrouble.end()) {
        ++commandsInVain;
        return trouble->second;
    }
    auto answer = runCommand(*m_server, clock, call.desk->user.actor(), *envelope);
    if (!answer)
        return errorAnswer(answer.error());
    if (answer->article)
        m_executions[envelope->request] += 1;
    announce();
    return jsonAnswer(answer->refusal ? 409 : 200, answer->body);
}

TransportResponse World::pageAnswer(const FeedPage &page) const
{
    QJsonObject json = toJson(page);
    if (isServerOfBefore)
        json.remove("newest"_L1);
    return jsonAnswer(200, QJsonDocument(json).toJson(QJsonDocument::Compact));
}

TransportResponse World::readChanges(const std::shared_ptr<Call> &call, bool &held)
{
    const QUrlQuery query(call->request.path.section(u'?', 1));
    call->after = query.queryItemValue(u"after"_s).toLongLong();
    const bool waits = query.hasQueryItem(u"wait"_s);
    auto transaction = required(Transaction::begin(*m_server, Access::Read), "feed");
    const FeedPage page =
        required(readFeed(transaction, call->desk->user.actor(), call->after, wire::feedPage, clock), "feed");
    if (page.entries.empty() && waits) {
        held = true;
        m_held.push_back(call);
        after(std::chrono::seconds(wire::longestWait), [this, call, page] {
            if (std::erase(m_held, call) > 0)
                answer(call, pageAnswer(page));
        });
    }
    return pageAnswer(page);
}

// As ChangeFeed does: whoever waits is told to ask again.
void World::announce()
{
    const qint64 newest = serverSequence();
    const auto held = std::exchange(m_held, {});
    for (const auto &call : held) {
        if (call->after >= newest) {
            m_held.push_back(call);
            continue;
        }
        auto transaction = required(Transaction::begin(*m_server, Access::Read), "feed");
        const FeedPage news{.epoch = required(NewsroomStore(transaction).fact(u"epoch"_s), "epoch"),
                            .next = call->after,
                            .more = true,
                            .now = toMilliseconds(clock.now()),
                            .entries = {}};
        answer(call, pageAnswer(news));
    }
}

Result<Article> World::runOnServer(int asDesk, const Command &command)
{
    const Envelope envelope{.request = RequestId::create(clock, dice), .command = command};
    auto answer = runCommand(*m_server, clock, desk(asDesk).user.actor(), envelope);
    if (!answer)
        return answer.error();
    if (!answer->article)
        return errorFromJson(QJsonDocument::fromJson(answer->body).object());
    announce();
    return *answer->article;
}

void World::changeUser(int number, const User &user)
{
    desk(number).user = user;
    auto transaction = required(Transaction::begin(*m_server, Access::Write), "user");
    required(UserStore(transaction).put(user), "user");
    required(ChangeStore(transaction).add(Noun::User, user.id.toText(), clock.now()), "user");
    required(transaction.commit(), "user");
    announce();
}

void World::addMedia(const Media &media)
{
    auto transaction = required(Transaction::begin(*m_server, Access::Write), "media");
    required(MediaStore(transaction).put(media), "media");
    required(ChangeStore(transaction).add(Noun::Media, media.id.toText(), clock.now()), "media");
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

ArticleSnapshot World::serverSnapshot(ArticleId id)
{
    auto transaction = required(Transaction::begin(*m_server, Access::Read), "read");
    return *required(confirmedArticle(transaction, id), "read");
}

qint64 World::serverSequence()
{
    auto transaction = required(Transaction::begin(*m_server, Access::Read), "read");
    return required(ChangeStore(transaction).newest(), "sequence");
}

} // namespace toasoan::test
