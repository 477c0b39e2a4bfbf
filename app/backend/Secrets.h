// Passwords and tokens (libsodium). Nothing here can be turned back into what it was made of.
#pragma once

#include "base/Result.h"

#include <QString>

namespace toasoan {

/// How much work a password hash costs: Interactive for people (about 64 MiB and tens of milliseconds), Minimal for
/// tests that sign in many times.
enum class HashCost
{
    Interactive,
    Minimal
};

/// Argon2id in libsodium's text form. StorageFull "memory" if there is not enough memory for it.
[[nodiscard]] Result<QString> hashPassword(const QString &password, HashCost cost = HashCost::Interactive);
[[nodiscard]] bool passwordFits(const QString &password, const QString &hash);

/// 256 random bits as base64url.
[[nodiscard]] QString newToken();
/// What is kept of a token: SHA-256 in hex. A token has too many bits to be guessed, so it needs no slow hash.
[[nodiscard]] QString tokenHash(const QString &token);

} // namespace toasoan
