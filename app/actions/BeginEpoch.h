// A backup was put back: the newsroom begins another epoch, by which every desk sees that what it knew may not be here,
// and offers it again.
#pragma once

#include "actions/Action.h"
#include "actions/ActionContext.h"
#include "storage/ChangeStore.h"

namespace toasoan {

struct BeginEpoch
{
    static constexpr ActionFacts facts{.name = "beginEpoch", .shape = Shape::Free, .when = When::Online};
    static inline const Noun noun = nouns::site;

    Uuid epoch; ///< made by whoever asks

    template <typename Visit>
    void fields(Visit &visit)
    {
        visit("epoch", epoch);
    }
    /// NotFound "newsroom" if none was made here. Of the machine alone.
    [[nodiscard]] Result<void> perform(ActionContext &context) const;
};

} // namespace toasoan
