#include "backend/SignIn.h"

#include "backend/Secrets.h"
#include "storage/ChangeStore.h"
#include "storage/UserStore.h"

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

// A name that does not exist costs the same work as one that does: time must not tell which names exist.
bool spendTheSameTime(const QString &password)
{
    static const QString nobody = hashPassword(newToken()).valueOr(QString());
    return passwordFits(password, nobody);
}

} // namespace

Result<SignInAnswer> signIn(Database &database, AttemptLimiter &attempts, const Clock &clock,
                            const SignInRequest &request, const QString &address)
{
    const Instant now = clock.now();
    if (auto allowed = attempts.check(request.login, address, now); !allowed)
        return allowed.error();
    // Hashing takes its time and needs no transaction.
    auto credentials = readIn(
        database, [&request](Transaction &transaction) { return UserStore(transaction).credentials(request.login); });
    if (!credentials)
        return credentials.error();
    const bool fits = *credentials ? passwordFits(request.password, (*credentials)->passwordHash)
                                   : spendTheSameTime(request.password) && false;
    if (!fits) {
        attempts.failed(request.login, address, now);
        return Error{ErrorCode::Unauthenticated, u"session.password"_s, {}};
    }
    if ((*credentials)->standing == Standing::Disabled)
        return Error{ErrorCode::Forbidden, u"user.disabled"_s, {}};
    attempts.succeeded(request.login);

    auto transaction = Transaction::begin(database, Access::Write);
    if (!transaction)
        return transaction.error();
    UserStore users(*transaction);
    auto user = users.find((*credentials)->user);
    if (!user)
        return user.error();
    const SignInAnswer answer{.token = newToken(), .expiresAt = now + sessionLength, .user = *std::move(user)};
    if (auto added = users.addSession(tokenHash(answer.token), answer.user.id, request.device, now, answer.expiresAt);
        !added)
        return added.error();
    if (auto added = ChangeStore(*transaction)
                         .addAudit(answer.user.id, u"signIn"_s, toText(Noun::User), answer.user.id.toText(), {}, now);
        !added)
        return added.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return answer;
}

Result<void> signOut(Database &database, const Clock &clock, const QString &token)
{
    auto transaction = Transaction::begin(database, Access::Write);
    if (!transaction)
        return transaction.error();
    if (auto ended = UserStore(*transaction).revokeSession(tokenHash(token), clock.now()); !ended)
        return ended.error();
    return transaction->commit();
}

} // namespace toasoan
