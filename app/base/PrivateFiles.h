// Files that are nobody's business but their user's: a newsroom's database holds drafts and the hashes of passwords, a
// desk's folder what was typed. Folders are 0700 and files 0600, from their making on and whatever the umask says.
#pragma once

#include "base/Result.h"

#include <QStringList>

namespace toasoan {

/// What this process makes from now on is its user's alone. Called once, before anything is made; not safe while other
/// threads make files.
void makeFilesPrivate();

/// Makes the folder, and those above it that are missing. One that was there is closed to others with all that lies in
/// it, if it is this user's and is empty or has one of `ownNames` in it (a folder that somebody named by mistake is not
/// ours to change). Unavailable "folder" if it cannot be made.
[[nodiscard]] Result<void> makePrivateFolder(const QString &path, const QStringList &ownNames);

/// Makes an empty file if there is none. Unavailable "file" if it cannot be made.
[[nodiscard]] Result<void> makePrivateFile(const QString &path);

/// The folder itself and what in it others than its user may read or write, named with its permissions
/// ("0644 /srv/toasoan/newsroom.db"); at most `most`.
[[nodiscard]] QStringList openToOthers(const QString &folder, int most = 20);

} // namespace toasoan
