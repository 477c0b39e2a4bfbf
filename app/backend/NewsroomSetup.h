// Opens a newsroom and its ledger of visits: their schemas, brought up to date or only looked at; and what the command
// line asks of it. What changes it are actions.
#pragma once

#include "base/Clock.h"
#include "base/Dice.h"
#include "domain/Section.h"
#include "domain/Site.h"
#include "domain/User.h"
#include "storage/Database.h"
#include "storage/Migrator.h"

#include <vector>

namespace toasoan {

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

/// The state of the schema of the ledger of visits; None where there is none yet.
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

/// Whether a newsroom was made here.
[[nodiscard]] Result<bool> hasNewsroom(Database &database, const Clock &clock);

/// What stands against an approval now. NotFound "site".
[[nodiscard]] Result<ChecklistPolicy> checklistOf(Database &database, const Clock &clock);

[[nodiscard]] Result<std::vector<Section>> newsroomSections(Database &database);

/// Who signs in with it. NotFound "user".
[[nodiscard]] Result<UserId> userWithLogin(Database &database, const QString &login);

} // namespace toasoan
