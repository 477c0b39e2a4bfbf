// The jobs about pictures, on both sides: asked for as values, done by Imaging.
#pragma once

#include "imaging/HelperLoop.h"
#include "imaging/JobWire.h"
#include "imaging/Pictures.h"

namespace toasoan::imaging {

class Imaging;

/// Their work, for the helper. `imaging` must outlive the table.
[[nodiscard]] JobTable pictureJobs(const Imaging &imaging);

[[nodiscard]] Job probeJob();
[[nodiscard]] Job deriveJob(const std::vector<int> &widths, const std::vector<Format> &formats);

/// What a helper answered, held against what it may answer: it has read a stranger's file and is not believed blindly.
/// Internal "imaging" for what cannot be.
[[nodiscard]] Result<Probe> probeOf(const QJsonObject &answer);
[[nodiscard]] Result<std::vector<Rendition>> renditionsOf(const QJsonObject &answer, const QByteArray &output);

} // namespace toasoan::imaging
