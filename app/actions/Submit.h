// The author hands his item in, and answers for it that it holds no state secret.
#pragma once

#include "actions/Action.h"
#include "actions/ActionContext.h"
#include "domain/Record.h"

namespace toasoan {

/// The author's word on state secrets (Law on the protection of state secrets; asked at every submitting).
enum class StateSecret
{
    NotConfirmed,
    ConfirmedNone
};

struct Submit
{
    static constexpr ActionFacts facts{.name = "submit", .shape = Shape::Step, .when = When::Queued};

    Key target;
    Version version = 0;
    StateSecret stateSecret = StateSecret::NotConfirmed;

    template <typename Visit>
    void fields(Visit &visit)
    {
        visit("confirmsNoStateSecret", stateSecret);
    }
    /// InvalidInput "article.stateSecret" without the author's word; then what its kind has against it (of an item:
    /// "article.title", "article.section" if it has none, "article.conflict").
    [[nodiscard]] Result<FullRecord> perform(ActionContext &context) const;

    bool operator==(const Submit &) const = default;
};

} // namespace toasoan
