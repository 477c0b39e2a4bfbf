// How a save stands to the one before it.
#pragma once

namespace toasoan {

enum class Sitting
{
    GoesOn, ///< one person's saves, close together, are one version to people
    Begins ///< an earlier text is put back: the one that it takes the place of stays a version of its own
};

} // namespace toasoan
