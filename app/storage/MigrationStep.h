// What the program does in the place of one statement of a migration: what SQL can say, but not do in reasonable time.
// The file stays as it was released, and with it the checksum by which programs of other versions know it.
#pragma once

#include "base/Result.h"

#include <QtGlobal>

#include <functional>
#include <string_view>

namespace toasoan {

class Transaction;
struct Migration;

struct MigrationStep
{
    std::string_view set;
    std::string_view migration; ///< its name
    std::string_view statement; ///< how the statement begins, up to its first line's end
    /// Does it, telling how many rows of how many are done.
    Result<void> (*run)(Transaction &, const std::function<void(qint64 done, qint64 of)> &told);
};

/// The step in the place of the statement; null where the statement itself is run, as nearly everywhere.
[[nodiscard]] const MigrationStep *findMigrationStep(QStringView set, const Migration &migration,
                                                     std::string_view statement);

} // namespace toasoan
