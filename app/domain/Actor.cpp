#include "domain/Actor.h"

#include "base/EnumText.h"

namespace toasoan {

namespace {

constexpr EnumTexts<Role, 9> roleTexts{{
    {Role::Contributor, "contributor"},
    {Role::Reporter, "reporter"},
    {Role::Editor, "editor"},
    {Role::Secretary, "secretary"},
    {Role::DeputyChair, "deputyChair"},
    {Role::BoardChair, "boardChair"},
    {Role::Administrator, "administrator"},
    {Role::Accountant, "accountant"},
    {Role::System, "system"},
}};

} // namespace

QString toText(Role role)
{
    return enumText(roleTexts, role);
}

std::optional<Role> roleFromText(QStringView text)
{
    return enumFromText(roleTexts, text);
}

bool Actor::hasRole(Role role, SectionId section) const
{
    return std::ranges::any_of(grants, [&](const Grant &grant) {
        return grant.role == role && (!grant.section || *grant.section == section);
    });
}

} // namespace toasoan
