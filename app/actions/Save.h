// A person saves what he wrote: a new article, or the next version of one.
#pragma once

#include "actions/Action.h"
#include "actions/ActionContext.h"
#include "domain/Record.h"
#include "domain/Sitting.h"

namespace toasoan {

struct Save
{
    static constexpr ActionFacts facts{.name = "save", .shape = Shape::Save, .when = When::Queued};

    Key target;
    Version base = 0; ///< the version that the text was made from; 0 for a new article
    QByteArray content; ///< of its kind; see actions/Kind.h
    Sitting sitting = Sitting::GoesOn;

    template <typename Visit>
    void fields(Visit &visit)
    {
        visit("content", content);
        visit("beginsSitting", sitting);
    }
    /// Stores the content as the next version. If others saved since `base`, both are merged (Kind::merge). The same
    /// content as the newest version's makes no new one. TooLarge "content.…" where it is over its limits and larger
    /// than the version it was made from; what a merge makes of two texts within them is kept, and has to be shortened
    /// before it is approved. Conflict "article.version" if `base` is newer than what is stored (a restored server);
    /// "article.section": InvalidInput for a section that is not there, Forbidden for one that is not the actor's to
    /// write for. Forbidden "article.picture.<id>" for a picture that is neither the article's nor the actor's to see.
    [[nodiscard]] Result<FullRecord> perform(ActionContext &context) const;

    bool operator==(const Save &) const = default;
};

/// The first version of an entry that the program itself brings along: nobody's rights are asked for. Nothing is done
/// where there is such a record. The errors of Save.
[[nodiscard]] Result<void> bringIn(ActionContext &context, const Key &target, const QByteArray &content);

/// The next version of a record that is there, by the program itself: what it keeps elsewhere has become another.
/// Nothing is done if it says so already.
[[nodiscard]] Result<void> bringInLine(ActionContext &context, const Key &target, const QByteArray &content);

} // namespace toasoan
