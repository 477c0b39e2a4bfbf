// What a person's post has him do at all, whatever the items are; and what a section is called in his language.
#pragma once

#include "domain/Actor.h"
#include "domain/Section.h"
#include "domain/Workflow.h"
#include "text/Language.h"

namespace toasoan {

/// Whether the chain has the actor write items of his own, in any section.
[[nodiscard]] bool writes(const Workflow &workflow, const Actor &actor);
/// Whether it has him do anything with items of others, in any section: take in, edit, approve, publish.
[[nodiscard]] bool handlesOthers(const Workflow &workflow, const Actor &actor);

/// The section's name in that language; its own where it has none there.
[[nodiscard]] const QString &nameIn(Language language, const Section &section);

} // namespace toasoan
