// A public item is taken down: its address answers 410 with a notice; content, versions and the reason are kept.
#pragma once

#include "actions/Action.h"
#include "actions/ActionContext.h"
#include "domain/Record.h"

namespace toasoan {

struct Unpublish
{
    static constexpr ActionFacts facts{.name = "unpublish", .shape = Shape::Step, .when = When::Queued};

    Key target;
    Version version = 0;
    QString reason;

    template <typename Visit>
    void fields(Visit &visit)
    {
        visit("reason", reason, Need::Optional);
    }
    [[nodiscard]] Result<FullRecord> perform(ActionContext &context) const;

    bool operator==(const Unpublish &) const = default;
};

} // namespace toasoan
