// Pictures of this desk that the server does not have yet, and which commands wait for them: the server refuses these
// steps while a picture of the text has not arrived.
#pragma once

#include "domain/Workflow.h"
#include "storage/Transaction.h"

#include <set>
#include <vector>

namespace toasoan {

class PicturesOnTheirWay
{
public:
    [[nodiscard]] static Result<PicturesOnTheirWay> load(Transaction &transaction);

    /// Whether such a step has to wait for any of them.
    [[nodiscard]] bool mayHoldUp(Step step) const;
    /// Whether it has to for a text that shows these.
    [[nodiscard]] bool holdUp(Step step, const std::vector<MediaId> &shown) const;

private:
    std::set<MediaId> m_pictures;
};

} // namespace toasoan
