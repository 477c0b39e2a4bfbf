// Pictures for the sample site, so that its pages can be judged with pictures in them.
#pragma once

#include <string>

namespace toasoan::portal {

/// Writes the picture `source` as <folder>/<number>-<width>.jpg and .webp for 320, 640 and 1280 pixels.
/// Returns an empty text, or what went wrong.
std::string writeSamplePicture(const std::string &source, int number, const std::string &folder);

} // namespace toasoan::portal
