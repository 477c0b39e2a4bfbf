// From the engine's errors to ours, in one place.
#pragma once

#include "base/Error.h"
#include "storage/DatabaseLocation.h"

#include <string_view>

class QSqlError;

namespace toasoan {

/// When the error came: the engine's message is about the SQL text alone while preparing, and may quote bound values
/// (personal data) while running.
enum class SqlStage
{
    Preparing,
    Running
};

/// Maps the native code (SQLite's extended result code, PostgreSQL's SQLSTATE):
///
/// | what | code, subject |
/// |---|---|
/// | another writer or a lock did not end in time, a deadlock | Unavailable "database.busy" |
/// | no space left | StorageFull "database.full" |
/// | unique or primary key | Conflict "database.unique" |
/// | any other constraint: the stores check what they write, so this is our own fault | Internal "database.constraint"
/// | | a damaged file, or none of ours | Corrupt "database.file" | | the file or server lets nobody write | Unavailable
/// "database.readOnly" | | the file cannot be opened; the server refuses us | Unavailable "database.open" | | reading
/// or writing the disk fails | Unavailable "database.io" | | the connection is lost | Unavailable "database.connection"
/// | | all else: wrong SQL | Internal "database.sql" |
///
/// The detail holds the native code and the first words of `sql`, never a bound value.
[[nodiscard]] Error databaseError(Engine engine, const QSqlError &error, std::string_view sql, SqlStage stage);

} // namespace toasoan
