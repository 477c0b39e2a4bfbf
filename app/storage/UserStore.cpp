#include "storage/UserStore.h"

#include "storage/Reading.h"

namespace toasoan {

namespace {

User readUser(const Statement &row)
{
    return User{.id = row.id<UserId>(0),
                .login = row.text(1),
                .name = row.text(2),
                .penName = row.text(3),
                .standing = row.integer(4) != 0 ? Standing::Disabled : Standing::Active,
                .grants = {}};
}

} // namespace

UserStore::UserStore(Transaction &transaction) : m_transaction(transaction) { }

Result<User> UserStore::find(UserId id) const
{
    Statement statement(m_transaction, "SELECT id, login, name, pen_name, disabled FROM users WHERE id = :id");
    statement.bind("id", id);
    auto user = statement.find(readUser);
    if (!user)
        return user.error();
    if (!*user)
        return Error{ErrorCode::NotFound, QStringLiteral("user"), id.toText()};
    auto roles = grants(id);
    if (!roles)
        return roles.error();
    (*user)->grants = *std::move(roles);
    return **std::move(user);
}

Result<std::vector<User>> UserStore::all() const
{
    Statement statement(m_transaction, "SELECT id, login, name, pen_name, disabled FROM users ORDER BY id");
    auto users = statement.all(readUser);
    if (!users)
        return users.error();
    for (User &user : *users) {
        auto roles = grants(user.id);
        if (!roles)
            return roles.error();
        user.grants = *std::move(roles);
    }
    return users;
}

Result<std::optional<Credentials>> UserStore::credentials(const QString &login) const
{
    Statement statement(m_transaction, "SELECT id, password_hash, disabled FROM users WHERE login = :login");
    statement.bind("login", login);
    return statement.find([](const Statement &row) {
        return Credentials{.user = row.id<UserId>(0),
                           .passwordHash = row.text(1),
                           .standing = row.integer(2) != 0 ? Standing::Disabled : Standing::Active};
    });
}

Result<void> UserStore::add(const User &user, const QString &passwordHash, Instant now)
{
    const auto known = credentials(user.login);
    if (!known)
        return known.error();
    if (*known)
        return Error{ErrorCode::Conflict, QStringLiteral("user.login"), {}};
    Statement statement(m_transaction, R"(
        INSERT INTO users (id, login, name, pen_name, password_hash, disabled, created_at)
        VALUES (:id, :login, :name, :penName, :hash, :disabled, :now)
    )");
    statement.bind("id", user.id);
    statement.bind("login", user.login);
    statement.bind("name", user.name);
    statement.bind("penName", user.penName);
    statement.bind("hash", passwordHash);
    statement.bind("disabled", qint64(user.standing == Standing::Disabled ? 1 : 0));
    statement.bind("now", now);
    if (auto done = statement.run(); !done)
        return done.error();
    return putGrants(user);
}

Result<void> UserStore::put(const User &user)
{
    Statement statement(m_transaction, R"(
        INSERT INTO users (id, login, name, pen_name, password_hash, disabled, created_at)
        VALUES (:id, :login, :name, :penName, '', :disabled, 0)
        ON CONFLICT (id) DO UPDATE SET
            login = excluded.login,
            name = excluded.name,
            pen_name = excluded.pen_name,
            disabled = excluded.disabled
    )");
    statement.bind("id", user.id);
    statement.bind("login", user.login);
    statement.bind("name", user.name);
    statement.bind("penName", user.penName);
    statement.bind("disabled", qint64(user.standing == Standing::Disabled ? 1 : 0));
    if (auto done = statement.run(); !done)
        return done.error();
    return putGrants(user);
}

Result<void> UserStore::setPassword(UserId id, const QString &passwordHash)
{
    Statement statement(m_transaction, "UPDATE users SET password_hash = :hash WHERE id = :id");
    statement.bind("hash", passwordHash);
    statement.bind("id", id);
    return statement.run();
}

Result<std::vector<Grant>> UserStore::grants(UserId user) const
{
    Statement statement(m_transaction, R"(
        SELECT role, section_id
        FROM grants
        WHERE user_id = :user
        ORDER BY role, section_id
    )");
    statement.bind("user", user);
    // A role of a newer program lets nobody do anything that this one knows of.
    std::vector<Grant> grants;
    const auto rows = statement.all([&grants](const Statement &row) {
        const auto role = roleFromText(row.text(0));
        if (role)
            grants.push_back({.role = *role, .section = SectionId::fromText(row.text(1))});
        return role.has_value();
    });
    if (!rows)
        return rows.error();
    return grants;
}

Result<void> UserStore::putGrants(const User &user)
{
    Statement old(m_transaction, "DELETE FROM grants WHERE user_id = :user");
    old.bind("user", user.id);
    if (auto done = old.run(); !done)
        return done.error();
    for (const Grant &grant : user.grants) {
        Statement statement(m_transaction, R"(
            INSERT INTO grants (user_id, role, section_id)
            VALUES (:user, :role, :section)
            ON CONFLICT (user_id, role, section_id) DO NOTHING
        )");
        statement.bind("user", user.id);
        statement.bind("role", toText(grant.role));
        statement.bind("section", grant.section ? grant.section->toText() : QString());
        if (auto done = statement.run(); !done)
            return done.error();
    }
    return {};
}

Result<void> UserStore::addSession(const QString &tokenHash, UserId user, const QString &device, Instant now,
                                   Instant expiresAt, const QString &place)
{
    Statement statement(m_transaction, R"(
        INSERT INTO sessions (token_hash, user_id, device, created_at, expires_at, place)
        VALUES (:hash, :user, :device, :now, :expires, :place)
    )");
    statement.bind("hash", tokenHash);
    statement.bind("user", user);
    statement.bind("device", device);
    statement.bind("now", now);
    statement.bind("expires", expiresAt);
    statement.bind("place", place);
    return statement.run();
}

Result<bool> UserStore::hasSignedInAt(UserId user, const QString &place, Instant since) const
{
    if (place.isEmpty())
        return false;
    Statement statement(m_transaction, R"(
        SELECT COUNT(*)
        FROM sessions
        WHERE user_id = :user AND place = :place AND created_at >= :since
    )");
    statement.bind("user", user);
    statement.bind("place", place);
    statement.bind("since", since);
    auto count = oneInteger(statement);
    if (!count)
        return count.error();
    return *count > 0;
}

Result<std::optional<User>> UserStore::userOfSession(const QString &tokenHash, Instant now) const
{
    Statement statement(m_transaction, R"(
        SELECT u.id, u.login, u.name, u.pen_name, u.disabled
        FROM sessions s
        JOIN users u ON u.id = s.user_id
        WHERE s.token_hash = :hash AND s.revoked_at IS NULL AND s.expires_at > :now AND u.disabled = 0
    )");
    statement.bind("hash", tokenHash);
    statement.bind("now", now);
    auto user = statement.find(readUser);
    if (!user || !*user)
        return user;
    auto roles = grants((*user)->id);
    if (!roles)
        return roles.error();
    (*user)->grants = *std::move(roles);
    return user;
}

Result<void> UserStore::revokeSession(const QString &tokenHash, Instant now)
{
    Statement statement(m_transaction, R"(
        UPDATE sessions
        SET revoked_at = :now
        WHERE token_hash = :hash AND revoked_at IS NULL
    )");
    statement.bind("now", now);
    statement.bind("hash", tokenHash);
    return statement.run();
}

Result<void> UserStore::revokeSessions(UserId user, Instant now)
{
    Statement statement(m_transaction, R"(
        UPDATE sessions
        SET revoked_at = :now
        WHERE user_id = :user AND revoked_at IS NULL
    )");
    statement.bind("now", now);
    statement.bind("user", user);
    return statement.run();
}

} // namespace toasoan
