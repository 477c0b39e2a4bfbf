// What can be done with an article where it is written: the chain's steps, apart from those that belong to its reading.
#pragma once

#include "sync/Desk.h"

#include <vector>

namespace toasoan {

struct WriterSteps
{
    bool mayWrite = true;
    /// Somebody decides about it here: on the review page, on the version that is read there.
    bool mayReview = false;
    std::vector<Step> steps; ///< the way forward stands last
};

/// Of an article that the desk knows.
[[nodiscard]] WriterSteps writerSteps(const ArticleView &view);
[[nodiscard]] bool isForward(Step step);
/// The command of a step from there, on the version that is shown.
[[nodiscard]] Command writerCommand(ArticleId article, Step step, const QString &reason);

} // namespace toasoan
