#include "actions/Command.h"

namespace toasoan {

namespace {

Step stepOf(const SaveArticle &)
{
    return Step::Save;
}
Step stepOf(const SubmitArticle &)
{
    return Step::Submit;
}
Step stepOf(const MoveArticle &command)
{
    return command.step;
}
Step stepOf(const ApproveArticle &)
{
    return Step::Approve;
}
Step stepOf(const ScheduleArticle &)
{
    return Step::Schedule;
}
Step stepOf(const PublishArticle &)
{
    return Step::Publish;
}
Step stepOf(const UnpublishArticle &)
{
    return Step::Unpublish;
}

} // namespace

ArticleId articleOf(const Command &command)
{
    return std::visit([](const auto &each) { return each.article; }, command);
}

Step stepOf(const Command &command)
{
    return std::visit([](const auto &each) { return stepOf(each); }, command);
}

Version versionOf(const Command &command)
{
    return std::visit(
        [](const auto &each) -> Version {
            if constexpr (requires { each.version; })
                return each.version;
            else
                return each.base;
        },
        command);
}

void setVersion(Command &command, Version version)
{
    std::visit(
        [version](auto &each) {
            if constexpr (requires { each.version; })
                each.version = version;
        },
        command);
}

Result<Article> perform(ActionContext &context, const Command &command)
{
    return std::visit([&context](const auto &each) { return perform(context, each); }, command);
}

} // namespace toasoan
