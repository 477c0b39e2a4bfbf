// A person of the board gets an account.
#pragma once

#include "actions/Action.h"
#include "actions/ActionContext.h"
#include "actions/Preparation.h"
#include "actions/Secret.h"
#include "base/Dice.h"
#include "domain/User.h"

namespace toasoan {

struct AddUser
{
    static constexpr ActionFacts facts{.name = "addUser", .shape = Shape::Free, .when = When::Online};

    UserId target; ///< made by whoever asks
    QString login;
    QString name;
    std::vector<Grant> grants;
    Secret password;
    QString passwordHash; ///< by prepare()

    template <typename Visit>
    void fields(Visit &visit)
    {
        visit("login", login);
        visit("name", name);
        visit("grants", grants);
        visit("password", password);
    }

    /// Whom it adds.
    [[nodiscard]] User user() const;

    /// InvalidInput "user.login" (3 to 60 of a-z 0-9 . _ -), "user.name", "user.password" (at least 10 characters).
    [[nodiscard]] Result<void> prepare(const Preparation &preparation);
    /// Conflict "user.login" if the login is taken.
    [[nodiscard]] Result<void> perform(ActionContext &context) const;
};

/// With a new id.
[[nodiscard]] AddUser newUser(const Clock &clock, Dice &dice, const QString &login, const QString &name,
                              const std::vector<Grant> &grants, const QString &password);

/// InvalidInput "user.password" if it is too short.
[[nodiscard]] Result<void> checkPassword(const Secret &password);

} // namespace toasoan
