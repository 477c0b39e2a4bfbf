#include "storage/ArticleStore.h"
#include "sync/World.h"
#include "sync/WorldDatabases.h"

namespace toasoan::test {

using namespace Qt::StringLiterals;

TestDesk::TestDesk(World &world, int number, const User &person, std::unique_ptr<Database> database)
    : index(number)
    , user(person)
    , clock(world.clock)
    , m_world(world)
    , m_database(std::move(database))
    , m_transport(world.lineOf(*this))
{
    if (world.plan.hasFolders)
        folder = std::make_unique<DeskFolder>();
    start();
}

TestDesk::~TestDesk()
{
    m_autoSave.reset();
    m_engine.reset();
    if (m_replica)
        m_database = m_replica->takeDatabase();
    m_replica.reset();
    giveBack(std::move(m_database));
}

void TestDesk::crash()
{
    m_autoSave.reset();
    m_engine.reset();
    if (m_replica)
        m_database = m_replica->takeDatabase();
    m_replica.reset();
    if (folder)
        folder->kill();
}

void TestDesk::start()
{
    if (folder && !folder->start())
        m_world.noteWrong(u"desk %1 is refused its own folder"_s.arg(index));
    m_replica = required(Replica::open(std::move(m_database), clock, m_world.dice), "replica");
    m_engine = std::make_unique<SyncEngine>(*m_replica, *m_transport, clock, m_world.dice, *this);
    notePosition();
    if (!m_token.isEmpty())
        m_engine->setToken(m_token);
    if (m_saveAfter)
        saveByItself(*m_saveAfter);
}

void TestDesk::takeSignIn(const User &person, const QString &token)
{
    tell(required(m_replica->setUser(person), "setUser"));
    m_token = token;
    m_engine->setToken(token);
}

void TestDesk::onTokenRefused()
{
    sessionsEnded += 1;
    m_token.clear();
}

void TestDesk::notePosition()
{
    if (!m_replica)
        return;
    const bool pulls = !m_replica->pulls().empty();
    if (pulls && !m_isPulling && m_hasPulled)
        startsAnew += 1;
    m_hasPulled = m_hasPulled || pulls;
    m_isPulling = pulls;
}

void TestDesk::saveByItself(Milliseconds after)
{
    m_saveAfter = after;
    const auto save = [this](ArticleId id) -> Result<void> {
        auto changes = m_replica->save(itemKey(id));
        const Result<void> saved = changes ? Result<void>() : changes.error();
        m_autoSave->tried(id, saved);
        if (changes)
            tell(*changes);
        return saved;
    };
    m_autoSave = std::make_unique<AutoSave>(after, clock, m_world.dice, save, [this](const Error &error, ArticleId id) {
        problems.push_back({.error = error, .record = id});
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
    notePosition();
    problems.insert(problems.end(), changes.problems.begin(), changes.problems.end());
    news.insert(news.end(), changes.news.begin(), changes.news.end());
    overtaken.insert(overtaken.end(), changes.overtaken.begin(), changes.overtaken.end());
}

void TestDesk::type(ArticleId id, const Content &content, TextBase base)
{
    tell(required(m_replica->type(itemKey(id), base, canonicalBytes(content)), "type"));
    if (m_autoSave)
        m_autoSave->typed(id);
}

void TestDesk::save(ArticleId id)
{
    tell(required(m_replica->save(itemKey(id)), "save"));
}

Result<void> TestDesk::submit(const Command &command)
{
    if (auto saved = m_replica->save(keyOf(command)); saved)
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

} // namespace toasoan::test
