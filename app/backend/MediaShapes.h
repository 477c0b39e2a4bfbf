// What is stored of the pictures' shapes, brought up to what this program reads in their files: a version before may
// have read another width and height, as of a PNG whose EXIF turns it.
#pragma once

#include "backend/MediaFiles.h"
#include "base/Clock.h"

namespace toasoan {

/// Reads the originals once for each renditionForm, and tells desks and readers of those whose width and height are
/// others. How many were. One whose file is gone or does not read stays as it is: that is for `verify` to tell.
[[nodiscard]] Result<int> correctMediaShapes(Database &database, const MediaFiles &files, const Clock &clock);

} // namespace toasoan
