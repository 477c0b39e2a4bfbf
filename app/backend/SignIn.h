// Signing in and out.
#pragma once

#include "backend/AttemptLimiter.h"
#include "protocol/Session.h"
#include "storage/Database.h"

namespace toasoan {

/// How long a sign-in lasts, if it is not ended before.
inline constexpr std::chrono::days sessionLength{30};

/// Checks the password and makes a session. Unauthenticated "session.password" for a wrong name or password (the same
/// answer, after the same work); Forbidden "user.disabled"; RateLimited "session" after too many failures of the
/// account or the address.
[[nodiscard]] Result<SignInAnswer> signIn(Database &database, AttemptLimiter &attempts, const Clock &clock,
                                          const SignInRequest &request, const QString &address);

/// Ends the session of a token.
[[nodiscard]] Result<void> signOut(Database &database, const Clock &clock, const QString &token);

} // namespace toasoan
