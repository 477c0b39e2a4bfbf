// The databases of worlds: in memory, made once and used again by the next world, since emptying one is much cheaper
// than making it.
#pragma once

#include "base/Result.h"
#include "storage/Database.h"

#include <memory>

namespace toasoan::test {

template <typename T>
T required(Result<T> result, const char *what)
{
    if (!result)
        qFatal("%s: %s: %s", what, qPrintable(result.error().subject), qPrintable(result.error().detail));
    return *std::move(result);
}

inline void required(const Result<void> &result, const char *what)
{
    if (!result)
        qFatal("%s: %s: %s", what, qPrintable(result.error().subject), qPrintable(result.error().detail));
}

[[nodiscard]] std::unique_ptr<Database> takeDatabase();
void giveBack(std::unique_ptr<Database> database);
/// Copies all rows, through the columns that both have.
void copyRows(Database &from, Database &to);

} // namespace toasoan::test
