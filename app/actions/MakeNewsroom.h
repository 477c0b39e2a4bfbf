// The first action of a newsroom: its site, the standard chain, sections, and somebody who may add others.
#pragma once

#include "actions/AddSection.h"
#include "actions/AddUser.h"
#include "domain/Site.h"
#include "storage/ChangeStore.h"

namespace toasoan {

struct MakeNewsroom
{
    static constexpr ActionFacts facts{.name = "makeNewsroom", .shape = Shape::Free, .when = When::Online};
    static inline const Noun noun = nouns::site;

    Site site;
    std::vector<AddSection> sections; ///< in the order of the menu
    AddUser administrator;

    template <typename Visit>
    void fields(Visit &visit)
    {
        visit("site", site);
        visit("sections", sections);
        visit("administrator", administrator);
    }

    [[nodiscard]] static MakeNewsroom of(const Site &site, const std::vector<Section> &sections,
                                         const AddUser &administrator);

    /// What siteFromJson(), AddSection and AddUser refuse.
    [[nodiscard]] Result<void> prepare(const Preparation &preparation);
    /// Conflict "newsroom" if there is one. Of the machine alone.
    [[nodiscard]] Result<void> perform(ActionContext &context) const;
};

} // namespace toasoan
