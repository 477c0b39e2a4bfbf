#include "actions/AddUser.h"

#include "actions/Administration.h"
#include "domain/NewsroomJson.h"
#include "storage/UserStore.h"
#include "text/Vietnamese.h"

#include <QRegularExpression>

namespace toasoan {

using namespace Qt::StringLiterals;

Result<void> checkPassword(const Secret &password)
{
    constexpr qsizetype shortest = 10;
    if (password.text.size() < shortest)
        return Error{ErrorCode::InvalidInput, u"user.password"_s, u"too short"_s};
    return {};
}

AddUser newUser(const Clock &clock, Dice &dice, const QString &login, const QString &name,
                const std::vector<Grant> &grants, const QString &password)
{
    return {.target = UserId::create(clock, dice),
            .login = login,
            .name = name,
            .grants = grants,
            .password = {password},
            .passwordHash = {}};
}

User AddUser::user() const
{
    return {.id = target, .login = login, .name = name, .penName = {}, .standing = Standing::Active, .grants = grants};
}

Result<void> AddUser::prepare(const Preparation &preparation)
{
    static const QRegularExpression loginForm(u"\\A[a-z0-9][a-z0-9._-]{2,59}\\z"_s);
    if (!loginForm.match(login).hasMatch())
        return Error{ErrorCode::InvalidInput, u"user.login"_s, {}};
    auto clean = cleanText(name, Lines::Single, 120, u"user.name"_s);
    if (!clean)
        return clean.error();
    if (clean->isEmpty())
        return Error{ErrorCode::InvalidInput, u"user.name"_s, u"empty"_s};
    name = *clean;
    if (auto checked = checkPassword(password); !checked)
        return checked;
    auto hash = preparation.hashPassword(password.text);
    if (!hash)
        return hash.error();
    passwordHash = *hash;
    return {};
}

Result<void> AddUser::perform(ActionContext &context) const
{
    if (auto may = checkAdministrator(context); !may)
        return may;
    if (auto added = UserStore(context.transaction).add(user(), passwordHash, context.clock.now()); !added)
        return added;
    return recordChange(context, nouns::user, target.toText(), u"addUser"_s,
                        {{"login"_L1, login}, {"name"_L1, name}, {"grants"_L1, toJson(grants)}});
}

} // namespace toasoan
