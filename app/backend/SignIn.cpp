#include "backend/SignIn.h"

#include "backend/Secrets.h"
#include "storage/ChangeStore.h"
#include "storage/NewsroomStore.h"
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

// What is kept of the place of a sign-in, to know it again: nothing that says where it was.
QString placeOf(const Credentials &person, const SignInAttempt &attempt)
{
    return tokenHash(person.user.toText() + u'\n' + attempt.address + u'\n' + attempt.device);
}

} // namespace

Result<SignInAnswer> signIn(Database &database, AttemptLimiter &attempts, const Clock &clock,
                            const SignInRequest &request, const QString &address)
{
    const Instant now = clock.now();
    SignInAttempt attempt{.login = request.login, .address = address, .device = request.device};
    auto credentials = readIn(database, [&](Transaction &transaction) -> Result<std::optional<Credentials>> {
        const UserStore users(transaction);
        auto found = users.credentials(request.login);
        if (!found || !*found)
            return found;
        auto known = users.hasSignedInAt((*found)->user, placeOf(**found, attempt), now - placeKnown);
        if (!known)
            return known.error();
        attempt.isKnown = *known;
        return found;
    });
    if (!credentials)
        return credentials.error();
    if (const auto wait = attempts.begin(attempt, now)) {
        const auto seconds = std::chrono::ceil<std::chrono::seconds>(*wait);
        return Error{ErrorCode::RateLimited, u"session"_s, QString::number(seconds.count())};
    }
    // Hashing takes its time and needs no transaction.
    const bool fits = *credentials ? passwordFits(request.password, (*credentials)->passwordHash)
                                   : spendTheSameTime(request.password) && false;
    if (!fits)
        return Error{ErrorCode::Unauthenticated, u"session.password"_s, {}};
    if ((*credentials)->standing == Standing::Disabled)
        return Error{ErrorCode::Forbidden, u"user.disabled"_s, {}};
    attempts.succeeded(attempt, now);
    const Instant begin = clock.now();

    // Who changes a password or closes an account ends its sessions; one that begins meanwhile must not outlive that.
    // So it is looked at again where all who write wait for each other.
    auto transaction = beginWriting(database);
    if (!transaction)
        return transaction.error();
    UserStore users(*transaction);
    auto current = users.credentials(request.login);
    if (!current)
        return current.error();
    if (!*current || (*current)->user != (*credentials)->user
        || (*current)->passwordHash != (*credentials)->passwordHash)
        return Error{ErrorCode::Unauthenticated, u"session.password"_s, u"changed meanwhile"_s};
    if ((*current)->standing == Standing::Disabled)
        return Error{ErrorCode::Forbidden, u"user.disabled"_s, {}};
    auto user = users.find((*credentials)->user);
    if (!user)
        return user.error();
    const SignInAnswer answer{.token = newToken(), .expiresAt = begin + sessionLength, .user = *std::move(user)};
    if (auto added = users.addSession(tokenHash(answer.token), answer.user.id, request.device, begin, answer.expiresAt,
                                      placeOf(**credentials, attempt));
        !added)
        return added.error();
    if (auto added =
            ChangeStore(*transaction)
                .addAudit(answer.user.id, u"signIn"_s, toText(nouns::user), answer.user.id.toText(), {}, begin);
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
