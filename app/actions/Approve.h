// The chair approves one exact version.
#pragma once

#include "actions/Action.h"
#include "actions/ActionContext.h"
#include "domain/Record.h"

namespace toasoan {

struct Approve
{
    static constexpr ActionFacts facts{.name = "approve", .shape = Shape::Step, .when = When::Queued};

    Key target;
    Version version = 0;
    QString contentHash; ///< of what the chair read
    QString note;

    template <typename Visit>
    void fields(Visit &visit)
    {
        visit("contentHash", contentHash);
        visit("note", note, Need::Optional);
    }
    /// Conflict "article.contentHash" if the version says something else than the chair read; then
    /// what its kind has against it (of an item: pictures that are missing, what the board wants first).
    [[nodiscard]] Result<FullRecord> perform(ActionContext &context) const;

    bool operator==(const Approve &) const = default;
};

} // namespace toasoan
