// Reads and writes people, their roles and their sign-ins.
#pragma once

#include "base/Clock.h"
#include "domain/User.h"
#include "storage/Transaction.h"

#include <vector>

namespace toasoan {

/// What signing in needs of a person; the hash leaves the store for this alone.
struct Credentials
{
    UserId user;
    QString passwordHash; ///< libsodium's crypto_pwhash_str (Argon2id)
    Standing standing = Standing::Active;
};

class UserStore
{
public:
    explicit UserStore(Transaction &transaction);

    /// NotFound "user" if there is none.
    [[nodiscard]] Result<User> find(UserId id) const;
    [[nodiscard]] Result<std::vector<User>> all() const;
    [[nodiscard]] Result<std::optional<Credentials>> credentials(const QString &login) const;

    /// Conflict "user.login" if the login is taken.
    [[nodiscard]] Result<void> add(const User &user, const QString &passwordHash, Instant now);
    /// Writes all but the password, with the grants as they are; for a replica also a new one.
    [[nodiscard]] Result<void> put(const User &user);
    [[nodiscard]] Result<void> setPassword(UserId id, const QString &passwordHash);

    /// A sign-in that ends at `expiresAt`. `place` tells where it was (hasSignedInAt()).
    [[nodiscard]] Result<void> addSession(const QString &tokenHash, UserId user, const QString &device, Instant now,
                                          Instant expiresAt, const QString &place = {});
    /// Whether there was a sign-in of this person with that place, not empty, since then; over or ended ones count.
    [[nodiscard]] Result<bool> hasSignedInAt(UserId user, const QString &place, Instant since) const;
    /// Who the token is, if the session is neither over nor revoked and the person active.
    [[nodiscard]] Result<std::optional<User>> userOfSession(const QString &tokenHash, Instant now) const;
    [[nodiscard]] Result<void> revokeSession(const QString &tokenHash, Instant now);
    [[nodiscard]] Result<void> revokeSessions(UserId user, Instant now);

private:
    [[nodiscard]] Result<std::vector<Grant>> grants(UserId user) const;
    [[nodiscard]] Result<void> putGrants(const User &user);

    Transaction &m_transaction;
};

} // namespace toasoan
