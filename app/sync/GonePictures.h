// Pictures that the server shows this person no more: they go from this PC with their files as soon as nothing here
// needs them. What is gone is noted first (table `gone_pictures`), for the records that show it may go later than it
// does.
//
// The row of `media` and the note of its file are one transaction; the file goes after that, and the note last. So a
// crash leaves at worst a file that the next start removes, and never a row whose file is gone.
#pragma once

#include "sync/OrderedList.h"
#include "sync/PictureStore.h"
#include "sync/ReplicaChange.h"

namespace toasoan {

/// The server shows it no more.
[[nodiscard]] Result<void> noteGonePicture(ReplicaChange &change, MediaId id);
/// It shows it again.
[[nodiscard]] Result<void> noteShownPicture(ReplicaChange &change, MediaId id);

/// Forgets those that no version of a record here shows, no text that waits or is typed, and that are not on their way
/// to the server. Looks at all that is kept, in pieces, and calls `pause` between them. Their files are still there.
[[nodiscard]] Result<void> forgetGonePictures(Database &database, const Pause &pause);

/// Removes the files of those that are forgotten, and the notes of them: of bytes that no other picture has. What
/// cannot be removed just now stays noted.
[[nodiscard]] Result<void> removeForgottenFiles(Database &database, const PictureStore &pictures);

} // namespace toasoan
