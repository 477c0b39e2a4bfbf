// What the programs' command lines share: asking for a password, and saying what went wrong and what to do.
#pragma once

#include "base/Error.h"

#include <QString>

namespace toasoan {

/// Writes a line to standard output.
void say(const QString &line);
/// Writes the error as a sentence that says what to do, with code and subject, to standard error; returns 1.
int complain(const Error &error);
/// Asks on the terminal, without echo where it is one; a line of standard input otherwise.
[[nodiscard]] QString askPassword(const QString &prompt);
[[nodiscard]] QString ask(const QString &prompt);

} // namespace toasoan
