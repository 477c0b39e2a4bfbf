// A person of the board, as others see him. His password never leaves the store.
#pragma once

#include "domain/Actor.h"

#include <QString>

namespace toasoan {

enum class Standing
{
    Active,
    Disabled
};

struct User
{
    UserId id;
    QString login;
    QString name;
    QString penName; ///< bút danh; empty if he signs with his name
    Standing standing = Standing::Active;
    std::vector<Grant> grants;

    [[nodiscard]] Actor actor() const { return {.user = id, .grants = grants}; }
    [[nodiscard]] QString byline() const { return penName.isEmpty() ? name : penName; }
    bool operator==(const User &) const = default;
};

} // namespace toasoan
