#include "actions/Accounts.h"

#include "actions/AddUser.h"
#include "actions/Administration.h"
#include "storage/UserStore.h"

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

Result<User> findAccount(const ActionContext &context, UserId id)
{
    if (auto may = checkAdministrator(context); !may)
        return may.error();
    return UserStore(context.transaction).find(id);
}

} // namespace

Result<void> SetPassword::prepare(const Preparation &preparation)
{
    if (auto checked = checkPassword(password); !checked)
        return checked;
    auto hash = preparation.hashPassword(password.text);
    if (!hash)
        return hash.error();
    passwordHash = *hash;
    return {};
}

Result<void> SetPassword::perform(ActionContext &context) const
{
    if (auto account = findAccount(context, target); !account)
        return account.error();
    UserStore users(context.transaction);
    if (auto set = users.setPassword(target, passwordHash); !set)
        return set;
    if (auto revoked = users.revokeSessions(target, context.clock.now()); !revoked)
        return revoked;
    return recordChange(context, nouns::user, target.toText(), u"changePassword"_s);
}

Result<void> SetStanding::perform(ActionContext &context) const
{
    auto account = findAccount(context, target);
    if (!account)
        return account.error();
    UserStore users(context.transaction);
    account->standing = standing;
    if (auto put = users.put(*account); !put)
        return put;
    if (standing == Standing::Disabled) {
        if (auto revoked = users.revokeSessions(target, context.clock.now()); !revoked)
            return revoked;
    }
    return recordChange(context, nouns::user, target.toText(),
                        standing == Standing::Disabled ? u"disableUser"_s : u"enableUser"_s);
}

Result<void> SignOutUser::perform(ActionContext &context) const
{
    if (auto account = findAccount(context, target); !account)
        return account.error();
    if (auto revoked = UserStore(context.transaction).revokeSessions(target, context.clock.now()); !revoked)
        return revoked;
    return recordChange(context, nouns::user, target.toText(), u"signOutUser"_s);
}

} // namespace toasoan
