#include "actions/Command.h"

namespace toasoan {

Key keyOf(const Command &command)
{
    return std::visit([](const auto &each) { return each.target; }, command);
}

Step stepOf(const Command &command)
{
    return std::visit(
        []<typename Action>(const Action &each) {
            if constexpr (requires { each.step; })
                return each.step;
            else
                return *stepFromText(QString::fromLatin1(Action::facts.name));
        },
        command);
}

Version versionOf(const Command &command)
{
    return std::visit(
        []<typename Action>(const Action &each) -> Version {
            if constexpr (Action::facts.shape == Shape::Save)
                return each.base;
            else
                return each.version;
        },
        command);
}

void setVersion(Command &command, Version version)
{
    std::visit(
        [version]<typename Action>(Action &each) {
            if constexpr (Action::facts.shape == Shape::Step)
                each.version = version;
        },
        command);
}

Result<FullRecord> perform(ActionContext &context, const Command &command)
{
    return std::visit([&context](const auto &each) { return each.perform(context); }, command);
}

} // namespace toasoan
