// What the desk knows before an account is open, in desk.json of its folder: who was here last, and whether to work
// offline. In the desk's worker thread.
#pragma once

#include "base/Result.h"
#include "sync/DeskView.h"

namespace toasoan {

struct DeskSettings
{
    Account account; ///< user is null when nobody is signed in
    bool isOffline = false;
};

/// Defaults where there is no file, or none that reads.
[[nodiscard]] DeskSettings readDeskSettings(const QString &folder);
/// Unavailable "desk.folder" if it cannot be written.
[[nodiscard]] Result<void> writeDeskSettings(const QString &folder, const DeskSettings &settings);

} // namespace toasoan
