#include "backend/NewsroomSetup.h"

#include "actions/ChainNews.h"
#include "base/Log.h"
#include "storage/NewsroomStore.h"
#include "storage/PublicationStore.h"
#include "storage/UserStore.h"

#include <QFile>
#include <QFileInfo>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

const QString newsroomSchema = u":/sql/migrations"_s;
const QString visitsSchema = u":/sql/visits"_s;

// Each batch is a transaction of its own: a program that is ended here goes on at its next start, and a second one that
// starts meanwhile helps.
Result<void> refillSearch(Database &database)
{
    constexpr int batch = 500;
    int count = 0;
    int done = 0;
    do {
        auto transaction = beginWriting(database);
        if (!transaction)
            return transaction.error();
        auto refilled = PublicationStore(*transaction).refillSearch(batch);
        if (!refilled)
            return refilled.error();
        if (auto committed = transaction->commit(); !committed)
            return committed.error();
        done = *refilled;
        count += done;
    } while (done > 0);
    if (count > 0)
        writeLog(LogLevel::Info, "search.refilled", {{"items"_L1, count}});
    return {};
}

// Stands from before the first of some migrations until the log says which chain they left: the program may be killed
// between them and that, and the search's index comes first. The next start says it then.
const QString schemaChange = u"schemaChange"_s;

Result<void> noteSchemaChange(Database &database)
{
    auto transaction = beginWriting(database);
    if (!transaction)
        return transaction.error();
    if (auto set = NewsroomStore(*transaction).setFact(schemaChange, u"begun"_s); !set)
        return set.error();
    return transaction->commit();
}

} // namespace

Result<void> migrateNewsroom(Database &database, const Clock &clock, Dice &dice)
{
    Migrator migrator(database, newsroomSchema, clock);
    const auto state = migrator.state();
    if (!state)
        return state.error();
    if (*state == SchemaState::Older) {
        if (auto noted = noteSchemaChange(database); !noted)
            return noted.error();
    }
    if (auto migrated = migrator.migrate(); !migrated)
        return migrated.error();
    if (auto refilled = refillSearch(database); !refilled)
        return refilled.error();
    auto transaction = beginWriting(database);
    if (!transaction)
        return transaction.error();
    NewsroomStore newsroom(*transaction);
    auto epoch = newsroom.fact(u"epoch"_s);
    if (!epoch)
        return epoch.error();
    if (epoch->isEmpty()) {
        if (auto set = newsroom.setFact(u"epoch"_s, Uuid::version7(clock.now(), dice).toText()); !set)
            return set.error();
    }
    // A migration may have changed the chain. Without one, whatever changed it is not taken for granted here.
    auto change = newsroom.fact(schemaChange);
    if (!change)
        return change.error();
    if (!change->isEmpty()) {
        if (auto logged = logWorkflow(*transaction, clock.now()); !logged)
            return logged.error();
        if (auto said = newsroom.setFact(schemaChange, {}); !said)
            return said.error();
    }
    if (auto told = tellOfWorkflow(*transaction, clock.now()); !told)
        return told.error();
    return transaction->commit();
}

Result<SchemaState> newsroomSchemaState(Database &database, const Clock &clock)
{
    return Migrator(database, newsroomSchema, clock).state();
}

Result<SchemaState> makeSchema(Database &database, const Clock &clock, Dice &dice)
{
    const auto state = newsroomSchemaState(database, clock);
    if (!state || *state != SchemaState::None)
        return state;
    if (auto made = migrateNewsroom(database, clock, dice); !made)
        return made.error();
    return SchemaState::Current;
}

Result<void> checkNewsroom(Database &database, const Clock &clock)
{
    const auto state = newsroomSchemaState(database, clock);
    if (!state)
        return state.error();
    switch (*state) {
    case SchemaState::None:
        return Error{ErrorCode::NotFound, u"site"_s, u"no newsroom was made here"_s};
    case SchemaState::Older:
        return Error{ErrorCode::Unsupported, u"database.schema.older"_s, {}};
    case SchemaState::Current:
        break;
    }
    return {};
}

Result<SchemaState> visitsSchemaState(const DatabaseLocation &location, const Clock &clock)
{
    // To open a file makes it.
    if (location.engine == Engine::Sqlite && !QFile::exists(location.path))
        return SchemaState::None;
    auto database = Database::open(location);
    if (!database)
        return database.error();
    return Migrator(**database, visitsSchema, clock).state();
}

Result<std::unique_ptr<Database>> openVisitsToRead(const DatabaseLocation &location, const Clock &clock)
{
    const auto state = visitsSchemaState(location, clock);
    if (!state)
        return state.error();
    switch (*state) {
    case SchemaState::None:
        return std::unique_ptr<Database>();
    case SchemaState::Older:
        return Error{ErrorCode::Unsupported, u"database.schema.older"_s, u"visits"_s};
    case SchemaState::Current:
        break;
    }
    return Database::open(location);
}

Result<void> checkVisitsFile(Database &newsroom, const DatabaseLocation &visits, const Clock &clock)
{
    if (visits.engine != Engine::Sqlite)
        return {};
    if (QFileInfo(visits.path).size() > 0) {
        const auto state = visitsSchemaState(visits, clock);
        if (!state && state.error().code == ErrorCode::Corrupt)
            return Error{ErrorCode::Corrupt, u"visits.file"_s, state.error().detail};
        return state ? Result<void>() : state.error();
    }
    const auto ofNewsroom = newsroomSchemaState(newsroom, clock);
    if (!ofNewsroom)
        return ofNewsroom.error();
    if (*ofNewsroom != SchemaState::Current)
        return {};
    const auto published =
        readIn(newsroom, [](Transaction &transaction) { return PublicationStore(transaction).countAll(); });
    if (!published)
        return published.error();
    return *published == 0 ? Result<void>() : Error{ErrorCode::NotFound, u"visits.file"_s, visits.path};
}

Result<void> setDamagedVisitsAside(Database &newsroom, const DatabaseLocation &visits, const Clock &clock)
{
    const auto checked = checkVisitsFile(newsroom, visits, clock);
    if (checked)
        return {};
    if (checked.error().subject != "visits.file"_L1)
        return checked.error();
    if (checked.error().code == ErrorCode::NotFound) {
        writeLog(LogLevel::Warning, "visits.missing", {{"file"_L1, visits.path}});
        return {};
    }
    const QString aside = u"%1.damaged-%2"_s.arg(visits.path, QString::number(toMilliseconds(clock.now())));
    for (const auto end : {""_L1, "-wal"_L1, "-shm"_L1}) {
        if (QFile::exists(visits.path + end) && !QFile::rename(visits.path + end, aside + end))
            return checked.error();
    }
    writeLog(LogLevel::Error, "visits.setAside",
             {{"file"_L1, visits.path}, {"to"_L1, aside}, {"detail"_L1, checked.error().detail}});
    return {};
}

Result<std::unique_ptr<Database>> openVisits(const DatabaseLocation &location, const Clock &clock,
                                             Durability durability)
{
    auto database = Database::open(location, durability);
    if (!database)
        return database.error();
    if (auto migrated = Migrator(**database, visitsSchema, clock).migrate(); !migrated)
        return migrated.error();
    return database;
}

Result<bool> hasNewsroom(Database &database, const Clock &clock)
{
    auto site =
        readIn(database, [&clock](Transaction &transaction) { return NewsroomStore(transaction).site(clock.now()); });
    if (!site && site.error().code != ErrorCode::NotFound)
        return site.error();
    return site.ok();
}

Result<ChecklistPolicy> checklistOf(Database &database, const Clock &clock)
{
    auto site =
        readIn(database, [&clock](Transaction &transaction) { return NewsroomStore(transaction).site(clock.now()); });
    if (!site)
        return site.error();
    return site->checklist;
}

Result<UserId> userWithLogin(Database &database, const QString &login)
{
    auto credentials =
        readIn(database, [&login](Transaction &transaction) { return UserStore(transaction).credentials(login); });
    if (!credentials)
        return credentials.error();
    if (!*credentials)
        return Error{ErrorCode::NotFound, u"user"_s, login};
    return (*credentials)->user;
}

Result<std::vector<Section>> newsroomSections(Database &database)
{
    return readIn(database, [](Transaction &transaction) { return NewsroomStore(transaction).sections(); });
}

} // namespace toasoan
