// Who acts: a person of the board with his roles, per section or for all of them.
#pragma once

#include "domain/Ids.h"

#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace toasoan {

enum class Role
{
    Contributor, ///< cộng tác viên
    Reporter, ///< phóng viên
    Editor, ///< biên tập viên, ủy viên
    Secretary, ///< thư ký
    DeputyChair, ///< Phó Trưởng ban
    BoardChair, ///< Trưởng ban
    Administrator, ///< quản trị viên: users, sections, settings; no right to approve
    Accountant, ///< kế toán
    System, ///< the server itself: the scheduler. Never granted to a person.
};

/// The roles that a person can be given, in the order in which they are listed.
inline constexpr std::array grantableRoles{Role::Contributor, Role::Reporter,   Role::Editor,        Role::Secretary,
                                           Role::DeputyChair, Role::BoardChair, Role::Administrator, Role::Accountant};

[[nodiscard]] QString toText(Role role);
[[nodiscard]] std::optional<Role> roleFromText(QStringView text);

/// A role in one section, or in every section when none is named.
struct Grant
{
    Role role = Role::Contributor;
    std::optional<SectionId> section;

    bool operator==(const Grant &) const = default;
};

struct Actor
{
    UserId user;
    std::vector<Grant> grants;

    /// The server acting by itself, at the hour that a person set.
    [[nodiscard]] static Actor system() { return {.user = {}, .grants = {{.role = Role::System, .section = {}}}}; }

    [[nodiscard]] bool hasRole(Role role, SectionId section) const;

    bool operator==(const Actor &) const = default;
};

} // namespace toasoan
