#include "backend/NewsroomSetup.h"

#include "base/Log.h"
#include "domain/Ids.h"
#include "portal/SiteAddress.h"
#include "protocol/Newsroom.h"
#include "storage/ChangeStore.h"
#include "storage/NewsroomStore.h"
#include "storage/PublicationStore.h"
#include "storage/UserStore.h"
#include "text/Vietnamese.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <functional>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

const QString newsroomSchema = u":/sql/migrations"_s;
const QString visitsSchema = u":/sql/visits"_s;

constexpr qsizetype shortestPassword = 10;

Result<void> checkPassword(const QString &password)
{
    if (password.size() < shortestPassword)
        return Error{ErrorCode::InvalidInput, u"user.password"_s, u"too short"_s};
    return {};
}

Result<User> checkedUser(const NewUser &wanted, const Clock &clock, Dice &dice)
{
    static const QRegularExpression loginForm(u"\\A[a-z0-9][a-z0-9._-]{2,59}\\z"_s);
    if (!loginForm.match(wanted.login).hasMatch())
        return Error{ErrorCode::InvalidInput, u"user.login"_s, {}};
    auto name = cleanText(wanted.name, Lines::Single, 120, u"user.name"_s);
    if (!name)
        return name.error();
    if (name->isEmpty())
        return Error{ErrorCode::InvalidInput, u"user.name"_s, u"empty"_s};
    if (auto checked = checkPassword(wanted.password); !checked)
        return checked.error();
    return User{.id = UserId::create(clock, dice),
                .login = wanted.login,
                .name = *name,
                .penName = {},
                .standing = Standing::Active,
                .grants = wanted.grants};
}

Result<void> store(Transaction &transaction, const User &user, const QString &passwordHash, Instant now)
{
    if (auto added = UserStore(transaction).add(user, passwordHash, now); !added)
        return added.error();
    ChangeStore changes(transaction);
    if (auto told = changes.add(Noun::User, user.id.toText(), now); !told)
        return told.error();
    return changes.addAudit(
        {}, u"addUser"_s, toText(Noun::User), user.id.toText(),
        {{"login"_L1, user.login}, {"name"_L1, user.name}, {"grants"_L1, toJson(user).value("grants"_L1)}}, now);
}

// With all that readers see of it, so that `verify` finds another name or address.
Result<void> store(Transaction &transaction, const Section &section, Instant now)
{
    if (auto put = NewsroomStore(transaction).putSection(section); !put)
        return put;
    ChangeStore changes(transaction);
    if (auto told = changes.add(Noun::Section, section.id.toText(), now); !told)
        return told.error();
    return changes.addAudit(
        {}, u"addSection"_s, toText(Noun::Section), section.id.toText(),
        {{"slug"_L1, section.slug}, {"name"_L1, section.name}, {"nameEnglish"_L1, section.nameEnglish}}, now);
}

Result<void> setNewEpoch(NewsroomStore &newsroom, const Clock &clock, Dice &dice)
{
    return newsroom.setFact(u"epoch"_s, Uuid::version7(clock.now(), dice).toText());
}

// Does something to a person's account in a transaction of its own, with a line in the audit log.
Result<void> changeAccount(Database &database, const Clock &clock, const QString &login, const QString &action,
                           const std::function<Result<void>(UserStore &, User)> &work)
{
    auto transaction = beginWriting(database);
    if (!transaction)
        return transaction.error();
    UserStore users(*transaction);
    auto credentials = users.credentials(login);
    if (!credentials)
        return credentials.error();
    if (!*credentials)
        return Error{ErrorCode::NotFound, u"user"_s, login};
    const UserId id = (*credentials)->user;
    auto user = users.find(id);
    if (!user)
        return user.error();
    if (auto done = work(users, *user); !done)
        return done;
    ChangeStore changes(*transaction);
    const Instant now = clock.now();
    if (auto told = changes.add(Noun::User, id.toText(), now); !told)
        return told.error();
    if (auto added = changes.addAudit({}, action, toText(Noun::User), id.toText(), {}, now); !added)
        return added.error();
    return transaction->commit();
}

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

// Desks know the chain by the feed, which tells of what an action changed. A migration changes it too, and says
// nothing: so the chain of which the feed has told is remembered, and another one is told of, whatever made it.
Result<void> tellOfWorkflow(Transaction &transaction, Instant now)
{
    NewsroomStore newsroom(transaction);
    auto workflow = newsroom.workflow();
    if (!workflow)
        return workflow.error();
    if (workflow->transitions().empty())
        return {}; // no newsroom was made here yet
    const QString print = fingerprint(*workflow);
    auto told = newsroom.fact(u"workflowTold"_s);
    if (!told)
        return told.error();
    if (*told == print)
        return {};
    if (auto added = ChangeStore(transaction).add(Noun::Workflow, u"workflow"_s, now); !added)
        return added.error();
    return newsroom.setFact(u"workflowTold"_s, print);
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

// The log says which chain this program has set, so that `verify` finds another one. Nothing while there is none.
Result<void> logWorkflow(Transaction &transaction, Instant now)
{
    auto workflow = NewsroomStore(transaction).workflow();
    if (!workflow)
        return workflow.error();
    if (workflow->transitions().empty())
        return {};
    return ChangeStore(transaction)
        .addAudit({}, u"setWorkflow"_s, toText(Noun::Workflow), u"workflow"_s, {{"sha256"_L1, fingerprint(*workflow)}},
                  now);
}

} // namespace

QString fingerprint(const Workflow &workflow)
{
    const QByteArray bytes = QJsonDocument(toJson(workflow)).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

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
        if (auto set = setNewEpoch(newsroom, clock, dice); !set)
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

Result<void> beginEpoch(Database &database, const Clock &clock, Dice &dice)
{
    auto there = hasNewsroom(database, clock);
    if (!there)
        return there.error();
    if (!*there)
        return Error{ErrorCode::NotFound, u"newsroom"_s, {}};
    auto transaction = beginWriting(database);
    if (!transaction)
        return transaction.error();
    NewsroomStore newsroom(*transaction);
    if (auto set = setNewEpoch(newsroom, clock, dice); !set)
        return set.error();
    if (auto added =
            ChangeStore(*transaction).addAudit({}, u"beginEpoch"_s, toText(Noun::Site), u"site"_s, {}, clock.now());
        !added)
        return added.error();
    return transaction->commit();
}

Result<bool> hasNewsroom(Database &database, const Clock &clock)
{
    auto site =
        readIn(database, [&clock](Transaction &transaction) { return NewsroomStore(transaction).site(clock.now()); });
    if (!site && site.error().code != ErrorCode::NotFound)
        return site.error();
    return site.ok();
}

Result<void> makeNewsroom(Database &database, const Clock &clock, Dice &dice, const Site &site,
                          const std::vector<Section> &sections, const NewUser &administrator)
{
    auto checkedSite = siteFromJson(toJson(site));
    if (!checkedSite)
        return checkedSite.error();
    auto user = checkedUser(administrator, clock, dice);
    if (!user)
        return user.error();
    auto hash = hashPassword(administrator.password);
    if (!hash)
        return hash.error();

    auto transaction = beginWriting(database);
    if (!transaction)
        return transaction.error();
    NewsroomStore newsroom(*transaction);
    const Instant now = clock.now();
    if (newsroom.site(now))
        return Error{ErrorCode::Conflict, u"newsroom"_s, u"there is one already"_s};
    ChangeStore changes(*transaction);
    if (auto set = newsroom.setSite(*checkedSite, now); !set)
        return set.error();
    if (auto told = changes.add(Noun::Site, u"site"_s, now); !told)
        return told.error();
    if (auto set = newsroom.setWorkflow(Workflow::standard()); !set)
        return set.error();
    if (auto logged = logWorkflow(*transaction, now); !logged)
        return logged.error();
    if (auto told = tellOfWorkflow(*transaction, now); !told)
        return told.error();
    for (const Section &section : sections) {
        if (auto stored = store(*transaction, section, now); !stored)
            return stored.error();
    }
    if (auto stored = store(*transaction, *user, *hash, now); !stored)
        return stored.error();
    return transaction->commit();
}

Result<User> addUser(Database &database, const Clock &clock, Dice &dice, const NewUser &wanted, HashCost cost)
{
    auto user = checkedUser(wanted, clock, dice);
    if (!user)
        return user.error();
    auto hash = hashPassword(wanted.password, cost);
    if (!hash)
        return hash.error();
    auto transaction = beginWriting(database);
    if (!transaction)
        return transaction.error();
    if (auto stored = store(*transaction, *user, *hash, clock.now()); !stored)
        return stored.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return user;
}

Result<void> changePassword(Database &database, const Clock &clock, const QString &login, const QString &password,
                            HashCost cost)
{
    if (auto checked = checkPassword(password); !checked)
        return checked;
    auto hash = hashPassword(password, cost);
    if (!hash)
        return hash.error();
    return changeAccount(database, clock, login, u"changePassword"_s, [&](UserStore &users, const User &user) {
        auto set = users.setPassword(user.id, *hash);
        return set ? users.revokeSessions(user.id, clock.now()) : set;
    });
}

Result<void> setStanding(Database &database, const Clock &clock, const QString &login, Standing standing)
{
    const QString action = standing == Standing::Disabled ? u"disableUser"_s : u"enableUser"_s;
    return changeAccount(database, clock, login, action, [&](UserStore &users, User user) {
        user.standing = standing;
        auto put = users.put(user);
        return put && standing == Standing::Disabled ? users.revokeSessions(user.id, clock.now()) : put;
    });
}

Result<void> signOutEverywhere(Database &database, const Clock &clock, const QString &login)
{
    return changeAccount(database, clock, login, u"signOutUser"_s, [&](UserStore &users, const User &user) {
        return users.revokeSessions(user.id, clock.now());
    });
}

Result<Section> addSection(Database &database, const Clock &clock, Dice &dice, const Section &wanted)
{
    Section section = wanted;
    section.id = SectionId::create(clock, dice);
    for (QString *name : {&section.name, &section.nameEnglish}) {
        auto clean = cleanText(*name, Lines::Single, 120, u"section.name"_s);
        if (!clean)
            return clean.error();
        *name = *clean;
    }
    if (section.name.isEmpty())
        return Error{ErrorCode::InvalidInput, u"section.name"_s, u"empty"_s};
    if (section.slug.isEmpty())
        section.slug = slug(section.name, 60);
    if (!canNameSection(section.slug))
        return Error{ErrorCode::InvalidInput, u"section.slug"_s, section.slug};
    auto transaction = beginWriting(database);
    if (!transaction)
        return transaction.error();
    NewsroomStore newsroom(*transaction);
    auto others = newsroom.sections();
    if (!others)
        return others.error();
    section.position = 1;
    for (const Section &other : *others) {
        if (other.slug == section.slug)
            return Error{ErrorCode::Conflict, u"section.slug"_s, section.slug};
        section.position = std::max(section.position, other.position + 1);
    }
    if (auto stored = store(*transaction, section, clock.now()); !stored)
        return stored.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return section;
}

Result<void> setChecklist(Database &database, const Clock &clock, const ChecklistPolicy &policy)
{
    auto transaction = beginWriting(database);
    if (!transaction)
        return transaction.error();
    NewsroomStore newsroom(*transaction);
    const Instant now = clock.now();
    auto site = newsroom.site(now);
    if (!site)
        return site.error();
    QJsonArray refusing;
    site->checklist.refusing.clear();
    for (const ChecklistRule rule : allChecklistRules) {
        if (alwaysRefuses(rule) || !policy.refuses(rule))
            continue;
        site->checklist.refusing.push_back(rule);
        refusing.append(toText(rule));
    }
    if (auto set = newsroom.setSite(*site, now); !set)
        return set.error();
    ChangeStore changes(*transaction);
    if (auto told = changes.add(Noun::Site, u"site"_s, now); !told)
        return told.error();
    if (auto added = changes.addAudit({}, u"setChecklist"_s, toText(Noun::Site), u"site"_s,
                                      {{"approvalRefuses"_L1, refusing}}, now);
        !added)
        return added.error();
    return transaction->commit();
}

Result<ChecklistPolicy> checklistOf(Database &database, const Clock &clock)
{
    auto site =
        readIn(database, [&clock](Transaction &transaction) { return NewsroomStore(transaction).site(clock.now()); });
    if (!site)
        return site.error();
    return site->checklist;
}

Result<std::vector<Section>> newsroomSections(Database &database)
{
    return readIn(database, [](Transaction &transaction) { return NewsroomStore(transaction).sections(); });
}

} // namespace toasoan
