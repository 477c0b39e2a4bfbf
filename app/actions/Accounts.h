// What is done to the account of somebody who has one.
#pragma once

#include "actions/Action.h"
#include "actions/ActionContext.h"
#include "actions/Preparation.h"
#include "actions/Secret.h"
#include "domain/User.h"

namespace toasoan {

/// Another password: he has to sign in again everywhere.
struct SetPassword
{
    static constexpr ActionFacts facts{.name = "changePassword", .shape = Shape::Free, .when = When::Online};

    UserId target;
    Secret password;
    QString passwordHash; ///< by prepare()

    template <typename Visit>
    void fields(Visit &visit)
    {
        visit("password", password);
    }
    /// InvalidInput "user.password" (at least 10 characters).
    [[nodiscard]] Result<void> prepare(const Preparation &preparation);
    /// NotFound "user".
    [[nodiscard]] Result<void> perform(ActionContext &context) const;
};

/// Disabled: he is signed out everywhere and cannot sign in until he is Active again.
struct SetStanding
{
    static constexpr ActionFacts facts{.name = "setStanding", .shape = Shape::Free, .when = When::Online};

    UserId target;
    Standing standing = Standing::Active;

    template <typename Visit>
    void fields(Visit &visit)
    {
        visit("disabled", standing);
    }
    /// NotFound "user".
    [[nodiscard]] Result<void> perform(ActionContext &context) const;
};

/// Ends the person's sign-ins on all PCs, as after one was lost.
struct SignOutUser
{
    static constexpr ActionFacts facts{.name = "signOutUser", .shape = Shape::Free, .when = When::Online};

    UserId target;

    template <typename Visit>
    void fields(Visit &)
    { }
    /// NotFound "user".
    [[nodiscard]] Result<void> perform(ActionContext &context) const;
};

} // namespace toasoan
