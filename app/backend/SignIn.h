// Signing in and out.
#pragma once

#include "backend/AttemptLimiter.h"
#include "protocol/Session.h"
#include "storage/Database.h"

namespace toasoan {

/// How long a sign-in lasts, if it is not ended before.
inline constexpr std::chrono::days sessionLength{30};

/// For how long a PC is known by a sign-in (AttemptLimiter.h).
inline constexpr std::chrono::days placeKnown{90};

/// Checks the password and makes a session. `address` is empty where nobody knows it. Unauthenticated
/// "session.password" for a wrong name or password (the same answer, after the same work), and for one that was changed
/// while it was checked; Forbidden "user.disabled"; RateLimited "session" after too many failures, with the seconds to
/// wait as its detail.
[[nodiscard]] Result<SignInAnswer> signIn(Database &database, AttemptLimiter &attempts, const Clock &clock,
                                          const SignInRequest &request, const QString &address);

/// Ends the session of a token.
[[nodiscard]] Result<void> signOut(Database &database, const Clock &clock, const QString &token);

} // namespace toasoan
