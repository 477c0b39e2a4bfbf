// Makes a newsroom: the schema, the facts of the database, the site, the chain, sections and people.
#pragma once

#include "backend/Secrets.h"
#include "base/Clock.h"
#include "base/Dice.h"
#include "domain/Section.h"
#include "domain/Site.h"
#include "domain/User.h"
#include "domain/Workflow.h"
#include "storage/Database.h"
#include "storage/Migrator.h"

#include <vector>

namespace toasoan {

struct NewUser
{
    QString login;
    QString name;
    QString password;
    std::vector<Grant> grants;
};

/// Brings the schema up to date, and the search's index with what an older program published (about a minute for
/// 100,000 items, once); a new database gets its epoch.
[[nodiscard]] Result<void> migrateNewsroom(Database &database, const Clock &clock, Dice &dice);

/// Like migrateNewsroom() for a database in which nothing was made yet; any other is left as it is. Gives what it is
/// then, Current or Older. Unsupported "database.schema" if a newer program was here.
[[nodiscard]] Result<SchemaState> makeSchema(Database &database, const Clock &clock, Dice &dice);

/// Changes nothing. Unsupported "database.schema" if a newer program was here.
[[nodiscard]] Result<SchemaState> newsroomSchemaState(Database &database, const Clock &clock);

/// That the schema is this program's, changing nothing: a server of an older program may be at work on it. Who serves
/// brings it up to date, and nobody else. NotFound "site" if nothing was ever made here, Unsupported
/// "database.schema.older" if it is an older program's, "database.schema" if a newer one's.
[[nodiscard]] Result<void> checkNewsroom(Database &database, const Clock &clock);

/// SHA-256 of the chain, in hex: by it the log says which one is in force.
[[nodiscard]] QString fingerprint(const Workflow &workflow);

/// The same of the ledger of visits; None where there is none yet.
[[nodiscard]] Result<SchemaState> visitsSchemaState(const DatabaseLocation &location, const Clock &clock);

/// Opens the ledger of visits to read it; nothing where there is none yet. Unsupported as by checkNewsroom().
[[nodiscard]] Result<std::unique_ptr<Database>> openVisitsToRead(const DatabaseLocation &location, const Clock &clock);

/// Corrupt "visits.file" if the file of the ledger is damaged, or is none; NotFound "visits.file" if there is none, or
/// an empty one, though the newsroom, if it is this program's already, has published. A database on a server has its
/// own tools.
[[nodiscard]] Result<void> checkVisitsFile(Database &newsroom, const DatabaseLocation &visits, const Clock &clock);

/// The portal opens without its numbers: a damaged file of the ledger is set aside under another name, and counting
/// begins anew. That is told in the log, and so is a missing one.
[[nodiscard]] Result<void> setDamagedVisitsAside(Database &newsroom, const DatabaseLocation &visits,
                                                 const Clock &clock);

/// Opens the ledger of visits and brings its schema up to date.
[[nodiscard]] Result<std::unique_ptr<Database>> openVisits(const DatabaseLocation &location, const Clock &clock,
                                                           Durability durability = Durability::Promised);

/// A backup was put back: the newsroom begins another epoch, by which every desk sees that what it knew may not be
/// here, and offers it again. NotFound "newsroom" if there is none.
[[nodiscard]] Result<void> beginEpoch(Database &database, const Clock &clock, Dice &dice);

/// Whether a newsroom was made here.
[[nodiscard]] Result<bool> hasNewsroom(Database &database, const Clock &clock);

/// Makes the newsroom with the standard chain. Conflict "newsroom" if there is one.
[[nodiscard]] Result<void> makeNewsroom(Database &database, const Clock &clock, Dice &dice, const Site &site,
                                        const std::vector<Section> &sections, const NewUser &administrator);

/// Adds a person. InvalidInput "user.login" (3 to 60 of a-z 0-9 . _ -), "user.password" (at least 10 characters);
/// Conflict "user.login" if it is taken.
[[nodiscard]] Result<User> addUser(Database &database, const Clock &clock, Dice &dice, const NewUser &user,
                                   HashCost cost = HashCost::Interactive);

/// Gives the person at this login another password; he has to sign in again everywhere. InvalidInput "user.password",
/// NotFound "user".
[[nodiscard]] Result<void> changePassword(Database &database, const Clock &clock, const QString &login,
                                          const QString &password, HashCost cost = HashCost::Interactive);

/// Disabled: he is signed out everywhere and cannot sign in until he is Active again. NotFound "user".
[[nodiscard]] Result<void> setStanding(Database &database, const Clock &clock, const QString &login, Standing standing);

/// Ends the person's sign-ins on all PCs, as after one was lost. NotFound "user".
[[nodiscard]] Result<void> signOutEverywhere(Database &database, const Clock &clock, const QString &login);

/// Adds a section behind the others. Its address is made from its name if `wanted.slug` is empty. InvalidInput
/// "section.name", "section.slug" (see canNameSection()); Conflict "section.slug" if another has it.
[[nodiscard]] Result<Section> addSection(Database &database, const Clock &clock, Dice &dice, const Section &wanted);

/// Which findings of the checklist stand against approval from now on; those of alwaysRefuses() do in any case.
/// NotFound "site" if no newsroom was made here.
[[nodiscard]] Result<void> setChecklist(Database &database, const Clock &clock, const ChecklistPolicy &policy);

/// What is in force now. NotFound "site".
[[nodiscard]] Result<ChecklistPolicy> checklistOf(Database &database, const Clock &clock);

[[nodiscard]] Result<std::vector<Section>> newsroomSections(Database &database);

} // namespace toasoan
